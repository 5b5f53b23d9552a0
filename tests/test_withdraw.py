"""verbs.withdraw: a tombstone in the place of a document."""

import pytest
from django.core.exceptions import PermissionDenied

from publishing import verbs
from publishing.models import Listing, Mention
from publishing.verify import verify
from publishing.vocabulary import Reason
from tests import factories

WHY = {"note_ar": "سُحب لخطأ جوهري.", "note_en": "Withdrawn for an error."}


@pytest.fixture
def document(publish):
    return publish("dossier", factories.dossier()).document


def test_the_tombstone_is_an_edition(document, reviewer):
    edition = verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    header = edition.read_header()
    assert (edition.number, header["kind"], header["status"]) == (2, "tombstone", "withdrawn")
    assert header["change"]["reason_code"] == "factual_error"
    assert list(verify()) == []


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_its_page_answers_410_and_says_why(document, reviewer, visitor, lang):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    response = visitor.get(f"/{lang}/dossiers/test-person/")
    assert response.status_code == 410
    assert WHY[f"note_{lang}"] in response.content.decode()
    assert "Headed the unit." not in response.content.decode()


def test_a_mistaken_identity_is_not_named_again(document, reviewer, visitor):
    verbs.withdraw(document, reviewer, Reason.IDENTITY_ERROR, **WHY)
    for path in ("/en/dossiers/test-person/", "/en/dossiers/test-person/editions/"):
        page = visitor.get(path).content.decode()
        assert "Test Person" not in page
        assert "/editions/1/" not in page  # nor is it one link away


def test_it_leaves_every_list(document, reviewer, visitor):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    assert (Listing.objects.count(), Mention.objects.count()) == (0, 0)
    for path in ("/en/", "/en/dossiers/", "/en/crimes/", "/sitemap-dossiers.xml", "/en/news/feed.atom"):
        assert "Test Person" not in visitor.get(path).content.decode()


def test_its_past_edition_stays_readable_and_is_not_indexed(document, reviewer, visitor):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    response = visitor.get("/en/dossiers/test-person/editions/1/")
    assert response.status_code == 200
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_its_changes_do_not_list_the_allegations_again(document, reviewer, visitor, lang):
    verbs.withdraw(document, reviewer, Reason.SAFETY, **WHY)
    response = visitor.get(f"/{lang}/dossiers/test-person/editions/2/changes/")
    assert response.status_code == 410
    for text in ("Headed the unit.", "ترأس الوحدة.", "Test Person", "اسم تجريبي"):
        assert text not in response.content.decode()


def test_a_crime_that_another_file_names_stays(publish, reviewer, visitor):
    one = factories.dossier()
    other = factories.dossier("other", "آخر", "Other Person")
    crime = one.participations.get().crime
    factories.cite(
        factories.d.Participation.objects.create(perpetrator=other, crime=crime, mode="ml.unspecified")
    )
    first = publish("dossier", one)
    publish("dossier", other)
    verbs.withdraw(first.document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    page = visitor.get(f"/en/crimes/{crime.code}/").content.decode()
    assert "Other Person" in page
    assert "Test Person" not in page


def test_both_explanations_are_required(document, reviewer):
    with pytest.raises(verbs.Refused, match="Say in Arabic and in English why it is withdrawn"):
        verbs.withdraw(document, reviewer, Reason.SAFETY, note_ar="سُحب.", note_en="")


def test_an_editor_may_not_withdraw(document, editor):
    with pytest.raises(PermissionDenied):
        verbs.withdraw(document, editor, Reason.SAFETY, **WHY)


def test_it_can_be_restored_by_two_people(document, editor, reviewer, visitor):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    person = factories.d.Perpetrator.objects.get()
    edition = verbs.approve(verbs.submit("dossier", person, editor, **factories.NOTE), reviewer)
    assert (edition.number, edition.change) == (3, "restore")
    assert visitor.get("/en/dossiers/test-person/").status_code == 200
