"""Pages that every kind of document shares."""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from publishing import ledger
from publishing.pages import dataset, noting, reading, share_cards
from publishing.pages.http import public_page
from publishing.pages.reading import PublicDocument
from publishing.pages.share_cards import ShareCard

WAIT = 60  # seconds after which a file that is being made may be there


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
    """What an edition or a row holds, as JSON Schema: `bl-dossier-1`, or `people` of that table."""
    written = dataset.schema_named(name)
    if written is None:
        raise Http404
    response = HttpResponse(
        json.dumps(written, ensure_ascii=False, indent=1) + "\n", content_type="application/schema+json"
    )
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@public_page(cross_origin=True)
def data_file(request: HttpRequest, name: str) -> HttpResponse:
    """A file of the whole record. All are made together, in the background, where there is one."""
    if name not in dataset.names():
        raise Http404
    if must_wait():
        return later(request)
    noting.note(noting.DATASET)
    with noting.rendering():  # what it reads it may lag behind
        body = dataset.read(name)
    response = HttpResponse(body, content_type=dataset.content_type(name))
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def must_wait() -> bool:
    """Say whether what takes seconds is left to the background; the desk makes none of it for anybody."""
    return noting.hurried() or settings.SERVE == "desk"


def later(request: HttpRequest) -> HttpResponse:
    """Say that a file is being made, in both languages: its address has none."""
    response = render(request, "publishing/later.html", status=503)
    response._has_been_logged = True  # type: ignore[attr-defined] # nothing is wrong, and it names what was read
    response.headers["Retry-After"] = str(WAIT)
    response.headers["Cache-Control"] = "no-store"
    return response
