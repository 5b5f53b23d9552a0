"""What publishing knows of standing pages and of the list of links."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from campaign import content as working
from campaign.models import LinkList, Page
from campaign.pages import reading
from campaign.schema import LinksContent, PageContent
from dossiers import rules
from dossiers.glossary import chapters
from dossiers.rules.reading import short, texts
from publishing.bilingual import Message, Text
from publishing.canonical import Content
from publishing.kinds import Draft, Kind, Line, ListingRow, Occasion, PassageRow, Problem, Rule
from publishing.markup import passages
from publishing.pages.reading import EditionView
from publishing.working import history


class TextKind(Kind):
    """Texts without claims: both languages, in step, and nobody of the desk (P4, P5, C10)."""

    def check(self, content: Content, grounds: Content, occasion: Occasion) -> list[Problem]:
        candidate = rules.Candidate(content, grounds, occasion)
        return [
            *rules.publication.both_languages_are_in_step(candidate),
            *rules.harm.nobody_of_the_desk_is_named(candidate),
            *(
                Problem("P5", Message(_("“%(text)s”: write it in both languages."), {"text": short(pair)}))
                for where, pair, _claim in texts(content)
                if where[0] != "note" and not all(pair.values())
            ),
        ]

    def rules(self) -> list[Rule]:
        return [row for row in rules.all_rules() if row.code in {"P4", "P5", "P12", "C10"}]


class PageKind(TextKind):
    name = "page"
    label = gettext_lazy("Standing page")
    content = PageContent

    def freeze(self, working_copy: Page) -> Draft:
        return working.freeze_page(working_copy)

    def forget(self, public_id: str) -> None:
        keys = history.of(Page).filter(slug=public_id.removeprefix("PAGE-")).values_list("id", flat=True)
        history.purge(Page, set(keys))

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
            "corrections": reading.corrections() if content["public_id"] == "PAGE-corrections" else None,
            "deadlines": settings.DEADLINES,
            "chapters": chapters() if content["public_id"] == "PAGE-methodology" else [],
        }
        return render(request, "campaign/page.html", context)

    def lines(self, content: Content) -> Iterator[Line]:
        yield Line("title", _("Title"), str(Text.of(content["title"])))
        for index, block in enumerate(str(Text.of(content["body"])).split("\n\n"), 1):
            yield Line(f"body-{index}", _("Text"), block)


class LinksKind(TextKind):
    name = "links"
    label = gettext_lazy("Recommended links")
    content = LinksContent

    def freeze(self, working_copy: LinkList) -> Draft:
        return working.freeze_links(working_copy)

    def forget(self, public_id: str) -> None:
        history.purge(LinkList, set(history.of(LinkList).values_list("id", flat=True)))

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
