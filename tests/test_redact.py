"""verbs.redact: erasing past bodies while the chain still verifies."""

import pytest

from publishing import verbs
from publishing.models import Document, Edition, Submission
from publishing.pages.pictures import rendition
from publishing.verify import verify
from publishing.vocabulary import Reason
from tests import factories


@pytest.fixture(scope="module")
def published(publish_once):
    """Edition 1 names a witness; edition 2 does not."""
    person = factories.dossier()
    person.statements.update(text_en="Seen by a named witness.")
    publish_once("dossier", person)
    person.statements.update(text_en="Headed the unit.")
    return publish_once("dossier", person, **factories.NOTE).document.pk


@pytest.fixture
def two_editions(published, db):
    return Document.objects.get(pk=published)


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


def test_the_history_does_not_give_the_redaction_a_note_that_is_not_its_own(two_editions, reviewer, visitor):
    redact(two_editions, reviewer, 1)
    page = visitor.get("/en/dossiers/test-person/editions/").content.decode()
    assert page.count("An update.") == 1
    assert "Redaction." in page


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


def test_every_edition_with_the_same_body_goes_with_it(two_editions, publish, reviewer):
    redact(two_editions, reviewer, 1)  # edition 3 repeats edition 2
    person = factories.d.Perpetrator.objects.get()
    person.statements.update(text_en="Headed that unit.")
    publish("dossier", person, **factories.NOTE)
    two_editions.refresh_from_db()
    edition = redact(two_editions, reviewer, 2)
    assert edition.read_header()["change"]["redacts"] == [2, 3]
    assert Edition.objects.filter(content__contains="Headed the unit.").count() == 0
    assert list(verify()) == []


def test_what_waits_for_review_is_erased_too(two_editions, editor, reviewer):
    person = factories.d.Perpetrator.objects.get()
    person.statements.update(text_en="Seen by a named witness again.")
    waiting = verbs.submit("dossier", person, editor, **factories.NOTE)
    redact(two_editions, reviewer, 1)
    waiting.refresh_from_db()
    assert (waiting.status, waiting.content) == ("superseded", None)


def test_a_picture_that_another_file_shows_stays(
    publish, reviewer, settings, django_capture_on_commit_callbacks
):
    from pathlib import Path

    from django.core.files.base import ContentFile

    from dossiers.desk.portraits import reencode

    with django_capture_on_commit_callbacks(execute=True):
        people = []
        for slug in ("one", "two"):
            person = factories.dossier(slug)
            person.portrait = reencode(ContentFile(factories.picture(), name="x.jpg"))
            person.portrait_alt_ar = person.portrait_alt_en = "وصف"
            person.portrait_credit_ar = person.portrait_credit_en = "مصدر"
            factories.papers(person)
            person.save()
            publish("dossier", person)
            people.append(person)
        one = people[0]
        one.portrait = ""
        one.save()
        document = publish("dossier", one, **factories.NOTE).document
    kept = people[1].portrait.name.rpartition("/")[2]
    image = Path(settings.MEDIA_PUBLIC) / rendition(kept, 368, "avif")
    assert image.exists()
    with django_capture_on_commit_callbacks(execute=True):
        redact(document, reviewer, 1)
    assert image.exists()


def test_there_must_be_something_to_erase(two_editions, reviewer):
    with pytest.raises(verbs.Refused, match="no text to erase"):
        redact(two_editions, reviewer, 9)


def erased(kind, working, publish, reviewer, change):
    """Publish a text, change it, publish it again, and erase the first edition."""
    publish(kind, working)
    change()
    redact(publish(kind, working, **factories.NOTE).document, reviewer, 1)


def test_an_erased_dossier_stands_in_no_history(publish, reviewer):
    person = factories.dossier("another-person")
    gone = person.statements.create(text_ar="نص.", text_en="A text.", order=1)
    factories.cite(gone, factories.source(), quote="Words of a witness.")

    def change():
        gone.delete()
        statement = person.statements.get()
        statement.text_ar, statement.text_en = "قاد الوحدة.", "Led the unit."
        statement.save()

    erased("dossier", person, publish, reviewer, change)
    kept = [factories.d.Statement, factories.d.Citation, factories.d.Name, factories.d.Perpetrator]
    assert [model.history.filter(**by(model, person)).count() for model in kept] == [0, 0, 0, 0]
    assert not factories.d.Citation.history.filter(quote="Words of a witness.").exists()


def by(model, person):
    """Return what finds the history of a dossier and of its rows."""
    names = {"Perpetrator": "id", "Citation": "perpetrator_id"}
    return {names.get(model.__name__, "perpetrator_id"): person.pk}


def test_an_erased_news_item_stands_in_no_history(publish, reviewer):
    item, other = factories.news(), factories.news("other")

    def change():
        item.headline_ar, item.headline_en = "عنوان آخر", "Another headline"
        item.save()

    erased("news", item, publish, reviewer, change)
    assert set(type(item).history.values_list("slug", flat=True)) == {"other"}
    assert set(factories.NewsCitation.history.values_list("item_id", flat=True)) == {other.pk}


def test_an_erased_page_stands_in_no_history(publish, reviewer):
    page, other = factories.page(), factories.page("contact")

    def change():
        page.body_ar, page.body_en = "نص آخر.", "Another text."
        page.save()

    erased("page", page, publish, reviewer, change)
    assert set(type(other).history.values_list("slug", flat=True)) == {"contact"}


def test_an_erased_link_stands_in_no_history(publish, reviewer):
    made = factories.links()
    link = made.links.get()

    def change():
        link.text_ar, link.text_en = "كلمات أخرى", "Other words"
        link.save()

    erased("links", made, publish, reviewer, change)
    assert type(link).history.count() == 0
