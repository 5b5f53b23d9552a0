"""Every public address in both languages, each with its counterpart (sitemaps.org; hreflang in `xhtml:link`).

A file lists a hundred things, so that it costs the same however large the record is.
"""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override

from campaign.pages.reading import STANDING
from publishing.pages.http import public_page
from publishing.pages.reading import listings

LENGTH = 100  # things in a file, each with two addresses
LISTED = {  # section → kind of what is listed, name of its page
    "dossiers": ("dossier", "dossier"),
    "crimes": ("crime", "crime"),
    "institutions": ("institution", "institution"),
    "sources": ("source", "source"),
    "news": ("news", "news-item"),
}
PAGES = ("home", "register", "crimes", "justice", "sanctions", "institutions", "news")
Item = tuple[dict[str, str], datetime | None]  # the address in each language, the day of its edition


@public_page()
def index(request: HttpRequest) -> HttpResponse:
    """List the files."""
    names = ["standing"]
    for section, (kind, _view) in LISTED.items():
        pages = max(1, -(-listings(kind).count() // LENGTH))
        names += [section, *(f"{section}-{page}" for page in range(2, pages + 1))]
    return _xml(request, "sitemaps/index.xml", {"names": names})


@public_page()
def section(request: HttpRequest, section: str, page: str | None = None) -> HttpResponse:
    """List what one file holds. The first has no number, and no other is empty."""
    number = int(page or 1)
    if section == "standing" and page is None:
        items = _standing()
    elif section in LISTED and (page is None or number > 1):
        items = _listed(*LISTED[section], number)
    else:
        raise Http404
    if not items and page is not None:
        raise Http404
    return _xml(request, "sitemaps/section.xml", {"items": items})


def _standing() -> list[Item]:
    published = set(listings("page").values_list("slug", flat=True))
    names = [*PAGES, *(slug for slug in STANDING if slug in published)]
    if listings("links").exists():
        names.append("links")
    return _items([(name, ()) for name in names], [None] * len(names))


def _listed(kind: str, view: str, page: int) -> list[Item]:
    rows = listings(kind).order_by("sort").values_list("slug", "edition__published_at")
    shown = list(rows[(page - 1) * LENGTH : page * LENGTH])
    return _items([(view, (slug,)) for slug, _day in shown], [day for _slug, day in shown])


def _items(places: list[tuple[str, tuple[str, ...]]], days: list[datetime | None]) -> list[Item]:
    """Return the address of each page in each language, with the day of its edition."""
    found: list[dict[str, str]] = [{} for _place in places]
    for lang, _name in settings.LANGUAGES:
        with override(lang):
            for addresses, (view, args) in zip(found, places, strict=True):
                addresses[lang] = settings.SITE_URL + reverse(view, args=args)
    return list(zip(found, days, strict=True))


def _xml(request: HttpRequest, template: str, context: dict[str, Iterable[object]]) -> HttpResponse:
    response = render(request, template, context, content_type="application/xml")
    response.headers["X-Robots-Tag"] = "noindex, noodp, noarchive"
    return response
