"""Standing pages and the list of links as readers see them."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from campaign.pages import reading
from campaign.schema import LinksContent, PageContent
from dossiers.glossary import chapters
from publishing.bilingual import Text
from publishing.canonical import Content
from publishing.kinds import Kind, Line, ListingRow, PassageRow
from publishing.markup import passages
from publishing.pages import corrections
from publishing.pages.reading import EditionView

SHOWN = 200  # corrections on the page; the table has all


class PageKind(Kind):
    name = "page"
    label = gettext_lazy("Standing page")
    content = PageContent
    desk_class = "campaign.desk.kinds.PageAtDesk"

    def row(self, content: Content) -> ListingRow:
        title = Text.of(content["title"])
        heading: PassageRow = {"anchor": "", "ar": title.ar, "en": title.en}
        return ListingRow("", title, content["public_id"], passages=[heading, *passages(content["body"])])

    def url(self, slug: str) -> str:
        return reverse("home") if slug == "statement" else reverse(slug)

    def page(self, request: HttpRequest, content: Content, edition: EditionView) -> HttpResponse:
        context = {
            "title": Text.of(content["title"]),
            "body": Text.of(content["body"]),
            "edition": edition,
            "corrections": corrections.newest(SHOWN) if content["public_id"] == "PAGE-corrections" else None,
            "deadlines": settings.DEADLINES,
            "chapters": chapters() if content["public_id"] == "PAGE-methodology" else [],
        }
        return render(request, "campaign/page.html", context)

    def lines(self, content: Content) -> Iterator[Line]:
        yield Line("title", _("Title"), str(Text.of(content["title"])))
        for index, block in enumerate(str(Text.of(content["body"])).split("\n\n"), 1):
            yield Line(f"body-{index}", _("Text"), block)


class LinksKind(Kind):
    name = "links"
    label = gettext_lazy("Recommended links")
    content = LinksContent
    desk_class = "campaign.desk.kinds.LinksAtDesk"

    def row(self, content: Content) -> ListingRow:
        return ListingRow("", Text("روابط مختارة", "Recommended links"), "LINKS")

    def url(self, slug: str) -> str:
        return reverse("links")

    def page(self, request: HttpRequest, content: Content, edition: EditionView) -> HttpResponse:
        context = {"links": reading.read_links(content), "edition": edition}
        return render(request, "campaign/links.html", context)

    def lines(self, content: Content) -> Iterator[Line]:
        for link in reading.read_links(content):
            yield Line(link.key, str(link.name), f"{link.url} · {link.text}")
