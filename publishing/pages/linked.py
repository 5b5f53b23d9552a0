"""JSON-LD (schema.org) for search engines: the same facts as the page, and nothing more (domain.md §8.2)."""

import json
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from markupsafe import Markup

from publishing import dates

Thing = dict[str, Any]


def script(data: Thing) -> Markup:
    """Return a thing as a page holds it; browsers do not run it."""
    whole = {"@context": "https://schema.org", **known(data)}
    told = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        told = told.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(f'<script type="application/ld+json">{told}</script>')  # noqa: S704 - every sign of HTML is escaped


def known(thing: Thing) -> Thing:
    """Return a thing without what is not known of it."""
    return {name: value for name, value in thing.items() if value not in ("", None, [], {})}


def publisher() -> Thing:
    return {
        "@type": "NGO",
        "name": _("Pro-Justice"),
        "url": settings.SITE_URL,
        "correctionsPolicy": settings.SITE_URL + reverse("corrections"),
        "ethicsPolicy": settings.SITE_URL + reverse("methodology"),
    }


def day(edtf: str) -> str:
    """Return a date that is certain, whole or in part; schema.org has no word for about or perhaps."""
    value = dates.parse_or_none(edtf)
    point = value.start if value and not value.interval else None
    return edtf if point and not point.mark and point.unit != "decade" else ""
