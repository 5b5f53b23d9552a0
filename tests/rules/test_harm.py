"""C1 to C11 of domain.md §6: harm to others.

The name of a test begins with the rule: `manage.py publishing_rules` finds the tests of each rule so.
"""

import pytest
from django.contrib.auth.models import User

from dossiers.models import Crime, Perpetrator
from publishing import verbs
from publishing.models import Document, Edition
from publishing.verify import verify
from tests import factories
from tests.rules.checking import name, problems, say, warnings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]


def test_c1_allows_a_victim_with_a_recorded_consent(person):
    say(person, "Samer al-Halabi told a court about it.", "روى سامر الحلبي ذلك أمام محكمة.")
    name(person, "victim", basis="judgment", int_consent="Judgment of 2022, page 3.")
    assert problems(person, "C1") == []


@pytest.mark.parametrize("fields", [{}, {"basis": "judgment"}, {"basis": "public_role", "int_consent": "x"}])
def test_c1_refuses_a_victim_without_it(person, fields):
    say(person, "Samer al-Halabi told a court about it.", "روى سامر الحلبي ذلك أمام محكمة.")
    name(person, "victim", **fields)
    assert len(problems(person, "C1")) == 1


def test_c1_refuses_a_victim_nobody_recorded(person):
    say(person, "In that week Samer al-Halabi was arrested at a checkpoint.")
    assert problems(person, "C1") == [
        "“Samer al-Halabi” seems to be a victim or a witness. Record why the name may stand."
    ]


def test_c1_allows_the_person_of_the_dossier(person):
    say(person, "Test Person was arrested in 2024.")
    assert problems(person, "C1") == []


def sensitive(kind="sgbv", **fields):
    Crime.objects.update(**{"sensitivity": kind, "place_ar": "", "place_en": "", **fields})


def test_c2_allows_a_sensitive_crime_with_governorate_and_month(person):
    sensitive()
    assert problems(person, "C2") == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"place_en": "Homs"}, "leave the place empty"),
        ({"when": "2012-03-04"}, "give the month at most"),
        ({"description_en": "Two women were held."}, "“Two women” tells of fewer than three people"),
        ({"description_ar": "احتُجزت امرأتان."}, "“امرأتان” tells of fewer than three people"),
    ],
)
def test_c2_refuses_place_day_and_small_numbers(person, fields, words):
    sensitive(**fields)
    assert [words in message for message in problems(person, "C2")] == [True]


def test_c3_allows_a_minor_who_is_not_named(person):
    name(person, "victim", minor=True, basis="judgment", int_consent="x")
    assert problems(person, "C3") == []


def test_c3_refuses_a_minor_who_is(person):
    say(person, "Samer al-Halabi was there.")
    name(person, "witness", minor=True, basis="own_choice", int_consent="x")
    assert problems(person, "C3") == ["“Samer al-Halabi” was a minor. Take the name out."]


def test_c3_refuses_any_victim_named_in_a_crime_against_minors(person):
    sensitive("minor", description_en="Samer al-Halabi was held with others.")
    name(person, "victim", basis="judgment", int_consent="x")
    assert len(problems(person, "C3")) == 1


def test_c4_allows_a_held_source_beside_another(person):
    factories.cite(person.statements.get(), factories.source(confidentiality="restricted"))
    assert problems(person, "C4") == []


def test_c4_refuses_what_readers_cannot_see_as_the_only_support(person):
    held = factories.source(confidentiality="restricted")
    person.statements.get().citations.update(source=held)
    assert problems(person, "C4") == [
        "Paragraph 1: “Headed the unit.”: no source that readers can see supports it. Add one."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Call +963 11 222 3333.", "هاتفه 0944 123 456", "write to someone@example.org", "lives at the coast",
        "12 Green Garden Street", "المزة، بناء رقم 12", "بناية ٧", "عنوان منزله في دمشق",
        "his number plate was seen", "رقم حسابه المصرفي معروف", "He is now living in a suburb.",
    ],
)  # fmt: skip
def test_c5_refuses_addresses_telephones_and_whereabouts(person, text):
    person.statements.update(text_en=text)
    assert len(problems(person, "C5")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Judgment 3 StR 454/22 of 20 March 2024.", "1 StE 3/21 (3 BJs 9/19-4)", "28,226 children, 138 deaths",
        "Regulation 36/2012, Annex II.A no. 132", "from 2011-04-29 to 2012-09", "Branch 251 (al-Khatib)",
        "القانون 16/2022، المواد 533–535", "على طريق بناء الدولة",
    ],
)  # fmt: skip
def test_c5_allows_dockets_numbers_and_dates(person, text):
    person.statements.update(text_en=text)
    assert problems(person, "C5") == []


def test_c6_allows_a_relative_in_a_public_role_of_their_own(person):
    say(person, "His cousin Samer al-Halabi headed the branch before him.")
    name(person, "relative", basis="public_role")
    assert problems(person, "C6") == []


@pytest.mark.parametrize(
    ("en", "ar"), [("His wife Samira travelled.", "نص."), ("Words.", "سافرت زوجته سميرة إلى الخارج.")]
)
def test_c6_refuses_a_relative_in_either_language(person, en, ar):
    say(person, en, ar)
    assert len(problems(person, "C6")) == 1


@pytest.mark.parametrize(("en", "ar"), [("An Alawite officer.", "نص."), ("Words.", "ضابط علوي.")])
def test_c7_refuses_sect_and_ethnicity(person, en, ar):
    say(person, en, ar)
    assert warnings(person, "C7") == [False]


def test_c7_warns_of_it_where_it_is_the_persecution(person):
    person.qualifications.update(category="cah.persecution")
    Crime.objects.update(description_en="Kurdish residents were expelled.")
    assert warnings(person, "C7") == [True]


def test_c7_allows_words_that_look_like_it(person):
    say(person, "In the years of his command.", "في سنين قيادته، على علو شاهق.")
    assert problems(person, "C7") == []


@pytest.mark.parametrize(("en", "ar"), [("He should be killed.", "نص."), ("Words.", "مكافأة لمن يدل عليه.")])
def test_c8_refuses_a_call_to_act_against_a_person(person, en, ar):
    say(person, en, ar)
    assert len(problems(person, "C8")) == 1


def test_c8_allows_the_plain_facts_of_a_reward(person):
    say(person, "In 2025 a state offered money for news of his whereabouts.")
    assert problems(person, "C8") == []


@pytest.mark.parametrize(
    ("birth", "kind", "allowed"),
    [("1958-03-07", "gazette", True), ("1958-03-07", "news", False), ("1958-03", "news", True)],
)
def test_c9_allows_a_day_of_birth_from_an_official_list_and_refuses_others(person, birth, kind, allowed):
    Perpetrator.objects.update(birth=birth)
    person.citations.filter(fact="birth").update(source=factories.source(kind=kind))
    assert (problems(person, "C9") == []) is allowed


def test_c10_refuses_a_member_of_the_desk_by_name(person):
    User.objects.create_user("k", first_name="Karim", last_name="Haddad", is_staff=True)
    say(person, "Written by Karim Haddad.")
    assert problems(person, "C10") == ["“Karim Haddad” is somebody at the desk. Take the name out."]


def test_c10_allows_everybody_else(person):
    say(person, "Written by Karim Haddad.")
    assert problems(person, "C10") == []


def test_c11_allows_erasing_a_text_and_the_record_still_verifies(person, publish, reviewer):
    publish("dossier", person)
    say(person, "Led the unit.")
    publish("dossier", person, **factories.NOTE)
    verbs.redact(Document.objects.get(), [1], reviewer, "safety")
    assert list(verify()) == []
    assert Edition.objects.get(number=1).content is None


def test_c11_refuses_to_erase_what_readers_see_now(person, publish, reviewer):
    publish("dossier", person)
    with pytest.raises(verbs.Refused):
        verbs.redact(Document.objects.get(), [1], reviewer, "safety")
