"""What a file gives away in other forms than a page: references, PDF, feeds, cards, versions by date."""

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dossiers.pages import embed, following, memento, paper, references, share_card
from dossiers.pages.citation import Citation
from dossiers.pages.dossier import Dossier
from dossiers.pages.frames import LOWEST, NARROWEST
from dossiers.pages.mentions import mentions_of
from dossiers.pages.views import found_or_404, thing, title_of
from publishing.bilingual import Text, reader_language
from publishing.pages import feeds, noting, reading
from publishing.pages.feeds import Feed
from publishing.pages.http import public_page
from publishing.pages.reading import PublicDocument
from publishing.pages.references import FORMS
from publishing.pages.views import later, must_wait, picture

DIGITS = 6  # of a size in pixels


@public_page(cross_origin=True)
def edition_references(
    request: HttpRequest, slug: str, number: str, name: str, form: str, sources: str | None = None
) -> HttpResponse:
    """An edition, or all its sources, as reference managers read them; they save it by its name."""
    found = edition_named(slug, number, name)
    if isinstance(found, HttpResponse):
        return found
    citation = Citation(Dossier(found.content), reading.view_of(found), slug)
    listed = references.of_sources(citation) if sources else [references.of_edition(citation)]
    written = FORMS[form]
    response = HttpResponse(written.write(listed), content_type=written.content_type)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@public_page(cross_origin=True)
def edition_pdf(request: HttpRequest, slug: str, number: str, name: str, lang: str) -> HttpResponse:
    """An edition on paper, with its bytes attached; made in the background, where there is one."""
    if not settings.PDF or lang != reader_language():
        raise Http404
    found = edition_named(slug, number, name)
    if isinstance(found, HttpResponse):
        return found
    if must_wait():
        noting.want(request.path)
        return later(request)
    made = paper.draw(request, found, reading.view_of(found))
    response = HttpResponse(made, content_type="application/pdf")
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def edition_named(slug: str, number: str, name: str) -> PublicDocument | HttpResponse:
    """Return the edition that a file to be saved is named after; what is answered where none is shown."""
    document = found_or_404(slug)
    found = reading.find_edition(document, int(number))
    if found is None or name != f"{document.public_id}-e{number}":
        raise Http404
    if document.hidden or found.edition.erased or found.tombstone:
        return HttpResponse(status=document.gone if document.hidden else 410)
    return found


@public_page(cross_origin=True)
def file_feed(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """What is new in one file: an entry an edition, in words. Nobody needs an account to follow it."""
    found = found_or_404(slug)
    title = title_of(found)
    home = reverse("dossier", args=[found.slug])
    about = "" if found.withdrawn or found.edition.erased else str(Dossier(found.content).same_name)
    feed = Feed(
        found.public_id,
        str(title),
        home,
        f"{home}feed",
        following.file_entries(found, title),
        not_meant(about),
    )
    return feeds.answer(request, feed, form)


def not_meant(about: str) -> str:
    """Say who is not the person of a file; nothing where nobody is known who could be taken for that."""
    said = _("Not this person? What tells this one from others of the same name: %(about)s")
    return said % {"about": about} if about else ""


@public_page(cross_origin=True)
def case_feed(request: HttpRequest, key: str, form: str) -> HttpResponse:
    card = thing("case", key)
    if card is None:
        return HttpResponse(status=410)
    named = mentions_of("case", key).values_list("document__public_id", flat=True)
    entries = following.case_entries(key, list(named))
    home = reverse("case", args=[key])
    return feeds.answer(request, Feed(f"case/{key}", str(card.title), home, f"{home}feed", entries), form)


@public_page(cross_origin=True)
def edition_card(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The picture that others show when somebody shares this edition."""
    found = reading.find_edition(found_or_404(slug), number)
    if found is None:
        raise Http404
    if found.edition.erased or found.withdrawn or found.tombstone:
        return HttpResponse(status=found.gone)
    return picture(share_card.card(Dossier(found.content), found.view))


@public_page(cross_origin=True)
def embed_card(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """A card for other people's pages. An old one says that the file has changed, or was withdrawn."""
    document = reading.find_id(public_id)
    found = (
        reading.find_edition(document, number) if document and document.document.kind == "dossier" else None
    )
    if document is None or found is None:
        raise Http404
    gone = document.withdrawn or found.edition.erased or found.tombstone
    context = {
        "title": Text(public_id, public_id) if gone else title_of(found),
        "dossier": None if gone else Dossier(found.content),
        "edition": found.view,
        "newer": document.view if document.edition.number > number else None,
        "slug": "" if document.hidden else document.slug,
    }
    response = render(request, "dossiers/embed.html", context, status=document.gone if gone else 200)
    response.embeddable = True  # type: ignore[attr-defined] # for HeadersMiddleware
    return response


@public_page("url", "format", "maxwidth", "maxheight", cross_origin=True)
def oembed(request: HttpRequest) -> HttpResponse:
    """How another site is told of a card, by the address of a file (oEmbed 1.0)."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse(status=501)
    found = embed.found_at(request.GET.get("url", ""))
    if found is None:
        raise Http404
    wide, high = (_pixels(request.GET.get(name, "")) for name in ("maxwidth", "maxheight"))
    if (wide or NARROWEST) < NARROWEST or (high or LOWEST) < LOWEST:
        raise Http404
    response = JsonResponse(embed.oembed(*found, (wide, high)), json_dumps_params={"ensure_ascii": False})
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _pixels(asked: str) -> int | None:
    """Return how large a frame may be; None for what is no number."""
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < DIGITS else None


@public_page(cross_origin=True)
def timemap(request: HttpRequest, slug: str) -> HttpResponse:
    """Every edition that can be read, with the day from which it stood (RFC 7089)."""
    editions = versions(slug)
    if isinstance(editions, HttpResponse):
        return editions
    return HttpResponse(memento.timemap(slug, editions), content_type=memento.FORMAT)


@public_page(cross_origin=True)
def timegate(request: HttpRequest, slug: str) -> HttpResponse:
    """Lead to the edition that stood at a time. It has an address of its own: no page varies by a header."""
    editions = versions(slug)
    if isinstance(editions, HttpResponse):
        return editions
    try:
        found = memento.chosen(editions, request.headers.get("Accept-Datetime", ""))
    except ValueError:
        return HttpResponseBadRequest()
    response = HttpResponseRedirect(reverse("edition", args=[slug, found.number]))
    response.headers["Vary"] = "Accept-Datetime"
    response.headers["Link"] = memento.link_of_edition(slug)
    return response


def versions(slug: str) -> list[reading.EditionView] | HttpResponse:
    """Return the editions of a file that can be read; what stands in their place where none can."""
    found = found_or_404(slug)
    editions = [past.view for past in reading.editions(found)]
    return editions or HttpResponse(status=found.gone)
