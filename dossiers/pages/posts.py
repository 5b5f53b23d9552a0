"""The posts that a person held, and in which institutions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dossiers import schema
from dossiers.pages.axis import Track
from dossiers.pages.claim import Claim, ClaimKind
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
    inception: str = ""
    dissolution: str = ""
    parents: list["InstitutionView"] = field(default_factory=list)  # from the one directly above upwards

    @classmethod
    def of(cls, row: schema.InstitutionContent, labels: EditionLabels) -> "InstitutionView":
        return cls(
            code=row["code"],
            name=Text.of(row["name"]),
            type=labels.get("institution_types", row["type"]),
            governorate=labels.get("governorates", row["governorate"]),
            inception=row["inception"],
            dissolution=row["dissolution"],
            parents=[
                cls(above["code"], Text.of(above["name"]), labels.get("institution_types", above["type"]))
                for above in row["parents"]
            ],
        )


@dataclass(frozen=True)
class Post:
    key: str
    title: Text
    institution: InstitutionView
    held: str  # the time that is documented, as EDTF
    period: Text  # the same in words, with how far it is known
    phrase: Text  # the post with its years
    rank: Text
    rank_code: str
    status: Text
    status_code: str
    cites: list[Reference]
    track: Track | None
    crimes: list[int]  # those that began while it was held
    unsettled: list[int]  # those of which the dates leave open whether they did

    @classmethod
    def of(
        cls,
        row: schema.TenureContent,
        labels: EditionLabels,
        axis: tuple[int, int] | None,
        beginnings: Beginnings,
    ) -> "Post":
        held = dates.parse_or_none(row["held"])
        meeting = [(number, start) for number, start in beginnings if held and held.overlaps(start)]
        during = [(number, start) for number, start in meeting if held and settles(held, start)]
        certain = [number for number, _start in during]
        return cls(
            key=row["key"],
            title=Text.of(row["title"]),
            institution=InstitutionView.of(row["institution"], labels),
            held=row["held"],
            period=Text.of(row["period"]),
            phrase=Text.of(row["phrase"]),
            rank=labels.get("ranks", row["rank"]),
            rank_code=row["rank"],
            status=labels.get("tenure_statuses", row["status"]),
            status_code=row["status"],
            cites=references(row["cites"], labels),
            track=Track.of(held, axis, [start for _number, start in during]) if held and axis else None,
            crimes=certain,
            unsettled=[number for number, _start in meeting if number not in certain],
        )


def settles(held: dates.PartialDate, day: dates.PartialDate) -> bool:
    """Say whether the dates of a post settle that it was held on the whole of a day, month or year.

    "In post in 2012" settles nothing of 22 February 2012, and "until 2012" nothing of a day of that year.
    """
    first, last = day.first, day.last
    if first is None or last is None:
        return False
    if not held.interval:
        # A post on one day is settled for that day; of a month or a year no day is.
        return bool(held.first and held.first == held.last and held.first == first == last)
    begun = held.start.last if held.start else None
    ending = held.end.first if held.end else None
    return begun is not None and ending is not None and begun <= first and last <= ending


def claims(posts: Iterable[Post]) -> Iterator[Claim]:
    for post in posts:
        yield Claim(
            ClaimKind.POST,
            post.key,
            "positions",
            post.phrase,
            post.cites,
            about=post.institution.name,
            parts=(post.title, post.institution.name, post.rank, post.period),
            limits=(post.status,),
        )
