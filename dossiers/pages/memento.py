"""Editions as Memento (RFC 7089) and versions (RFC 5829): which stood when, and how to ask for it.

An edition is fixed: its address answers the same for ever. Links are relative to the site, so that a mirror
says the same.
"""

from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import http_date, parse_http_date

from publishing.pages.reading import EditionView

FORMAT = "application/link-format"


def link_of_file(slug: str) -> str:
    """Return the Link header of a file's own page: where its editions are listed, and asked for by date."""
    return f'<{reverse("timemap", args=[slug])}>; rel="timemap"; type="{FORMAT}", ' + _gate(slug)


def link_of_edition(slug: str) -> str:
    page = reverse("dossier", args=[slug])
    return f'<{page}>; rel="original latest-version", {link_of_file(slug)}'


def _gate(slug: str) -> str:
    return f'<{reverse("timegate", args=[slug])}>; rel="timegate"'


def mark(response: HttpResponse, slug: str, edition: EditionView) -> HttpResponse:
    """Say of an edition's page when it was the newest, and of what it is a version."""
    response.headers["Memento-Datetime"] = http_date(edition.published_at.timestamp())
    response.headers["Link"] = link_of_edition(slug)
    return response


def timemap(slug: str, editions: list[EditionView]) -> str:
    """Return the list of editions in the format of RFC 6690, with whole addresses as RFC 7089 has them."""
    site = settings.SITE_URL
    first, last = editions[0], editions[-1]
    own = site + reverse("timemap", args=[slug])
    rows = [
        f'<{site}{reverse("dossier", args=[slug])}>; rel="original"',
        f'<{own}>; rel="self"; type="{FORMAT}"; from="{_when(first)}"; until="{_when(last)}"',
        f'<{site}{reverse("timegate", args=[slug])}>; rel="timegate"',
    ]
    for row in editions:
        place = [name for name, is_so in (("first", row is first), ("last", row is last)) if is_so]
        rel = " ".join([*place, "memento"])
        rows.append(
            f'<{site}{reverse("edition", args=[slug, row.number])}>; rel="{rel}"; datetime="{_when(row)}"'
        )
    return ",\n".join(rows) + "\n"


def _when(edition: EditionView) -> str:
    return http_date(edition.published_at.timestamp())


def chosen(editions: list[EditionView], asked: str) -> EditionView:
    """Return the edition that stood at a time, the newest where none is said. Raise ValueError."""
    if not asked:
        return editions[-1]
    at = datetime.fromtimestamp(parse_http_date(asked), UTC)
    before = [row for row in editions if row.published_at <= at]
    return before[-1] if before else editions[0]
