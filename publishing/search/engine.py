"""Matching words of passages: the one place where the two engines differ.

The words are folded and cut by `texts`, so that neither engine's own idea of a word plays a part:
SQLite files them with FTS5, PostgreSQL as an array under GIN.
"""

from django.apps.registry import Apps
from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL

from publishing.search.models import Passage

INSTALL = {
    "sqlite": (
        (
            "CREATE VIRTUAL TABLE publishing_passage_words USING fts5(words, content='publishing_passage',"
            " content_rowid='id', detail='none', tokenize='unicode61 remove_diacritics 0')"
        ),
        (
            "CREATE TRIGGER publishing_passage_insert AFTER INSERT ON publishing_passage BEGIN"
            " INSERT INTO publishing_passage_words (rowid, words) VALUES (NEW.id, NEW.words); END"
        ),
        (
            "CREATE TRIGGER publishing_passage_delete AFTER DELETE ON publishing_passage BEGIN"
            " INSERT INTO publishing_passage_words (publishing_passage_words, rowid, words)"
            " VALUES ('delete', OLD.id, OLD.words); END"
        ),
        (
            "CREATE TRIGGER publishing_passage_update AFTER UPDATE ON publishing_passage BEGIN"
            " INSERT INTO publishing_passage_words (publishing_passage_words, rowid, words)"
            " VALUES ('delete', OLD.id, OLD.words);"
            " INSERT INTO publishing_passage_words (rowid, words) VALUES (NEW.id, NEW.words); END"
        ),
    ),
    "postgresql": (
        "CREATE INDEX publishing_passage_words ON publishing_passage USING gin (string_to_array(words, ' '))",
    ),
}
REMOVE = {
    "sqlite": (
        "DROP TRIGGER publishing_passage_insert",
        "DROP TRIGGER publishing_passage_delete",
        "DROP TRIGGER publishing_passage_update",
        "DROP TABLE publishing_passage_words",
    ),
    "postgresql": ("DROP INDEX publishing_passage_words",),
}
HOLDING = {
    "sqlite": "publishing_passage.id IN"
    " (SELECT rowid FROM publishing_passage_words WHERE publishing_passage_words MATCH %s)",
    "postgresql": "string_to_array(publishing_passage.words, ' ') @> %s",
}


def install(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """File the words of passages in the way of this engine."""
    for statement in INSTALL[editor.connection.vendor]:
        editor.execute(statement)


def remove(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in REMOVE[editor.connection.vendor]:
        editor.execute(statement)


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
