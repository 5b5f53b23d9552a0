"""publishing.verify: naming every edition that is not what it was."""

import random
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from publishing import triggers
from publishing.canonical import digest
from publishing.models import Edition, Ledger
from publishing.verify import verify
from tests import factories

TEXTS = ["header", "header_digest", "content", "salt", "content_digest", "note_ar", "note_en", "change"]
NUMBERS = ["seq", "number", "submitted_by_id", "approved_by_id", "document_id", "previous_id"]


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]


@pytest.fixture(scope="module")
def record(publish_once):
    """Six editions of three documents."""
    person = factories.dossier()
    publish_once("dossier", person)
    publish_once("news", factories.news())
    for words in ("Headed that unit.", "Headed the ninth unit.", "Headed it."):
        person.statements.update(text_en=words)
        publish_once("dossier", person, **factories.NOTE)
    publish_once("page", factories.page())


@pytest.fixture
def tamper(record):
    """Return a way past the triggers, as somebody with the database would have."""
    triggers.remove(connection)
    if connection.vendor == "postgresql":
        run("SET CONSTRAINTS ALL IMMEDIATE")
        run("ALTER TABLE publishing_edition DROP CONSTRAINT edition_comes_from_a_submission")
        run("SET CONSTRAINTS ALL DEFERRED")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints=ON")
    yield run
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints=OFF")


def run(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)


def found():
    return [str(finding) for finding in verify()]


def test_an_untouched_record_has_no_findings(record):
    assert found() == []


def test_a_changed_body_is_named(tamper):
    tamper("UPDATE publishing_edition SET content = replace(content, 'Headed', 'Burned') WHERE seq = 3")
    assert "seq 3 (BL-0001/2): the body is not the one that was published" in found()


def test_a_changed_header_is_named(tamper):
    tamper("UPDATE publishing_edition SET header = replace(header, '20', '19') WHERE seq = 4")
    assert "seq 4 (BL-0001/3): the header is not the one that was published" in found()


def test_a_consistent_forgery_of_one_edition_breaks_the_chain(tamper):
    forged = Edition.objects.get(seq=3)
    header = forged.header.replace("material", "minor")
    tamper(
        "UPDATE publishing_edition SET header = %s, header_digest = %s WHERE seq = 3",
        header,
        digest({**forged.read_header(), "change": {**forged.read_header()["change"], "severity": "minor"}}),
    )
    assert "seq 4 (BL-0001/3): the row and its header disagree on prev" in found()


def test_a_missing_edition_is_named(tamper):
    fourth = Edition.objects.get(seq=4)
    third = Edition.objects.get(seq=3)
    tamper("UPDATE publishing_edition SET previous_id = NULL, ledger_previous_id = NULL WHERE seq = 4")
    run_without_references(third.pk)
    assert f"seq 3 (BL-0001/{fourth.number}): missing or reordered: found seq 4 in its place" in found()


def run_without_references(pk):
    run("UPDATE publishing_document SET live_id = live_id")
    run("DELETE FROM publishing_outbox WHERE edition_id = %s", pk)
    run("DELETE FROM publishing_edition WHERE id = %s", pk)


def unlist(tamper, edition):
    listed = "(SELECT id FROM publishing_listing WHERE edition_id = %s)"
    for table in ("facet", "passage"):
        tamper(f"DELETE FROM publishing_{table} WHERE listing_id IN {listed}", edition.pk)
    tamper("DELETE FROM publishing_listing WHERE edition_id = %s", edition.pk)


def test_reordered_editions_are_named(tamper):
    tamper("UPDATE publishing_edition SET seq = 100 WHERE seq = 3")
    tamper("UPDATE publishing_edition SET seq = 3 WHERE seq = 4")
    tamper("UPDATE publishing_edition SET seq = 4 WHERE seq = 100")
    assert "seq 3 (BL-0001/3): the row and its header disagree on seq" in found()


def test_a_record_that_was_cut_off_is_named(tamper):
    last = Edition.objects.get(seq=6)
    tamper("UPDATE publishing_document SET live_id = NULL, state = 'draft' WHERE live_id = %s", last.pk)
    unlist(tamper, last)
    run_without_references(last.pk)
    assert found() == ["seq 6 (ledger): the record is cut off or longer: it ends at seq 5"]


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        (
            "UPDATE publishing_document SET slug = 'elsewhere' WHERE public_id = 'BL-0001'",
            "an address that nobody",
        ),
        (
            "UPDATE publishing_document SET kind = 'page' WHERE public_id = 'BL-0001'",
            "another kind of document",
        ),
        ("UPDATE publishing_submission SET note_en = 'x'", "two people"),
        ("UPDATE publishing_submission SET status = 'returned'", "two people"),
        ("UPDATE publishing_submission SET severity = 'minor'", "two people"),
        (
            "UPDATE publishing_edition SET submission_id = NULL, submitted_by_id = NULL WHERE seq = 3",
            "two people",
        ),
        ("UPDATE publishing_edition SET header = '[]' WHERE seq = 3", "the header is not the one"),
        ("DELETE FROM publishing_ledger", "cut off or longer"),
    ],
)
def test_what_stands_beside_the_editions_is_checked_too(tamper, sql, words):
    tamper(sql)
    assert any(words in finding for finding in found()), found()


def test_a_waiting_submission_that_was_changed_is_named(tamper, editor):
    from publishing import verbs

    submission = verbs.submit("news", factories.news("waiting"), editor)
    tamper(
        "UPDATE publishing_submission SET content = replace(content, 'test', 'best') WHERE id = %s",
        submission.pk,
    )
    assert len(found()) == 1
    assert "is not what was frozen" in found()[0]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE publishing_listing SET title_en = 'Somebody Else' WHERE kind = 'dossier'",
        "UPDATE publishing_listing SET title_en = 'Something else' WHERE kind = 'crime'",
        "DELETE FROM publishing_mention WHERE kind = 'source'",
        "UPDATE publishing_listing SET kind = 'gone' WHERE kind = 'news'",
        "UPDATE publishing_listing SET key = 'INC-0009' WHERE kind = 'crime'",
        "UPDATE publishing_facet SET kind = 'news' WHERE kind = 'crime'",
        "UPDATE publishing_document SET state = 'withdrawn' WHERE kind = 'dossier'",
        "UPDATE publishing_passage SET text_en = 'Somebody else said so.' WHERE kind = 'dossier'",
        "UPDATE publishing_spelling SET text = 'Somebody Else' WHERE lang = 'Latn'",
    ],
)
def test_lists_are_compared_with_the_editions_when_asked(record, sql):
    from publishing.verify import verify_lists

    assert list(verify_lists()) == []
    run(sql)
    assert list(verify_lists()) != []


@pytest.mark.parametrize("state", ["draft", "withdrawn", "removed"])
def test_a_document_hidden_without_an_edition_is_named(tamper, state):
    pointer = ", live_id = NULL" if state == "draft" else ""
    tamper(f"UPDATE publishing_document SET state = %s{pointer} WHERE public_id = 'BL-0001'", state)
    assert len(found()) == 1
    assert "(BL-0001)" in found()[0]


def test_a_head_noted_elsewhere_finds_a_record_that_was_cut_off_with_its_ledger(tamper):
    head = (Ledger.objects.get().seq, Ledger.objects.get().head)
    last, before = Edition.objects.get(seq=6), Edition.objects.get(seq=5)
    tamper("UPDATE publishing_document SET live_id = NULL, state = 'draft' WHERE live_id = %s", last.pk)
    unlist(tamper, last)
    run_without_references(last.pk)
    tamper("UPDATE publishing_ledger SET seq = 5, head = %s", before.header_digest)
    assert found() == []
    assert [str(f) for f in verify(head)] == ["seq 6 (head): the record is cut off: it ends at seq 5"]


@pytest.mark.parametrize("column", TEXTS)
def test_a_bit_flipped_in_any_text_is_found(tamper, column):
    flip = random.Random(column)
    for seq in (1, 3, 6):
        before = getattr(Edition.objects.get(seq=seq), column)
        if not before:
            continue
        for _time in range(12):
            raw = bytearray(before.encode())
            raw[flip.randrange(len(raw))] ^= 1 << flip.randrange(7)
            text = raw.decode("utf-8", "replace").replace("\x00", "\x01")
            if text == before:
                continue
            tamper(f"UPDATE publishing_edition SET {column} = %s WHERE seq = %s", text, seq)
            assert found(), (column, seq, text)
        tamper(f"UPDATE publishing_edition SET {column} = %s WHERE seq = %s", before, seq)
    assert found() == []


@pytest.mark.parametrize("column", NUMBERS)
def test_a_changed_number_is_found(tamper, column, chief):
    third = Edition.objects.get(seq=3)
    other = {
        "seq": 900, "number": 900, "submitted_by_id": chief.pk, "approved_by_id": chief.pk,
        "document_id": Edition.objects.get(seq=2).document_id, "previous_id": Edition.objects.get(seq=6).pk,
    }[column]  # fmt: skip
    tamper(f"UPDATE publishing_edition SET {column} = %s WHERE seq = 3", other)
    assert found()
    tamper(f"UPDATE publishing_edition SET {column} = %s WHERE id = %s", getattr(third, column), third.pk)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL stores no invalid text")
def test_a_byte_that_is_no_text_is_found(tamper):
    tamper("UPDATE publishing_edition SET content = CAST(X'FF7B7D' AS TEXT) WHERE seq = 3")
    assert any("a changed byte is not text" in finding for finding in found())


def test_an_erased_body_without_redaction_is_named(tamper):
    tamper(
        "UPDATE publishing_edition SET content = NULL, salt = NULL, note_ar = '', note_en = '' WHERE seq = 1"
    )
    assert "seq 1 (BL-0001/1): the body is gone and no redaction says so" in found()


def test_the_command_prints_the_head(record):
    out = StringIO()
    call_command("verify_editions", stdout=out)
    assert out.getvalue() == f"6 editions, all intact. Head: 6:{Ledger.objects.get().head}\n"


def test_the_command_fails_and_names_the_edition(tamper):
    tamper("UPDATE publishing_edition SET content = '{}' WHERE seq = 3")
    err = StringIO()
    with pytest.raises(CommandError, match="the record is not intact"):
        call_command("verify_editions", stderr=err)
    assert "BL-0001/2" in err.getvalue()


def test_the_command_refuses_a_head_that_is_none(record):
    with pytest.raises(CommandError, match="SEQ:DIGEST"):
        call_command("verify_editions", head="7")
