"""Texts and messages in both languages: which of them is read, and what stands where one is missing."""

import pytest
from django.utils.translation import gettext_noop as _
from django.utils.translation import override

from publishing.bilingual import BLANK, Message, Series, Text, Vocabulary, in_both, reader_language

HOMS = Text("حمص", "Homs")


@pytest.mark.parametrize(
    ("active", "reader"), [("ar", "ar"), ("en", "en"), ("de", "ar"), ("en-gb", "ar")], ids=str
)
def test_a_reader_reads_english_or_arabic(active, reader):
    with override(active):
        assert reader_language() == reader


@pytest.mark.parametrize(("lang", "shown", "other"), [("ar", "حمص", "Homs"), ("en", "Homs", "حمص")])
def test_a_text_shows_itself_in_the_language_of_the_reader(lang, shown, other):
    with override(lang):
        assert (str(HOMS), HOMS.other, HOMS.lang) == (shown, other, lang)


def test_a_text_that_lacks_the_language_shows_the_other_and_says_so():
    with override("en"):
        text = Text("حمص", "")
        assert (str(text), text.lang, text.dir) == ("حمص", "ar", "rtl")


def test_a_text_in_neither_language_is_nothing():
    assert not BLANK
    assert str(BLANK) == ""
    assert Text.of(None) == BLANK


def test_a_text_goes_into_an_edition_and_comes_back():
    assert Text.of(HOMS.pair) == HOMS
    assert list(HOMS) == ["حمص", "Homs"]


def test_a_message_is_translated_when_it_is_shown_with_what_stands_in_it():
    message = Message(_("Governorate"))
    told = Message(_("Paragraph %(p)s: “%(text)s”"), {"p": 3, "text": HOMS})
    with override("en"):
        assert (str(message), str(told)) == ("Governorate", "Paragraph 3: “Homs”")
    with override("ar"):
        assert (str(message), str(told)) == ("المحافظة", "الفقرة 3: «حمص»")


def test_a_series_leaves_out_what_is_empty_and_joins_as_the_language_does():
    with override("en"):
        assert str(Series(["a", BLANK, HOMS, ""])) == "a · Homs"
    with override("ar"):
        assert str(Series([HOMS, HOMS], between=", ")) != "حمص, حمص"


def test_words_are_kept_in_both_languages():
    with override("en"):
        assert in_both(Message(_("Governorate"))) == {"ar": "المحافظة", "en": "Governorate"}


def test_a_vocabulary_keeps_its_order_and_gives_labels_in_the_active_language():
    words = Vocabulary("""
        b | Second | ثان
        a | First  | أول
    """)
    assert list(words) == ["b", "a"]
    with override("ar"):
        assert words.choices() == [("b", "ثان"), ("a", "أول")]
