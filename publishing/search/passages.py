"""Finding passages by their words, and showing where the words stand."""

from dataclasses import dataclass

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

from publishing.bilingual import OTHER, Text, reader_language
from publishing.models import Listing
from publishing.search import engine, texts
from publishing.search.models import Passage

MOST_STEMS = 12
SHORT = 260  # characters of a long passage that are shown, around the first word found
Piece = tuple[str, bool]  # a stretch of text, and whether it was asked for


@dataclass(frozen=True)
class PassageHit:
    """A passage, as a list of results shows it."""

    listing: Listing
    title: Text
    anchor: str
    lang: str
    pieces: list[Piece]

    @property
    def dir(self) -> str:
        return "rtl" if self.lang == "ar" else "ltr"

    @property
    def paragraph(self) -> str:
        """The number of the paragraph, if it has one."""
        return self.anchor[1:] if self.anchor[:1] == "p" and self.anchor[1:].isdigit() else ""


def stems(query: str) -> list[str]:
    """Return what to look for; nothing when a query has only empty words."""
    return texts.asked(query)[:MOST_STEMS]


def counted(wanted: list[str]) -> dict[str, int]:
    """Count the passages of each kind that hold every word."""
    if not wanted:
        return {}
    return dict(engine.holding(wanted).values_list("kind").annotate(Count("pk")).order_by("kind"))


def first(wanted: list[str], each: int) -> list[PassageHit]:
    """Return the first passages of each kind, in the order of the record."""
    if not wanted:
        return []
    place = Window(RowNumber(), partition_by=F("kind"), order_by=["sort", "pk"])
    rows = engine.holding(wanted).annotate(place=place).filter(place__lte=each)
    return [_shown(row, wanted) for row in rows.order_by("kind", "sort", "pk").select_related("listing")]


def page(wanted: list[str], kind: str, number: int, size: int) -> list[PassageHit]:
    """Return one page of the passages of a kind."""
    rows = engine.holding(wanted).filter(kind=kind).order_by("sort", "pk").select_related("listing")
    return [_shown(row, wanted) for row in rows[(number - 1) * size : number * size]]


def _shown(row: Passage, wanted: list[str]) -> PassageHit:
    """Return a passage in the reader's language, or in the one in which it was found."""
    here = reader_language()
    other = OTHER[here]
    sides = {lang: marked(getattr(row, f"text_{lang}"), set(wanted)) for lang in (here, other)}
    holds = any(piece[1] for piece in sides[here]) or not any(piece[1] for piece in sides[other])
    lang = here if holds and sides[here] else other
    listing = row.listing
    return PassageHit(listing, Text(listing.title_ar, listing.title_en), row.anchor, lang, sides[lang])


def marked(text: str, wanted: set[str]) -> list[Piece]:
    """Return a text in pieces, those asked for marked; of a long one the part around the first of them."""
    spots = [(start, end) for start, end, several in texts.words(text) if wanted & set(several)]
    begin, stop = _window(text, spots[0][0] if spots else 0)
    pieces: list[Piece] = [("…", False)] if begin else []
    at = begin
    for start, end in spots:
        if start < begin or end > stop:
            continue
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    pieces.append((text[at:stop], False))
    if stop < len(text):
        pieces.append(("…", False))
    return [piece for piece in pieces if piece[0]]


def _window(text: str, spot: int) -> tuple[int, int]:
    """Return where to begin and stop, between words, so that the spot is in view."""
    if len(text) <= SHORT:
        return 0, len(text)
    begin = max(0, spot - SHORT // 3)
    if begin:
        begin = text.find(" ", begin, spot) + 1 or spot
        while begin < spot and text[begin] in " ·":  # between the parts of a passage
            begin += 1
    stop = min(len(text), begin + SHORT)
    if stop < len(text):
        stop = max(text.rfind(" ", spot, stop), spot + 1)
    return begin, stop
