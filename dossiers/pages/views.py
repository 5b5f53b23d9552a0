"""Public pages of dossiers, crimes, institutions and sources: guard, fetch, render."""

from dataclasses import replace

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dossiers.pages import (
    atlas,
    embed,
    following,
    holders,
    justice,
    linked,
    memento,
    paper,
    references,
    share_card,
)
from dossiers.pages import register as facets
from dossiers.pages.chain_of_command import Day, beginning, chain_of_command, institution_on
from dossiers.pages.citation import Citation, PlaceCitation
from dossiers.pages.distress import is_distressing
from dossiers.pages.dossier import Dossier
from dossiers.pages.dossier_page import dossier_page
from dossiers.pages.frames import LOWEST, NARROWEST
from dossiers.pages.mentions import crimes_named, mentions_of, qualified, with_status
from dossiers.pages.uses import uses_of
from dossiers.vocabularies import SOURCE_LANGUAGES
from publishing import kinds
from publishing.bilingual import Text, reader_language
from publishing.compare import compare
from publishing.kinds import Line
from publishing.pages import feeds, noting, reading
from publishing.pages.feeds import Feed
from publishing.pages.http import public_page
from publishing.pages.linked import script
from publishing.pages.lists import Asked, ListAddress, list_page
from publishing.pages.paging import page_of
from publishing.pages.reading import PublicDocument
from publishing.pages.references import FORMS
from publishing.pages.views import later, must_wait, no_longer, picture, tombstone

PER_PAGE = 50
DIGITS = 6  # of a size in pixels
INSTITUTIONS, CRIME, SOURCE = ListAddress("institutions"), ListAddress("crime"), ListAddress("source")


@list_page(facets.FILES)
def register(request: HttpRequest, asked: Asked) -> HttpResponse:
    facets.require_institutions(asked.chosen)
    rows = reading.narrowed("dossier", asked.chosen, facets.INCIDENT).order_by("sort")
    context = {
        "page": page_of(asked.page, rows, PER_PAGE, reading.card),
        "facets": facets.facets(asked.chosen),
        "narrowed": facets.narrowed(asked),
        "asked": asked,
    }
    return render(request, "dossiers/register.html", context)


@public_page("on")
def dossier(request: HttpRequest, slug: str) -> HttpResponse:
    found = reading.find("dossier", slug)
    if found is None:
        return redirect_moved(slug)
    if found.withdrawn:
        return tombstone(request, found)
    shown, history = Dossier(found.content), reading.history(found)
    response = dossier_page(
        request,
        shown,
        found.view,
        history=history,
        mended=reading.mended(found, history),
        news=news_about(found.public_id),
        command=chain_of_command(shown, request.GET.get("on", ""), found.edition.published_at.date()),
        slug=slug,
    )
    response.headers["Link"] = memento.link_of_file(slug)
    return response


@public_page()
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    found = found_or_404(slug)
    # What was taken down for safety or by mistaken identity is not one link away.
    context = {
        "found": found,
        "title": title_of(found),
        "history": reading.history(found),
        "slug": "" if found.hidden else found.slug,
    }
    return render(request, "dossiers/editions.html", context)


@public_page()
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    document = found_or_404(slug)
    found = reading.find_edition(document, number)
    if found is None:
        raise Http404
    if document.hidden:
        return tombstone(request, document)
    if found.edition.erased:
        return render(request, "dossiers/erased.html", {"found": found}, status=410)
    if found.tombstone:
        return tombstone(request, found)
    shown = found.edition.pk == found.document.live_id
    history = reading.history(found)
    view = replace(reading.EditionView.of(found.edition, shown), withdrawn_at=reading.withdrawn_at(history))
    response = dossier_page(request, Dossier(found.content), view, history=history, slug=slug)
    return memento.mark(response, slug, view)


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


@public_page(cross_origin=True)
def edition_references(
    request: HttpRequest, slug: str, number: str, name: str, form: str, sources: str | None = None
) -> HttpResponse:
    """An edition, or all its sources, as reference managers read them; they save it by its name."""
    document = found_or_404(slug)
    found = reading.find_edition(document, int(number))
    if found is None or name != f"{document.public_id}-e{number}":
        raise Http404
    if document.hidden or found.edition.erased or found.tombstone:
        return HttpResponse(status=document.gone if document.hidden else 410)
    view = replace(found.view, withdrawn_at=reading.withdrawn_at(reading.history(found)))
    citation = Citation(Dossier(found.content), view, slug)
    listed = references.of_sources(citation) if sources else [references.of_edition(citation)]
    written = FORMS[form]
    response = HttpResponse(written.write(listed), content_type=written.content_type)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@public_page(cross_origin=True)
def edition_pdf(request: HttpRequest, slug: str, number: str, name: str, lang: str) -> HttpResponse:
    """An edition on paper, with its bytes attached; made in the background, where there is one."""
    document = found_or_404(slug)
    found = reading.find_edition(document, int(number))
    named = f"{document.public_id}-e{number}"
    if found is None or not settings.PDF or name != named or lang != reader_language():
        raise Http404
    if document.hidden or found.edition.erased or found.tombstone:
        return HttpResponse(status=document.gone if document.hidden else 410)
    if must_wait():
        noting.want(request.path)
        return later(request)
    view = replace(found.view, withdrawn_at=reading.withdrawn_at(reading.history(found)))
    response = HttpResponse(paper.draw(request, found, view), content_type="application/pdf")
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


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


@public_page()
def case(request: HttpRequest, key: str) -> HttpResponse:
    """A case with every step that live files tell of it, and what stands against each person."""
    card = thing("case", key)
    if card is None:
        return no_longer(request, "")
    named = list(mentions_of("case", key))
    return render(request, "dossiers/case.html", {"card": card, "named": named})


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


@public_page()
def changes(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    document = found_or_404(slug)
    after, before = (reading.find_edition(document, one) for one in (number, number - 1))
    if after is None or before is None:
        raise Http404
    if document.hidden:
        return tombstone(request, document)
    if after.tombstone:  # what a withdrawal took away is not listed again
        return tombstone(request, after)
    return compared(request, before, after)


@public_page()
def since(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What changed since an edition: an address to keep for who has read that one, and no account."""
    now = found_or_404(slug)
    then = reading.find_edition(now, number)
    if then is None:
        raise Http404
    if now.withdrawn:
        return tombstone(request, now)
    return compared(request, then, now)


def compared(request: HttpRequest, before: PublicDocument, after: PublicDocument) -> HttpResponse:
    """Render the differences of two editions; of one edition with itself there are none."""
    context = {
        "found": after,
        "before": reading.EditionView.of(before.edition),
        "after": reading.EditionView.of(after.edition),
        "title": title_of(after),
        "differences": compare(lines(before), lines(after)),
        "readable": not any(one.edition.erased or one.tombstone for one in (before, after)),
        "between": [
            row
            for row in reading.history(after)
            if before.edition.number < row.number <= after.edition.number
        ],
    }
    return render(request, "dossiers/changes.html", context)


@list_page(atlas.CRIMES)
def crimes(request: HttpRequest, asked: Asked) -> HttpResponse:
    rows = reading.narrowed("crime", asked.chosen).order_by("sort")
    page = page_of(asked.page, rows, PER_PAGE, reading.card)
    named = crimes_named([card.key for card in page.cards])
    context = {
        "page": page,
        "rows": [(card, named.get(card.key, [])) for card in page.cards],
        "atlas": atlas.crime_atlas(asked),
        "narrowed": atlas.narrowed(asked),
        "asked": asked,
    }
    return render(request, "dossiers/crimes.html", context)


@list_page(CRIME)
def crime(request: HttpRequest, asked: Asked, code: str) -> HttpResponse:
    card = thing("crime", code)
    if card is None:
        return no_longer(request, code)
    page = page_of(asked.page, mentions_of("crime", code), PER_PAGE, lambda mention: mention)
    # What it was, from the same edition as its title and date: the newest that names it.
    first = mentions_of("crime", code).get(document__live=card.edition_id)
    description = Text.of(first.data["description"])
    citation, when, place = PlaceCitation(card, first, "c"), card.data["when"], card.text("place")
    context = {
        "card": card,
        "citation": citation,
        "linked": script(linked.of_incident(card, description, when, place, citation.address)),
        "page": page,
        "first": first,
        "description": description,
        "distressing": is_distressing(first.data["conduct_codes"], description),
        "named": with_status(page.cards),
        "qualified": qualified(page.cards),
        "asked": asked,
    }
    return render(request, "dossiers/crime.html", context)


@list_page(INSTITUTIONS)
def institutions(request: HttpRequest, asked: Asked) -> HttpResponse:
    rows = reading.listings("institution").order_by("sort")
    page = page_of(asked.page, rows, PER_PAGE, reading.card)
    return render(request, "dossiers/institutions.html", {"page": page, "asked": asked})


@public_page("on")
def institution(request: HttpRequest, code: str) -> HttpResponse:
    card = thing("institution", code)
    if card is None:
        return no_longer(request, code)
    held = holders.holders(code)
    days = [Day(on, None) for on in dict.fromkeys(map(beginning, held.dated)) if on]
    command = institution_on(code, days, request.GET.get("on", ""))
    below = [] if command.chains else holders.below(code)  # the chains show it otherwise
    context = {"card": card, "held": held, "command": command, "below": below}
    return render(request, "dossiers/institution.html", context)


@list_page(SOURCE)
def source(request: HttpRequest, asked: Asked, code: str) -> HttpResponse:
    card = thing("source", code)
    if card is None:
        return no_longer(request, code)
    page = page_of(asked.page, mentions_of("source", code), PER_PAGE, lambda row: (row, uses_of(row)))
    shown = (mention for mention, _uses in page.cards if mention.document.live_id == card.edition_id)
    newest = next(shown, None) or mentions_of("source", code).get(document__live=card.edition_id)
    context = {
        "card": card,
        "citation": PlaceCitation(card, newest, "s"),
        "page": page,
        "language": SOURCE_LANGUAGES[card.data["lang"]],
        "asked": asked,
    }
    return render(request, "dossiers/source.html", context)


@list_page(justice.CASES)
def proceedings(request: HttpRequest, asked: Asked) -> HttpResponse:
    return tracker(request, asked, "proceeding")


@list_page(justice.SANCTIONS)
def sanctions(request: HttpRequest, asked: Asked) -> HttpResponse:
    return tracker(request, asked, "sanction")


def tracker(request: HttpRequest, asked: Asked, kind: str) -> HttpResponse:
    """Render the proceedings of all live dossiers, or the sanctions, by country."""
    page = page_of(asked.page, justice.rows(kind, asked.chosen), PER_PAGE, justice.row)
    context = {
        "kind": kind,
        "page": page,
        "by_country": justice.by_country(page.cards),
        "statuses": justice.statuses(kind, asked.chosen),
        "countries": justice.countries(kind, asked.chosen),
        "narrowed": justice.narrowed(asked),
        "asked": asked,
    }
    return render(request, "dossiers/justice.html", context)


def thing(kind: str, key: str) -> reading.Card | None:
    """Return the card of something that live documents name; None if they did once. Raise Http404."""
    row = reading.things(kind, [key]).first()
    if row is None and not reading.was_listed(kind, key):
        raise Http404
    return reading.card(row) if row else None


def found_or_404(slug: str) -> PublicDocument:
    found = reading.find("dossier", slug)
    if found is None:
        raise Http404
    return found


def redirect_moved(slug: str) -> HttpResponse:
    new = reading.moved("dossier", slug)
    if new is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse("dossier", args=[new]))


def title_of(found: PublicDocument) -> Text:
    """Return the document's name, as its edition gives it; its number when that is not shown."""
    if found.tombstone or found.edition.erased:
        return Text(found.public_id, found.public_id)
    row = kinds.get("dossier").row(found.content)
    return row.title


def lines(found: PublicDocument) -> list[Line]:
    if found.tombstone or found.edition.erased:
        return []
    return list(kinds.get("dossier").lines(found.content))


def news_about(public_id: str) -> list[reading.Card]:
    """Return the live news items that name this dossier, newest first."""
    rows = reading.naming("news", "dossier", public_id).order_by("-sort")
    return [reading.card(row) for row in rows[:20]]
