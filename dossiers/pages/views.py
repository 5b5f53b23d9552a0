"""Public pages of dossiers, crimes, institutions and sources: guard, fetch, render."""

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import render
from django.urls import reverse

from dossiers.pages import (
    atlas,
    holders,
    justice,
    linked,
    memento,
)
from dossiers.pages import register as facets
from dossiers.pages.chain_of_command import Day, beginning, chain_of_command, institution_on
from dossiers.pages.citation import PlaceCitation
from dossiers.pages.distress import is_distressing
from dossiers.pages.dossier import Dossier
from dossiers.pages.dossier_page import dossier_page
from dossiers.pages.mentions import crimes_named, mentions_of, qualified, with_status
from dossiers.pages.uses import uses_of
from dossiers.vocabularies import SOURCE_LANGUAGES
from publishing import kinds
from publishing.bilingual import Text
from publishing.compare import compare
from publishing.kinds import Line
from publishing.pages import reading
from publishing.pages.http import public_page
from publishing.pages.linked import script
from publishing.pages.lists import Asked, ListAddress, list_page
from publishing.pages.paging import page_of
from publishing.pages.reading import PublicDocument
from publishing.pages.views import no_longer, tombstone

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
    history = reading.history(found)
    view = reading.view_of(found, history)
    response = dossier_page(request, Dossier(found.content), view, history=history, slug=slug)
    return memento.mark(response, slug, view)


@public_page()
def case(request: HttpRequest, key: str) -> HttpResponse:
    """A case with every step that live files tell of it, and what stands against each person."""
    card = thing("case", key)
    if card is None:
        return no_longer(request, "")
    named = list(mentions_of("case", key))
    return render(request, "dossiers/case.html", {"card": card, "named": named})


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
