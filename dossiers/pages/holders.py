"""Who held the posts of an institution over time, as live dossiers document it."""

from dataclasses import dataclass
from typing import Any

from dossiers.pages.axis import Track, axis_of, years_of
from dossiers.pages.mentions import mentions_of
from publishing import dates
from publishing.bilingual import Text
from publishing.models import Mention
from publishing.pages.reading import Card, card, narrowed, things

READ = 400  # dossiers a page: far more than any institution of the record has


@dataclass(frozen=True)
class Holder:
    """A post of somebody, with where that person's own file supports it."""

    public_id: str
    slug: str
    name: Text
    title: Text
    period: Text
    status: Text
    sources: list[int]
    certain: bool = True  # False when its dates leave open whether it covers the day asked for
    track: Track | None = None

    @classmethod
    def of(
        cls, public_id: str, slug: str, data: dict[str, Any], post: dict[str, Any], **more: Any
    ) -> "Holder":
        """Read a post from how a live dossier names an institution."""
        return cls(
            public_id=public_id,
            slug=slug,
            name=Text.of(data["name"]),
            title=Text.of(post["title"]),
            period=Text.of(post["period"]),
            status=Text.of(post["status"]),
            sources=post["sources"],
            **more,
        )


@dataclass(frozen=True)
class Holders:
    """The posts held in an institution by their dates, on one axis, and what began while they were held."""

    posts: list[Holder]
    axis_years: list[int]
    crimes: list[Card]
    dated: list[dates.PartialDate]  # when those crimes began, then when the posts did
    more: bool  # more files name the institution than were read


def _read(mention: Mention) -> tuple[str, str, dict[str, Any]]:
    return mention.document.public_id, mention.document.slug or "", mention.data


def holders(code: str) -> Holders:
    """Return who held the posts of an institution. Two queries."""
    mentions = list(mentions_of("institution", code).exclude(data__posts=[])[: READ + 1])
    rows = [(mention, post) for mention in mentions[:READ] for post in mention.data["posts"]]
    held = [dates.parse_or_none(post["held"]) for _mention, post in rows]
    axis = axis_of([day for date in held if date for day in (date.first, date.last) if day])
    pairs = sorted(zip(rows, held, strict=True), key=lambda pair: (pair[1] is None, pair[1] or 0))
    codes = {crime["code"] for _mention, post in rows for crime in post["crimes"]}
    crimes = [card(row) for row in things("crime", codes).order_by("sort")]
    began = [dates.parse_or_none(crime.data["when"]) for crime in crimes]
    return Holders(
        posts=[
            Holder.of(*_read(mention), post, track=Track.of(date, axis) if date and axis else None)
            for (mention, post), date in pairs
        ],
        axis_years=years_of(axis),
        crimes=crimes,
        dated=[date for date in (*began, *(date for _row, date in pairs)) if date],
        more=len(mentions) > READ,
    )


def below(code: str) -> list[Card]:
    """Return what is right below an institution."""
    rows = narrowed("institution", {"above": code}).order_by("sort")
    return [card(row) for row in rows if row.data["parents"][0]["code"] == code]
