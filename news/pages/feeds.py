"""The feeds of the site: what is new, and what was corrected."""

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from publishing import kinds
from publishing.models import Edition
from publishing.pages import feeds, reading
from publishing.pages.feeds import Entry, Feed
from publishing.pages.http import public_page

LENGTH = 50


@public_page(cross_origin=True)
def latest(request: HttpRequest, form: str) -> HttpResponse:
    """Everything new on the site: editions of dossiers and of news items, in one language."""
    return answer(request, form, "latest", _("The Black List"), ("feed", "home"), ("dossier", "news"))


@public_page(cross_origin=True)
def news(request: HttpRequest, form: str) -> HttpResponse:
    """News items alone."""
    title = _("The Black List: News & Views")
    return answer(request, form, "news", title, ("news-feed", "news"), ("news",))


def answer(
    request: HttpRequest, form: str, name: str, title: str, places: tuple[str, str], kinds_of: tuple[str, ...]
) -> HttpResponse:
    """Answer with the newest editions of these kinds; `places` are the names of the feed and of its page."""
    first = Edition.objects.filter(document__public_id=OuterRef("key"), number=1)
    began = Subquery(first.values("published_at")[:1])
    # The newest of each kind, along its index: together they would be sorted whole.
    newest = [
        row
        for kind in kinds_of
        for row in reading.listings(kind).annotate(began=began).order_by("-edition_id")[:LENGTH]
    ]
    entries = []
    for row in sorted(newest, key=lambda row: row.edition_id, reverse=True)[:LENGTH]:
        card = reading.card(row)
        # Of a dossier what changed, then office and status with their limits.
        told = [str(card.text("standfirst") or card.note)]
        told += [f"{text}." for text in (card.text("office"), card.text("status")) if text]
        entries.append(
            Entry(
                id=f"{card.key}/{card.edition}",
                title=str(card.title),
                link=settings.SITE_URL + kinds.get(card.kind).url(card.slug),
                text=feeds.sentence(told),
                updated=card.published_at,
                published=row.began or card.published_at,
            )
        )
    feed, home = places
    address = reverse(feed, args=["atom"]).removesuffix(".atom")
    return feeds.answer(request, Feed(name, title, reverse(home), address, entries), form)
