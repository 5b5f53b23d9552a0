"""Databases of their own, outside the test transaction, for tests that kill or race processes."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def database(folder: Path):
    """Yield an environment whose DATABASE_URL names an empty migrated database of the same engine."""
    if connection.vendor == "sqlite":
        path = folder / "own.sqlite3"
        shutil.copy(migrated_file(), path)
        yield described(folder, f"sqlite:///{path}")
        return
    name = f"own_{uuid.uuid4().hex[:12]}"
    with server() as own:
        own.execute(f"CREATE DATABASE {name} TEMPLATE {migrated_database()}")
        try:
            yield described(folder, url_of(name))
        finally:
            own.execute(f"DROP DATABASE {name} WITH (FORCE)")


# Migrations are applied once a process; every database of a test is a copy.


@cache
def migrated_file() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="blacklist-migrated-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "migrated.sqlite3"
    manage(described(folder, f"sqlite:///{path}"), "migrate", "--verbosity", "0")
    return path


@cache
def migrated_database() -> str:
    name = f"migrated_{uuid.uuid4().hex[:12]}"
    with server() as own:
        own.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'")
    atexit.register(drop, name)
    with tempfile.TemporaryDirectory() as folder:
        manage(described(Path(folder), url_of(name)), "migrate", "--verbosity", "0")
    return name


def drop(name: str) -> None:
    with server() as own:
        own.execute(f"DROP DATABASE {name} WITH (FORCE)")


def server() -> psycopg.Connection:
    return psycopg.connect(url_of("postgres"), autocommit=True)


def url_of(name: str) -> str:
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


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
