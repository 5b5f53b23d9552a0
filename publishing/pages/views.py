"""Pages that every kind of document shares."""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from publishing import kinds, ledger, schema
from publishing.pages import reading, share_cards
from publishing.pages.http import public_page
from publishing.pages.reading import PublicDocument
from publishing.pages.share_cards import ShareCard
from publishing.schema import EditionHeader, TombstoneContent


def picture(card: ShareCard) -> HttpResponse:
    """Answer with a share card, for as long as a page: an erased edition's is soon gone too."""
    response = HttpResponse(share_cards.draw(card), content_type="image/png")
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def tombstone(request: HttpRequest, found: PublicDocument) -> HttpResponse:
    """Render what stands in the place of a withdrawn document: 410 or 451, never 404."""
    context = {
        "tombstone": reading.read_tombstone(found),
        "history": reading.history(found),
        "found": found,
    }
    return render(request, "publishing/tombstone.html", context, status=found.gone)


def no_longer(request: HttpRequest, number: str) -> HttpResponse:
    """Say that what only withdrawn or older editions name is not published, and not what it was."""
    return render(request, "publishing/no_longer.html", {"number": number}, status=410)


@public_page(cross_origin=True)
def edition_json(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """The edition's canonical bytes, for anybody to check (docs/verify.md)."""
    document = reading.find_id(public_id)
    found = reading.find_edition(document, number) if document else None
    if found is None:
        raise Http404
    status = found.gone if found.hidden and not found.tombstone else 200
    body = ledger.public_bytes(found.edition, hidden=status != 200)
    response = HttpResponse(body, content_type="application/json", status=status)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@public_page(cross_origin=True)
def json_schema(request: HttpRequest, name: str) -> HttpResponse:
    """What the header or the body of an edition holds, as JSON Schema; `bl-dossier-1` of `bl-dossier/1`."""
    contents = [EditionHeader, TombstoneContent, *(kind.content for kind in kinds.all_kinds())]
    wanted = {schema.name_of(content).replace("/", "-"): content for content in contents}.get(name)
    if wanted is None:
        raise Http404
    written = json.dumps(
        schema.json_schema(wanted, f"{settings.SITE_URL}{request.path}"), ensure_ascii=False, indent=1
    )
    response = HttpResponse(written, content_type="application/schema+json")
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
