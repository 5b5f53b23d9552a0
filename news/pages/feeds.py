from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from publishing import kinds
from publishing.models import Listing
from publishing.pages import reading
from publishing.pages.generics import Feed
from publishing.pages.http import public_page

LENGTH = 50


class LatestFeed(Feed):
    """Everything new on the site: editions of dossiers and of news items, in one language."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return _("The Black List")

    def subtitle(self) -> str:
        return _("No legitimacy for perpetrators")

    def link(self) -> str:
        return settings.SITE_URL + reverse("home")

    def feed_url(self) -> str:
        return settings.SITE_URL + reverse("feed")

    def items(self) -> list[Listing]:
        return list(reading.listings("dossier", "news").order_by("-edition_id")[:LENGTH])

    def item_title(self, item: Listing) -> str:
        return str(reading.card(item).title)

    def item_description(self, item: Listing) -> str:
        """Return what an entry says: of a dossier what changed, then office and status with their limits."""
        card = reading.card(item)
        told = card.text("standfirst") or card.note
        limits = [card.text("office"), card.text("status")]
        return " ".join([str(told), *(f"{text}." for text in limits if text)])

    def item_link(self, item: Listing) -> str:
        return settings.SITE_URL + kinds.get(item.kind).url(item.slug)

    def item_guid(self, item: Listing) -> str:
        return f"{self.item_link(item)}#{item.edition.number}"

    def item_pubdate(self, item: Listing) -> datetime:
        return item.edition.published_at

    item_updateddate = item_pubdate


@public_page(cross_origin=True)
def latest(request: HttpRequest) -> HttpResponse:
    response = LatestFeed()(request)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
