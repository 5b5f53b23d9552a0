"""verbs.approve: the second person, and the edition that follows."""

import json

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from publishing import ledger, verbs
from publishing.canonical import content_digest
from publishing.models import Document, Edition, Ledger, Listing, Submission
from tests import factories
from tests.factories import NOTE


@pytest.fixture
def submission(editor):
    return verbs.submit("dossier", factories.dossier(), editor)


def test_what_was_submitted_is_published_byte_for_byte(submission, reviewer):
    frozen = submission.content
    person = factories.d.Perpetrator.objects.get()
    person.statements.all().delete()
    person.names.all().delete()
    edition = verbs.approve(submission, reviewer)
    assert edition.content == frozen
    assert edition.content_digest == content_digest(json.loads(frozen), edition.salt)


def test_the_first_edition_is_number_one_and_live(submission, reviewer):
    edition = verbs.approve(submission, reviewer)
    document = Document.objects.get()
    assert (edition.number, edition.seq) == (1, 1)
    assert (document.live, document.state, document.slug) == (edition, "live", "test-person")
    assert Listing.objects.get(kind="dossier").title_en == "Test Person"


def test_the_header_holds_no_person(submission, reviewer):
    edition = verbs.approve(submission, reviewer)
    assert sorted(edition.read_header()) == [
        "as_of", "change", "content", "edition", "id", "kind", "langs", "ledger_prev", "licence", "prev",
        "published_at", "schema", "seq", "status", "vocab",
    ]  # fmt: skip
    assert "editor" not in edition.header
    assert "reviewer" not in edition.header


def test_editions_are_chained_by_document_and_by_site(publish):
    person = factories.dossier()
    first = publish("dossier", person)
    other = publish("news", factories.news())
    person.statements.update(text_en="Headed that unit.")
    second = publish("dossier", person, **NOTE)
    header = second.read_header()
    assert (second.number, second.seq) == (2, 3)
    assert header["prev"] == first.header_digest
    assert header["ledger_prev"] == other.header_digest
    assert (Ledger.objects.get().seq, Ledger.objects.get().head) == (3, second.header_digest)


def test_the_submitter_may_not_approve(editor, reviewer, submission):
    editor.groups.set(reviewer.groups.all())
    editor = User.objects.get(pk=editor.pk)
    with pytest.raises(verbs.Refused, match="Nobody may decide on what they submitted themselves"):
        verbs.approve(submission, editor)
    assert Edition.objects.count() == 0


def test_a_superuser_may_not_approve_own_work(chief):
    submission = verbs.submit("dossier", factories.dossier(), chief)
    with pytest.raises(verbs.Refused, match="P4"):
        verbs.approve(submission, chief)


def test_the_database_refuses_one_person_in_both_places(submission, editor):
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(status="approved", decided_by=editor)


def test_the_database_refuses_an_edition_that_nobody_approved(submission, reviewer):
    with pytest.raises(DatabaseError, match="must be what was approved"), transaction.atomic():
        bypass(submission, reviewer)


def test_the_database_refuses_an_edition_by_one_person(submission, editor, reviewer):
    Submission.objects.filter(pk=submission.pk).update(status="approved", decided_by=reviewer)
    with pytest.raises(DatabaseError), transaction.atomic():
        bypass(submission, editor)


def test_the_database_refuses_other_words_than_those_approved(submission, reviewer):
    Submission.objects.filter(pk=submission.pk).update(status="approved", decided_by=reviewer)
    with pytest.raises(DatabaseError, match="must be what was approved"), transaction.atomic():
        bypass(submission, reviewer, content=submission.content.replace("Headed", "Burned"))


def test_the_database_refuses_to_change_a_submission(submission):
    for change in ({"content": "{}"}, {"digest": "0" * 64}, {"change": "update"}, {"slug": "other"}):
        with pytest.raises(DatabaseError, match="cannot be changed"), transaction.atomic():
            Submission.objects.filter(pk=submission.pk).update(**change)


def test_a_decision_is_taken_once(submission, reviewer, chief):
    verbs.approve(submission, reviewer)
    with pytest.raises(verbs.Refused, match="no longer waiting"):
        verbs.approve(submission, chief)
    assert Edition.objects.count() == 1


def test_an_editor_may_not_approve(submission, editor):
    with pytest.raises(PermissionDenied):
        verbs.approve(submission, editor)


def test_a_deactivated_reviewer_may_not_approve(submission, reviewer):
    reviewer.is_active = False
    with pytest.raises(PermissionDenied):
        verbs.approve(submission, reviewer)


def test_a_new_address_leaves_the_old_one_redirecting(publish, visitor):
    person = factories.dossier()
    publish("dossier", person)
    person.slug = "new-address"
    person.save()
    person.statements.update(text_en="Headed that unit.")
    publish("dossier", person, **NOTE)
    response = visitor.get("/en/dossiers/test-person/")
    assert (response.status_code, response["Location"]) == (301, "/en/dossiers/new-address/")


def bypass(submission, by, **changes):
    """Insert an edition of the submission without the verbs."""
    document = submission.document
    fields = {
        "seq": 1, "document": document, "number": 1, "header": "{}", "header_digest": "0" * 64,
        "content": submission.content, "salt": submission.salt, "content_digest": submission.digest,
        "published_at": ledger.stamp(), "change": "initial", "submission": submission,
        "submitted_by": submission.submitted_by, "approved_by": by,
    }  # fmt: skip
    Edition.objects.create(**{**fields, **changes})
