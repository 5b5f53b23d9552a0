"""What must hold before the site starts."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

from publishing import triggers

# Migrations that were made into one before the first release.
BEFORE_THE_FIRST_RELEASE = ("publishing", "0002_append_only")


Check = Callable[[BaseDatabaseWrapper], Iterator[CheckMessage]]


def of_database(check: Check) -> Check:
    """Register a check of each database that a command names."""

    def run(*, databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
        return [message for alias in databases or [] for message in check(connections[alias])]

    register(Tags.database)(run)
    return check


@of_database
def database_knows_letters(connection: BaseDatabaseWrapper) -> Iterator[CheckMessage]:
    """Refuse a PostgreSQL database to which an Arabic letter is no letter.

    With LC_CTYPE "C" the server folds and splits ASCII alone: a trigram of an Arabic name is empty and
    lower() leaves É as it is, without a word of warning. Plain `initdb` makes exactly that.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_encoding_to_char(encoding), datctype FROM pg_database"
            " WHERE datname = current_database()"
        )
        encoding, letters = cursor.fetchone()
    if encoding != "UTF8" or letters in {"C", "POSIX"}:
        yield Error(
            f"The database has encoding {encoding} and LC_CTYPE {letters}: to it, Arabic letters are none.",
            hint="Create it anew: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'.",
            id="publishing.E001",
        )


@of_database
def database_is_of_this_release(connection: BaseDatabaseWrapper) -> Iterator[CheckMessage]:
    """Refuse a local database from before the first release, whose migrations are here no longer."""
    if BEFORE_THE_FIRST_RELEASE in MigrationRecorder(connection).applied_migrations():
        yield Error(
            "This database was made before the first release and cannot be brought up to date.",
            hint="Throw it away and load the sample record anew: make clean-data run",
            id="publishing.E002",
        )


@of_database
def triggers_stand(connection: BaseDatabaseWrapper) -> Iterator[CheckMessage]:
    """Name every trigger that is missing or changed. A warning: an error would stop the remedy, migrate."""
    if wrong := list(triggers.wrong(connection)):
        yield checks.Warning(
            f"The database no longer guards the record: {'; '.join(wrong)}.",
            hint="Run manage.py migrate, which puts every trigger back; then find out why they went.",
            id="publishing.W001",
        )
