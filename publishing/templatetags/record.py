"""How the record's texts, dates and numbers are shown."""

import re
from datetime import datetime
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from publishing import dates, markup
from publishing.bilingual import Text, reader_language
from publishing.compare import Piece
from publishing.dates import Point
from publishing.show import isolated, unbroken

register = template.Library()


@register.filter
def edtf(value: str) -> SafeString:
    """Show a partial date in words."""
    return unbroken(dates.show(value))


@register.filter
def edtf_within(value: str) -> SafeString:
    """Show a partial date that means some time between its ends."""
    return unbroken(dates.show(value, within=True))


@register.filter(name="day")
def day_unbroken(value: datetime) -> SafeString:
    """Show the day of a moment, on one line."""
    return unbroken(day(value))


def day(value: datetime) -> str:
    """Return the day of a moment in words."""
    return Point(value.year, value.month, value.day, "day").show()


@register.filter
def isolate(value: Text | str) -> SafeString:
    """Escape a text and isolate every run of the other script, so that it cannot reorder the rest."""
    return isolated(str(value), value.lang if isinstance(value, Text) else reader_language())


@register.filter
def markdown(value: Text | str) -> SafeString:
    return markup.to_html(str(value), value.lang if isinstance(value, Text) else reader_language())


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
