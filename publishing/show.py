"""Texts as pages show them: runs of the other script isolated, dates not broken over two lines.

No character is added to a text: what is copied from a page is what was frozen. Elements do the work.
"""

import re
from functools import cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from publishing.bilingual import OTHER
from publishing.dates import MONTHS

ARABIC = "\u0600-\u06ff"
ARABIC_RUN = re.compile(f"[{ARABIC}](?:[{ARABIC}\\s]*[{ARABIC}])?")
# With the letters of transliterations, their modifiers (ʿ) and combining marks.
LATIN = "A-Za-zÀ-ɏɐ-˿\u0300-\u036fḀ-ỿ"
# What may stand in a run of Latin letters and digits: "18 U.S.C. § 2340A(a)", "24-84.393", "@user_name".
LATIN_RUN = re.compile(
    rf"[@#§+(\[]*[{LATIN}0-9](?:[{LATIN}0-9 .,:;'’/&§+\-–_@#%()\[\]?=~*$€£°]*[{LATIN}0-9)\]%])?"
)
# Digits with such a sign between them fall apart after Arabic letters; a plain number does not.
JOINED = re.compile(rf"[{LATIN}]|\d[\-./:_]\d")
NUMBER = re.compile(r"\b(?:BL|INC|SRC)-[0-9]{4,6}\b")  # of a file, an incident, a source
LETTER = re.compile(f"[{LATIN}]")
CLOSING = {")": "(", "]": "["}
OPENING = {opener: closer for closer, opener in CLOSING.items()}


def isolated(text: str, lang: str) -> SafeString:
    """Escape a text in this language and isolate every run of the other script in it."""
    parts = _whole().split(text)
    shown = [_unbroken(part) if place % 2 else _isolated(part, lang) for place, part in enumerate(parts)]
    return mark_safe("".join(shown))  # noqa: S308 - every part is escaped


def unbroken(text: str) -> SafeString:
    """Escape a text and keep each date in it on one line."""
    parts = _whole().split(text)
    shown = [_unbroken(part) if place % 2 else escape(part) for place, part in enumerate(parts)]
    return mark_safe("".join(shown))  # noqa: S308 - every part is escaped


def _unbroken(text: str) -> str:
    shown = NUMBER.sub(r"<bdi>\g<0></bdi>", escape(text))
    return f'<span class="nb">{shown}</span>'


@cache
def _whole() -> re.Pattern[str]:
    """Return a pattern that finds what stays on one line: a date in either language, a number of ours."""
    names = sorted((name for names in MONTHS.values() for name in names), key=len, reverse=True)
    months = "|".join(map(re.escape, names))
    # "May" alone is a word; with a day or a year it is a month. In Arabic "and" or "in" is joined to it.
    dates = rf"\(?\b\d{{1,2}} (?:{months})(?: \d{{4}})?\b|\b[وبلفك]?(?:{months}) \d{{4}}\b"
    return re.compile(rf"({dates}|\(?{NUMBER.pattern})")


def _isolated(text: str, lang: str) -> str:
    pieces, end = [], 0
    for run in (ARABIC_RUN if lang == "en" else LATIN_RUN).finditer(text):
        whole = run.group() if lang == "en" else _balanced(run.group())
        if lang == "ar" and not JOINED.search(whole):
            continue
        start = text.index(whole, run.start())
        pieces += [escape(text[end:start]), f"<bdi{_language(whole, lang)}>{escape(whole)}</bdi>"]
        end = start + len(whole)
    return "".join([*pieces, escape(text[end:])])


def _language(run: str, lang: str) -> str:
    """Return what a run says of its language: one in Latin letters may be French or German."""
    if lang == "en":
        return ' lang="ar"'
    return ' lang="und-Latn"' if LETTER.search(run) else ""


def _balanced(run: str) -> str:
    """Return a run without brackets that it does not both open and close, nor those around all of it."""
    while run:
        closer = OPENING.get(run[0])
        if closer and run.find(closer) in {-1, len(run) - 1}:
            run = run[1:]
            continue
        opener = CLOSING.get(run[-1])
        if run[-1] in " .,:'’/&+-–([" or (opener and run.count(run[-1]) > run.count(opener)):
            run = run[:-1]
            continue
        unclosed = next((sign for close, sign in CLOSING.items() if run.count(sign) > run.count(close)), "")
        if not unclosed:
            break
        run = run[: run.rindex(unclosed)].rstrip()
    return run


def direction_of(text: str, lang: str) -> str | None:
    """Return the direction of a block, where most of its letters are of the other script than the page's."""
    arabic, latin = len(re.findall(f"[{ARABIC}]", text)), len(re.findall(f"[{LATIN}]", text))
    other = arabic > latin if lang == "en" else latin > arabic
    return {"ar": "rtl", "en": "ltr"}[OTHER[lang]] if other else None
