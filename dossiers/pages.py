"""Pages whose content is handed in: the live page, a past edition and the desk's preview are one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dossiers.public import Dossier
from publishing.canonical import Content
from publishing.public import Card, EditionView


def dossier_page(
    request: HttpRequest,
    content: Content,
    edition: EditionView,
    history: list[EditionView] | None = None,
    news: list[Card] | None = None,
    slug: str = "",
) -> HttpResponse:
    """Render one edition of a dossier. A past edition says so and is not indexed."""
    context = {
        "dossier": Dossier(content),
        "edition": edition,
        "history": history or [edition],
        "news": news or [],
        "slug": slug,
    }
    return render(request, "dossiers/dossier.html", context)
