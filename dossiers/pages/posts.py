"""The posts that a person held, and in which institutions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dossiers import schema
from dossiers.pages.axis import Track
from dossiers.pages.claim import Claim, ClaimKind, When
from dossiers.pages.rows import Reference, references
from publishing import dates
from publishing.bilingual import BLANK, Text
from publishing.pages.reading import EditionLabels

# The number of a crime and when it began, of those whose beginning is known.
Beginnings = list[tuple[int, dates.PartialDate]]


@dataclass(frozen=True)
class InstitutionView:
    code: str
    name: Text
    type: Text
    governorate: Text = BLANK
    parents: list["InstitutionView"] = field(default_factory=list)  # from the one directly above upwards

    @classmethod
    def of(cls, row: schema.InstitutionContent, labels: EditionLabels) -> "InstitutionView":
        return cls(
            code=row["code"],
            name=Text.of(row["name"]),
            type=labels.get("institution_types", row["type"]),
            governorate=labels.get("governorates", row["governorate"]),
            parents=[
                cls(above["code"], Text.of(above["name"]), labels.get("institution_types", above["type"]))
                for above in row["parents"]
            ],
        )


def period(row: Mapping[str, Any]) -> str:
    """Return when a post was held: from when to when, or on which date a source has the person in it."""
    held: str = row["span"] or row["in_post_on"]
    return held


@dataclass(frozen=True)
class Post:
    key: str
    title: Text
    institution: InstitutionView
    span: str
    in_post_on: str
    rank: Text
    rank_code: str
    status: Text
    status_code: str
    cites: list[Reference]
    track: Track | None
    crimes: list[int]

    @classmethod
    def of(
        cls,
        row: schema.TenureContent,
        labels: EditionLabels,
        axis: tuple[int, int] | None,
        beginnings: Beginnings,
    ) -> "Post":
        held = dates.parse_or_none(period(row))
        during = [(number, start) for number, start in beginnings if held and held.overlaps(start)]
        return cls(
            key=row["key"],
            title=Text.of(row["title"]),
            institution=InstitutionView.of(row["institution"], labels),
            span=row["span"],
            in_post_on=row["in_post_on"],
            rank=labels.get("ranks", row["rank"]),
            rank_code=row["rank"],
            status=labels.get("tenure_statuses", row["status"]),
            status_code=row["status"],
            cites=references(row["cites"], labels),
            track=Track.of(held, axis, [start for _number, start in during]) if held and axis else None,
            crimes=[number for number, _start in during],
        )

    @property
    def period(self) -> str:
        return self.span or self.in_post_on


def claims(posts: Iterable[Post]) -> Iterator[Claim]:
    for post in posts:
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
