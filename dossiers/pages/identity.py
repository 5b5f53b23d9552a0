"""Who it is: names, facts of identity, numbers on lists, the portrait."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_noop as _

from dossiers import schema
from dossiers.pages.claim import DEFAULTS, Claim, ClaimKind, When
from dossiers.pages.rows import Reference, references
from publishing.bilingual import BLANK, Message, Text, in_both
from publishing.pages.reading import EditionLabels


@dataclass(frozen=True)
class NameView:
    key: str
    text: str
    lang: str
    kind: Text
    code: str
    father: str
    cites: list[Reference]

    @classmethod
    def of(cls, row: schema.NameContent, labels: EditionLabels) -> "NameView":
        return cls(
            key=row["key"],
            text=row["text"],
            lang=row["lang"],
            kind=labels.get("name_kinds", row["kind"]),
            code=row["kind"],
            father=row["father"],
            cites=references(row["cites"], labels),
        )

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


def facts_of(identity: schema.IdentityContent, labels: EditionLabels) -> dict[str, Fact]:
    """Return the facts of identity that are known, in the order of the page."""

    def code(key: str, vocabulary: str, row: schema.CodeFact | None) -> Fact | None:
        if row is None:
            return None
        text = labels.get(vocabulary, row["code"])
        return Fact(key, row["code"], text=text, cites=references(row["cites"], labels))

    def date(key: str, row: schema.DateFact | None) -> Fact | None:
        return Fact(key, date=row["edtf"], cites=references(row["cites"], labels)) if row else None

    found = [
        code("rank", "ranks", identity["rank"]),
        date("birth", identity["birth"]),
        _place(identity["birth_place"], labels),
        date("death", identity["death"]),
        code("life_status", "life_statuses", identity["life_status"]),
        _age(identity["age"], labels),
    ]
    return {fact.key: fact for fact in found if fact}


def _place(row: schema.PlaceFact | None, labels: EditionLabels) -> Fact | None:
    if row is None:
        return None
    return Fact("birth_place", text=Text.of(row["text"]), cites=references(row["cites"], labels))


def _age(row: schema.AgeFact | None, labels: EditionLabels) -> Fact | None:
    if row is None:
        return None
    return Fact("age", date=row["on"], number=row["years"], cites=references(row["cites"], labels))


@dataclass(frozen=True)
class IdentifierView:
    """A number on an official list."""

    key: str
    scheme: Text
    value: str
    as_of: str
    cites: list[Reference]

    @property
    def limit(self) -> Text:
        message = Message(_("as of %(date)s"), {"date": When(self.as_of)})
        return Text.of(in_both(message)) if self.as_of else BLANK

    @classmethod
    def of(cls, row: schema.IdentifierContent, labels: EditionLabels) -> "IdentifierView":
        scheme = labels.get("identifier_schemes", row["scheme"])
        return cls(row["key"], scheme, row["value"], row["as_of"], references(row["cites"], labels))


@dataclass(frozen=True)
class PortraitView:
    file: str
    alt: Text
    credit: Text


def claims(
    names: Iterable[NameView], facts: Mapping[str, Fact], identifiers: Iterable[IdentifierView]
) -> Iterator[Claim]:
    for name in names:
        text = Text(name.text, name.text)
        yield Claim(
            ClaimKind.NAME, name.key, "identity", text, name.cites, about=name.kind, parts=(name.text,)
        )
    for key, fact in facts.items():
        number = str(fact.number) if fact.number is not None else ""
        yield Claim(
            ClaimKind.FACT,
            key,
            "identity",
            fact.text,
            fact.cites,
            date=fact.date,
            number=fact.number,
            parts=(number, When(fact.date), fact.text),
            stated=fact.code not in DEFAULTS,
        )
    for row in identifiers:
        text = Text(row.value, row.value)
        yield Claim(
            ClaimKind.IDENTIFIER,
            row.key,
            "identity",
            text,
            row.cites,
            about=row.scheme,
            parts=(row.value,),
            limits=(row.limit,),
        )
