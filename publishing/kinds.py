"""What `publishing` needs to know about a kind of document: one class each, registered by its app."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, TypedDict

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from publishing.bilingual import Text, Words
from publishing.canonical import Content
from publishing.pages.followthemoney import Entity
from publishing.pages.reading import EditionView, PublicDocument
from publishing.pages.tables import Record, Table


@dataclass(frozen=True)
class Problem:
    """Why content may not be published: the rule, what to do, and the claim it is about.

    A warning does not refuse; it asks for a written reason, which stays with the submission.
    """

    rule: str
    message: Words
    claim: str = ""
    warning: bool = False

    def __str__(self) -> str:
        """Return the message after its rule; some acts are refused by no rule of domain.md §6."""
        return f"{self.rule}: {self.message}" if self.rule else str(self.message)


@dataclass(frozen=True)
class Rule:
    """One rule of domain.md §6 as the checklist shows it."""

    code: str
    title: str | Promise
    group: str  # one of GROUPS
    warning: bool


# The four parts of the checklist, in its order (visual.md, Publish checklist).
GROUPS = {
    "sources": _("Statements and sources"),
    "languages": _("Both languages"),
    "harm": _("Harm to others"),
    "law": _("Law and fairness"),
}


@dataclass(frozen=True)
class Occasion:
    """When a content is checked, and whether it would be published for the first time."""

    on: date
    first: bool = False


@dataclass(frozen=True)
class Draft:
    """The working copy of one document, frozen into content.

    `grounds` is what the rules must know and no edition may show: who was asked for a reply, which
    sources repeat each other. It stays at the desk with the submission and is erased with it.
    """

    public_id: str
    slug: str
    content: Content
    problems: tuple[Problem, ...] = ()  # what only the working copy can tell, such as S1
    grounds: Content = field(default_factory=dict)


class NameRow(TypedDict):
    """A spelling of a name that something is found by."""

    text: str
    lang: str
    primary: bool
    read_as: str  # how it is read where that is not the text: with the father's name, which is not shown


class PassageRow(TypedDict):
    """A text that something is found by, in both languages, and its place on the page."""

    anchor: str
    ar: str
    en: str


@dataclass(frozen=True)
class ListingRow:
    """How something is listed: its address, titles, order, card, and what it is narrowed and found by."""

    slug: str
    title: Text
    sort: str
    data: dict[str, Any] = field(default_factory=dict)
    facets: dict[str, list[str]] = field(default_factory=dict)
    parts: dict[str, dict[str, list[str]]] = field(default_factory=dict)  # facets of each of its incidents
    names: list[NameRow] = field(default_factory=list)
    passages: list[PassageRow] = field(default_factory=list)

    def kept(self) -> dict[str, Any]:
        """Return the row as a mention keeps it."""
        rest = {name: value for name, value in vars(self).items() if name != "title"}
        return {**rest, "title_ar": self.title.ar, "title_en": self.title.en}


@dataclass(frozen=True)
class Named:
    """Something that the content names; `row` lists things that have no document of their own."""

    kind: str
    key: str
    data: dict[str, Any] = field(default_factory=dict)
    row: ListingRow | None = None


class Line(NamedTuple):
    """One line of what a reader reads: how an edition knows it again, what it is, and its text."""

    key: str
    label: str
    text: str


class DeskKind:
    """What becomes of one kind at the desk, before it is published and when its text is erased.

    The public side never loads it: rules, working rows and the linter are as large as the rest of the site.
    """

    def freeze(self, working: Any) -> Draft:
        """Return the working copy as content: only what is listed there by name leaves the desk."""
        raise NotImplementedError

    def check(self, content: Content, grounds: Content, occasion: Occasion) -> list[Problem]:
        """Return what forbids publishing this content, or needs a reason. Pure: same input, same answer."""
        raise NotImplementedError

    def rules(self) -> list[Rule]:
        """Return the rules that `check` applies, in the order of the checklist."""
        return []

    def not_needed(self, content: Content, grounds: Content, occasion: Occasion) -> set[str]:
        """Return the codes of rules that have nothing to say of this content."""
        return set()

    def today(self, content: Content) -> tuple[Content, list[Problem]]:
        """Return grounds that became known after the submission, and what now forbids its content."""
        return {}, []

    def forget(self, public_id: str) -> None:
        """Erase what the desk's history still holds of a document whose text is erased."""

    def outdated(self, public_id: str) -> list[Words]:
        """Return, in words, what a live document prints that the desk has corrected since (domain.md K4)."""
        return []

    def fairness(self, grounds: Content) -> list[tuple[str, str]]:
        """Return what the desk recorded of fairness to the person, as (what, how) for a reviewer."""
        return []

    def second_look(self, before: Content | None, after: Content, grounds: Content) -> Iterable[str]:
        """Yield, in words, what a reviewer must look at first: identity, status, accusations, people."""
        return ()


class Kind:
    """One kind of publishable document, as readers see it. Subclass it and register the class once."""

    name: ClassVar[str]
    label: ClassVar[str | Promise]
    content: ClassVar[type]  # the TypedDict of its contents (publishing.schema)
    desk_class: ClassVar[str]  # the dotted path of its DeskKind
    tables: ClassVar[tuple[Table, ...]] = ()  # what of it is given away as tables

    @cached_property
    def desk(self) -> DeskKind:
        found: DeskKind = import_string(self.desk_class)()
        return found

    def row(self, content: Content) -> ListingRow:
        """Return how the document is listed."""
        raise NotImplementedError

    def names(self, content: Content) -> Iterable[Named]:
        """Yield everything the content names, each key once."""
        return ()

    def url(self, slug: str) -> str:
        """Return the address of the live document in the active language."""
        raise NotImplementedError

    def media(self, content: Content) -> Iterable[str]:
        """Yield the names of the images that the content shows."""
        return ()

    def records(self, found: PublicDocument) -> Iterable[Record]:
        """Yield the rows of `tables` that a live document gives, in the order of its page."""
        return ()

    def entities(self, found: PublicDocument) -> Iterable[Entity]:
        """Yield what a live document tells as entities of FollowTheMoney (domain.md §8.1)."""
        return ()

    def page(self, request: HttpRequest, content: Content, edition: EditionView) -> HttpResponse:
        """Return the page that shows this content as this edition; the desk's preview calls it too."""
        raise NotImplementedError

    def lines(self, content: Content) -> Iterable[Line]:
        """Yield all that a reader reads, in the active language and in order."""
        raise NotImplementedError


_kinds: dict[str, Kind] = {}


def register(kind: type[Kind]) -> None:
    _kinds[kind.name] = kind()


def get(name: str) -> Kind:
    return _kinds[name]


def all_kinds() -> list[Kind]:
    return list(_kinds.values())
