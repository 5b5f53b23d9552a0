"""Pages that every kind of document shares."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from publishing.pages import reading, share_cards
from publishing.pages.reading import Found
from publishing.pages.share_cards import Card


def picture(card: Card) -> HttpResponse:
    """Answer with a share card, for as long as a page: an erased edition's is soon gone too."""
    response = HttpResponse(share_cards.png(card), content_type="image/png")
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def tombstone(request: HttpRequest, found: Found) -> HttpResponse:
    """Render what stands in the place of a withdrawn document: 410, never 404 (RFC 9110 §15.5.11)."""
    context = {
        "tombstone": reading.read_tombstone(found),
        "history": reading.history(found),
        "found": found,
    }
    return render(request, "publishing/tombstone.html", context, status=410)
