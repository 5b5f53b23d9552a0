"""Who held the posts above and below a person's on one day, read from live dossiers.

A computed view, not a statement of any edition: it joins the posts that live dossiers document
along the institutions that those same editions name as parents (docs/decisions, chain of command).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dossiers.public import Dossier, Post
from publishing import dates
from publishing.dates import PartialDate
from publishing.models import Mention
from publishing.public import Text

READ = 400  # mentions a page: the largest institution of a real record has a few dozen
BESIDE = 12  # people shown in the same institution; its own page shows them all


@dataclass(frozen=True)
class Holder:
    """Somebody else's post on that day, with where their own file supports it."""

    public_id: str
    slug: str
    name: Text
    title: Text
    span: str
    in_post_on: str
    status: Text
    sources: list[int]
    certain: bool  # False when the post has no known start and the day lies before its known end


@dataclass
class Node:
    """An institution with those known to hold a post in it on that day, and what is below it."""

    code: str
    name: Text
    holders: list[Holder] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)  # this person's own, that day
    more: int = 0  # holders that are not shown
    below: dict[str, "Node"] = field(default_factory=dict)

    @property
    def nodes(self) -> list["Node"]:
        return list(self.below.values())


@dataclass(frozen=True)
class Command:
    """The section of the page: the day, the chains on it, the other days worth a look."""

    on: str
    chains: list[Node]
    days: list["Day"]
    problem: str = ""


@dataclass(frozen=True)
class Day:
    """A day worth a look: a crime began, or a post did."""

    on: str
    crime: int | None


def command(dossier: Dossier, asked: str = "") -> Command:
    """Return the chain of command on the day asked for, or on the first one worth a look.

    A day may be a year, a month or a day (domain.md §5). Without a readable one the answer says so
    and shows the default. One query, whatever the size of the record.
    """
    days = list(days_of(dossier))
    problem = ""
    on = _point(asked)
    if asked and on is None:
        problem = asked
    if on is None:
        on = dates.parse(days[0].on) if days else None
    if on is None:
        return Command("", [], [], problem)
    posts: dict[str, list[Post]] = {}
    for post in dossier.posts:
        held = dates.parse_or_none(post.span or post.in_post_on)
        if held and held.overlaps(on):
            posts.setdefault(post.institution.code, []).append(post)
    return Command(on.edtf, chains(dossier, posts, on), days, problem)


def _point(text: str) -> PartialDate | None:
    try:
        value = dates.parse(text)
    except dates.DateError:
        return None
    return None if value.interval else value


def days_of(dossier: Dossier) -> Iterator[Day]:
    """Yield the days on which a crime began while a post was held, then those on which posts began."""
    held = [date for post in dossier.posts if (date := dates.parse_or_none(post.span or post.in_post_on))]
    seen: set[str] = set()
    for crime in dossier.crimes:
        when = dates.parse_or_none(crime.when)
        start = when.start if when else None
        if start and not start.mark and start.unit != "decade":
            on = _edtf(start)
            if on not in seen and any(post.overlaps(dates.parse(on)) for post in held):
                seen.add(on)
                yield Day(on, crime.number)
    for post in held:
        start = post.start
        if start and start.unit != "decade" and _edtf(start) not in seen:
            seen.add(_edtf(start))
            yield Day(_edtf(start), None)


def _edtf(point: dates.Point) -> str:
    parts = [f"{point.year:04}", f"{point.month:02}", f"{point.day:02}"]
    return "-".join(parts[: {"year": 1, "month": 2, "day": 3}[point.unit]])


def chains(dossier: Dossier, posts: dict[str, list[Post]], on: PartialDate) -> list[Node]:
    """Return a tree for each institution in which the person held a post that day, from the top down."""
    lines = {code: held[0].institution.parents for code, held in posts.items()}
    named = _named(dossier, set(posts) | {above.code for line in lines.values() for above in line})
    found = []
    for code, held in posts.items():
        others = named.get(code, [])
        holders = list(_holders(others, on))
        here = Node(code, held[0].institution.name, holders[:BESIDE], held, max(0, len(holders) - BESIDE))
        for mention in others:
            for row in mention.data["below"]:
                _hang(here, row, mention, on)
        for place in lines[code]:
            above = Node(place.code, place.name, list(_holders(named.get(place.code, []), on)))
            above.posts = posts.get(place.code, [])
            above.below[here.code] = here
            here = above
        found.append(here)
    return found


def _named(dossier: Dossier, codes: set[str]) -> dict[str, list[Mention]]:
    """Return how other live dossiers name these institutions: nobody stands above or below himself."""
    rows = Mention.objects.filter(kind="institution", key__in=codes).select_related("document")
    named: dict[str, list[Mention]] = {}
    for mention in rows.order_by("document__public_id")[:READ]:
        if mention.document.public_id != dossier.public_id:
            named.setdefault(mention.key, []).append(mention)
    return named


def _holders(mentions: Iterable[Mention], on: PartialDate) -> Iterator[Holder]:
    for mention in mentions:
        for row in mention.data["posts"]:
            if holder := _holder(mention, row, on):
                yield holder


def _holder(mention: Mention, row: dict[str, Any], on: PartialDate) -> Holder | None:
    """Return the post if it was held that day. "Until 2012" says nothing certain of 2011, and says so."""
    held = dates.parse_or_none(row["span"] or row["in_post_on"])
    if held is None or not held.overlaps(on):
        return None
    end, day = held.end, on.last
    open_start = held.start is None and end is not None and day is not None
    return Holder(
        mention.document.public_id,
        mention.document.slug or "",
        Text.of(mention.data["name"]),
        Text.of(row["title"]),
        row["span"],
        row["in_post_on"],
        Text.of(row["status"]),
        row["sources"],
        not (open_start and day < end.first),  # type: ignore[operator, union-attr]
    )


def _hang(root: Node, row: dict[str, Any], mention: Mention, on: PartialDate) -> None:
    """Put a post below into the tree; an institution on the way without a holder stays, as a gap."""
    node = root
    for step in row["path"]:
        node = node.below.setdefault(step["code"], Node(step["code"], Text.of(step["name"])))
    if holder := _holder(mention, row, on):
        node.holders.append(holder)
