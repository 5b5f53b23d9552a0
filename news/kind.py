"""A news item as readers see it."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.pages import reading, tables
from news.schema import NewsContent
from publishing import dates
from publishing.bilingual import Text, reader_language
from publishing.canonical import Content
from publishing.kinds import Kind, Line, ListingRow, Named
from publishing.markup import passages
from publishing.pages.linked import Thing, publisher, script
from publishing.pages.reading import EditionView, PublicDocument
from publishing.pages.tables import Record


def _author(item: reading.Item) -> Thing:
    """Return who wrote it; of a report of others, who published that."""
    if item.byline:
        return {"@type": "Person", "name": str(item.byline)}
    return {"@type": "Organization", "name": item.publisher} if item.publisher else {}


def of_item(item: reading.Item, edition: EditionView) -> Thing:
    """Return an item as schema.org tells search engines of it."""
    return {
        "@type": "NewsArticle",
        "headline": str(item.headline),
        "description": str(item.standfirst),
        "inLanguage": reader_language(),
        "version": str(edition.number),
        "dateModified": edition.published_at.date().isoformat(),
        "author": _author(item),
        "publisher": publisher(),
        "isBasedOn": [source.url for source in item.sources if source.url],
    }


class NewsKind(Kind):
    name = "news"
    label = gettext_lazy("News item")
    content = NewsContent
    desk_class = "news.desk.NewsAtDesk"
    tables = (tables.NEWS,)

    def row(self, content: Content) -> ListingRow:
        date = dates.parse(content["date"])
        day = date.first or date.last
        return ListingRow(
            slug="",
            title=Text.of(content["headline"]),
            sort=f"{day.isoformat() if day else ''} {content['headline']['en']}"[:80],
            data={
                "kind": content["kind"],
                "kind_label": content["kind"]["label"],
                "standfirst": content["standfirst"],
                "date": content["date"],
                "publisher": content["sources"][0]["publisher"] if content["sources"] else "",
            },
            facets={"kind": [content["kind"]["code"]]},
            passages=[
                {"anchor": "", **Text.of(content["headline"]).pair},
                {"anchor": "", **Text.of(content["standfirst"]).pair},
                *passages(content["body"]),
            ],
        )

    def names(self, content: Content) -> Iterable[Named]:
        return [Named("dossier", number) for number in content["dossiers"]]

    def url(self, slug: str) -> str:
        return reverse("news-item", args=[slug])

    def records(self, found: PublicDocument) -> Iterable[Record]:
        return tables.records(found)

    def page(self, request: HttpRequest, content: Content, edition: EditionView) -> HttpResponse:
        item = reading.read(content)
        context = {
            "linked": script(of_item(item, edition)),
            "item": item,
            "dossiers": reading.named_dossiers(item),
            "edition": edition,
            "slug": getattr(request.resolver_match, "kwargs", {}).get("slug", "") if edition.shown else "",
        }
        return render(request, "news/item.html", context)

    def lines(self, content: Content) -> Iterator[Line]:
        item = reading.read(content)
        yield Line("kind", _("Kind"), str(item.kind))
        yield Line("date", _("Date"), dates.show(item.date))
        yield Line("headline", _("Headline"), str(item.headline))
        yield Line("standfirst", _("Standfirst"), str(item.standfirst))
        yield Line("byline", _("By"), str(item.byline))
        for index, block in enumerate(str(item.body).split("\n\n"), 1):
            yield Line(f"body-{index}", _("Text"), block)
        for source in item.sources:
            yield Line(f"source-{source.n}", _("Source"), source.title)
        yield Line("dossiers", _("Dossiers it names"), " · ".join(item.dossiers))
