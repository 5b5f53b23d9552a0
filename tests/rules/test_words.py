"""W1 to W6 of domain.md §6: the words for a legal status.

The name of a test begins with the rule: `manage.py publishing_rules` finds the tests of each rule so.
"""

import pytest

from dossiers.models import Perpetrator
from tests import factories
from tests.rules.checking import CONVICTION, CONVICTION_AR, news_problems, problems, say, warnings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]


def test_w5_allows_a_file_that_says_when_it_was_checked(person):
    assert problems(person, "W5") == []


def test_w5_refuses_a_file_that_does_not(person):
    Perpetrator.objects.update(checked_on=None)
    assert problems(person, "W5") == [
        "Give the day on which the legal status was checked. The page shows it."
    ]


# --- W: wording (tests/test_wording.py has the linter's own tables)


def test_w1_allows_words_that_keep_to_the_status(person):
    say(person, "A warrant for his arrest was issued in 2018.", "صدرت بحقه مذكرة توقيف عام 2018.")
    assert problems(person, "W1") == []


def test_w1_refuses_a_criminal_whom_no_court_convicted(person):
    say(person, "This war criminal headed the unit.")
    assert problems(person, "W1")[0].startswith("“war criminal”: It calls a person guilty")
    assert problems(person, "W1")[0].endswith("Write “is the subject of an arrest warrant issued by…”.")


def test_w1_refuses_an_order_where_only_a_post_is_shown(person):
    person.participations.update(role_text_en="He was responsible for the arrests.", role_text_ar="نص.")
    assert len(problems(person, "W1")) == 1


def convicted(person, en=CONVICTION, ar=CONVICTION_AR):
    factories.action(person, factories.source(), type="conviction", status="final", finality="final")
    say(person, en, ar)


def test_w2_allows_a_conviction_with_court_date_and_finality(person):
    convicted(person)
    assert problems(person, "W2") == []


def test_w2_refuses_a_conviction_without_them(person):
    convicted(person, en="He was convicted.")
    assert len(problems(person, "W2")) == 3


def test_w3_allows_the_same_standing_in_both_languages(person):
    convicted(person)
    assert problems(person, "W3") == []


def test_w3_refuses_an_accused_who_is_a_suspect_in_the_other_language(person):
    say(person, "He is a suspect in the case.", "وهو متهم في القضية.")
    assert len(problems(person, "W3")) == 1


def test_w4_allows_plain_words(person):
    assert problems(person, "W4") == []


def test_w4_warns_of_a_word_about_character(person):
    say(person, "A bloodthirsty officer.")
    assert warnings(person, "W4") == [True]


def test_w6_allows_a_nickname_with_somebody_who_uses_it(person):
    say(person, "Former detainees called him “the Butcher”.")
    assert problems(person, "W6") == []


def test_w6_warns_of_a_nickname_on_nobodys_word(person):
    say(person, "The “Butcher” headed the unit.")
    assert warnings(person, "W6") == [True]


def test_w1_refuses_the_same_words_in_news_of_a_live_dossier(publish, person):
    publish("dossier", person)
    item = factories.news(names=[person], standfirst_en="The criminal was seen.")
    assert "W1" in {p.rule for p in news_problems(item)}


def test_w7_allows_two_texts_that_say_the_same(person):
    say(person, "Head of the unit until 2012.", "رئيس الوحدة حتى 2012.")
    assert problems(person, "W7") == []


def test_w7_warns_of_what_only_one_language_says(person):
    text = "According to the listing, head until 2012."
    say(person, text, "ترأس الوحدة حتى 2013.")
    advice = "Mend one of them, or say why."
    assert problems(person, "W7") == [
        f"“{text}”: only the Arabic has the number (“2013”). {advice}",
        f"“{text}”: only the English has the number (“2012”). {advice}",
        f"“{text}”: only the English has an attribution (“According to”). {advice}",
    ]
    assert set(warnings(person, "W7")) == {True}
