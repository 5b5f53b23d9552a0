"""The rows of an edition of a dossier as pages read them: typed, read-only, each with its key and labels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dossiers.pages.axis import Track
from dossiers.schema import CitationContent, SourceContent
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
    credibility: str


def references(cites: Iterable[CitationContent], labels: EditionLabels) -> list[Reference]:
    return [
        Reference(
            source=cite["source"],
            relation=cite["relation"],
            place=labels.get("locator_types", cite["locator_type"]) if cite["locator"] else BLANK,
            locator_type=cite["locator_type"],
            locator=cite["locator"],
            quote=cite["quote"],
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


@dataclass(frozen=True)
class NameView:
    key: str
    text: str
    lang: str
    kind: Text
    code: str
    father: str
    cites: list[Reference]

    @property
    def dir(self) -> str:
        return "rtl" if self.lang == "ar" else "ltr"

    @property
    def html_lang(self) -> str:
        return "ar" if self.lang == "ar" else "en"


@dataclass(frozen=True)
class Fact:
    """A fact of identity: a date, a label or a text, with its references."""

    key: str  # which fact: birth, rank…
    code: str = ""
    date: str = ""
    text: Text = BLANK
    number: int | None = None
    cites: list[Reference] = field(default_factory=list)


@dataclass(frozen=True)
class IdentifierView:
    """A number on an official list."""

    key: str
    scheme: Text
    value: str
    cites: list[Reference]


@dataclass(frozen=True)
class InstitutionView:
    code: str
    name: Text
    type: Text
    governorate: Text = BLANK
    parents: list["InstitutionView"] = field(default_factory=list)  # from the one directly above upwards


def period(row: Mapping[str, Any]) -> str:
    """Return when a post was held: from when to when, or on which date a source has the person in it."""
    held: str = row["span"] or row["in_post_on"]
    return held


@dataclass(frozen=True)
class Post:
    key: str
    title: Text
    institution: InstitutionView
    span: str
    in_post_on: str
    rank: Text
    rank_code: str
    status: Text
    status_code: str
    cites: list[Reference]
    track: Track | None
    crimes: list[int]

    @property
    def period(self) -> str:
        return self.span or self.in_post_on


@dataclass(frozen=True)
class Element:
    """A finding that superior responsibility rests on (Rome Statute 28)."""

    code: str
    label: Text
    text: Text
    cites: list[Reference]


@dataclass(frozen=True)
class Role:
    key: str
    p: int
    mode: Text
    mode_code: str
    text: Text
    assessment: Text
    attributed_to: int | None
    post: str | None  # the key of the post that it was held in
    assessment_code: str
    cites: list[Reference]
    elements: list[Element]


@dataclass(frozen=True)
class QualificationView:
    key: str
    category: Text
    category_code: str
    by: Text
    by_code: str
    authority: Text
    standard: Text
    date: str
    note: Text
    cites: list[Reference]


@dataclass(frozen=True)
class CrimeView:
    key: str
    number: int
    code: str
    p: int
    title: Text
    description: Text
    when: str
    within: bool
    place: Text
    governorate: Text
    governorate_code: str
    conducts: list[Text]
    conduct_codes: list[str]
    cites: list[Reference]
    roles: list[Role]
    statements: list[Paragraph]
    qualifications: list[QualificationView]


@dataclass(frozen=True)
class Action:
    key: str
    p: int
    case: str
    type: Text
    type_code: str
    authority: Text
    country: Text
    country_code: str
    date: str
    public_date: str
    status: Text
    status_code: str
    status_date: str
    in_absentia: bool
    charges: Text
    sentence: Text
    list_ref: str
    ends: int | None
    ended_by: int | None
    over: bool  # what it ended, or what ended it, is over and not replaced by the like
    cites: list[Reference]


@dataclass(frozen=True)
class CaseView:
    """A case with its actions in order; the rows without a case come as one with no name."""

    key: str = ""
    name: Text = BLANK
    court: Text = BLANK
    number: str = ""
    jurisdiction: Text = BLANK
    jurisdiction_code: str = ""
    basis: Text = BLANK
    status: Text = BLANK
    actions: list[Action] = field(default_factory=list)


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
    symbol: str
    cited_in: list[int]

    @property
    def dir(self) -> str:
        return "rtl" if self.lang in {"ar", "fa"} else "ltr"


def source_view(row: SourceContent, labels: EditionLabels, cited_in: Sequence[int] = ()) -> SourceView:
    return SourceView(
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
        symbol=row["symbol"],
        cited_in=list(cited_in),
    )


@dataclass(frozen=True)
class PortraitView:
    file: str
    alt: Text
    credit: Text
