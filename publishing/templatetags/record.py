"""How the record's texts, dates and numbers are shown."""

import re
from datetime import datetime
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from publishing import dates, markup
from publishing.bilingual import Text, reader_language
from publishing.compare import Piece
from publishing.dates import MONTHS, NBSP, Point

register = template.Library()

LATIN = "A-Za-zÀ-ɏ"
# A run of the other script, with a number that belongs to it: "3 StR 454/22".
LATIN_RUN = re.compile(rf"(?:\d[\d/.\-]* )?[{LATIN}](?:[{LATIN}0-9 .,:'’/&§+\-–]*[{LATIN}0-9])?")
ARABIC_RUN = re.compile("[\u0600-\u06ff](?:[\u0600-\u06ff\\s]*[\u0600-\u06ff])?")
MONTH_WORDS = "|".join(
    sorted({name.split(" ")[0].split("/")[0] for names in MONTHS.values() for name in names})
)
DAY_MONTH = re.compile(rf"(\b\d{{1,2}}) ({MONTH_WORDS})")


@register.filter
def edtf(value: str) -> str:
    """Show a partial date in words."""
    return dates.show(value)


@register.filter
def edtf_within(value: str) -> str:
    """Show a partial date that means some time between its ends."""
    return dates.show(value, within=True)


@register.filter
def day(value: datetime) -> str:
    """Show the day of a moment."""
    return Point(value.year, value.month, value.day, "day").show()


@register.filter
def isolate(value: Text | str) -> SafeString:
    """Escape a text and isolate every run of the other script, so that it cannot reorder the rest."""
    lang = value.lang if isinstance(value, Text) else reader_language()
    text = DAY_MONTH.sub(rf"\1{NBSP}\2", str(value))
    pattern = ARABIC_RUN if lang == "en" else LATIN_RUN
    pieces, end = [], 0
    for run in pattern.finditer(text):
        pieces.append(conditional_escape(text[end : run.start()]))
        pieces.append(mark_safe(f"<bdi>{conditional_escape(run.group())}</bdi>"))  # noqa: S308 - escaped here
        end = run.end()
    pieces.append(conditional_escape(text[end:]))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


@register.filter
def markdown(value: Text | str) -> SafeString:
    return markup.to_html(str(value))


@register.filter
def text_of(card: object, name: str) -> Text:
    """Return a bilingual text of a card or of its data."""
    data = getattr(card, "data", card)
    return Text.of(data.get(name) if isinstance(data, dict) else None)


@register.filter
def pair(value: dict[str, str] | None) -> Text:
    """Return a stored pair of texts as the reader's text."""
    return Text.of(value)


@register.filter
def grouped(number: int) -> str:
    """Show a whole number: 1,318 in English; in Arabic ungrouped below 10,000 (visual.md §8)."""
    if reader_language() == "en":
        return f"{number:,}"
    return str(number) if number < 10_000 else f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


QUOTED = re.compile(r"(«|“)(.*?)(»|”)")


@register.filter
def isolate_quoted(text: Any) -> SafeString:
    """Return a message whose quoted parts cannot reorder the words around them."""
    return mark_safe(QUOTED.sub(r"\1<bdi>\2</bdi>\3", conditional_escape(str(text))))  # noqa: S308 - escaped


@register.simple_tag
def pieces(pieces: list[Piece]) -> SafeString:
    """Show what changed in a text, as the public pages show it."""
    return mark_safe(render_to_string("parts/pieces.html", {"pieces": pieces}))  # noqa: S308 - escaped there
