"""The frame in which another site shows a card."""

from collections.abc import Iterable
from math import ceil

from django.utils.html import format_html

from publishing.bilingual import reader_language

WIDEST, NARROWEST, LOWEST = 640, 200, 150  # CSS pixels; in a smaller frame the status could not be read
INSIDE = 34  # of the width, what is not text
# What a card needs in its language: pixels a letter takes, a line, and what stands there always.
LETTER = {"ar": 7.4, "en": 8.3}
LINE = {"ar": 27, "en": 24}
FIXED = {"ar": 170, "en": 185}
NOTICE = 150  # letters of the presumption of innocence and of the links


def size(texts: Iterable[str], most_wide: int | None = None, most_high: int | None = None) -> tuple[int, int]:
    """Return width and height of a frame that shows these texts whole, no larger than was asked for."""
    lang, width = reader_language(), min(most_wide or WIDEST, WIDEST)
    letters = max(1, int((width - INSIDE) / LETTER[lang]))
    lines = sum(ceil(len(text) / letters) for text in texts if text) + ceil(NOTICE / letters)
    height = FIXED[lang] + LINE[lang] * lines
    return width, min(height, most_high or height)


def frame(address: str, title: str, width: int, height: int) -> str:
    """Return the frame that shows a card; nothing in it runs, and nothing of the reader is kept."""
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" '
        'sandbox="allow-top-navigation-by-user-activation allow-popups"></iframe>',
        address, title, width, height,
    )  # fmt: skip
