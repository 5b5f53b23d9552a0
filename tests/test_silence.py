"""A database or a Redis that is dead, or that is there and says nothing (security.md P10, P11)."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from tests.server import CAST, STATIC, free_port, running, served
from tests.test_whatever_dies import PAGES, PUBLISH, get
from tests.throwaway import MIGRATE, ROOT, described, python

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
REDIS = shutil.which("redis-server")
needs_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite is no server that could be silent"
)
needs_redis = pytest.mark.skipif(REDIS is None, reason="Redis is not installed")
SIGN_IN = """
import django; django.setup()
from django.test import Client
wrong = {"login": "editor", "password": "a wrong one"}
page = Client(SERVER_NAME="127.0.0.1", headers={"accept-language": "en"}).post("/desk/account/login/", wrong)
print("Too many failed" in page.content.decode())
"""


@contextmanager
def cluster():
    """Yield the address of a PostgreSQL server of our own, and its folder."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        environment = {**os.environ, "TMPDIR": folder}
        command = ["sh", "tests/cluster.sh"]
        try:
            url = subprocess.check_output([*command, "start"], cwd=ROOT, env=environment, text=True).strip()
            yield url, next(Path(folder).glob("blacklist-cluster-*"))
        finally:
            subprocess.run([*command, "stop"], cwd=ROOT, env=environment, check=False)


def processes(folder):
    """Return the server's process and all its children."""
    parent = int((folder / "data" / "postmaster.pid").read_text().split()[0])
    listed = subprocess.check_output(["ps", "-o", "pid=", "--ppid", str(parent)], text=True)
    return [parent, *map(int, listed.split())]


@contextmanager
def silent(pids):
    """Stop processes, and let them go on whatever happens."""
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)


def timed(url):
    began = time.monotonic()
    status, page = get(url)
    return status, page, time.monotonic() - began


@needs_postgresql
@pytest.mark.parametrize("server", ["gunicorn", "granian"])
def test_with_a_silent_database_stored_pages_answer_and_the_rest_is_calm(tmp_path, server):
    port = free_port()
    with cluster() as (url, folder):
        environment = described(tmp_path, url)
        for program in (MIGRATE, STATIC, CAST, ("-c", PUBLISH)):
            python(environment, *program)
        with running(environment, port, server):
            address = f"http://127.0.0.1:{port}"
            for path in (*PAGES, "/en/search/?q=Person"):  # so that connections are open
                assert get(address + path)[0] == 200
            with silent(processes(folder)):
                searches = [
                    subprocess.Popen(
                        ["curl", "-s", "-o", os.devnull, "-m", "8", f"{address}/en/search/?q={number}"]
                    )
                    for number in range(20)
                ]
                time.sleep(0.2)
                for path in PAGES:
                    status, _page, seconds = timed(address + path)
                    assert (status, seconds < 1) == (200, True), (path, seconds)
                for search in searches:
                    search.wait()
                for path, words in (("/en/search/?q=a", "Not available"), ("/ar/search/?q=b", "غير متاح")):
                    status, page = get(address + path)
                    assert (status, words in page) == (503, True)


@needs_postgresql
def test_a_database_that_was_restarted_costs_no_request(tmp_path):
    port = free_port()
    with cluster() as (url, _folder):
        environment = described(tmp_path, url)
        for program in (MIGRATE, STATIC):
            python(environment, *program)
        with running(environment, port):
            address = f"http://127.0.0.1:{port}/en/search/?q=Person"
            assert {get(address)[0] for _try in range(8)} == {200}
            with psycopg.connect(url, autocommit=True) as own:
                own.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE pid <> pg_backend_pid() AND datname = current_database()"
                )
            assert [get(f"{address}{number}")[0] for number in range(20)] == [200] * 20


@needs_redis
@pytest.mark.parametrize("how", ["dead", "silent"])
def test_limits_on_guessing_hold_without_redis(tmp_path, how):
    port = free_port()
    with (
        served(tmp_path) as site,
        subprocess.Popen(
            [REDIS, "--port", str(port), "--save", "", "--dir", str(tmp_path)], stdout=subprocess.DEVNULL
        ) as redis,
    ):
        environment = {**site.environment, "CACHE_URL": f"redis://127.0.0.1:{port}/0"}
        try:
            time.sleep(0.5)
            assert python(environment, "-c", SIGN_IN).strip() == "False"
            if how == "dead":
                redis.kill()
                redis.wait()
            program = SIGN_IN.replace("page = ", "for _try in range(11): page = ")
            began = time.monotonic()
            with silent([redis.pid] if how == "silent" else []):
                assert python(environment, "-c", program).strip() == "True"  # the eleventh in a minute
            assert time.monotonic() - began < 30
        finally:
            redis.kill()


def test_the_site_answers_under_granian_as_under_gunicorn(tmp_path):
    long = f"/en/search/?q={'a' * 9_000}"
    with served(tmp_path) as site:
        python(site.environment, "-c", PUBLISH)
        other = free_port()
        with running(site.environment, other, "granian"):
            assert get(f"http://127.0.0.1:{other}{long}")[0] == 414
            for path in (*PAGES, "/en/search/?q=Person", "/BL-0001", "/health", long):
                assert get(f"http://127.0.0.1:{other}{path}") == get(site.url + path), path
