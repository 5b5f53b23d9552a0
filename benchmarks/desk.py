"""Print how many queries every list and form of the desk costs: `make bench-desk N=10000`.

A throw-away SQLite database is seeded with 50 and with N dossiers; a constant number of queries reads the
same in both columns. Nothing is asserted here.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SMALL = 50
LISTS = (
    "/desk/", "/desk/languages/", "/desk/dossiers/perpetrator/", "/desk/dossiers/perpetrator/?q=synthetic-7",
    "/desk/dossiers/crime/", "/desk/dossiers/institution/", "/desk/dossiers/source/", "/desk/dossiers/case/",
    "/desk/news/newsitem/", "/desk/campaign/page/", "/desk/publishing/submission/",
    "/desk/publishing/document/", "/desk/publishing/auditentry/", "/desk/auth/user/",
)  # fmt: skip


def main(large: int) -> None:
    small, big = measure(SMALL), measure(large)
    print(f"{'queries':58}{SMALL:>8}{large:>8}   ms at {large}")
    for path, (queries, _ms) in small.items():
        print(f"{path:58}{queries:8}{big[path][0]:8}{big[path][1]:10.0f}")


def measure(number: int) -> dict[str, tuple[int, float]]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ, "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3", "SECRET_KEY": "bench",
            "HTTPS": "0", "SITE_URL": "http://127.0.0.1:8000", "STATIC_ROOT": folder, "DEBUG": "1",
            "SAMPLE_RECORD": "1", "PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "projustice.settings",
        }  # fmt: skip
        for command in (["migrate", "--verbosity", "0"], ["seed", str(number)]):
            subprocess.run(
                [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True, stdout=2
            )
        command = [sys.executable, __file__, "pages"]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
        )
        rows = (line.split("\t") for line in done.stdout.splitlines())
        return {path: (int(queries), float(ms)) for path, queries, ms in rows}


def pages() -> None:
    import time

    import django

    django.setup()

    from django.contrib.auth.models import User
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from dossiers.models import Crime, Perpetrator, Source
    from publishing.models import Document, Submission

    chief = User.objects.create_superuser("sample-reviewer")  # an account of a local sample needs no factor
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(chief)
    person = Perpetrator.objects.get(slug="synthetic-7").pk
    base = "/desk/dossiers/perpetrator/{}/"
    forms = {
        base + "change/": person, base + "submit/": person, base + "history/": person,
        base + "preview/en/": person,
        "/desk/languages/dossiers.perpetrator/{}/": person,
        "/desk/dossiers/crime/{}/change/": Crime.objects.first().pk,
        "/desk/dossiers/source/{}/change/": Source.objects.first().pk,
        "/desk/publishing/submission/{}/change/": Submission.objects.first().pk,
        "/desk/publishing/document/{}/change/": Document.objects.first().pk,
    }  # fmt: skip
    for path, address in [*((path, path) for path in LISTS), *((p, p.format(pk)) for p, pk in forms.items())]:
        client.get(address)
        started = time.perf_counter()
        with CaptureQueriesContext(connection) as queries:
            status = client.get(address).status_code
        assert status == 200, (path, status)
        print(f"{path}\t{len(queries)}\t{1000 * (time.perf_counter() - started):.1f}")


if __name__ == "__main__":
    pages() if sys.argv[1:] == ["pages"] else main(int(sys.argv[1]))
