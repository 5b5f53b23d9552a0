"""What a page depends on: it is noted while the page is rendered, whether anything was found or not.

A key names what a query asked for: a document, an address, a thing that documents name, a list, a facet.
A publication knows its own keys before and after (publishing/projection.py) and takes every stored page that
has one of them. So whoever reads the record for a page notes it here; publishing/pages/reading.py does.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

RECORD = "record"  # any publication at all
DATASET = "dataset"  # what takes text away: files of the whole record may lag, but not behind that


@dataclass
class Rendering:
    """A page in the making: its keys, and whether it may be kept."""

    keys: set[str] = field(default_factory=set)
    lasting: bool = False
    hurried: bool = False  # somebody waits for it
    wanted: set[str] = field(default_factory=set)  # paths to be made in the background


_now: ContextVar[Rendering | None] = ContextVar("rendering", default=None)


@contextmanager
def rendering(hurried: bool = False) -> Iterator[Rendering]:
    made = Rendering(hurried=hurried)
    token = _now.set(made)
    try:
        yield made
    finally:
        _now.reset(token)


def note(*keys: str) -> None:
    if made := _now.get():
        made.keys.update(keys)


def hurried() -> bool:
    """Say whether what takes seconds should be left to be made in the background."""
    made = _now.get()
    return made is not None and made.hurried


def want(*paths: str) -> None:
    """Have pages made in the background, if they are not kept already."""
    if made := _now.get():
        made.wanted.update(paths)


def keep() -> None:
    """Say that the page at hand is the same for everybody until one of its keys changes."""
    if made := _now.get():
        made.lasting = True


def document(public_id: str) -> str:
    return f"document {public_id}"


def address(kind: str, slug: str) -> str:
    return f"address {kind}/{slug}"


def thing(kind: str, key: str) -> str:
    return f"thing {kind}/{key}"


def list_of(kind: str) -> str:
    return f"list {kind}"


def facet(kind: str, name: str, code: str) -> str:
    return f"facet {kind}/{name}/{code}"


def note_things(kind: str, keys: Iterable[str]) -> None:
    note(*(thing(kind, key) for key in keys))
