"""The desk's page of a published document: withdrawing and erasing."""

import pytest

from publishing.models import Edition
from tests import factories

NUMBER = {"confirm": "BL-0001"}


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def address(publish_once):
    person = factories.dossier()
    publish_once("dossier", person)
    person.statements.update(text_en="Headed that unit.")
    document = publish_once("dossier", person, **factories.NOTE).document
    return f"/desk/publishing/document/{document.pk}/change/"


def test_a_reviewer_withdraws_with_a_reason_in_both_languages(address, reviewer, desk_of, visitor):
    desk = desk_of(reviewer)
    values = {
        "verb": "withdraw",
        "reason": "factual_error",
        "note_ar": "سُحب.",
        "note_en": "Withdrawn.",
        **NUMBER,
    }
    assert desk.post(address, values).status_code == 302
    assert visitor.get("/en/dossiers/test-person/").status_code == 410


def test_a_missing_explanation_is_asked_for_and_changes_nothing(address, reviewer, desk_of):
    values = {"verb": "withdraw", "reason": "factual_error", "note_ar": "سُحب.", "note_en": "", **NUMBER}
    page = desk_of(reviewer).post(address, values).content.decode()
    assert "in Arabic and in English, or in neither." in page
    assert "سُحب." in page
    assert Edition.objects.count() == 2


def test_a_reviewer_explains_a_withdrawal_and_sees_what_became_of_it(address, reviewer, desk_of):
    desk = desk_of(reviewer)
    desk.post(address, {"verb": "withdraw", "reason": "factual_error", **NUMBER})
    said = {"verb": "explain", "note_ar": "كانت السنة خطأ.", "note_en": "The year was wrong."}
    page = desk.post(address, said, follow=True).content.decode()
    assert "Your explanation waits for another person." in page
    assert ">Waiting for review</a>" in page
    page = desk.post(address, {**said, "note_en": ""}).content.decode()
    assert "in Arabic and in English" in page
    assert "كانت السنة خطأ." in page


def test_a_reviewer_erases_a_past_edition(address, reviewer, desk_of):
    values = {"verb": "redact", "reason": "safety", "numbers": ["1"], **NUMBER}
    assert desk_of(reviewer).post(address, values).status_code == 302
    assert Edition.objects.get(number=1).erased


def test_what_readers_see_now_is_not_offered_for_erasure_without_words(address, reviewer, desk_of):
    values = {"verb": "redact", "reason": "safety", "numbers": ["2"], **NUMBER}
    page = desk_of(reviewer).post(address, values).content.decode()
    assert "Correct or withdraw it first." in page
    assert not Edition.objects.get(number=2).erased


def test_an_editor_sees_the_document_but_no_such_form(address, editor, desk_of):
    desk = desk_of(editor)
    assert "Withdraw this document" not in desk.get(address).content.decode()
    values = {"verb": "withdraw", "reason": "safety", "note_ar": "سُحب.", "note_en": "Withdrawn.", **NUMBER}
    assert desk.post(address, values).status_code == 403
    assert Edition.objects.count() == 2


@pytest.mark.parametrize("written", ["", "BL-0002", "yes"])
@pytest.mark.parametrize(
    "values",
    [
        {"verb": "withdraw", "reason": "safety", "note_ar": "سُحب.", "note_en": "Withdrawn."},
        {"verb": "redact", "reason": "safety", "numbers": ["1"]},
    ],
    ids=["withdraw", "erase"],
)
def test_nothing_is_withdrawn_or_erased_without_writing_its_number(
    address, reviewer, desk_of, values, written
):
    page = desk_of(reviewer).post(address, {**values, "confirm": written}).content.decode()
    words = (
        "This is not the number of this document. Write BL-0001." if written else "This field is required."
    )
    assert words in page
    assert Edition.objects.count() == 2
    assert not Edition.objects.filter(content=None).exists()


def test_the_number_may_be_written_in_small_letters(address, reviewer, desk_of):
    values = {"verb": "redact", "reason": "safety", "numbers": ["1"], "confirm": " bl-0001 "}
    assert desk_of(reviewer).post(address, values).status_code == 302


def test_an_edition_is_listed_by_its_day_since_it_has_no_hour(address, reviewer, desk_of):
    day = Edition.objects.get(number=2).published_at
    page = " ".join(desk_of(reviewer).get(address).content.decode().split())
    assert f'<b>2</b> <span class="nb">{day.day} {day:%B} {day.year}</span> Update' in page
