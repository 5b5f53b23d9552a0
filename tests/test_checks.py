"""A PostgreSQL database that cannot tell an Arabic letter is refused; this one is not."""

import os
import uuid
from urllib.parse import urlsplit, urlunsplit

import dj_database_url
import psycopg
import pytest
from django.core.management import call_command
from django.db import connection, connections

from publishing.checks import database_knows_letters


def test_the_database_of_this_run_is_accepted(db):
    assert database_knows_letters(databases=["default"]) == []
    call_command("check", databases=["default"], verbosity=0)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has such databases")
def test_a_database_with_the_c_locale_is_refused(transactional_db):
    name = f"plain_{uuid.uuid4().hex[:12]}"
    parts = urlsplit(os.environ["DATABASE_URL"])
    server = urlunsplit(parts._replace(path="/postgres"))
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
        try:
            url = urlunsplit(parts._replace(path=f"/{name}"))
            connections.databases["plain"] = {
                **connections.databases["default"],
                **dj_database_url.parse(url),
            }
            (error,) = database_knows_letters(databases=["plain"])
            assert error.id == "publishing.E001"
            assert "LC_CTYPE C" in error.msg
            connections["plain"].close()
        finally:
            del connections.databases["plain"]
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
