"""The database's own refusal to change an edition, on whichever engine the tests run."""

import pytest
from django.db import DatabaseError, connection, transaction

from publishing.models import Edition, Submission
from tests import factories

COLUMNS = [
    "seq", "number", "header", "header_digest", "content", "salt", "content_digest", "published_at", "change",
    "note_ar", "note_en", "submission", "submitted_by", "approved_by", "document", "previous",
]  # fmt: skip


@pytest.fixture(scope="module")
def published(publish_once):
    return publish_once("dossier", factories.dossier()).pk


@pytest.fixture
def edition(published, db):
    return Edition.objects.get(pk=published)


def refused(sql):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("column", COLUMNS)
def test_no_column_can_be_updated(edition, column):
    field = Edition._meta.get_field(column)
    value = None if field.null else {"DateTimeField": "2020-01-01T00:00Z"}.get(field.get_internal_type(), "7")
    with pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(**{column: value})


def test_it_cannot_be_saved_again(edition):
    edition.header = "{}"
    with pytest.raises(DatabaseError, match="an edition cannot be changed"), transaction.atomic():
        edition.save()


def test_it_cannot_be_deleted(edition):
    refused("DELETE FROM publishing_edition")
    refused("DELETE FROM publishing_submission")
    assert (Edition.objects.count(), Submission.objects.count()) == (1, 1)


def test_its_text_cannot_be_emptied_without_a_redaction(edition):
    refused("UPDATE publishing_edition SET content = NULL, salt = NULL, note_ar = '', note_en = ''")


def test_a_redaction_cannot_be_forged(edition):
    refused(
        "INSERT INTO publishing_redaction (edition_id, by_id, made_by_id) "
        f"VALUES ({edition.pk}, {edition.pk}, {edition.approved_by_id})"
    )


@pytest.mark.skipif(connection.vendor != "sqlite", reason="INSERT OR REPLACE is SQLite's")
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_it_cannot_be_replaced_on_sqlite(edition, recursive):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA recursive_triggers={recursive}")
        names = [field.column for field in Edition._meta.concrete_fields]
        chosen = ", ".join(f"'{{}}' AS {name}" if name == "header" else name for name in names)
    table = "publishing_edition"
    refused(f"INSERT OR REPLACE INTO {table} ({', '.join(names)}) SELECT {chosen} FROM {table}")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers=ON")
    assert Edition.objects.get().header == edition.header


@pytest.mark.skipif(connection.vendor != "postgresql", reason="TRUNCATE is PostgreSQL's")
def test_it_cannot_be_truncated_on_postgresql(edition):
    refused("TRUNCATE publishing_edition CASCADE")
    assert Edition.objects.count() == 1


def test_the_desk_offers_no_way(edition, chief, desk_of):
    desk = desk_of(chief)
    assert desk.get("/desk/publishing/edition/").status_code == 404
    assert desk.post(f"/desk/publishing/submission/{edition.submission_id}/delete/").status_code == 403
    assert desk.post("/desk/publishing/submission/add/").status_code == 403
