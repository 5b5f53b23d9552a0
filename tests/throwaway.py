"""Databases of their own, outside the test transaction, for tests that kill or race processes."""

import os
import subprocess
import sys
import uuid
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def database(folder: Path):
    """Yield an environment whose DATABASE_URL names an empty migrated database of the same engine."""
    if connection.vendor == "sqlite":
        yield prepared(folder, f"sqlite:///{folder / 'own.sqlite3'}")
        return
    name = f"own_{uuid.uuid4().hex[:12]}"
    parts = urlsplit(os.environ["DATABASE_URL"])
    server = urlunsplit(parts._replace(path="/postgres"))
    with psycopg.connect(server, autocommit=True) as server_connection:
        server_connection.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"
        )
        try:
            yield prepared(folder, urlunsplit(parts._replace(path=f"/{name}")))
        finally:
            server_connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def prepared(folder: Path, url: str) -> dict[str, str]:
    environment = described(folder, url)
    manage(environment, "migrate", "--verbosity", "0")
    return environment


def described(folder: Path, url: str) -> dict[str, str]:
    """Return the environment of a site of its own."""
    return {
        **os.environ,
        "DATABASE_URL": url,
        "SECRET_KEY": "for tests only",
        "HTTPS": "0",
        "MEDIA_ROOT": str(folder / "media"),
        "MEDIA_PUBLIC": str(folder / "public"),
        "DJANGO_SETTINGS_MODULE": "projustice.settings",
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "default",
    }


def manage(environment, *arguments: str) -> str:
    """Run a management command there and return what it prints."""
    return python(environment, "manage.py", *arguments)


def python(environment, *arguments: str) -> str:
    """Run a Python program there and return what it prints."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
