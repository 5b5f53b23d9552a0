"""What must hold before the site starts."""

from typing import Any

from django.core.checks import Error, Tags, register
from django.db import connections


@register(Tags.database)
def database_knows_letters(databases: list[str] | None = None, **kwargs: Any) -> list[Error]:
    """Refuse a PostgreSQL database to which an Arabic letter is no letter.

    With LC_CTYPE "C" the server folds and splits ASCII alone: a trigram of an Arabic name is empty and
    lower() leaves É as it is, without a word of warning. Plain `initdb` makes exactly that.
    """
    return [error for alias in databases or [] for error in _of(alias)]


def _of(alias: str) -> list[Error]:
    connection = connections[alias]
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_encoding_to_char(encoding), datctype FROM pg_database"
            " WHERE datname = current_database()"
        )
        encoding, letters = cursor.fetchone()
    if encoding == "UTF8" and letters not in {"C", "POSIX"}:
        return []
    return [
        Error(
            f"The database has encoding {encoding} and LC_CTYPE {letters}: to it, Arabic letters are none.",
            hint="Create it anew: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'.",
            id="publishing.E001",
        )
    ]
