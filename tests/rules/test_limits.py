"""P18 to P20: nothing short says more than its source."""

import pytest

from tests import factories
from tests.rules.checking import problems

pytestmark = pytest.mark.django_db


# --- P18: of what, by whom, when


def test_p18_allows_an_action_with_its_scope(person):
    assert problems(person, "P18") == []


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"offence_ar": "", "offence_en": ""}, "say of what, in a few words and in both languages."),
        ({"authority_en": ""}, "name the authority in both languages."),
        ({"date": "", "public_date": ""}, "give its date, or the day on which it was made public."),
    ],
)
def test_p18_refuses_a_charge_without_its_body_its_day_or_its_object(person, missing, words):
    person.legal_actions.update(**missing)
    assert problems(person, "P18") == [f"Paragraph 4, Arrest warrant: {words}"]


# --- P19: as of when


def test_p19_allows_a_post_that_ended(person):
    assert problems(person, "P19") == []


def test_p19_allows_a_post_without_an_end_whose_source_has_a_date(person):
    person.tenures.update(span="2011/..")
    person.tenures.get().citations.get().source.__class__.objects.update(issued="2022-01-13")
    assert problems(person, "P19") == []


def test_p19_refuses_a_post_that_would_seem_to_be_held_today(person):
    person.tenures.update(span="2011/..")
    assert problems(person, "P19") == [
        (
            "“رئيس الوحدة”: give its end, a day on which it was held, or a source that has a date. "
            "Otherwise it would seem to be held today."
        )
    ]


# --- P20: the degree and the mode of the body


def convicted(person, **fields):
    made = factories.action(
        person, factories.source(), type="conviction", status="final", finality="final", in_absentia=False,
        date="2022-01-13", **fields,
    )  # fmt: skip
    person.participations.update(action=made, mode="ml.order", assessment="court_established")
    return made


def test_p20_allows_what_the_judgment_says(person):
    convicted(person, offence_en="ordering torture", offence_ar="الأمر بالتعذيب")
    assert problems(person, "P20") == []


def test_p20_refuses_the_mode_of_the_indictment_under_a_verdict(person):
    convicted(person, offence_en="torture", offence_ar="التعذيب")
    assert problems(person, "P20") == [
        (
            "INC-0001: paragraph 5 does not say “Ordered”. Choose the role that it names, or "
            "“Role whose mode is not specified”."
        )
    ]


def test_p20_refuses_established_by_a_court_without_the_conviction(person):
    person.participations.update(assessment="court_established", mode="ml.unspecified")
    assert problems(person, "P20") == [
        (
            "INC-0001: “Established by a court” needs the conviction of this person that stands: choose it "
            "under “according to the legal action”."
        )
    ]


def test_p20_refuses_established_by_a_court_once_the_conviction_is_quashed(person):
    judgment = convicted(person, offence_en="ordering torture", offence_ar="الأمر بالتعذيب")
    factories.action(
        person, factories.source(), type="appeal", status="quashed", date="2023", supersedes=judgment
    )
    assert len(problems(person, "P20")) == 1


def test_p20_refuses_more_than_alleged_on_the_word_of_the_press(person):
    person.participations.update(assessment="credible", mode="ml.unspecified")
    type(person.participations.get().citations.get().source).objects.update(kind="news")
    assert problems(person, "P20") == [
        (
            "INC-0001: only a court, a UN body or the OPCW makes a role more than alleged. "
            "Choose “Alleged”, or add that source."
        )
    ]
