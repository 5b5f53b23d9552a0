"""A news edition's content as read-only objects for templates."""

from dataclasses import dataclass

from dossiers.pages.distress import is_distressing
from dossiers.pages.sources import SourceView
from news.vocabularies import NEWS_KINDS
from publishing.bilingual import Text
from publishing.canonical import Content
from publishing.pages.lists import Asked, ListAddress
from publishing.pages.reading import Card, EditionLabels, UnknownSchema, card, counts, things

READERS = {"bl-news/1"}
NEWS = ListAddress("news", {"kind": NEWS_KINDS})


@dataclass(frozen=True)
class Item:
    kind: Text
    kind_code: str
    headline: Text
    standfirst: Text
    body: Text
    byline: Text
    date: str
    sources: list[SourceView]
    dossiers: list[str]

    @property
    def publisher(self) -> str:
        """Who published the original: the first of its sources."""
        return self.sources[0].publisher if self.sources else ""

    @property
    def distressing(self) -> bool:
        return is_distressing((), self.headline, self.standfirst, self.body)

    @property
    def original(self) -> str:
        return self.sources[0].url if self.sources else ""


def read(content: Content) -> Item:
    """Return the item that a content describes. Raise UnknownSchema for one of another schema."""
    if content["schema"] not in READERS:
        raise UnknownSchema(content["schema"])
    labels = EditionLabels(content["labels"])
    return Item(
        kind=Text.of(content["kind"]["label"]),
        kind_code=content["kind"]["code"],
        headline=Text.of(content["headline"]),
        standfirst=Text.of(content["standfirst"]),
        body=Text.of(content["body"]),
        byline=Text.of(content["byline"]),
        date=content["date"],
        sources=[SourceView.of(row, labels) for row in content["sources"]],
        dossiers=content["dossiers"],
    )


def kinds(asked: Asked) -> list[tuple[str, Text, int]]:
    """Return (code, label, count) of every kind that has items, in the order of the vocabulary."""
    found = counts("news", "kind", asked.chosen)
    return [(code, label, found[code]) for code, label in NEWS_KINDS.items() if code in found]


def named_dossiers(item: Item) -> list[Card]:
    """Return the live dossiers that an item names; a withdrawn one is not among them."""
    return [card(row) for row in things("dossier", item.dossiers).order_by("sort")]
