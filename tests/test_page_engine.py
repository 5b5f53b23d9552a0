"""The engine of the public pages: strict about names, joined as each language joins, safe by default."""

import pytest
from django.template import engines
from django.urls import NoReverseMatch, set_urlconf
from django.utils.translation import override
from jinja2 import UndefinedError

from publishing.bilingual import Text

ENGINE = engines["jinja2"]


def draw(source, lang="en", **context):
    with override(lang):
        return ENGINE.from_string(source).render(context)


def test_a_name_that_the_page_does_not_have_is_an_error():
    with pytest.raises(UndefinedError, match="publik_id"):
        draw("{{ publik_id }}")


def test_an_attribute_that_a_row_does_not_have_is_an_error():
    with pytest.raises(UndefinedError, match="titel"):
        draw("{{ place.titel }}", place=Text("حمص", "Homs"))


def test_what_is_shown_is_escaped():
    assert draw("{{ words }}", words="<b>&") == "&lt;b&gt;&amp;"
    assert draw("{% trans who=words %}according to {{ who }}{% endtrans %}", words="<b>") == (
        "according to &lt;b&gt;"
    )


@pytest.mark.parametrize(("lang", "joined"), [("en", "Homs, Daraa"), ("ar", "حمص، درعا")])
def test_a_list_is_joined_with_the_comma_of_its_language(lang, joined):
    places = [Text("حمص", "Homs"), Text("", ""), Text("درعا", "Daraa")]
    assert draw("{{ places|listed }}", lang, places=places) == joined


def test_a_list_shows_each_part_as_a_macro_does_and_escapes_the_others():
    source = "{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}{{ parts|listed(b) }} {{ parts|listed }}"
    assert draw(source, parts=["<", "2"]) == "<b>&lt;</b>, <b>2</b> &lt;, 2"


def test_an_address_is_that_of_the_language_being_read():
    assert [draw("{{ url('crimes') }}", lang) for lang in ("en", "ar", "en")] == [
        "/en/crimes/",
        "/ar/crimes/",
        "/en/crimes/",
    ]


def test_an_address_belongs_to_the_url_map_in_force():
    assert draw("{{ url('admin:index') }}") == "/desk/"
    set_urlconf("projustice.urls.public")  # which has no desk, whatever was asked for before
    try:
        with pytest.raises(NoReverseMatch):
            draw("{{ url('admin:index') }}")
    finally:
        set_urlconf(None)


def test_a_block_tag_leaves_no_trace_and_a_line_break_between_texts_stays():
    assert draw("a\n  {% if True %}\n  b\n  {% endif %}\nc") == "a\n b\nc"
    assert draw("a\n  {%- if True -%}\n  b\n  {%- endif %}\nc") == "abc"
