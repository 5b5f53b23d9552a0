"""Every statement of a dossier, once, in the order of the page: the one walk through an edition.

What differs between two editions, what rests on a source, what is found by words, what lacks a source
and what a reviewer looks at first are all read from here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dossiers.pages.rows import CrimeView, Paragraph, Reference
from publishing import dates
from publishing.bilingual import BLANK, Text

if TYPE_CHECKING:
    from dossiers.pages.dossier import Dossier


class ClaimKind(StrEnum):
    NAME = "name"
    FACT = "fact"  # of identity; its key says which
    IDENTIFIER = "identifier"
    POST = "post"
    PARAGRAPH = "paragraph"
    HEADING = "heading"  # of a crime: title, time and place; its sources are those of the description
    CRIME = "crime"  # what happened
    ROLE = "role"
    ELEMENT = "element"  # of superior responsibility
    QUALIFICATION = "qualification"
    ACTION = "action"


@dataclass(frozen=True)
class When:
    """A partial date among the parts of a statement."""

    edtf: str
    within: bool = False

    def __str__(self) -> str:
        return dates.show(self.edtf, self.within)


Part = Text | When | str

# What stands in an edition without anybody having stated it.
DEFAULTS = {"presumed_alive", "unknown"}


@dataclass(frozen=True)
class Claim:
    """One statement: what it says, where it stands, how far it goes and what supports it."""

    kind: ClaimKind
    key: str  # by which an edition knows it again
    anchor: str  # its place on the page
    text: Text  # what it says, in short
    cites: list[Reference]
    about: Text = BLANK  # what kind of name, which institution, whose action
    p: int | None = None  # the number of the paragraph that it is
    under: int | None = None  # the number of the paragraph that it stands under
    date: str = ""
    number: int | None = None
    parts: tuple[Part, ...] = ()  # all that a reader reads of it, in the order of the page
    limits: tuple[Part, ...] = ()  # how far it goes: certainty, degree of proof, what became of it and when
    crime: CrimeView | None = None
    stated: bool = True  # False of a default that nobody stated

    @property
    def row(self) -> str:
        """The key of the working row, or the name of the fact, that an editor mends it in."""
        return self.key.partition("-")[0]

    @property
    def paragraph(self) -> int | None:
        return self.p if self.p is not None else self.under


def claims(dossier: "Dossier") -> Iterator[Claim]:
    yield from _identity(dossier)
    yield from _posts(dossier)
    for row in (*dossier.summary, *dossier.career):
        yield _paragraph(row)
    for crime in dossier.crimes:
        yield from _crime(crime)
    for row in dossier.legal:
        yield _paragraph(row)
    yield from _actions(dossier)
    for row in (*dossier.reply, *dossier.differences):
        yield _paragraph(row)


def _identity(dossier: "Dossier") -> Iterator[Claim]:
    for name in dossier.names:
        text = Text(name.text, name.text)
        yield Claim(
            ClaimKind.NAME, name.key, "identity", text, name.cites, about=name.kind, parts=(name.text,)
        )
    for key, fact in dossier.facts.items():
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
    for row in dossier.identifiers:
        text = Text(row.value, row.value)
        yield Claim(
            ClaimKind.IDENTIFIER, row.key, "identity", text, row.cites, about=row.scheme, parts=(row.value,)
        )


def _posts(dossier: "Dossier") -> Iterator[Claim]:
    for post in dossier.posts:
        yield Claim(
            ClaimKind.POST,
            post.key,
            "positions",
            post.title,
            post.cites,
            about=post.institution.name,
            date=post.period,
            parts=(post.title, post.institution.name, post.rank, When(post.period)),
            limits=(post.status,),
        )


def _paragraph(row: Paragraph, crime: CrimeView | None = None) -> Claim:
    return Claim(
        ClaimKind.PARAGRAPH,
        row.key,
        f"p{row.p}",
        row.text,
        row.cites,
        p=row.p,
        parts=(row.text,),
        crime=crime,
    )


def _crime(crime: CrimeView) -> Iterator[Claim]:
    place = f"c{crime.number}"
    yield Claim(
        ClaimKind.HEADING,
        f"{crime.key}-title",
        place,
        crime.title,
        [],
        date=crime.when,
        parts=(crime.title, When(crime.when, crime.within), crime.place, crime.governorate),
        crime=crime,
    )
    yield Claim(
        ClaimKind.CRIME,
        crime.key,
        f"p{crime.p}",
        crime.description,
        crime.cites,
        p=crime.p,
        parts=(crime.description,),
        crime=crime,
    )
    for role in crime.roles:
        yield Claim(
            ClaimKind.ROLE,
            role.key,
            f"p{role.p}",
            role.text or role.mode,
            role.cites,
            p=role.p,
            parts=(role.mode, role.text),
            limits=(role.assessment,),
            crime=crime,
        )
        for element in role.elements:
            yield Claim(
                ClaimKind.ELEMENT,
                f"{role.key}-{element.code}",
                f"p{role.p}",
                element.text,
                element.cites,
                about=element.label,
                under=role.p,
                parts=(element.text,),
                crime=crime,
            )
    for row in crime.statements:
        yield _paragraph(row, crime)
    for q in crime.qualifications:
        yield Claim(
            ClaimKind.QUALIFICATION,
            q.key,
            place,
            q.category,
            q.cites,
            about=q.authority or q.by,
            under=crime.p,
            parts=(q.category, q.by, q.authority),
            limits=(q.standard, When(q.date)),
            crime=crime,
        )


def _actions(dossier: "Dossier") -> Iterator[Claim]:
    for action in dossier.actions:
        yield Claim(
            ClaimKind.ACTION,
            action.key,
            f"p{action.p}",
            action.type,
            action.cites,
            about=action.authority,
            p=action.p,
            date=action.date,
            parts=(
                When(action.date), action.type, action.authority, action.charges, action.sentence,
                action.list_ref,
            ),
            limits=(action.status, When(action.status_date)),
        )  # fmt: skip
