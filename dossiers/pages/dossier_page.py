"""Pages whose content is handed in: the live page, a past edition and the desk's preview are one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dossiers.pages import linked
from dossiers.pages.chain_of_command import ChainOfCommand
from dossiers.pages.citation import Citation
from dossiers.pages.dossier import Dossier
from publishing.pages import noting
from publishing.pages.linked import script
from publishing.pages.reading import Card, EditionView


def dossier_page(
    request: HttpRequest,
    dossier: Dossier,
    edition: EditionView,
    history: list[EditionView] | None = None,
    news: list[Card] | None = None,
    command: ChainOfCommand | None = None,
    slug: str = "",
    mended: EditionView | None = None,
) -> HttpResponse:
    """Render one edition of a dossier. A past edition says so and is not indexed.

    News and the chain of command come from other live documents, so only the live page has them.
    """
    citation = Citation(dossier, edition, slug)
    if citation.pdf:
        noting.want(citation.pdf)
    history = history or [edition]
    context = {
        "dossier": dossier,
        "edition": edition,
        "history": history,
        "linked": script(linked.of_dossier(citation, history)) if slug else "",
        "news": news or [],
        "command": command,
        "slug": slug,
        "mended": mended,
        "citation": citation,
    }
    return render(request, "dossiers/dossier.html", context)
