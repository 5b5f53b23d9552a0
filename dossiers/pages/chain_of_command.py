"""Who held the posts above and below a person's on one day, read from live dossiers.

A computed view, not a statement of any edition: it joins the posts that live dossiers document
along the institutions as the newest of them order them (docs/decisions, chain of command).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from dossiers.pages.dossier import Dossier
from dossiers.pages.holders import Holder
from dossiers.pages.posts import Post
from publishing import dates
from publishing.bilingual import Text
from publishing.dates import PartialDate
from publishing.models import Listing
from publishing.pages.reading import having, mentions, things
from publishing.text import DIGITS

TURNED = re.compile(r"(?:\d\d[-/])?\d\d[-/]\d{4}")
READ = 200  # mentions a page; one that has more says so and declares no gap
SHOWN = 12  # people shown in one institution; its own page shows them all


@dataclass(frozen=True)
class Own:
    """A post of the person on that day."""

    post: Post
    certain: bool


@dataclass
class Node:
    """An institution with those known to hold a post in it on that day, and what is below it."""

    code: str
    name: Text
    here: bool = False  # the institution that the tree was drawn for
    own: list[Own] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)
    more: int = 0  # holders that are not shown
    nodes: list["Node"] = field(default_factory=list)


@dataclass(frozen=True)
class Day:
    """A day worth a look: a crime began, or a post did."""

    on: str
    crime: int | None  # its number in the file, where the page is of one


@dataclass(frozen=True)
class ChainOfCommand:
    """The section of the page: the day, the chains on it, the other days worth a look."""

    on: str
    chains: list[Node]
    days: list[Day]
    problem: str = ""
    cut: bool = False  # more files name these institutions than were read


def chain_of_command(dossier: Dossier, asked: str = "", documented: date = date.max) -> ChainOfCommand:
    """Return the chain of command on the day asked for, or on the first one worth a look.

    A day may be a year, a month or a day (domain.md §5). Without a readable one the answer says so
    and shows the default. An edition documents nothing after the day of its publication. Two
    queries, whatever the size of the record.
    """
    days = list(days_of(dossier))
    on = _point(asked)
    problem = asked if asked and on is None else ""
    if on is None:
        on = dates.parse(days[0].on) if days else None
    if on is None:
        return ChainOfCommand("", [], [], problem)
    posts: dict[str, list[Post]] = {}
    for post in dossier.posts:
        held = dates.parse_or_none(post.held)
        if held and held.overlaps(on) and (on.first or date.min) <= documented:
            posts.setdefault(post.institution.code, []).append(post)
    drawn, cut = Drawing(dossier.public_id, posts, on).chains() if posts else ([], False)
    return ChainOfCommand(on.edtf, drawn, days, problem, cut)


def institution_on(code: str, days: list[Day], asked: str = "") -> ChainOfCommand:
    """Return who is documented in an institution, above and below it, on the day asked for or the first."""
    on = _point(asked)
    problem = asked if asked and on is None else ""
    if on is None and days:
        on = dates.parse(days[0].on)
    if on is None:
        return ChainOfCommand("", [], [], problem)
    drawn, cut = Drawing("", {code: []}, on).chains()
    return ChainOfCommand(on.edtf, drawn, days, problem, cut)


def _point(text: str) -> PartialDate | None:
    plain = text.strip().translate(DIGITS)
    if turned := TURNED.fullmatch(plain):  # as a page that runs from the right may seem to show it
        plain = "-".join(reversed(re.split("[-/]", turned.group())))
    try:
        value = dates.parse(plain)
    except dates.DateError:
        return None
    return None if value.interval else value


def days_of(dossier: Dossier) -> Iterator[Day]:
    """Yield the days on which a crime began while a post was held, then those on which posts began.

    Of a post whose start is not known, the end.
    """
    held = [span for post in dossier.posts if (span := dates.parse_or_none(post.held))]
    found: dict[str, int | None] = {}
    for crime in dossier.crimes:
        when = dates.parse_or_none(crime.when)
        on = _edtf(when.start) if when and when.start and not when.start.mark else ""
        if on and any(post.overlaps(dates.parse(on)) for post in held):
            found.setdefault(on, crime.number)
    for post in held:
        if on := beginning(post):
            found.setdefault(on, None)
    return (Day(on, crime) for on, crime in found.items())


def beginning(held: PartialDate) -> str:
    """Return when a post or a crime began, or else ended, as a day to ask for; empty when not known."""
    point = held.start or held.end
    return _edtf(point) if point else ""


def _edtf(point: dates.Point) -> str:
    """Return a point without its mark; nothing for a decade, which is no day to ask for."""
    return "" if point.unit == "decade" else replace(point, mark="").edtf


class Named(NamedTuple):
    """How a live dossier names an institution; a tuple, since there may be hundreds."""

    key: str
    data: dict[str, Any]
    document__public_id: str
    document__slug: str
    document__live__published_at: datetime


class Drawing:
    """Draws a tree for each institution in which the person held a post that day."""

    def __init__(self, public_id: str, posts: dict[str, list[Post]], on: PartialDate) -> None:
        self.public_id, self.posts, self.on = public_id, posts, on
        found = things("institution", posts) | having("institution", "above", posts)
        self.places: dict[str, Listing] = {row.key: row for row in found}
        above = {place["code"] for code in posts if code in self.places for place in self._line(code)}
        rows: Iterable[Named] = map(
            Named._make,
            mentions("institution", {*self.places, *posts, *above})
            .exclude(data__posts=[])
            .exclude(document__public_id=public_id)  # nobody stands above or below himself
            .order_by("document__public_id")
            .values_list(*Named._fields)[: READ + 1],
        )
        read = list(rows)
        self.cut = len(read) > READ
        self.named: dict[str, list[Named]] = {}
        for mention in read[:READ]:
            self.named.setdefault(mention.key, []).append(mention)

    def chains(self) -> tuple[list[Node], bool]:
        return [self._chain(code) for code in self.posts], self.cut

    def _line(self, code: str) -> list[dict[str, Any]]:
        """Return what is above an institution, nearest first, as the newest edition orders it."""
        line: list[dict[str, Any]] = self.places[code].data["parents"]
        return line

    def _chain(self, code: str) -> Node:
        held = self.posts[code]
        listed = self.places.get(code)
        name = held[0].institution.name if held or not listed else Text(listed.title_ar, listed.title_en)
        root = here = self._node(code, name, held)
        here.here = True
        line = self._line(code) if code in self.places else []
        self._hang(here, {place["code"] for place in line})
        for place in line:
            above = self._node(place["code"], Text.of(place["name"]), held)
            above.nodes = [root]
            root = above
        return root

    def _hang(self, here: Node, above: set[str]) -> None:
        """Hang what is below under it; an institution without a known holder stays, as a gap."""
        nodes = {here.code: here}
        below = [row for row in self.places.values() if row.key not in {here.code, *above}]
        for row in sorted(below, key=lambda row: (len(row.data["parents"]), row.key)):
            parents = [place["code"] for place in row.data["parents"]]
            if parents and parents[0] in nodes:
                node = self._node(row.key, Text(row.title_ar, row.title_en), self.posts[here.code])
                nodes[parents[0]].nodes.append(node)
                nodes[row.key] = node

    def _node(self, code: str, name: Text, beside: list[Post]) -> Node:
        spans = [span for post in beside if (span := dates.parse_or_none(post.held))]
        holding = [
            (mention, row)
            for mention in self.named.get(code, [])
            for row in mention.data["posts"]
            if self._is_held(mention, row, spans if beside else None)
        ]
        holders = [
            Holder.of(
                mention.document__public_id,
                mention.document__slug,
                mention.data,
                row,
                certain=covers(dates.parse_or_none(row["held"]), self.on),
            )
            for mention, row in holding[:SHOWN]
        ]
        own = [
            Own(post, covers(dates.parse_or_none(post.held), self.on)) for post in self.posts.get(code, [])
        ]
        return Node(code, name, False, own, holders, len(holding) - len(holders))

    def _is_held(self, mention: Named, row: dict[str, Any], beside: list[PartialDate] | None) -> bool:
        """Say whether a post was held that day, and while the person held one of these, if any is given."""
        held = dates.parse_or_none(row["held"])
        documented = mention.document__live__published_at.date()
        if held is None or not held.overlaps(self.on) or (self.on.first or date.min) > documented:
            return False
        return beside is None or any(_together(held, span, self.on) for span in beside)


def _together(one: PartialDate, other: PartialDate, on: PartialDate) -> bool:
    """Say whether both can have lasted on one same day of those asked for."""
    firsts = [value.first or date.min for value in (one, other, on)]
    lasts = [value.last or date.max for value in (one, other, on)]
    return max(firsts) <= min(lasts)


def covers(held: PartialDate | None, on: PartialDate) -> bool:
    """Say whether the dates of a post settle that it was held at some time in those asked for.

    "2011/2013" settles all of 2012 and leaves open when in 2011 it began; "until 2012" and "in post in
    2012" settle nothing of a part of 2012.
    """
    if held is None:
        return False
    if not held.interval:
        return bool(
            held.first
            and held.last
            and on.first
            and on.last
            and on.first <= held.first
            and held.last <= on.last
        )
    begun = held.start.last if held.start else date.max
    ending = held.end.first if held.end else date.max
    return max(begun, on.first or date.min) <= min(ending, on.last or date.max)
