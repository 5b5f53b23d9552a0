"""The common axis of posts: years, and where on it a post lies."""

from dataclasses import dataclass
from datetime import date

from publishing import dates


@dataclass(frozen=True)
class Track:
    """Where a post lies on the common axis, in percent of its length, for each direction."""

    start: float
    width: float
    ticks: list[float]

    @classmethod
    def of(
        cls, held: dates.PartialDate, axis: tuple[int, int], starts: list[dates.PartialDate] | None = None
    ) -> "Track":
        """Place a span, and the days that crimes began in it, on an axis of years."""
        first, last = axis
        length = (last - first) or 1

        def at(day: date) -> float:
            return round(100 * (day.year + (day.timetuple().tm_yday - 1) / 366 - first) / length, 2)

        begin = at(held.first) if held.first else 0.0
        end = at(held.last) if held.last else 100.0
        ticks = [at(start.first) for start in starts or [] if start.first]
        return cls(begin, round(max(end - begin, 1.0), 2), ticks)

    def mirrored(self) -> "Track":
        return Track(
            round(100 - self.start - self.width, 2), self.width, [round(100 - x, 2) for x in self.ticks]
        )


def axis_of(points: list[date]) -> tuple[int, int] | None:
    """Return the first year of a common axis and the year after its last; None without two years."""
    years = {p.year for p in points}
    if len(years) < 2:
        return None
    first, last = min(years), max(years) + 1
    while not _step(last - first):
        last += 1
    return first, last


def years_of(axis: tuple[int, int] | None) -> list[int]:
    """Return the years to write under an axis, at equal distances from its first to its last."""
    if not axis:
        return []
    first, last = axis
    return list(range(first, last + 1, _step(last - first)))


def _step(length: int) -> int:
    """Return the years between labels: four, five or three equal parts; 0 when there are none."""
    return next((length // parts for parts in (4, 5, 3) if length % parts == 0), length if length < 4 else 0)
