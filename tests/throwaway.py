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
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def database(folder: Path, *programs: tuple[str, ...]):
    """Yield the environment of a site of its own, on a database of the same engine.

    It is migrated, and filled by these Python programs, each with its arguments, in their order.
    """
    url = copy(filled(programs), folder)
    try:
        yield described(folder, url)
    finally:
        drop(url)


class Filled(NamedTuple):
    """A database to copy, in whose folder its files lie."""

    url: str
    folder: Path


@cache
def filled(programs: tuple[tuple[str, ...], ...]) -> Filled:
    """Fill a database once a process: what several tests begin with is a step that they share."""
    folder = Path(tempfile.mkdtemp(prefix="blacklist-filled-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    url = copy(filled(programs[:-1]) if programs else None, folder)
    atexit.register(drop, url)
    python(described(folder, url), *(programs[-1] if programs else MIGRATE))
    return Filled(url, folder)


MIGRATE = ("manage.py", "migrate", "--verbosity", "0")


def copy(of: Filled | None, folder: Path) -> str:
    """Copy a database with its files, or make an empty one, and return its address."""
    if of:
        shutil.copytree(of.folder, folder, dirs_exist_ok=True)
    if connection.vendor == "sqlite":
        return f"sqlite:///{folder / 'own.sqlite3'}"
    name = f"own_{uuid.uuid4().hex[:12]}"
    template = urlsplit(of.url).path[1:] if of else "template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"
    with server() as own:
        own.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return url_of(name)


def drop(url: str) -> None:
    """Drop a database of the server; a file goes with its folder."""
    if not url.startswith("sqlite:"):
        with server() as own:
            own.execute(f"DROP DATABASE {urlsplit(url).path[1:]} WITH (FORCE)")


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
        "PAGE_STORE": str(folder / "pages"),
        "STATIC_ROOT": str(folder / "static"),
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
