"""What every statement of an edition has: its references, and paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossiers import schema
from publishing.bilingual import BLANK, Text
from publishing.pages.reading import EditionLabels


@dataclass(frozen=True)
class Reference:
    """A reference to a source of this edition."""

    source: int
    relation: str
    place: Text
    locator_type: str
    locator: str
    quote: str
    quote_lang: str
    credibility: str

    @property
    def bearing(self) -> tuple[int, str]:
        """Which source bears on a statement, and how: two places in it are one reference."""
        return self.source, self.relation


def references(cites: Iterable[schema.CitationContent], labels: EditionLabels) -> list[Reference]:
    return [
        Reference(
            source=cite["source"],
            relation=cite["relation"],
            place=labels.get("locator_types", cite["locator_type"]) if cite["locator"] else BLANK,
            locator_type=cite["locator_type"],
            locator=cite["locator"],
            quote=cite["quote"],
            quote_lang=cite["quote_lang"],
            credibility=cite["credibility"],
        )
        for cite in cites
    ]


@dataclass(frozen=True)
class Paragraph:
    key: str
    p: int
    text: Text
    cites: list[Reference]
    about: str = ""  # the key of the row, or the fact, in which its sources differ


def paragraphs(rows: Iterable[schema.StatementContent], labels: EditionLabels) -> list[Paragraph]:
    return [
        Paragraph(row["key"], row["p"], Text.of(row["text"]), references(row["cites"], labels), row["about"])
        for row in rows
    ]
