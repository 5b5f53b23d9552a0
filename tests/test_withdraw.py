"""verbs.withdraw: a tombstone in the place of a document."""

import pytest
from django.core.exceptions import PermissionDenied

from publishing import verbs
from publishing.models import Listing, Mention, Submission
from publishing.verify import verify
from publishing.vocabulary import WITHDRAWN_FOR, Reason
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


@pytest.mark.parametrize(
    ("lang", "words"),
    [("ar", "ورد في هذه الوثيقة خطأ جوهري."), ("en", "A material statement in it was wrong.")],
)
def test_its_page_answers_410_and_says_why_in_fixed_words(document, reviewer, visitor, lang, words):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    response = visitor.get(f"/{lang}/dossiers/test-person/")
    assert response.status_code == 410
    assert words in response.content.decode()
    assert WHY[f"note_{lang}"] not in response.content.decode()  # nobody else has seen it yet
    assert "Headed the unit." not in response.content.decode()


def test_every_reason_has_its_words_in_both_languages():
    assert set(WITHDRAWN_FOR) == set(Reason)
    assert all(text.ar and text.en for text in WITHDRAWN_FOR.values())


def test_what_a_reviewer_adds_is_published_by_another_person(document, reviewer, visitor, chief):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    note = Submission.objects.get(status="open")
    with pytest.raises(verbs.Refused, match="Nobody may decide on what they submitted themselves"):
        verbs.approve(note, reviewer)
    edition = verbs.approve(note, chief)
    header = edition.read_header()
    assert (edition.number, edition.change, header["kind"]) == (3, "withdrawal", "tombstone")
    assert (header["status"], header["change"]["reason_code"]) == ("withdrawn", "factual_error")
    page = visitor.get("/en/dossiers/test-person/")
    assert page.status_code == 410
    assert "A material statement in it was wrong. Withdrawn for an error." in page.content.decode()
    assert list(verify()) == []
    assert Listing.objects.count() == 0


def test_what_a_reviewer_added_is_looked_at_beside_the_fixed_words(document, reviewer, desk_of, chief):
    verbs.withdraw(document, reviewer, Reason.SAFETY, **WHY)
    note = Submission.objects.get(status="open")
    page = desk_of(chief).get(f"/desk/publishing/submission/{note.pk}/change/")
    shown = page.content.decode()
    assert "Withdrawn for an error." in shown
    assert "Test Person" not in shown  # it endangers somebody, so that nothing names it again
    assert "Preview in English" not in shown
    assert "Rules it passed" not in shown


def test_what_a_reviewer_added_can_be_returned_and_said_anew(document, reviewer, chief, visitor):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    verbs.return_(Submission.objects.get(status="open"), chief, "Say less.")
    again = verbs.explain(document, reviewer, "صُحح.", "It was the wrong year.")
    verbs.approve(again, chief)
    page = visitor.get("/en/dossiers/test-person/").content.decode()
    assert "A material statement in it was wrong. It was the wrong year." in page
    assert WHY["note_en"] not in page


def test_only_what_was_withdrawn_is_explained(document, reviewer):
    with pytest.raises(verbs.Refused, match="Only a withdrawn document"):
        verbs.explain(document, reviewer, "سُحب.", "Withdrawn.")


def test_an_editor_may_not_explain(document, editor, reviewer):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR)
    with pytest.raises(PermissionDenied):
        verbs.explain(document, editor, "سُحب.", "Withdrawn.")


def test_an_explanation_does_not_push_a_text_out_of_review(document, editor, reviewer):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR)
    waiting = verbs.submit("dossier", factories.d.Perpetrator.objects.get(), editor, **factories.NOTE)
    with pytest.raises(verbs.Refused, match="Decide on it first"):
        verbs.explain(document, reviewer, "سُحب.", "Withdrawn.")
    assert Submission.objects.get(status="open").pk == waiting.pk


def test_a_note_is_not_taken_for_the_text_that_an_editor_sent(document, reviewer, editor, desk_of):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    person = factories.d.Perpetrator.objects.get()
    form = desk_of(editor).get(f"/desk/dossiers/perpetrator/{person.pk}/change/").content.decode()
    assert "Waiting for review" not in form
    heading = desk_of(reviewer).get(f"/desk/publishing/document/{document.pk}/change/").content.decode()
    assert "Test Person · BL-0001" in heading


def test_a_note_on_what_was_restored_meanwhile_is_refused(document, editor, reviewer, chief):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    note = Submission.objects.get(status="open")
    person = factories.d.Perpetrator.objects.get()
    verbs.approve(verbs.submit("dossier", person, editor, **factories.NOTE), reviewer)
    with pytest.raises(verbs.Refused):
        verbs.approve(note, chief)


def test_a_mistaken_identity_is_not_named_again(document, reviewer, visitor):
    verbs.withdraw(document, reviewer, Reason.IDENTITY_ERROR, **WHY)
    for path in ("/en/dossiers/test-person/", "/en/dossiers/test-person/editions/"):
        page = visitor.get(path).content.decode()
        assert "Test Person" not in page
        assert "/editions/1/" not in page  # nor is it one link away


def test_it_leaves_every_list(document, reviewer, visitor):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    assert (Listing.objects.count(), Mention.objects.count()) == (0, 0)
    for path in ("/en/", "/en/dossiers/", "/en/crimes/", "/sitemap-dossiers.xml", "/en/feed.atom"):
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


def test_an_explanation_is_in_both_languages_or_in_neither(document, reviewer):
    with pytest.raises(verbs.Refused, match="in Arabic and in English, or in neither"):
        verbs.withdraw(document, reviewer, Reason.SAFETY, note_ar="سُحب.", note_en="")
    assert verbs.withdraw(document, reviewer, Reason.SAFETY).number == 2


def test_an_editor_may_not_withdraw(document, editor):
    with pytest.raises(PermissionDenied):
        verbs.withdraw(document, editor, Reason.SAFETY, **WHY)


def test_it_can_be_restored_by_two_people(document, editor, reviewer, visitor):
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, **WHY)
    person = factories.d.Perpetrator.objects.get()
    edition = verbs.approve(verbs.submit("dossier", person, editor, **factories.NOTE), reviewer)
    assert (edition.number, edition.change) == (3, "restore")
    assert visitor.get("/en/dossiers/test-person/").status_code == 200
