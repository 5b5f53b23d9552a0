"""The card of a file for other people's pages, and how they find it (oEmbed 1.0)."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from dossiers.pages.dossier import Dossier, shown_on_a_card
from dossiers.pages.frames import frame, size
from publishing.bilingual import LANGUAGES
from publishing.pages import reading
from publishing.pages.reading import PublicDocument
from publishing.pages.share_cards import SIZE

HOUR = 3600  # seconds for which a card's address may be remembered
ADDRESS = re.compile(
    r"/(?P<lang>ar|en)/(?:dossiers/(?P<slug>[-a-zA-Z0-9_]+)/(?:editions/(?P<number>[1-9][0-9]{0,5})/)?"
    r"|embed/(?P<id>BL-[0-9]{4,6})/(?P<of>[1-9][0-9]{0,5})/)"
)
SHORT = re.compile(r"/(?P<id>BL-[0-9]{4,5})(?:/(?P<of>[1-9][0-9]{0,5}))?")


def found_at(address: str) -> tuple[str, PublicDocument, int] | None:
    """Return the language, the live file and the edition that an address is of; None for any other."""
    try:
        asked = urlsplit(address)
    except ValueError:
        return None
    if asked.netloc != urlsplit(settings.SITE_URL).netloc:
        return None
    match = ADDRESS.fullmatch(asked.path) or SHORT.fullmatch(asked.path)
    if match is None:
        return None
    part = match.groupdict()
    found = reading.find("dossier", part["slug"]) if part.get("slug") else reading.find_id(part["id"] or "")
    if found is None or found.withdrawn or found.document.kind != "dossier":
        return None
    number = int(part.get("number") or part.get("of") or found.edition.number)
    if number > found.edition.number:
        return None
    return part.get("lang") or LANGUAGES[0], found, number


def oembed(
    lang: str, found: PublicDocument, number: int, most: tuple[int | None, int | None]
) -> dict[str, Any]:
    """Return what oEmbed asks for of a rich card; with the picture, if it is no larger than was asked for."""
    with override(lang):
        dossier = Dossier(found.content)
        title, (width, height) = str(dossier.name), size(shown_on_a_card(dossier), *most)
        card = settings.SITE_URL + reverse("embed", args=[found.public_id, number])
        picture = settings.SITE_URL + reverse("edition-card", args=[found.slug, found.edition.number])
        told = {
            "version": "1.0",
            "type": "rich",
            "title": title,
            "author_name": _("Pro-Justice"),
            "author_url": settings.SITE_URL,
            "provider_name": _("The Black List"),
            "provider_url": settings.SITE_URL,
            "cache_age": HOUR,
            "width": width,
            "height": height,
            "html": frame(card, title, width, height),
        }
    fits = all(limit is None or side <= limit for side, limit in zip(SIZE, most, strict=True))
    pictured = {"thumbnail_url": picture, "thumbnail_width": SIZE[0], "thumbnail_height": SIZE[1]}
    return {**told, **(pictured if fits else {})}
