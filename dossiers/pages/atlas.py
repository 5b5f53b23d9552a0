"""Where and when: the published crimes counted by governorate and by year, each count a link."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dossiers.vocabularies import GOVERNORATES
from publishing.bilingual import Text
from publishing.pages.lists import Asked, ListAddress
from publishing.pages.reading import counts

# In the order of the tile map: from the north-west, row by row. The stylesheet puts them in place.
TILES = (
    "SY07", "SY02", "SY11", "SY08", "SY06", "SY05", "SY09",
    "SY10", "SY04", "SY01", "SY03", "SY14", "SY12", "SY13",
)  # fmt: skip
UNPLACED = ("abroad", "none")
TONES = 5
CRIMES = ListAddress("crimes", {"governorate": (*TILES, *UNPLACED), "year": re.compile("[0-9]{4}|none")})


@dataclass(frozen=True)
class Place:
    """A governorate, or a place outside the map."""

    code: str
    name: Text | None
    count: int
    tone: int  # 0 (lightest) to 4
    address: str
    chosen: bool


@dataclass(frozen=True)
class Year:
    year: str  # "none" for crimes without a date
    count: int
    width: int  # percent of the longest bar
    address: str
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


def crime_atlas(asked: Asked) -> Atlas:
    """Count by place under the chosen year, and by year under the chosen place. Two queries."""
    by_place = counts("crime", "governorate", asked.chosen)
    by_year = counts("crime", "year", asked.chosen)
    most = max((by_place.get(code, 0) for code in TILES), default=0)
    longest = max(by_year.values(), default=0)
    return Atlas(
        tiles=[_place(code, by_place.get(code, 0), most, asked) for code in TILES],
        elsewhere=[_place(code, by_place[code], most, asked) for code in UNPLACED if code in by_place],
        years=[
            Year(year, count, round(100 * count / longest), asked.only("year", year), asked.has("year", year))
            for year, count in by_year.items()
        ],
    )


def _place(code: str, count: int, most: int, asked: Asked) -> Place:
    tone = min(TONES - 1, TONES * count // most) if most else 0
    where, chosen = asked.only("governorate", code), asked.has("governorate", code)
    return Place(code, GOVERNORATES.get(code), count, tone, where, chosen)


def narrowed(asked: Asked) -> list[tuple[str, str]]:
    """Return (label, address without it) of each value chosen."""
    labels = {**GOVERNORATES, "none": _("not known")}
    return asked.narrowed(lambda _name, value: labels.get(value, value))
