"""Partial dates: the subset of EDTF (ISO 8601-2) that domain.md §5 defines.

`2011`, `2011-03`, `2011-03-18`, `197X`, each with `?` (uncertain), `~` (about) or `%` (both), and
intervals of two of them, with `..` for an open end. One module parses, compares and shows them.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering

from django.utils.translation import gettext as _

from publishing.bilingual import reader_language

POINT = re.compile(r"(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X)([?~%]?)", re.ASCII)

MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    # Levantine and Gregorian names together, as Syrian readers at home and abroad expect.
    "ar": (
        "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو",
        "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ),
}  # fmt: skip
DECADES_AR = {
    0: "العقد الأول", 1: "عشرينيات", 2: "عشرينيات", 3: "ثلاثينيات", 4: "أربعينيات",
    5: "خمسينيات", 6: "ستينيات", 7: "سبعينيات", 8: "ثمانينيات", 9: "تسعينيات",
}  # fmt: skip


class DateError(ValueError):
    """The text is not a partial date; str() says why, in the active language."""


@dataclass(frozen=True)
class Point:
    """One date of known precision, `unit` being decade, year, month or day."""

    year: int
    month: int = 0
    day: int = 0
    unit: str = "year"
    mark: str = ""

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        if self.unit == "decade":
            return date(self.year + 9, 12, 31)
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def edtf(self) -> str:
        if self.unit == "decade":
            return f"{self.year // 10:03}X{self.mark}"
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: {"year": 1, "month": 2, "day": 3}[self.unit]]) + self.mark

    def show(self) -> str:
        text = self._plain()
        match self.mark:
            case "~":
                return _("c. %(date)s") % {"date": text}
            case "?":
                return _("probably %(date)s") % {"date": text}
            case "%":
                return _("probably c. %(date)s") % {"date": text}
        return text

    def _plain(self) -> str:
        lang = reader_language()
        if self.unit == "decade":
            return self._decade(lang)
        if not self.month:
            return f"{self.year:04}"
        month = MONTHS[lang][self.month - 1]
        if not self.day:
            return f"{month} {self.year:04}"
        return f"{self.day} {month} {self.year:04}"

    def _decade(self, lang: str) -> str:
        if lang == "en":
            return f"{self.year}s"
        tens = self.year // 10 % 10
        century = {19: "القرن العشرين", 20: "القرن الحادي والعشرين"}.get(self.year // 100)
        if century and tens > 1:
            return f"{DECADES_AR[tens]} {century}"
        return f"السنوات {self.year} إلى {self.year + 9}"


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A point, or an interval whose missing end is None (`..`)."""

    edtf: str
    start: Point | None
    end: Point | None
    interval: bool = False

    @property
    def first(self) -> date | None:
        """The earliest day, or None when the start is open."""
        return self.start.first if self.start else None

    @property
    def last(self) -> date | None:
        """The latest day, or None when the end is open."""
        return self.end.last if self.end else None

    def overlaps(self, other: "PartialDate") -> bool:
        """Say whether the two can share a day. An open end reaches without limit."""
        return (self.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (
            self.last or date.max
        )

    def __lt__(self, other: "PartialDate") -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[date, date]:
        # By first day; of two that begin together, the finer one comes first.
        return (self.first or date.min, self.last or date.max)

    def show(self, within: bool = False) -> str:
        """Return the date in the active language; `within` means some time between the two."""
        if not self.interval:
            return self.start.show() if self.start else ""
        if self.start is None:
            return _("until %(end)s") % {"end": self.end.show() if self.end else ""}
        if self.end is None:
            return _("since %(start)s") % {"start": self.start.show()}
        words = {"start": self.start.show(), "end": self.end.show()}
        if within:
            return _("between %(start)s and %(end)s") % words
        return _("from %(start)s to %(end)s") % words

    def __str__(self) -> str:
        return self.show()


@lru_cache(maxsize=4096)  # a page reads the same few dates again and again
def parse(text: str) -> PartialDate:
    """Return the date that `text` writes. Raise DateError, saying what to do, if it is none."""
    if "/" not in text:
        point = _point(text)
        return PartialDate(text, point, point)
    left, _slash, right = text.partition("/")
    start = None if left == ".." else _point(left)
    end = None if right == ".." else _point(right)
    if start is None and end is None:
        raise DateError(_("An interval needs at least one date."))
    if start and end and start.first > end.last:
        raise DateError(_("The end of this interval comes before its start."))
    return PartialDate(text, start, end, interval=True)


def parse_or_none(text: str | None) -> PartialDate | None:
    """Return the date, or None when it is unknown."""
    return parse(text) if text else None


def show(text: str | None, within: bool = False) -> str:
    """Return the date in words in the active language; nothing for an unknown one."""
    return parse(text).show(within) if text else ""


def _point(text: str) -> Point:
    found = POINT.fullmatch(text)
    if not found:
        raise DateError(
            _("Write a date as 2011, 2011-03 or 2011-03-18; about: 2011~; from–to: 2011-03/2013-07.")
        )
    year, month, day, decade, mark = found.groups()
    if decade:
        return Point(int(decade + "0"), unit="decade", mark=mark)
    if "00" in {month, day}:
        raise DateError(_("There is no month and no day 00. Leave out what is not known."))
    unit = "day" if day else "month" if month else "year"
    point = Point(int(year), int(month or 0), int(day or 0), unit, mark)
    try:
        point.first, point.last  # noqa: B018 - asking for the days is the check of the calendar
    except ValueError:
        raise DateError(_("There is no such day in the calendar.")) from None
    return point
