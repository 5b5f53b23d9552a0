"""Matching words of passages: the one place where the two engines differ.

The words are folded and cut by `texts`, so that neither engine's own idea of a word plays a part:
SQLite files them with FTS5, PostgreSQL as an array under GIN.
"""

from typing import Any

from django.apps.registry import Apps
from django.db import connection, connections
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL

from publishing.search.models import Passage
from publishing.triggers import Trigger

# What files the words: a table of FTS5 beside the passages, or an index over them.
INSTALL = {
    "sqlite": (
        "CREATE VIRTUAL TABLE publishing_passage_words USING fts5(words, content='publishing_passage',"
        " content_rowid='id', detail='none', tokenize='unicode61 remove_diacritics 0')"
    ),
    "postgresql": (
        "CREATE INDEX publishing_passage_words ON publishing_passage USING gin (string_to_array(words, ' '))"
    ),
}
REMOVE = {
    "sqlite": "DROP TABLE publishing_passage_words",
    "postgresql": "DROP INDEX publishing_passage_words",
}
PASSAGE = "publishing_passage"
ADD = "INSERT INTO publishing_passage_words (rowid, words) VALUES (NEW.id, NEW.words);"
DROP = (
    "INSERT INTO publishing_passage_words (publishing_passage_words, rowid, words)"
    " VALUES ('delete', OLD.id, OLD.words);"
)
FILING = [
    Trigger("publishing_passage_insert", PASSAGE, "AFTER", "INSERT", action=ADD, only="sqlite"),
    Trigger("publishing_passage_delete", PASSAGE, "AFTER", "DELETE", action=DROP, only="sqlite"),
    Trigger("publishing_passage_update", PASSAGE, "AFTER", "UPDATE", action=f"{DROP} {ADD}", only="sqlite"),
]
HOLDING = {
    "sqlite": "publishing_passage.id IN"
    " (SELECT rowid FROM publishing_passage_words WHERE publishing_passage_words MATCH %s)",
    "postgresql": "string_to_array(publishing_passage.words, ' ') @> %s",
}


def install(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """File the words of passages in the way of this engine."""
    editor.execute(INSTALL[editor.connection.vendor])


def remove(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    editor.execute(REMOVE[editor.connection.vendor])


def refile(using: str, plan: list[Any], **_signal: Any) -> None:
    """File all words anew after migrations, during which no trigger did it (the signal post_migrate)."""
    connection = connections[using]
    if plan and connection.vendor == "sqlite" and PASSAGE in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO publishing_passage_words (publishing_passage_words) VALUES ('rebuild')"
            )


def scrub() -> None:
    """Leave no trace of words that were taken away: FTS5 keeps them in its file until it is merged."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO publishing_passage_words (publishing_passage_words) VALUES ('optimize')"
            )


def holding(stems: list[str]) -> QuerySet[Passage]:
    """Return the passages that hold every one of these folded words (texts.stems)."""
    # Only letters and digits are left in a stem; in quotes even AND and NOT are words to FTS5.
    match = " AND ".join(f'"{stem}"' for stem in stems) if connection.vendor == "sqlite" else stems
    held = RawSQL(HOLDING[connection.vendor], [match], output_field=BooleanField())  # noqa: S611 - constant SQL
    return Passage.objects.alias(held=held).filter(held=True)
