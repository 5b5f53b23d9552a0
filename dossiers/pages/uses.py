"""What rests on a source in one file: the places in it, and the statements that each supports."""

from dataclasses import dataclass, field
from typing import Any

from publishing.bilingual import Text
from publishing.models import Mention


@dataclass(frozen=True)
class Stated:
    """A statement by its paragraph, or by what it is where it has none."""

    anchor: str
    p: int | None
    what: str


@dataclass
class Use:
    """A place in a source, what is quoted from it, and what it supports, disputes or explains."""

    kind: Text
    locator: str
    quotes: list[tuple[str, str]] = field(default_factory=list)  # the words and their language
    supports: list[Stated] = field(default_factory=list)
    contradicts: list[Stated] = field(default_factory=list)
    context: list[Stated] = field(default_factory=list)


def uses_of(mention: Mention) -> list[Use]:
    """Return the places in a source that a file cites, in the order in which its reader meets them."""
    found: dict[tuple[str, str], Use] = {}
    for row in mention.data["statements"]:
        kind = Text.of(row["place"])
        use = found.setdefault((kind.en, row["locator"]), Use(kind, row["locator"]))
        quote = (row["quote"], row["quote_lang"])
        if row["quote"] and quote not in use.quotes:
            use.quotes.append(quote)
        _add(getattr(use, row["relation"]), row)
    for use in found.values():
        for stated in (use.supports, use.contradicts, use.context):
            stated.sort(key=lambda one: one.p or 0)  # what has no paragraph of its own comes first
    return list(found.values())


def _add(stated: list[Stated], row: dict[str, Any]) -> None:
    one = Stated(row["anchor"] if row["p"] is None else f"p{row['p']}", row["p"], row["what"])
    known = {(other.p, other.what if other.p is None else "") for other in stated}
    if (one.p, one.what if one.p is None else "") not in known:
        stated.append(one)
