"""Print what serving stored pages costs: `make bench-serve N=10000`. Needs nginx and wrk; asserts nothing.

The same pages are asked of a bare nginx with precompressed files, of the shipped configuration of nginx
before gunicorn, of what `make run` starts, and of gunicorn alone, in turns within one run: only ratios and
CPU travel to another machine. Then what a publication costs, and how much memory the site has, at 70 dossiers
and at N; and a store of 100,000 dossiers of synthetic bytes.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from publishing.pages.store import PageStore, stamp  # noqa: E402 - the path first
from tests.proxy import NGINX, proxied  # noqa: E402
from tests.server import SERVERS, free_port, running, wait_for  # noqa: E402

SMALL = 70
LARGEST = 100_000
ROUNDS = 3
SECONDS = 2
CONNECTIONS = 32
TICK = os.sysconf("SC_CLK_TCK")
PAGES = {
    "dossier": "/en/dossiers/synthetic-7/",
    "register": "/ar/dossiers/",
    "home": "/ar/",
    "feed": "/en/feed.atom",
}
BARE = """
worker_processes auto; error_log /dev/null crit; pid {folder}/bare.pid; {user}
events {{ worker_connections 4096; }}
http {{ access_log off; sendfile on; tcp_nopush on; gzip_static on; default_type text/html;
        client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
        uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
        server {{ listen 127.0.0.1:{port}; root {folder}/files; }} }}
"""
CHANGE = """
import sys, time, json
import django; django.setup()
from django.contrib.auth.models import User
from dossiers.models import Perpetrator
from publishing import verbs, changes
from publishing.vocabulary import Severity
from campaign.management.commands.seed import PEOPLE
spent, begin = [], changes.page_store().begin
def timed(keys):
    began = time.process_time()
    try: return begin(keys)
    finally: spent.append(1000 * (time.process_time() - began))
changes.page_store().begin = timed
person = Perpetrator.objects.get(slug="synthetic-7")
person.statements.update(text_en=f"Held another post {sys.argv[1]}.", text_ar=f"شغل منصبًا آخر {sys.argv[1]}.")
editor, reviewer = (User.objects.get(username=name) for name in PEOPLE)
waiting = verbs.submit("dossier", person, editor, note_ar="نص آخر.", note_en="Another text.",
                       severity=Severity.MATERIAL)
verbs.approve(waiting, reviewer)
print(json.dumps({"purge": sum(spent), "at": time.time()}))
"""


@dataclass
class Run:
    """What one visit of wrk told, and the CPU that the server spent on it."""

    rate: float
    cpu: float  # ms a request
    median: float  # ms
    last: float  # ms, of the slowest hundredth


@dataclass
class Server:
    name: str
    url: str
    pid: int


def main(number: int) -> None:
    if not NGINX or not shutil.which("wrk"):
        sys.exit("This benchmark needs nginx and wrk.")
    with ExitStack() as stack:
        folders = {size: stack.enter_context(record(size)) for size in (SMALL, number)}
        for size, folder in folders.items():
            heading(f"{size:,} dossiers: what is stored, c = {CONNECTIONS}, gzip")
            visit(folder)
            publish(folder)
        heading(f"A store of {LARGEST:,} dossiers of synthetic bytes")
        fill(folders[SMALL], LARGEST)
        visit(folders[SMALL], ("dossier", "register"))


def heading(text: str) -> None:
    columns = ("÷ bare", "CPU ms", "p99÷p50", "304÷200", "PSS MB")
    print(f"\n{text}\n{'page':10}{'server':20}" + "".join(f"{column:>9}" for column in columns))


@contextmanager
def record(size: int) -> Iterator[Path]:
    """Yield the folder of a site with this many synthetic dossiers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for arguments in (
            ("migrate", "--verbosity", "0"),
            ("collectstatic", "--noinput", "--verbosity", "0"),
            ("seed", str(size)),
            ("build_data",),  # or it would be made while the rest is measured
        ):
            subprocess.run(
                [sys.executable, "manage.py", *arguments],
                cwd=ROOT, env=environment(folder), check=True, stdout=subprocess.DEVNULL,
            )  # fmt: skip
        yield folder


def environment(folder: Path, **more: str) -> dict[str, str]:
    return {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
        "SECRET_KEY": "bench",
        "SITE_URL": "http://127.0.0.1:8000",
        "HTTPS": "0",
        "PAGE_STORE": f"{folder}/pages",
        "STATIC_ROOT": f"{folder}/static",
        "MEDIA_ROOT": f"{folder}/media",
        "MEDIA_PUBLIC": f"{folder}/public",
        "DJANGO_SETTINGS_MODULE": "projustice.settings",
        "PYTHONPATH": str(ROOT),
        **more,
    }


def visit(folder: Path, names: tuple[str, ...] = tuple(PAGES)) -> None:
    """Ask every server for every page in turns, and print the medians."""
    with ExitStack() as stack:
        servers = [stack.enter_context(serving(folder, name)) for name in SERVERS]
        port = int(servers[0].url.rpartition(":")[2])
        nginx = stack.enter_context(proxied(Path(tempfile.mkdtemp(dir=folder)), port, folder))
        servers.insert(0, Server("production", nginx, child_of(os.getpid(), "nginx")))
        for name in names:
            for server in servers[1:]:
                get(server.url + PAGES[name])  # stored, and read
        PageStore(folder / "pages", build(folder)).go_live()
        servers.insert(0, stack.enter_context(bare(folder, names)))
        for name in names:
            compare(name, PAGES[name], servers)


def compare(name: str, path: str, servers: list[Server]) -> None:
    runs: dict[str, list[Run]] = {server.name: [] for server in servers}
    unchanged: dict[str, list[float]] = {server.name: [] for server in servers}
    for _round in range(ROUNDS):
        for server in servers:
            runs[server.name].append(wrk(server, path))
            tag = get(server.url + path)["ETag"]
            unchanged[server.name].append(wrk(server, path, f"If-None-Match: {tag}").rate)
    rates = {one: statistics.median(run.rate for run in told) for one, told in runs.items()}
    for server in servers:
        told = runs[server.name]
        print(
            f"{name:10}{server.name:20}"
            f"{rates[server.name] / rates['bare nginx']:9.3f}"
            f"{statistics.median(run.cpu for run in told):9.4f}"
            f"{statistics.median(run.last / run.median for run in told):9.1f}"
            f"{statistics.median(unchanged[server.name]) / rates[server.name]:9.2f}"
            f"{memory(server.pid):9.0f}"
        )


@contextmanager
def serving(folder: Path, name: str) -> Iterator[Server]:
    """Yield the application under one of the servers."""
    port = free_port()
    with running(environment(folder), port, name) as process:
        wait_for(f"http://127.0.0.1:{port}/health")
        yield Server(name, f"http://127.0.0.1:{port}", process.pid)


@contextmanager
def bare(folder: Path, names: tuple[str, ...]) -> Iterator[Server]:
    """Yield an nginx with nothing but the same pages as files, plain and gzipped."""
    with tempfile.TemporaryDirectory() as own:
        Path(own).chmod(0o755)
        store = PageStore(folder / "pages", build(folder))
        for name in names:
            page = store.read(PAGES[name])
            assert page, f"{PAGES[name]} is not stored"
            path = PAGES[name] + ("index.html" if PAGES[name].endswith("/") else "")
            for ending, coding in (("", "identity"), (".gz", "gzip")):
                file = Path(f"{own}/files{path}{ending}")
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(page.bodies[coding])
        port = free_port()
        user = "user root;" if os.getuid() == 0 else ""
        Path(f"{own}/bare.conf").write_text(BARE.format(folder=own, port=port, user=user))
        command = [str(NGINX), "-c", f"{own}/bare.conf", "-g", "daemon off;"]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            try:
                wait_for(f"http://127.0.0.1:{port}/", expected=403)
                yield Server("bare nginx", f"http://127.0.0.1:{port}", process.pid)
            finally:
                process.terminate()


def wrk(server: Server, path: str, header: str = "X: x") -> Run:
    before = ticks(server.pid)
    said = subprocess.check_output(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}", "--latency", "-H", "Accept-Encoding: gzip",
         "-H", header, server.url + path], text=True,
    )  # fmt: skip
    asked = int(re.search(r"(\d+) requests in", said)[1])  # type: ignore[index]
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])  # type: ignore[index]
    median, last = (
        float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
        for value, unit in re.findall(r"(?:50|99)%\s+([\d.]+)(us|ms|s)", said)
    )
    return Run(rate, 1000 * (ticks(server.pid) - before) / TICK / asked, median, last)


def tree(pid: int) -> list[int]:
    told = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [pid, *(one for child in told.stdout.split() for one in tree(int(child)))]


def child_of(pid: int, name: str) -> int:
    """Return the newest child of a process with this word in its command."""
    found = subprocess.check_output(["pgrep", "-n", "-P", str(pid), "-f", name], text=True)
    return int(found.split()[0])


def ticks(pid: int) -> int:
    """Return the CPU time of a process and its children, of those that have ended too."""
    spent = 0
    for one in tree(pid):
        with suppress(FileNotFoundError):  # it has ended, and its parent has its time
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            spent += sum(map(int, fields[11:15]))
    return spent


def memory(pid: int) -> float:
    """Return the proportional set size of a process and its children, in MB."""
    told = [Path(f"/proc/{one}/smaps_rollup").read_text() for one in tree(pid)]
    return sum(int(re.search(r"^Pss:\s+(\d+)", one, re.M)[1]) for one in told) / 1024  # type: ignore[index]


def get(url: str) -> Message:
    asked = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        answer.read()
        headers: Message = answer.headers
        return headers


def build(folder: Path) -> str:
    program = "import django; django.setup(); from django.conf import settings; print(settings.BUILD)"
    told = subprocess.check_output([sys.executable, "-c", program], env=environment(folder), text=True)
    return told.strip()


def publish(folder: Path) -> None:
    """Print what a publication costs beside stored pages, and how soon a reader sees it."""
    with serving(folder, "granian") as server:
        costs, waits = [], []
        for number in range(3):
            for path in PAGES.values():
                get(server.url + path)
            said = subprocess.check_output(
                [sys.executable, "-c", CHANGE, f"{number} {time.time()}"], env=environment(folder), text=True
            )
            told = json.loads(said)
            for path in PAGES.values():
                get(server.url + path)
            costs.append(told["purge"])
            waits.append(time.time() - told["at"])
        print(f"purge {statistics.median(costs):.1f} ms CPU; {len(PAGES)} pages new and read after "
              f"{statistics.median(waits):.2f} s; whole tree {memory(server.pid):.0f} MB PSS")  # fmt: skip


def fill(folder: Path, number: int) -> None:
    """Fill a store with copies of one dossier under other names."""
    store = PageStore(folder / "pages", build(folder))
    page = store.read(PAGES["dossier"])
    assert page
    place = folder / "pages" / store.build
    head = Path(store.head(PAGES["dossier"])).read_bytes()
    for index in range(number):
        for where, body, at in (
            ("heads", head, None),
            *((f"200/{coding}", body, stamp(body)) for coding, body in page.bodies.items()),
        ):
            file = place / where / "en" / "dossiers" / f"filled-{index}" / "~"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(body)
            if at:
                os.utime(file, (at, at))


if __name__ == "__main__":
    main(int(sys.argv[1]))
