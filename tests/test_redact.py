"""verbs.redact: erasing past bodies while the chain still verifies."""

import pytest

from publishing import verbs
from publishing.models import Edition, Submission
from publishing.verify import verify
from publishing.vocabulary import Reason
from tests import factories


@pytest.fixture
def two_editions(publish):
    """Edition 1 names a witness; edition 2 does not."""
    person = factories.dossier()
    person.statements.update(text_en="Seen by a named witness.")
    publish("dossier", person)
    person.statements.update(text_en="Headed the unit.")
    return publish("dossier", person, **factories.NOTE).document


def redact(document, by, *numbers):
    return verbs.redact(document, numbers, by, Reason.SAFETY)


def test_the_body_is_gone_everywhere_and_the_chain_verifies(two_editions, reviewer):
    edition = redact(two_editions, reviewer, 1)
    assert edition.read_header()["change"]["redacts"] == [1]
    first = Edition.objects.get(number=1)
    assert (first.content, first.salt, first.note_en) == (None, None, "")
    assert not any("witness" in (s.content or "") for s in Submission.objects.all())
    assert list(verify()) == []


def test_readers_go_on_seeing_the_same_text(two_editions, reviewer, visitor):
    redact(two_editions, reviewer, 1)
    assert "Headed the unit." in visitor.get("/en/dossiers/test-person/").content.decode()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_erased_edition_answers_410(two_editions, reviewer, visitor, lang):
    redact(two_editions, reviewer, 1)
    assert visitor.get(f"/{lang}/dossiers/test-person/editions/1/").status_code == 410
    body = visitor.get("/editions/BL-0001/1.json").content
    assert body.startswith(b'{"body":null,"header":')


def test_the_changes_page_says_that_it_cannot_compare(two_editions, reviewer, visitor):
    redact(two_editions, reviewer, 1)
    page = visitor.get("/en/dossiers/test-person/editions/2/changes/").content.decode()
    assert "cannot be compared" in page


def test_what_readers_see_now_is_not_erased(two_editions, reviewer):
    with pytest.raises(verbs.Refused, match="Correct or withdraw it first"):
        redact(two_editions, reviewer, 2)


def test_after_a_withdrawal_everything_can_be_erased(two_editions, reviewer, visitor):
    verbs.withdraw(two_editions, reviewer, Reason.SAFETY, "سُحب.", "Withdrawn.")
    redact(two_editions, reviewer, 1, 2)
    two_editions.refresh_from_db()
    assert two_editions.state == "removed"
    assert visitor.get("/en/dossiers/test-person/").status_code == 410
    assert list(verify()) == []


def test_there_must_be_something_to_erase(two_editions, reviewer):
    with pytest.raises(verbs.Refused, match="no text to erase"):
        redact(two_editions, reviewer, 9)
