"""The sources of an edition."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dossiers import schema
from dossiers.pages.rows import Reference
from publishing.bilingual import Text
from publishing.pages.reading import EditionLabels

# The day in the address of a copy, as web archives write it: /web/20240524120000/
ARCHIVED = re.compile(r"/((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d*(?:[a-z]{2}_)?/")


@dataclass(frozen=True)
class PlaceView:
    """A place in a source, with what is quoted from it and the paragraphs that rest on it."""

    kind: Text
    locator: str
    quotes: list[tuple[str, str]]  # the words and their language
    cited_in: list[int]


def places_of(cited: Iterable[tuple[Reference, int | None]]) -> list[PlaceView]:
    """Return the places in one source that are cited, in the order in which a reader meets them."""
    found: dict[tuple[str, str], PlaceView] = {}
    for cite, paragraph in cited:
        if not cite.locator and not cite.quote:
            continue
        place = found.setdefault(
            (cite.locator_type, cite.locator), PlaceView(cite.place, cite.locator, [], [])
        )
        if cite.quote and (cite.quote, cite.quote_lang) not in place.quotes:
            place.quotes.append((cite.quote, cite.quote_lang))
        if paragraph is not None and paragraph not in place.cited_in:
            place.cited_in.append(paragraph)
    return list(found.values())


@dataclass(frozen=True)
class SourceView:
    n: int
    code: str
    restricted: bool
    kind: Text
    kind_code: str
    reliability: Text
    reliability_code: str
    title: str
    title_translation: Text
    publisher: str
    issued: str
    lang: str
    url: str
    archive_url: str
    archive_sha256: str
    unarchived: Text  # why there is no copy
    dead: bool
    symbol: str
    read_via: Text
    cited_in: list[int]
    places: list[PlaceView] = field(default_factory=list)

    @property
    def archived_on(self) -> str:
        """Return the day of the archived copy, where its address tells it (Robust Links)."""
        found = ARCHIVED.search(self.archive_url)
        return "-".join(found.groups()) if found else ""

    @property
    def dir(self) -> str:
        return "rtl" if self.lang in {"ar", "fa"} else "ltr"

    @classmethod
    def of(
        cls,
        row: schema.SourceContent,
        labels: EditionLabels,
        cited: Iterable[tuple[Reference, int | None]] = (),
    ) -> "SourceView":
        cited = list(cited)
        return cls(
            n=row["n"],
            code=row["code"],
            restricted=row["restricted"],
            kind=labels.get("source_kinds", row["kind"]),
            kind_code=row["kind"],
            reliability_code=row["reliability"],
            reliability=labels.get("reliabilities", row["reliability"]),
            title=row["title"],
            title_translation=Text.of(row["title_translation"]),
            publisher=row["publisher"],
            issued=row["issued"],
            lang=row["lang"],
            url=row["url"],
            archive_url=row["archive_url"],
            archive_sha256=row["archive_sha256"],
            unarchived=labels.get("unarchived", row["unarchived"]),
            dead=row["dead"],
            symbol=row["symbol"],
            read_via=Text.of(row["read_via"]),
            cited_in=sorted({paragraph for _cite, paragraph in cited if paragraph is not None}),
            places=places_of(cited),
        )
