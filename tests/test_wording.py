"""dossiers.rules.wording.linter: the linter behind W1, W2, W4 and W6, sentence by sentence.

`wording.csv` holds sentences as editors write them, half of which must pass. Everybody in it is made up.
Their authors had not seen the linter. Those that it does not read right are marked as missed, and counted.
"""

import csv
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from dossiers.rules.wording.linter import LANGUAGES, lint, same_row, split

with Path(__file__).with_name("wording.csv").open(encoding="utf-8") as table:
    ROWS = list(csv.DictReader(table))


READ = [row for row in ROWS if not row["missed"]]


@pytest.mark.parametrize("row", READ, ids=lambda row: f"{row['lang']}-{row['status']}-{row['word'] or 'ok'}")
def test_every_sentence_of_the_table(row):
    found = lint(row["text"], row["lang"], row["status"])
    assert bool(found) is (row["expect"] == "flag"), [(finding.rule, finding.word) for finding in found]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_table_holds_1200_sentences_a_language_and_half_of_them_pass(lang):
    passing = [row["expect"] == "ok" for row in ROWS if row["lang"] == lang]
    assert len(passing) >= 1200
    assert sum(passing) * 2 == len(passing)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_it_finds_95_of_100_and_is_right_in_95_of_100(lang):
    rows = [(row["expect"] == "flag", bool(row["missed"])) for row in ROWS if row["lang"] == lang]
    found = sum(flag and not missed for flag, missed in rows)
    assert found / sum(flag for flag, _missed in rows) >= 0.95
    assert found / (found + sum(missed and not flag for flag, missed in rows)) >= 0.95


def test_what_is_marked_as_missed_is_missed():
    for row in (row for row in ROWS if row["missed"]):
        assert bool(lint(row["text"], row["lang"], row["status"])) is (row["expect"] == "ok"), row["text"]


def test_a_term_is_found_by_the_word_that_it_begins_with():
    for lang, language in LANGUAGES.items():
        for row in (row for row in ROWS if row["lang"] == lang):
            for part, start in split(row["text"]):
                sentence = language.read(part, start)
                everywhere = [(term, place) for term in language.TERMS for place in term.places(sentence)]
                assert list(language.LEXICON.found(sentence)) == everywhere


def test_the_desk_reads_a_message_in_its_own_language_with_words_of_the_text_s():
    (finding,) = lint("The murderer left.", "en", "wanted")
    with override("ar"):
        assert str(finding.instead) == "اكتب: «is the subject of an arrest warrant issued by…»."


def test_a_text_can_be_read_at_a_prompt(capsys):
    call_command("lint", "He is a criminal or worse.", status="wanted", lang="en")
    call_command("lint", "He was born in Homs.", lang="en")
    assert capsys.readouterr().out.startswith("W1  8  “criminal”: ")
    with pytest.raises(CommandError, match="There is no status 'guilty'"):
        call_command("lint", "x", status="guilty")


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


SAID_IN_BOTH = [
    ("هو مجرم أو أسوأ.", "He is a criminal or worse.", "none", True),
    ("القانون الجنائي والمدني.", "Criminal and civil law.", "none", False),
    ("بلغ إجرامه حد تعذيب الأطفال.", "His criminality went as far as torturing children.", "suspect", True),
    ("عذّب العميد رامي قاسم المعتقلين.", "Brigadier Rami Qasim tortured the detainees.", "wanted", True),
    (
        "بحسب شهود، عذّب العميد رامي قاسم المعتقلين.",
        "According to witnesses, Brigadier Rami Qasim tortured the detainees.",
        "wanted",
        False,
    ),
    ("لم تسلم منه بلدة.", "He left nobody in the town alive.", "none", True),
    ("دماء المصلين في رقبته.", "The blood of the worshippers is on his hands.", "none", True),
    (
        "أثبتت لجنة التحقيق تورطه.",
        "The Commission of Inquiry proved that he took part in the killings.",
        "rgb",
        True,
    ),
    (
        "خلصت اللجنة إلى أسباب معقولة للاعتقاد بأن الوحدة قصفت الحي.",
        "The Commission found reasonable grounds to believe that the unit shelled the district.",
        "rgb",
        False,
    ),
    ("ضحاياه كثيرون.", "His victims are many.", "charged", True),
    ("ضحاياه المفترضون سبعة.", "His alleged victims are seven.", "charged", False),
    ("المشتبه به رامي قاسم يقيم في بيروت.", "The suspect Rami Qasim lives in Beirut.", "none", True),
    ("صدرت لائحة الاتهام الموجهة إليه.", "The indictment against him has been issued.", "suspect", True),
    ("لم تصدر بحقه لائحة اتهام.", "No indictment has been filed against him.", "suspect", False),
    ("حُكم على ابن عمه بالسجن.", "His cousin was sentenced to prison.", "suspect", False),
    ("حُكم عليه بالسجن.", "He was sentenced to prison.", "suspect", True),
    ("لم تدنه أي محكمة في أي بلد.", "No court in any country has ever convicted him.", "none", False),
    ("لا شك أنه مذنب.", "There is no doubt that he is guilty.", "none", True),
    ("أفلت من العقاب بثغرة إجرائية.", "He escaped punishment through a loophole.", "acquitted", True),
    ("برّأته المحكمة.", "The court acquitted him.", "acquitted", False),
    ("رجل من رجال القائمة السوداء للعار.", "A man of the blacklist of shame.", "sanctioned", True),
    ("اختلس أموال البلدية.", "He embezzled the money of the municipality.", "none", True),
    ("الجلاد رامي قاسم.", "The hangman Rami Qasim.", "convicted_final", True),
    ("فيلم «السفاح» عُرض في دمشق.", "The film “The Butcher” was shown in Damascus.", "none", False),
    ("أُمر الضباط بالانسحاب بأوامر منه.", "The officers withdrew on his orders.", "link.command", True),
    ("وُلد في حمص.", "He was born in Homs.", "none", False),
    ("ابتز أهالي المعتقلين.", "He extorted the families of the detainees.", "suspect", True),
    ("نهب العقيد سامر السوق.", "Colonel Samer looted the market.", "suspect", True),
]


@pytest.mark.parametrize(("ar", "en", "status", "refused"), SAID_IN_BOTH, ids=lambda value: str(value)[:30])
def test_what_one_language_refuses_the_other_refuses(ar, en, status, refused):
    assert (bool(lint(ar, "ar", status)), bool(lint(en, "en", status))) == (refused, refused)


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
