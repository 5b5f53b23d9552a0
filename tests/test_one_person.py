"""Nobody puts a text up alone, by the application's own parts or by SQL; nobody takes one down unseen."""

import pytest
from django.db import DatabaseError, transaction

from publishing import ledger, verbs
from publishing.models import Document, Edition, Redaction, Submission
from publishing.verify import verify
from publishing.vocabulary import Change, Reason, State
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def published(publish_once):
    return publish_once("dossier", factories.dossier()).document.pk


@pytest.fixture
def document(published, db):
    return Document.objects.get(pk=published)


def append(document, body, change, by, submission=None, state=State.LIVE):
    with transaction.atomic():
        act = ledger.Act(change, "minor", state)
        return ledger.append(ledger.lock(), document, body, act, by, submission)


def forged(document):
    content = document.live.read()
    content["summary"][0]["text"]["en"] = "Burned the village."
    return verbs.seal(content)


@pytest.mark.parametrize("change", [Change.REDACTION, Change.WITHDRAWAL, Change.REMOVAL, Change.UPDATE])
def test_the_database_refuses_new_words_from_one_person(document, chief, change):
    with pytest.raises(DatabaseError), transaction.atomic():
        append(document, forged(document), change, chief)


def test_the_database_refuses_a_withdrawal_that_is_no_tombstone(document, chief):
    with pytest.raises(DatabaseError, match="take a text down"), transaction.atomic():
        append(document, forged(document), Change.WITHDRAWAL, chief, state=State.WITHDRAWN)


def test_the_database_refuses_to_publish_a_submission_twice(document, publish, reviewer):
    old = document.live
    person = factories.d.Perpetrator.objects.get()
    person.statements.update(text_en="Headed that unit.")
    publish("dossier", person, **factories.NOTE)
    body = ledger.Body(old.content, old.salt, old.content_digest, old.note_ar, old.note_en)
    document.refresh_from_db()
    with pytest.raises(DatabaseError), transaction.atomic():
        append(document, body, Change.UPDATE, reviewer, old.submission)


def test_the_database_refuses_an_erasure_that_no_header_announces(document, publish, reviewer):
    person = factories.d.Perpetrator.objects.get()
    for words in ("Headed that unit.", "Headed the ninth unit."):
        person.statements.update(text_en=words)
        publish("dossier", person, **factories.NOTE)
    document.refresh_from_db()
    announcement = verbs.redact(document, [1], reviewer, Reason.SAFETY)
    second = Edition.objects.get(document=document, number=2)
    with pytest.raises(DatabaseError), transaction.atomic():
        Redaction.objects.create(edition=second, by=announcement, made_by=reviewer)
    assert list(verify()) == []


def test_an_update_that_was_waiting_does_not_undo_a_withdrawal(document, editor, reviewer):
    person = factories.d.Perpetrator.objects.get()
    person.statements.update(text_en="Headed that unit.")
    waiting = verbs.submit("dossier", person, editor, **factories.NOTE)
    verbs.withdraw(document, reviewer, Reason.SAFETY, "سُحب.", "Withdrawn.")
    with pytest.raises(verbs.Refused, match="no longer waiting"):
        verbs.approve(waiting, reviewer)
    assert Document.objects.get().state == State.WITHDRAWN


def test_an_address_taken_meanwhile_is_refused_at_approval(editor, reviewer, publish):
    first = factories.dossier("wanted-address")
    waiting = verbs.submit("dossier", first, editor)
    factories.d.Perpetrator.objects.filter(pk=first.pk).update(slug="elsewhere")
    publish("dossier", factories.dossier("wanted-address"))
    with pytest.raises(verbs.Refused, match="Another document has this address"):
        verbs.approve(waiting, reviewer)
    waiting.refresh_from_db()
    assert waiting.status == Submission.Status.OPEN


@pytest.mark.parametrize("hidden", ["\ufffc", "\x00", "\x01"])
def test_hidden_characters_in_a_note_are_refused_with_words(document, editor, reviewer, hidden):
    person = factories.d.Perpetrator.objects.get()
    person.statements.update(text_en="Headed that unit.")
    with pytest.raises(verbs.Refused, match="type it again"):
        verbs.submit("dossier", person, editor, note_ar="نص", note_en=f"a{hidden}b")
    with pytest.raises(verbs.Refused, match="type it again"):
        verbs.withdraw(document, reviewer, Reason.SAFETY, f"ا{hidden}ب", "Withdrawn.")
    submission = verbs.submit("dossier", person, editor, **factories.NOTE)
    with pytest.raises(verbs.Refused, match="type it again"):
        verbs.return_(submission, reviewer, f"a{hidden}b")


def test_a_number_is_never_used_again_even_of_a_deleted_draft():
    from dossiers.models import Crime, Perpetrator, Source

    for model, field in ((Perpetrator, "public_id"), (Crime, "code"), (Source, "code")):
        make = {"slug": "a"} if model is Perpetrator else {}
        row = model.objects.create(**make)
        number = getattr(row, field)
        row.delete()
        assert getattr(model.objects.create(**make), field) > number
