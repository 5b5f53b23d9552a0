"""What `publishing` needs to know about a kind of document: one class each, registered by its app."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

from publishing.canonical import Content
from publishing.public import EditionView


@dataclass(frozen=True)
class Problem:
    """Why content may not be published: the rule, what to do, and the claim it is about."""

    rule: str
    message: str | Promise
    claim: str = ""


@dataclass(frozen=True)
class Draft:
    """The working copy of one document, frozen into content."""

    public_id: str
    slug: str
    content: Content
    problems: tuple[Problem, ...] = ()  # what only the working copy can tell, such as S1


@dataclass(frozen=True)
class Row:
    """How something is listed: its address, titles, order, card, and what lists narrow it by."""

    slug: str
    title_ar: str
    title_en: str
    sort: str
    data: dict[str, Any] = field(default_factory=dict)
    facets: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Named:
    """Something that the content names; `row` lists things that have no document of their own."""

    kind: str
    key: str
    data: dict[str, Any] = field(default_factory=dict)
    row: Row | None = None


class Kind:
    """One kind of publishable document. Subclass it and register the class once."""

    name: ClassVar[str]
    label: ClassVar[str | Promise]

    def freeze(self, working: Any) -> Draft:
        """Return the working copy as content: only what is listed there by name leaves the desk."""
        raise NotImplementedError

    def check(self, content: Content) -> list[Problem]:
        """Return what forbids publishing this content. Pure: the same content, the same answer."""
        raise NotImplementedError

    def rules(self) -> list[str]:
        """Return the codes of the rules that `check` applies."""
        return []

    def row(self, content: Content) -> Row:
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

    def page(self, request: HttpRequest, content: Content, edition: EditionView) -> HttpResponse:
        """Return the page that shows this content as this edition; the desk's preview calls it too."""
        raise NotImplementedError

    def lines(self, content: Content) -> Iterable[tuple[str, str, str]]:
        """Yield (key, label, text), in the active language, of all that a reader reads, in order."""
        raise NotImplementedError


_kinds: dict[str, Kind] = {}


def register(kind: type[Kind]) -> None:
    _kinds[kind.name] = kind()


def get(name: str) -> Kind:
    return _kinds[name]


def all_kinds() -> list[Kind]:
    return list(_kinds.values())
