"""Feeds of the record: Atom (RFC 4287) and JSON Feed 1.1, the same entries in both.

The id of an entry names what it tells of and not the host, so that on a mirror nothing looks new.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from publishing.bilingual import reader_language

TAG = "tag:pro-justice.org,2026"  # RFC 4151: who names, and since when
NEVER = datetime(2026, 1, 1, tzinfo=UTC)  # when a feed without an entry was last new
FORMS = {"atom": "application/atom+xml; charset=utf-8", "json": "application/feed+json"}


@dataclass(frozen=True)
class Entry:
    """What is new: an edition of a document, or a step of a case, in the language at hand."""

    id: str  # which of all things: no host is in it
    title: str
    link: str
    text: str
    updated: datetime  # the day on which it became as it is
    published: datetime  # the day of the first of it

    @property
    def tag(self) -> str:
        return f"{TAG}:{self.id}/{reader_language()}"


@dataclass(frozen=True)
class Feed:
    """A list of entries, the newest first, at two addresses that differ in their ending alone."""

    name: str  # of the feed in its id
    title: str
    home: str  # the path of the page that it follows
    address: str  # its own path, without the ending
    entries: list[Entry]
    about: str = ""  # what whoever reads an entry must know: who is not meant

    @property
    def id(self) -> str:
        return f"{TAG}:{self.name}/{reader_language()}"

    @property
    def updated(self) -> datetime:
        return max((entry.updated for entry in self.entries), default=NEVER)


def answer(request: HttpRequest, feed: Feed, form: str) -> HttpResponse:
    """Answer with a feed in one of the two forms; other sites may show it."""
    if form == "atom":
        response = render(request, "feeds/feed.atom", {"feed": feed}, content_type=FORMS[form])
    else:
        response = HttpResponse(_json(feed), content_type=FORMS[form])
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _json(feed: Feed) -> str:
    here = f"{settings.SITE_URL}{feed.address}.json"
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": f"{settings.SITE_URL}{feed.home}",
        "feed_url": here,
        "language": reader_language(),
        "authors": [{"name": _("Pro-Justice"), "url": settings.SITE_URL}],
        **({"description": feed.about} if feed.about else {}),
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, str]:
    return {
        "id": entry.tag,
        "url": entry.link,
        "title": entry.title,
        "content_text": entry.text,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
    }


def sentence(parts: Iterable[object]) -> str:
    return " ".join(str(part) for part in parts if part)
