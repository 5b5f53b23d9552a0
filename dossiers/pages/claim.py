"""A statement of a dossier: what it says, where it stands, how far it goes and what supports it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dossiers.pages.rows import Paragraph, Reference
from publishing import dates
from publishing.bilingual import BLANK, Text

if TYPE_CHECKING:
    from dossiers.pages.crimes import CrimeView


class ClaimKind(StrEnum):
    NAME = "name"
    FACT = "fact"  # of identity; its key says which
    IDENTIFIER = "identifier"
    POST = "post"
    PARAGRAPH = "paragraph"
    HEADING = "heading"  # of a crime: title, time and place; its sources are those of the description
    CRIME = "crime"  # what happened
    TOLL = "toll"  # a figure of dead, injured or detained
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
    crime: "CrimeView | None" = None
    stated: bool = True  # False of a default that nobody stated

    @property
    def row(self) -> str:
        """The key of the working row, or the name of the fact, that an editor mends it in."""
        return self.key.partition("-")[0]

    @property
    def paragraph(self) -> int | None:
        return self.p if self.p is not None else self.under


def paragraph(row: Paragraph, crime: "CrimeView | None" = None) -> Claim:
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
