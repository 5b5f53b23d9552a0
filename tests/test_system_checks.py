"""A PostgreSQL database that cannot tell an Arabic letter is refused; this one is not."""

import os
import subprocess
import sys
import uuid
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.db import connection

from publishing.system_checks import database_knows_letters
from tests.throwaway import ROOT, described


def test_the_database_of_this_run_is_accepted(db):
    assert list(database_knows_letters(connection)) == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has such databases")
def test_a_database_with_the_c_locale_is_refused(tmp_path):
    name = f"plain_{uuid.uuid4().hex[:12]}"
    parts = urlsplit(os.environ["DATABASE_URL"])
    server = urlunsplit(parts._replace(path="/postgres"))
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
        try:
            environment = described(tmp_path, urlunsplit(parts._replace(path=f"/{name}")))
            done = subprocess.run(
                [sys.executable, "manage.py", "migrate"],
                cwd=ROOT,
                env=environment,
                capture_output=True,
                text=True,
            )
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    assert done.returncode == 1
    assert "(publishing.E001) The database has encoding UTF8 and LC_CTYPE C" in done.stderr
