"""publishing.text and publishing.markup: what is stored, and what a browser gets."""

import html
import re
from unicodedata import category

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from publishing.markup import to_html
from publishing.show import isolated
from publishing.templatetags.record import isolate
from publishing.text import clean, clean_date, clean_hash, clean_line, clean_number

# A run in Latin letters, which may be of any language that has them.
LATIN = '<bdi lang="und-Latn">'


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x9f", "\ufffc", "\ufffd", "\uffff", "\u0378"])
def test_what_cannot_be_kept_is_refused_with_its_name_and_place(char):
    with pytest.raises(ValidationError) as refused:
        clean(f"one\nAli {char}Mamlouk")
    (message,) = refused.value.messages
    assert message.startswith(f"Line 2, after “Ali”: U+{ord(char):04X}, ")
    assert message.endswith("Delete it and type it again.")


def test_at_the_beginning_of_a_line_it_says_so_in_the_reader_s_language():
    with override("ar"):
        with pytest.raises(ValidationError) as refused:
            clean("\ufffcصورة")
        assert refused.value.messages == [
            "السطر 1، في أوله: U+FFFC، صورة أو ملف لم يأتِ مع النص. احذفه واكتبه من جديد."
        ]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("\u200fعلي\u200e مملوك\ufeff ", "علي مملوك"),
        ("\u2068علي مملوك\u2069", "علي مملوك"),  # pasted from a chat
        ("\u202eAli\u202c", "Ali"),
        ("تحقي\u00adق crim\u00adinal", "تحقيق criminal"),
        ("الم\u200cجرم cri\u2060minal", "المجرم criminal"),
        ("سطر\u2028سطر\u2029سطر", "سطر سطر سطر"),
        ("\uf0b7 بند", "بند"),
        ("7\u00a0May\u30002011", "7 May 2011"),
        ("a \u00a0\u2003 b", "a b"),
        ("a\tb\r\nc\x0bd", "a b\nc\nd"),
        ("e\u0301", "é"),
        ("a\ufe0f\u3164\u2800b", "a b"),
        ("ﺗﻘﺮﻳﺮ ﻟﺠﻨﺔ ﺍﻟﺘﺤﻘﻴﻖ", "تقرير لجنة التحقيق"),
        ("اﻹنسان اﻷول", "الإنسان الأول"),
        ("- a\n  - b", "- a\n  - b"),  # what begins a line may mean something
    ],
)
def test_what_nobody_sees_is_dropped_or_becomes_one_blank(typed, stored):
    assert clean(typed) == stored


def test_a_name_is_one_line():
    assert clean_line("Ali\nMamlouk\u2028 ") == "Ali Mamlouk"


@pytest.mark.parametrize(
    "typed", ["\u200f2011\u201103\u201118", "٢٠١١-٠٣-١٨", "2011−03−18\u00a0", "۲۰۱۱-۰۳-۱۸"]
)
def test_a_date_is_digits_and_hyphens_however_it_was_typed(typed):
    assert clean_number(typed) == "2011-03-18"


def test_a_hash_is_the_same_in_any_case_and_grouping():
    whole = "7a4e8b6727046825fdf68728302ffce33f372286bdd2ac4130dadf4ceb6ff7ea"
    grouped = ":".join(whole.upper()[place : place + 8] for place in range(0, 64, 8))
    assert clean_hash(f"\u200e{grouped} ") == whole
    assert clean_hash(whole.upper()) == whole


@given(st.text())
def test_no_stored_text_holds_a_character_that_nobody_sees(text):
    try:
        stored = clean(text)
    except ValidationError:
        return
    assert clean(stored) == stored
    assert {category(sign)[0] for sign in stored.replace("\n", "")} <= set("LMNPSZ")
    assert {sign for sign in stored if category(sign)[0] == "Z"} <= {" "}


@given(st.text(alphabet=st.sampled_from("علي سبAlix 0123456789-./()@§،؛«»\n&<")))
def test_a_page_shows_what_was_stored_with_no_character_added(text):
    for lang in ("ar", "en"):
        shown = re.sub(r"</?(?:bdi|span)[^>]*>", "", isolated(text, lang))
        assert html.unescape(shown) == text


@pytest.mark.parametrize(
    ("markdown", "never"),
    [
        ("<script>alert(1)</script>", "<script"),
        ("[x](javascript:alert(1))", 'href="javascript'),
        ("[x](data:text/html;base64,AA)", 'href="data:'),
        ("<img src=x onerror=alert(1)>", "<img"),
        ("![x](https://tracker.example/p.gif)", "<img"),
        ('[x](https://example.org "onmouseover=1")', "onmouseover"),
    ],
)
def test_markdown_cannot_carry_script_or_foreign_content(markdown, never):
    assert never not in to_html(markdown, "en")


def test_a_block_goes_as_the_page_does_unless_most_of_it_is_of_the_other_script():
    assert to_html("# عنوان\n\nSJAC أصدرت تقريرًا.", "ar") == (
        f"<h2>عنوان</h2>\n<p>{LATIN}SJAC</bdi> أصدرت تقريرًا.</p>\n"
    )
    assert to_html("Human Rights Watch (هيومن رايتس)", "ar") == (
        f'<p dir="ltr">{LATIN}Human Rights Watch</bdi> (هيومن رايتس)</p>\n'
    )


def test_an_outside_link_tells_its_target_nothing():
    assert to_html("[a](https://example.org/)", "en") == (
        '<p><a href="https://example.org/" rel="noopener noreferrer external">a</a></p>\n'
    )


def test_a_docket_number_in_arabic_is_one_isolated_run():
    with override("ar"):
        assert isolate("رقم 3 StR 454/22، كوبلنس") == f"رقم {LATIN}3 StR 454/22</bdi>، كوبلنس"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("بالقرار رقم 24-84.393 الصادر في 2025.", "بالقرار رقم <bdi>24-84.393</bdi> الصادر في 2025."),
        ("بموجب 18 U.S.C. § 2340A(a) أمام", "بموجب <bdi L>18 U.S.C. § 2340A(a)</bdi> أمام"),
        ("بحساب @user_name أمس.", "بحساب <bdi L>@user_name</bdi> أمس."),
        ("قضية [2019] EWCA Civ 12 أمام", "قضية <bdi L>[2019] EWCA Civ 12</bdi> أمام"),
        ("(قضية [2019] EWCA Civ 12)", "(قضية <bdi L>[2019] EWCA Civ 12</bdi>)"),
        ("على https://e.org/a?b=1&c=2 أمس", "على <bdi L>https://e.org/a?b=1&amp;c=2</bdi> أمس"),
        ("الهاتف +963 11 123-4567،", "الهاتف <bdi>+963 11 123-4567</bdi>،"),
        ("(A/HRC/21/50) وغيره", "(<bdi L>A/HRC/21/50</bdi>) وغيره"),
        ("(complicité) في جرائم", "(<bdi L>complicité</bdi>) في جرائم"),
        ("بين 2011 وأيلول/سبتمبر 2012", 'بين 2011 <span class="nb">وأيلول/سبتمبر 2012</span>'),
        ("في 7 أيار/مايو 2011،", 'في <span class="nb">7 أيار/مايو 2011</span>،'),
        ("سابقًا (2000–2024)", "سابقًا (2000–2024)"),
    ],
)
def test_a_run_of_latin_letters_digits_and_signs_is_one(text, shown):
    assert isolated(text, "ar") == shown.replace("<bdi L>", LATIN)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_number_of_a_thing_and_a_date_with_its_bracket_stay_on_one_line(lang):
    text = {"ar": "جريمة (INC-0005، 22 آب/أغسطس 2012)", "en": "crime (INC-0005, 22 August 2012)"}[lang]
    word, comma, day = {"ar": ("جريمة", "،", "22 آب/أغسطس 2012"), "en": ("crime", ",", "22 August 2012")}[
        lang
    ]
    shown = f'{word} <span class="nb">(<bdi>INC-0005</bdi></span>{comma} <span class="nb">{day}</span>)'
    assert isolated(text, lang) == shown


def test_arabic_words_in_english_are_isolated_and_markup_is_escaped():
    assert isolate("<b> (لواء)") == '&lt;b&gt; (<bdi lang="ar">لواء</bdi>)'


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("م\ufe78دير", "مُدير"),
        ("كت\ufe77ب", "كتَب"),
        ("o\ufb03ce, \ufb01nal", "office, final"),
        ("\uff21\uff22\uff11", "AB1"),
    ],
)
def test_letters_of_pdfs_become_the_letters_that_everybody_types(typed, stored):
    assert clean(typed) == stored


def test_an_entity_brings_nothing_back_that_was_dropped():
    assert to_html("&#8238;a &shy;b &amp;", "en") == "<p>&amp;#8238;a &amp;shy;b &amp;amp;</p>\n"


def test_the_address_of_a_link_does_not_turn_its_paragraph():
    html = to_html("ذكر [تقرير](https://www.example.org/a-long-address-of-latin-letters) أن ذلك حدث.", "ar")
    assert html.startswith("<p>ذكر ")


@pytest.mark.parametrize("name", ["Ḥasan", "Maḥmūd", "ʿAlī", "a\u0323\u0301b"])
def test_a_transliterated_name_is_one_run(name):
    assert str(isolated(f"قال {name} ذلك", "ar")) == f"قال {LATIN}{name}</bdi> ذلك"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2011–03–18", "2011-03-18"),
        ("٢٠١١—٠٣", "2011-03"),
        ("2011ـ03", "2011-03"),
        ("2011 - 03 / 2013 ؟", "2011-03/2013?"),
        ("2011 ~", "2011~"),
        ("2011/…", "2011/.."),
        ("197x", "197X"),
        ("18 March 2011", "18 March 2011"),
    ],
)
def test_a_date_is_read_from_any_keyboard(typed, stored):
    assert clean_date(typed) == stored
