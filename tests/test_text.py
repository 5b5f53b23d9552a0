"""publishing.text and publishing.markup: what is stored, and what a browser gets."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from publishing.markup import to_html
from publishing.templatetags.record import isolate
from publishing.text import clean


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x85", "\u202e", "\u202a", "\u2066", "\u2069"])
def test_control_and_reordering_characters_are_refused(char):
    with pytest.raises(ValidationError, match="Type it again instead of pasting it"):
        clean(f"Ali{char}Mamlouk")


def test_harmless_invisible_marks_are_removed():
    assert clean("\u200fعلي\u200e مملوك\ufeff ") == "علي مملوك"


def test_text_is_stored_composed():
    assert clean("e\u0301") == "é"


@given(st.text())
def test_what_is_stored_is_clean_already(text):
    try:
        stored = clean(text)
    except ValidationError:
        return
    assert clean(stored) == stored


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
    assert never not in to_html(markdown)


def test_a_block_takes_its_direction_from_its_words():
    assert to_html("# عنوان\n\nنص.") == '<h2 dir="auto">عنوان</h2>\n<p dir="auto">نص.</p>\n'


def test_an_outside_link_tells_its_target_nothing():
    assert to_html("[a](https://example.org/)") == (
        '<p dir="auto"><a href="https://example.org/" rel="noopener noreferrer external">a</a></p>\n'
    )


def test_a_docket_number_in_arabic_is_one_isolated_run():
    with override("ar"):
        assert isolate("رقم 3 StR 454/22، كوبلنس") == "رقم <bdi>3 StR 454/22</bdi>، كوبلنس"


def test_arabic_words_in_english_are_isolated_and_markup_is_escaped():
    assert isolate("<b> (لواء)") == "&lt;b&gt; (<bdi>لواء</bdi>)"
