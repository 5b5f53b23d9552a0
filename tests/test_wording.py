"""dossiers.rules.wording.linter: the linter behind W1, W2, W4 and W6, sentence by sentence.

`wording.csv` holds sentences as editors write them, half of which must pass. Everybody in it is made up.
"""

import csv
from pathlib import Path

import pytest
from django.utils.translation import override

from dossiers.rules.wording.linter import lint, same_row

with Path(__file__).with_name("wording.csv").open(encoding="utf-8") as table:
    ROWS = list(csv.DictReader(table))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['lang']}-{row['status']}-{row['word'] or 'ok'}")
def test_every_sentence_of_the_table(row):
    found = lint(row["text"], row["lang"], row["status"])
    assert bool(found) is (row["expect"] == "flag"), [(finding.rule, finding.word) for finding in found]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_table_holds_sixty_sentences_a_language_and_half_of_them_pass(lang):
    passing = [row["expect"] == "ok" for row in ROWS if row["lang"] == lang]
    assert len(passing) >= 60
    assert sum(passing) * 2 == len(passing)


def test_it_says_which_word_where_why_and_what_instead():
    text = "In 2019 the war criminal left the city."
    (finding,) = lint(text, "en", "wanted")
    assert (finding.rule, finding.word) == ("W1", "war criminal")
    assert text[finding.start :].startswith("war criminal")
    assert str(finding.why) == "It calls a person guilty whom no final judgment has found guilty."
    assert str(finding.instead) == "Write “is the subject of an arrest warrant issued by…”."


def test_it_speaks_arabic():
    (finding,) = lint("وشوهد المجرم في المدينة.", "ar", "wanted")
    with override("ar"):
        assert finding.word == "المجرم"
        assert "مذكرة توقيف" in str(finding.instead)


@pytest.mark.parametrize(
    "word",
    ["مجرم", "المجرم", "والمجرم", "بالمجرم", "فالمجرمون", "للمجرمين", "كالمجرمة", "مجرمان", "المجرمتين",
     "ومجرموه", "مجرمات", "مُجْرِمٌ", "مجـــرم"],
)  # fmt: skip
def test_it_knows_a_noun_with_all_that_arabic_joins_to_it(word):
    assert [finding.word for finding in lint(f"هذا {word} هنا", "ar", "none")] == [word]


@pytest.mark.parametrize(
    ("text", "status", "missing"),
    [
        ("أُدين بالقتل.", "convicted_final", 3),
        ("أدانته محكمة كوبلنس بالقتل.", "convicted_final", 2),
        ("أدانته محكمة كوبلنس في 13 كانون الثاني/يناير 2022.", "convicted_final", 1),
        ("أدانته محكمة كوبلنس في 13 كانون الثاني/يناير 2022 بحكم مبرم.", "convicted_final", 0),
        ("أدانته محكمة باريس في 24 أيار/مايو 2024، وقد تُعاد محاكمته.", "convicted_absentia", 1),
        ("أدانته محكمة باريس غيابيًا في 24 أيار/مايو 2024، وقد تُعاد محاكمته.", "convicted_absentia", 0),
    ],
)
def test_a_conviction_is_told_with_court_date_finality_and_absence(text, status, missing):
    assert len(lint(text, "ar", status)) == missing


def test_a_quotation_with_its_speaker_is_spared_and_a_label_on_nobodys_word_is_not():
    assert lint("SANA called him “the criminal” before any trial.", "en", "none") == ()
    assert [finding.rule for finding in lint("The “criminal” left.", "en", "none")] == ["W6"]
    assert lint("> He is a war criminal.", "en", "none") == ()


@pytest.mark.parametrize(
    ("ar", "en", "same"),
    [
        ("وهو متهم في ألمانيا.", "He is charged in Germany.", True),
        ("وهو متهم في ألمانيا.", "He is a suspect in Germany.", False),
        ("أدانته محكمة في باريس.", "A court in Paris convicted him.", True),
        ("أدانته محكمة في باريس.", "He is charged in Paris.", False),
        ("وُلد في حمص.", "He was convicted.", True),
    ],
)
def test_both_languages_state_the_same_standing(ar, en, same):
    assert same_row(ar, en) is same
