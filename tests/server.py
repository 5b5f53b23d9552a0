"""The site as `make run` serves it, on a database of its own, for real browsers and tools."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tests.throwaway import ROOT, database

CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
STATIC = ("manage.py", "collectstatic", "--noinput", "--verbosity", "0")
GUNICORN = ("gunicorn", "--config", "gunicorn.conf.py", "projustice.wsgi")
SERVERS = {
    "gunicorn": (*GUNICORN, "--bind"),
    "gunicorn, sync": (*GUNICORN, "--worker-class", "sync", "--bind"),
    "granian": ("projustice.serve",),  # what `make run` starts
}
CAST = ("tests/cast.py", "dossiers=0")


class Site:
    """A running server, its database and what it wrote to its log."""

    def __init__(self, environment: dict[str, str], port: int, log: Path) -> None:
        self.environment = environment
        self.url = f"http://127.0.0.1:{port}"
        self.log = log


@contextmanager
def served(folder: Path, *programs: tuple[str, ...], port: int = 0, **settings: str) -> Iterator[Site]:
    """Serve an empty record with the cast's accounts, after these Python programs have filled it."""
    port = port or free_port()
    with database(folder, STATIC, CAST, *programs) as environment:
        environment |= {"SITE_URL": f"http://127.0.0.1:{port}", **settings}
        log = folder / "server.log"
        with log.open("w") as file, running(environment, port, log=file):
            wait_for(f"http://127.0.0.1:{port}/health")
            yield Site(environment, port, log)


@contextmanager
def running(
    environment: dict[str, str], port: int, server: str = "gunicorn", log: IO[str] | int = subprocess.DEVNULL
) -> Iterator[subprocess.Popen[bytes]]:
    """Run one of the servers; its database may be dead, so only the port is waited for."""
    command = [sys.executable, "-m", *SERVERS[server], f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log) as process:
        try:
            for _try in range(100):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield process
        finally:
            process.terminate()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(url: str, expected: int = 200) -> None:
    for _try in range(100):
        try:
            urllib.request.urlopen(url, timeout=1)
            return
        except urllib.error.HTTPError as answer:
            if answer.code == expected:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"{url} does not answer")
