"""Where and when: the published crimes counted by governorate and by year, each count a link."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from dossiers.vocabularies import GOVERNORATES
from publishing.bilingual import Text
from publishing.pages.paging import query
from publishing.pages.reading import counts

# In the order of the tile map: from the north-west, row by row. The stylesheet puts them in place.
TILES = (
    "SY07", "SY02", "SY11", "SY08", "SY06", "SY05", "SY09",
    "SY10", "SY04", "SY01", "SY03", "SY14", "SY12", "SY13",
)  # fmt: skip
UNPLACED = ("abroad", "none")
TONES = 5


@dataclass(frozen=True)
class Place:
    """A governorate, or a place outside the map."""

    code: str
    name: Text | None
    count: int
    tone: int  # 0 (lightest) to 4
    query: str
    chosen: bool


@dataclass(frozen=True)
class Year:
    year: str  # "none" for crimes without a date
    count: int
    width: int  # percent of the longest bar
    query: str
    chosen: bool

    @property
    def rest(self) -> int:
        """Where the bar begins in a page that runs from right to left."""
        return 100 - self.width


@dataclass(frozen=True)
class Atlas:
    tiles: list[Place]
    elsewhere: list[Place]
    years: list[Year]


def chosen(request: HttpRequest) -> dict[str, str]:
    """Return what the address narrows the list to. Raise Http404 for a value that cannot be."""
    asked = {name: request.GET.get(name, "") for name in ("governorate", "year")}
    known = {*TILES, *UNPLACED, ""}
    year = asked["year"]
    if asked["governorate"] not in known or not (
        year in {"", "none"} or (year.isascii() and year.isdigit() and len(year) == 4)
    ):
        raise Http404
    return {name: value for name, value in asked.items() if value}


def crime_atlas(narrowed: dict[str, str]) -> Atlas:
    """Count by place under the chosen year, and by year under the chosen place. Two queries."""
    by_place = counts("crime", "governorate", narrowed)
    by_year = counts("crime", "year", narrowed)
    most = max((by_place.get(code, 0) for code in TILES), default=0)
    longest = max(by_year.values(), default=0)
    return Atlas(
        tiles=[_place(code, by_place.get(code, 0), most, narrowed) for code in TILES],
        elsewhere=[_place(code, by_place[code], most, narrowed) for code in UNPLACED if code in by_place],
        years=[
            Year(
                year,
                count,
                round(100 * count / longest),
                query({**narrowed, "year": year}),
                narrowed.get("year") == year,
            )
            for year, count in by_year.items()
        ],
    )


def _place(code: str, count: int, most: int, narrowed: dict[str, str]) -> Place:
    tone = min(TONES - 1, TONES * count // most) if most else 0
    where = query({**narrowed, "governorate": code})
    return Place(code, GOVERNORATES.get(code), count, tone, where, narrowed.get("governorate") == code)


def active(narrowed: dict[str, str]) -> list[tuple[str, str]]:
    """Return (label, address without it) of each choice, for the links that take it away."""
    labels = {"abroad": str(GOVERNORATES["abroad"]), "none": _("not known")}
    return [
        (
            labels.get(value) or str(GOVERNORATES.get(value, value)),
            query({key: kept for key, kept in narrowed.items() if key != name}),
        )
        for name, value in narrowed.items()
    ]
