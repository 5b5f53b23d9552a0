"""The home page, standing pages, links, and the short addresses of print."""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override
from django.views.decorators.http import require_safe

from campaign.pages import reading as campaign
from campaign.pages import search as finding
from dossiers.pages.atlas import CRIMES, crime_atlas
from publishing import kinds
from publishing.bilingual import DIRECTION, LANGUAGES, OTHER, Message, Pair, Text, in_both, reader_language
from publishing.ledger import LICENCE_ADDRESS
from publishing.pages import corrections, dataset, feeds, reading, share_cards
from publishing.pages.feeds import Entry, Feed
from publishing.pages.http import public_page
from publishing.pages.linked import Thing, script
from publishing.pages.lists import Asked
from publishing.pages.share_cards import ShareCard
from publishing.pages.tables import WRITERS
from publishing.pages.views import picture, tombstone

LATEST, NEWS = 5, 3  # rows on the home page, which a slow phone reads first
NAMES = 6
IN_A_FEED = 50
PADDED = 2048  # bytes; what travels encrypted still has a length


@public_page()
def home(request: HttpRequest) -> HttpResponse:
    dossiers = reading.listings("dossier").order_by("-edition_id")[:LATEST]
    news = reading.listings("news").order_by("-sort")[:NEWS]
    context = {
        "statement": campaign.statement(),
        "figures": campaign.figures(),
        "standings": campaign.where_justice_stands(),
        "dossiers": [reading.card(row) for row in dossiers],
        "news": [reading.card(row) for row in news],
        "atlas": crime_atlas(Asked(CRIMES)),
        "links": campaign.recommended_links(),
        "linked": script(of_site()),
    }
    return render(request, "campaign/home.html", context)


def of_site() -> Thing:
    """Return the site as schema.org tells search engines of it."""
    # A slow phone reads this page first: no more than this.
    return {"@type": "WebSite", "name": _("The Black List"), "url": settings.SITE_URL + reverse("home")}


@public_page("q", "in", "page", stored=False)
def search(request: HttpRequest) -> HttpResponse:
    context = {"results": finding.results(request), "total": reading.listings("dossier").count()}
    return render(request, "campaign/search.html", context)


@public_page("q", stored=False)
def search_names(request: HttpRequest) -> HttpResponse:
    """Names to choose from while somebody types. As long as any other answer: its size tells nothing."""
    people, nearest = finding.find_people(finding.asked(request), limit=NAMES, typing=True)
    rows = [
        {
            "name": str(one.card.title),
            "other": one.spelling or one.card.title.other,
            "lang": one.lang if one.spelling else OTHER[reader_language()],
            "url": reverse("dossier", args=[one.card.slug]),
        }
        for one in (people + nearest)[:NAMES]
    ]
    body = json.dumps(rows, ensure_ascii=False)
    padding = " " * (-len(body.encode()) % PADDED)
    response = HttpResponse(body + padding, content_type="application/json")
    response.headers["Cache-Control"] = "no-store, no-transform"  # compressed it would have its own length
    return response


@public_page()
def opensearch(request: HttpRequest) -> HttpResponse:
    """How a browser adds this search to its own."""
    return render(
        request,
        "campaign/opensearch.xml",
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )


@public_page(cross_origin=True)
def site_card(request: HttpRequest) -> HttpResponse:
    """The picture of every page that has no card of its own."""
    slogan = Text("لا شرعية للجناة", "No legitimacy for perpetrators")
    lang = reader_language()
    title, other = share_cards.name(slogan, lang)
    lead = _(
        "A sourced file on each person: the posts held, the crimes attributed to each, and what courts have "
        "decided."
    )
    card = ShareCard(lang=lang, title=title, other=other, lead=lead, address=share_cards.host())
    return picture(card)


@public_page()
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to put the site on its first screen."""
    icons = [
        {"src": static(f"icons/{side}.png"), "sizes": f"{side}x{side}", "type": "image/png"}
        for side in (192, 512)
    ]
    said = {
        "name": _("The Black List"),
        "short_name": _("The Black List"),
        "lang": reader_language(),
        "dir": DIRECTION[reader_language()],
        "start_url": reverse("home"),
        "scope": "/",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "icons": icons,
    }
    return HttpResponse(json.dumps(said, ensure_ascii=False), content_type="application/manifest+json")


@public_page()
def data(request: HttpRequest) -> HttpResponse:
    """What can be taken away as files, and what each column of it means."""
    context = {
        "tables": dataset.tables(),
        "forms": WRITERS,
        "files": dataset,
        "licence": LICENCE_ADDRESS,
    }
    return render(request, "campaign/data.html", context)


@public_page(cross_origin=True)
def corrections_feed(request: HttpRequest, form: str) -> HttpResponse:
    """What was corrected, withdrawn or erased, and why."""
    home = reverse("corrections")
    entries = [
        Entry(
            id=f"{row.public_id}/{row.edition.number}",
            title=_("%(id)s: %(change)s") % {"id": row.public_id, "change": row.edition.change},
            link=settings.SITE_URL
            + (reverse("changes", args=[row.slug, row.edition.number]) if row.compares else home),
            text=feeds.sentence([row.edition.note or row.edition.change, row.why and f"{row.why}."]),
            updated=row.edition.published_at,
            published=row.edition.published_at,
        )
        for row in corrections.newest(IN_A_FEED)
    ]
    feed = Feed("corrections", _("The Black List: corrections"), home, f"{home}feed", entries)
    return feeds.answer(request, feed, form)


@public_page()
def page(request: HttpRequest, slug: str) -> HttpResponse:
    return standing(request, "page", slug)


@public_page()
def links(request: HttpRequest) -> HttpResponse:
    return standing(request, "links", "links")


def standing(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """Render a document that has one fixed address."""
    found = reading.find(kind, slug)
    if found is None:
        raise Http404
    if found.withdrawn:
        return tombstone(request, found)
    return kinds.get(kind).page(request, found.content, found.view)


@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """Send a reader to the language the browser asks for; show both when it asks for neither.

    Never stored by caches: it is the one answer that depends on a request header.
    """
    accepted = request.headers.get("Accept-Language", "")
    lang = preferred(accepted)
    if lang is None:
        response = render(request, "campaign/door.html", door_in_both())
    else:
        with override(lang):
            response = HttpResponseRedirect(reverse("home"))
    response.headers["Cache-Control"] = "no-store"
    return response


def door_in_both() -> dict[str, Pair]:
    """Return what the page says that stands before any choice of language."""
    home = {}
    for lang in LANGUAGES:
        with override(lang):
            home[lang] = reverse("home")
    return {
        "home": {"ar": home["ar"], "en": home["en"]},
        "lead": in_both(
            Message(
                gettext_noop(
                    "A sourced file on each person: the posts held, the crimes attributed to each, and what "
                    "courts have decided."
                )
            )
        ),
        "sample": in_both(
            Message(
                gettext_noop(
                    "Sample record: real, sourced facts, compiled to try this software. The legal statuses "
                    "are those of the dates given."
                )
            )
        ),
    }


def preferred(accepted: str) -> str | None:
    """Return the first of our languages in an Accept-Language header, by its weights."""
    weighted = []
    for index, part in enumerate(accepted.split(",")[:20]):
        tag, _semicolon, parameter = part.strip().partition(";")
        quality = parameter.strip().removeprefix("q=") or "1"
        lang = tag.strip().lower().partition("-")[0]
        plain = quality.isascii() and quality.replace(".", "", 1).isdigit()
        if lang in {"ar", "en"} and plain and float(quality) > 0:
            weighted.append((-float(quality), index, lang))
    return min(weighted)[2] if weighted else None


@public_page()
def short(request: HttpRequest, public_id: str, number: str | None = None) -> HttpResponse:
    """Resolve /BL-0007 and /BL-0007/3, the addresses for print and citation."""
    found = reading.find_id(public_id)
    if found is None or (number is not None and reading.find_edition(found, int(number)) is None):
        raise Http404
    with override(preferred(request.headers.get("Accept-Language", "")) or "ar"):
        if number is None:
            target = kinds.get(found.document.kind).url(found.slug)
        else:
            target = reverse("edition", args=[found.slug, number])
    response = HttpResponseRedirect(target)
    response.headers["Cache-Control"] = "no-store"
    return response
