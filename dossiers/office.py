"""A post in words: never without its years, never running on to today (domain.md §5, §6).

One that ended is former. One whose end nobody documents is told as of the newest source that says so, and
lasts on bars and in the chain of command until then. What was held in an institution ended with it.
"""

from dataclasses import dataclass

from dossiers.words import bracketed, date_words, joined, year_words
from publishing import dates
from publishing.bilingual import BLANK, Text
from publishing.dates import PartialDate, Point

# Words that an English title keeps in capitals after "Former".
CAPITAL = {"President", "Vice-President", "Minister", "Prime", "Governor", "General"}
LIMITS = {"reported": Text("بحسب ما ورد", "as reported"), "acting": Text("بالوكالة", "acting")}


@dataclass(frozen=True)
class Office:
    """When a post was held, as far as it is documented."""

    title: Text
    span: str  # EDTF
    in_post_on: str  # EDTF: a day on which a source has the person in it
    as_of: str = ""  # EDTF: of the newest source
    dissolved: str = ""  # EDTF: when the institution ended
    status: str = "confirmed"
    dead: bool = False

    @property
    def _span(self) -> PartialDate | None:
        return dates.parse_or_none(self.span)

    @property
    def open(self) -> bool:
        """Say whether nobody documents the end."""
        span = self._span
        return span is None or (span.interval and span.end is None)

    @property
    def former(self) -> bool:
        return not self.open or self.dead or bool(self.dissolved)

    @property
    def held(self) -> str:
        """The time that is documented, as EDTF: an open end reaches to the newest source, no further."""
        span = self._span
        if span is None:
            return self.in_post_on
        if not self.open or span.start is None:
            return self.span
        ends = [value.end or value.start for value in map(dates.parse_or_none, self._limits()) if value]
        known = [point for point in ends if point and point.last >= span.start.first]
        last = min(known, key=lambda point: point.last, default=None)
        return f"{span.start.edtf}/{last.edtf}" if last else span.start.edtf

    def _limits(self) -> tuple[str, str]:
        return self.as_of or self.in_post_on, self.dissolved

    @property
    def period(self) -> Text:
        """When it was held, as exactly as it is documented."""
        span = self._span
        if span and self.open:
            return joined([date_words(self.span), *self._as_of()])
        if span:
            return date_words(self.span)
        if self.in_post_on:
            return _in_post(self.in_post_on)
        return joined([Text("التواريخ غير معروفة", "dates not known"), *self._named()])

    @property
    def phrase(self) -> Text:
        """The post with its years, for covers, lists and cards."""
        title = former(self.title) if self.former else self.title
        when, span = self.period, self._span
        closed = span and span.start and (span.end or not span.interval)
        if span and span.start and closed:
            when = _years(span.start, span.end or span.start)
            phrase = Text(f"{title.ar} ({when.ar})", f"{title.en}, {when.en}")
        else:
            phrase = Text(f"{title.ar}، {when.ar}", f"{title.en}, {when.en}")
        return bracketed(phrase, LIMITS.get(self.status, BLANK))

    def _named(self) -> list[Text]:
        if not self.as_of:
            return []
        day = date_words(self.as_of)
        return [Text(f"ورد في أحدث مصدر ({day.ar})", f"named in the newest source ({day.en})")]

    def _as_of(self) -> list[Text]:
        if not self.as_of:
            return []
        day = date_words(self.as_of)
        return [Text(f"بحسب أحدث مصدر ({day.ar})", f"as of {day.en}")]


def former(title: Text) -> Text:
    """Return a title of somebody who no longer holds it."""
    first, _space, rest = title.en.partition(" ")
    en = title.en
    if first not in {"Former", "Ex"} and not title.en.startswith("Former"):
        kept = first if first in CAPITAL or first.isupper() else first[:1].lower() + first[1:]
        en = f"Former {kept} {rest}".strip()
    ar = title.ar if "سابق" in title.ar else f"{title.ar} سابقًا"
    return Text(ar if title.ar else "", en if title.en else "")


def _years(start: Point, end: Point) -> Text:
    first, last = year_words(start), year_words(end)
    if first == last:
        return first
    return Text(f"{first.ar}–{last.ar}", f"{first.en}–{last.en}")


def _in_post(edtf: str) -> Text:
    day = date_words(edtf)
    value = dates.parse(edtf)
    if value.interval and value.start and value.end:  # some time within, not a term of office
        start, end = date_words(value.start.edtf), date_words(value.end.edtf)
        return Text(
            f"وكان في المنصب في وقت بين {start.ar} و{end.ar}",
            f"in post at a time between {start.en} and {end.en}",
        )
    exact = value.start is not None and value.start.unit == "day"
    return Text(f"وكان في المنصب في {day.ar}", f"in post {'on' if exact else 'in'} {day.en}")
