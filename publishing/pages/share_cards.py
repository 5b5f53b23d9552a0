"""Share cards: 1200×630 pictures of a document's name, drawn here.

An SVG template is rendered by resvg, which shapes Arabic by itself: Pillow alone needs a system
library for that, and silently prints unjoined letters without it. Both scripts come from one font
file a weight, so that no fallback is ever chosen (publishing/pages/card_fonts, OFL).
"""

import io
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import render_to_string

from publishing.bilingual import Text

if TYPE_CHECKING:
    from PIL import ImageFont

FONTS = {weight: Path(__file__).parent / "card_fonts" / f"markazi-{weight}.ttf" for weight in (400, 700)}
SIZE = (1200, 630)
MARGIN = 64
WIDE = SIZE[0] - 2 * MARGIN
FOOT = 560  # where the address and the edition begin
CUT = " …"
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
RLI, LRI, PDI = "\u2067", "\u2066", "\u2069"
LOWEST = 548  # the last line above the foot
GREY, CHALK = "#53575d", "#d0d1d2"


@dataclass(frozen=True)
class ShareCard:
    """What a card says. `title` stands on the line; the other name beside it, where there is one."""

    lang: str
    title: str
    other: str = ""
    above: str = ""
    lead: str = ""
    small: str = ""
    caution: str = ""  # printed whole, above the foot
    address: str = ""
    edition: str = ""


@dataclass(frozen=True)
class TextLine:
    text: str
    x: int
    y: int
    size: int
    weight: int
    fill: str
    end: bool


@dataclass
class Drawing:
    """Lines of text in their places, and the black band that the title stands on."""

    rtl: bool
    band: tuple[int, int] = (200, 150)  # top and height
    lines: list[TextLine] = field(default_factory=list)

    def put(
        self, text: str, y: int, size: int, weight: int = 400, fill: str = "#15171a", far: bool = False
    ) -> None:
        """Add a line at the start of the page, or at its far end."""
        if text:
            end = self.rtl is not far
            x = SIZE[0] - MARGIN if end else MARGIN
            mark = RLI if self.rtl else LRI
            self.lines.append(TextLine(f"{mark}{text}{PDI}", x, y, size, weight, fill, end))


def draw(card: ShareCard) -> bytes:
    """Return the picture of a card. What no XML may hold is left out."""
    import resvg_py  # these take megabytes, and most processes never draw
    from PIL import Image

    svg = NOT_XML.sub("", render_to_string("cards/card.svg", {"drawing": lay_out(card)}))
    fonts = [str(path) for path in FONTS.values()]
    drawn = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=fonts)
    out = io.BytesIO()
    # Black, white and the greys between: sixteen of them are more than the eye can tell apart.
    Image.open(io.BytesIO(bytes(drawn))).convert("L").quantize(16).save(out, "PNG", optimize=True)
    return out.getvalue()


def lay_out(card: ShareCard) -> Drawing:
    page = Drawing(rtl=card.lang == "ar")
    page.put(card.above, 180, 36, 400)
    y = _line(page, card) + 60
    room = (FOOT - y) // 54  # lines between the band and the foot
    for text in wrap(card.lead, 44, 400, min(2, room - bool(card.small))):
        page.put(text, y, 44)
        y += 54
    # The caution gives way to a status that would not be whole beside it.
    if _put_whole(page, card.small, y, LOWEST - 44 * bool(card.caution)):
        page.put(card.caution, 540, 28, fill=GREY)
    else:
        _put_whole(page, card.small, y, LOWEST)
    page.put(f"{LRI}{card.address}{PDI}", 584, 30, fill=GREY)
    page.put(card.edition, 584, 30, fill=GREY, far=True)
    return page


def _put_whole(page: Drawing, text: str, top: int, lowest: int) -> bool:
    """Put a text below the lead in letters as large as fit, or not at all. Say whether it was put.

    A status that is cut says more than its source: the annulment may be in the half that is gone.
    """
    for size in range(36, 15, -2):
        rows, high = wrap(text, size, 400, 99), size * 5 // 4
        if top + 4 + high * (len(rows) - 1) <= lowest and all(width(row, size, 400) <= WIDE for row in rows):
            for place, row in enumerate(rows):
                page.put(row, top + 4 + high * place, size)
            return True
    return False


def _line(page: Drawing, card: ShareCard) -> int:
    """Put the title on the black band and return where the band ends."""
    top = page.band[0]
    size = next((s for s in range(104, 67, -4) if _fits(card, s)), None)
    if size:
        page.put(card.title, top + 75 + size // 3, size, 700, "#fff")
        page.put(card.other, top + 75 + size // 3, size, 700, CHALK, far=True)
        page.band = (top, 150)
        return top + 150
    size, rows = _rows(card.title, 2 if card.other else 3)
    y = top + 8
    for text in rows:
        y += size + 6
        page.put(text, y, size, 700, "#fff")
    if card.other:
        small, (other, *_rest) = _rows(card.other, 1)
        y += small + 6
        page.put(other, y, small, 700, CHALK)
    page.band = (top, y + 28 - top)
    return y + 28


def _rows(text: str, limit: int) -> tuple[int, list[str]]:
    """Return the largest size at which a title takes so many lines, and those lines."""
    for size in range(64, 31, -4):
        rows = wrap(text, size, 700, limit)
        if not rows[-1].endswith(CUT) and max(width(row, size, 700) for row in rows) <= WIDE:
            break
    return size, [row if width(row, size, 700) <= WIDE else _cut(row, size, 700) for row in rows]


def _fits(card: ShareCard, size: int) -> bool:
    names = [name for name in (card.title, card.other) if name]
    return sum(width(name, size, 700) for name in names) + 48 * (len(names) - 1) <= WIDE


def wrap(text: str, size: int, weight: int, limit: int) -> list[str]:
    """Break a text into at most so many lines that fit; one that had to be cut ends in an ellipsis."""
    rows: list[str] = []
    for word in text.split():
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and width(longer, size, weight) <= WIDE:
            rows[-1] = longer
        else:
            rows.append(word)
    if len(rows) <= max(limit, 0):
        return rows
    rows = rows[: max(limit, 0)]
    return [*rows[:-1], _cut(rows[-1], size, weight)] if rows else []


def _cut(row: str, size: int, weight: int) -> str:
    """Return a line with an ellipsis at its end that still fits."""
    while row and width(row + CUT, size, weight) > WIDE:
        row = row[:-1]
    return row.rstrip() + CUT


def width(text: str, size: int, weight: int) -> float:
    """Return the width of a text in pixels. Unjoined Arabic letters are wider than joined ones, so
    this is never too small."""
    return _font(weight).getlength(text) * size / 100


@lru_cache(maxsize=2)
def _font(weight: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(str(FONTS[weight]), 100, layout_engine=ImageFont.Layout.BASIC)


def host() -> str:
    """Return the site's address as a reader would type it."""
    return settings.SITE_URL.partition("://")[2]


def name(text: Text, lang: str) -> tuple[str, str]:
    """Return a name in the page's language and in the other."""
    return (text.ar, text.en) if lang == "ar" else (text.en, text.ar)
