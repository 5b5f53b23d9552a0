"""Addresses that readers use, wherever they are written: the desk may run with a URL map of its own."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.urls import get_urlconf, is_valid_path, reverse, set_urlconf
from django.utils.translation import override

from publishing.bilingual import LANGUAGES, Pair
from publishing.text import DASHES, DIGITS, HYPHENS, visible

# The numbers of files, incidents and sources are written large; every other address is written small.
CODE = re.compile(r"\b(?:bl|inc|src)(?=-\d)")
# The number of a file as it is typed from paper: bl 4, BL_0004, BL0004, en/BL-0004.
FILE = re.compile(r"/(?:(?:ar|en)/)?bl[-_ ]*0*(\d{1,5})(/\d{1,6})?")


@contextmanager
def public_urls() -> Iterator[None]:
    """Reverse names by the public URL map inside the block."""
    before = get_urlconf()
    set_urlconf(settings.PUBLIC_URLCONF)
    try:
        yield
    finally:
        set_urlconf(before)


def both(name: str, *arguments: Any) -> Pair:
    """Return the whole address of a page in both languages."""
    found: Pair = {"ar": "", "en": ""}
    for lang in LANGUAGES:
        with override(lang):
            found[lang] = f"{settings.SITE_URL}{reverse(name, args=arguments)}"  # type: ignore[literal-required]
    return found


def mended(path: str) -> str | None:
    """Return the address that a path nobody has was meant to be, or None.

    Copied out of a sentence or typed from paper, an address takes a comma or bracket with it, comes in
    large letters or Arabic digits, or has a slash too many or too few.
    """
    if {".", ".."} & set(path.split("/")):
        return None
    plain = visible(path).translate(DIGITS).translate(HYPHENS).translate(DASHES)
    parts = map(_without_signs, plain.split("/"))
    meant = "/" + "/".join(part for part in parts if part).lower()
    if meant.startswith("/desk"):
        return None
    if file := FILE.fullmatch(meant):
        meant = f"/BL-{file[1]:0>4}{file[2] or ''}"
    meant = CODE.sub(lambda code: code.group().upper(), meant)
    first = meant.split("/")[1]
    with override(first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        for address in (meant, f"{meant}/"):
            if address != path and is_valid_path(address):
                return address
    return None


def _without_signs(part: str) -> str:
    """Return one part of a path without the signs and blanks of the sentence around it."""
    start, end = 0, len(part)
    while start < end and unicodedata.category(part[start])[0] not in "LN":
        start += 1
    while start < end and unicodedata.category(part[end - 1])[0] not in "LN":
        end -= 1
    return part[start:end]
