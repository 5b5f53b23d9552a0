"""Print what N synthetic dossiers cost: `make bench N=10000`. Nothing is asserted here.

A throw-away SQLite database is seeded through the ordinary verbs; each figure is the median of
several runs, beside the same figure for a small record, so that the growth can be read.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATHS = (
    "/en/", "/ar/dossiers/", "/ar/dossiers/page/LAST/", "/ar/dossiers/synthetic-7/", "/ar/crimes/",
    "/ar/institutions/", "/en/feed.atom", "/sitemap-dossiers.xml",
)  # fmt: skip
SMALL = 70


def main(large: int) -> None:
    print(f"{'':34}{SMALL:>12}{large:>12}{'ratio':>9}")
    small, big = measure(SMALL), measure(large)
    for name, value in small.items():
        ratio = big[name] / value if value else float("nan")
        print(f"{name:34}{value:12.2f}{big[name]:12.2f}{ratio:9.2f}")


def measure(number: int) -> dict[str, float]:
    """Return milliseconds (or what the name says) for a record of this size."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
            "SECRET_KEY": "bench",
            "HTTPS": "0",
            "STATIC_ROOT": folder,
            "DEBUG": "1",
        }
        figures = {}
        manage(environment, "migrate", "--verbosity", "0")
        figures["seed, ms a dossier"] = 1000 * manage(environment, "seed", str(number)) / number
        figures["verify_editions, s"] = manage(environment, "verify_editions")
        pages = subprocess.run(
            [sys.executable, __file__, "pages", str(number)],
            cwd=ROOT,
            env={**environment, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        for line in pages.stdout.splitlines():
            name, _tab, value = line.rpartition("\t")
            figures[name] = float(value)
        figures["database, MB"] = (Path(folder) / "bench.sqlite3").stat().st_size / 1e6
        return figures


def manage(environment: dict[str, str], *arguments: str) -> float:
    """Run a management command and return how many seconds it took."""
    start = time.perf_counter()
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def pages(number: int) -> None:
    """Print the median milliseconds of each page, and its queries."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "projustice.settings"
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    settings.DEBUG = False
    client = Client(SERVER_NAME="127.0.0.1")
    for path in PATHS:
        address = path.replace("LAST", str(-(-number // 50)))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200, address
        asked = len(queries)
        times = []
        for _run in range(9):
            start = time.perf_counter()
            client.get(address)
            times.append(1000 * (time.perf_counter() - start))
        print(f"{path}, ms\t{statistics.median(times)}")
        print(f"{path}, queries\t{asked}")


if __name__ == "__main__":
    pages(int(sys.argv[2])) if sys.argv[1] == "pages" else main(int(sys.argv[1]))
