"""Every public address in both languages, with its counterpart."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from campaign.pages.reading import STANDING
from publishing.models import Listing
from publishing.pages.generics import Sitemap
from publishing.pages.reading import listings

SITE = urlsplit(settings.SITE_URL)


class BilingualSitemap(Sitemap):
    i18n = True
    alternates = True
    limit = 1_000  # × two languages, each with its counterpart: a file of half a megabyte

    def get_protocol(self, protocol: str | None = None) -> str:
        return SITE.scheme

    def get_domain(self, site: Any = None) -> str:
        return SITE.netloc


class StandingSitemap(BilingualSitemap):
    def items(self) -> list[str]:
        published = set(listings("page").values_list("slug", flat=True))
        pages = [slug for slug in STANDING if slug in published]
        links = ["links"] if listings("links").exists() else []
        return ["home", "register", "crimes", "justice", "sanctions", "institutions", "news", *pages, *links]

    def location(self, item: str) -> str:
        return reverse(item)


class ListingSitemap(BilingualSitemap):
    kind: str
    view: str

    def items(self) -> Any:
        return listings(self.kind).order_by("sort")

    def location(self, item: Listing) -> str:
        return reverse(self.view, args=[item.slug])

    def lastmod(self, item: Listing) -> Any:
        return item.edition.published_at


def of(kind: str, view: str) -> type[ListingSitemap]:
    return type(f"{kind.title()}Sitemap", (ListingSitemap,), {"kind": kind, "view": view})


sitemaps = {
    "standing": StandingSitemap,
    "dossiers": of("dossier", "dossier"),
    "crimes": of("crime", "crime"),
    "institutions": of("institution", "institution"),
    "sources": of("source", "source"),
    "news": of("news", "news-item"),
}
