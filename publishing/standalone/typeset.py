"""Makes a PDF of a page, alone: reads from standard input what to print, writes the PDF to standard output.

It is run as a process of its own (publishing/pages/pdf.py): with little memory and time, without the
settings of the site, and unable to fetch anything. What a page says cannot make it reach out.
"""

import base64
import gc
import io
import json
import os
import re
import resource
import sys
import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

from fontTools.ttLib import TTFont

MEMORY, SECONDS = 2**30, 60
FONTS = """<?xml version="1.0"?><fontconfig>
{fonts}<dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir></fontconfig>"""
MARK = 3  # the class of marks in a font (OpenType, GDEF)
SHOWN = re.compile(r"<([0-9a-f]*)>|(-?[0-9][0-9.e-]*)")  # what is shown: glyphs, and moves between them
FORBIDDEN = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "subprocess.Popen",
    "os.system",
    "os.exec",
)


class Refused(Exception):
    """The page asked for something that is not in it."""


def confine() -> None:
    """Take away what a page could do harm with: memory, time, the network, other programs."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def watch(event: str, _arguments: Any) -> None:
        if event in FORBIDDEN:
            raise Refused(event)

    sys.addaudithook(watch)


class Letters(dict[int, str]):
    """What each glyph of a font stands for, as a PDF tells those who search it.

    The engine takes what a cluster says for the glyph that it meets first: a letter with a vowel mark would
    give the mark the letter's name. The font itself knows better.
    """

    def __init__(self, file: bytes) -> None:
        super().__init__()
        font = TTFont(io.BytesIO(file), lazy=True)
        names, numbers = font.getGlyphOrder(), font.getReverseGlyphMap()
        self.known = {numbers[name]: text for name, text in letters_of(font).items()}
        classes = font["GDEF"].table.GlyphClassDef if "GDEF" in font else None
        marks = {name for name, kind in classes.classDefs.items() if kind == MARK} if classes else set()
        self.marks = {numbers[name] for name in marks}
        per_em = font["head"].unitsPerEm
        self.widths = [1000 * font["hmtx"][name][0] / per_em for name in names]

    of: ClassVar[dict[str, "Letters"]] = {}  # by the name of the font in the PDF

    def __setitem__(self, glyph: int, text: str) -> None:
        super().__setitem__(glyph, self.known.get(glyph, text))


def letters_of(font: Any) -> dict[str, str]:
    """Return the text of every glyph of a font that stands for one letter, or for a ligature of some."""
    texts: dict[str, str] = {}
    for code, name in sorted(
        font.getBestCmap().items(), key=lambda row: unicodedata.normalize("NFKC", chr(row[0]))
    ):
        texts.setdefault(name, unicodedata.normalize("NFKC", chr(code)))
    for _round in range(4):  # a form of a form of a letter
        for before, after in _replaced(font):
            if all(name in texts for name in before):
                texts.setdefault(after, "".join(texts[name] for name in before))
    return texts


def _replaced(font: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what a font puts in the place of what: one glyph, or several together."""
    table = font["GSUB"].table if "GSUB" in font else None
    for lookup in table.LookupList.Lookup if table else ():
        for found in lookup.SubTable:
            part = getattr(found, "ExtSubTable", found)
            if part.LookupType == 1:
                yield from (((before,), after) for before, after in part.mapping.items())
            elif part.LookupType == 4:
                for first, rows in part.ligatures.items():
                    yield from (((first, *row.Component), row.LigGlyph) for row in rows)


class MarksLast:
    """Draws the letters of a line first and its vowel marks after them.

    A mark stands above its letter by moving the pen there and back. Viewers take such a move for a space, and
    no word that has a mark is found any more. So the line is drawn twice: once its letters, then its marks,
    with moves in the place of what is not drawn.
    """

    def __init__(self, draw: Callable[..., Any], stream: Any) -> None:
        self.draw, self.marks, self.met, self.font = draw, False, False, ""
        self.show, self.size = stream.show_text, stream.set_font_size
        stream.show_text = lambda own, text: self.show(own, self.drawn(text))
        stream.set_font_size = lambda own, name, size: self.with_font(own, name, size)

    def __call__(self, *arguments: Any) -> Any:
        self.marks, self.met = False, False
        pictures = self.draw(*arguments)
        if self.met:
            self.marks = True
            self.draw(*arguments)
        return pictures

    def with_font(self, stream: Any, name: str, size: float) -> None:
        self.font = name
        self.size(stream, name, size)

    def drawn(self, text: str) -> str:
        letters, out, move = Letters.of[self.font], [], 0.0
        for glyphs, number in SHOWN.findall(text):
            move += float(number or 0)
            for at in range(0, len(glyphs), 4):
                glyph = int(glyphs[at : at + 4], 16)
                is_mark = glyph in letters.marks
                self.met |= is_mark
                if is_mark == self.marks:
                    out += [f"{move:g}"] if move else []
                    out.append(f"<{glyph:04x}>")
                    move = 0.0
                else:
                    move -= letters.widths[glyph]
        return "".join([*out, f"{move:g}"] if move else out).replace("><", "")


def typeset(told: dict[str, Any]) -> bytes:
    from weasyprint import CSS, HTML, Attachment
    from weasyprint.draw import text as draw
    from weasyprint.pdf import fonts, stream
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    class Nothing(URLFetcher):  # type: ignore[misc] # it has no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            raise Refused(url)

    def known(font: Any, *arguments: Any) -> None:
        made_font(font, *arguments)
        font.to_unicode = Letters.of[font.hash] = Letters(font.file_content)

    made_font, fonts.Font.__init__ = fonts.Font.__init__, known
    draw.draw_first_line = MarksLast(draw.draw_first_line, stream.Stream)
    nothing = Nothing()
    day = datetime.fromisoformat(told["day"])
    edition = Attachment(
        string=base64.b64decode(told["attachment"]),
        name=told["attachment_name"],
        description=told["attachment_about"],
        relationship="Source",
        created=day,
        modified=day,
    )
    page = HTML(string=told["html"], base_url=told["address"], url_fetcher=nothing)
    made: bytes = page.write_pdf(
        stylesheets=[CSS(string=told["css"], font_config=FontConfiguration(), url_fetcher=nothing)],
        font_config=FontConfiguration(),
        attachments=[edition],
        pdf_identifier=bytes.fromhex(told["digest"])[:16],
        pdf_variant="pdf/a-3a",
        pdf_tags=True,
        custom_metadata=False,
    )
    return made


def main() -> None:
    gc.disable()  # it ends before it would pay
    told = json.load(sys.stdin)
    fonts = "".join(f"<dir>{folder}</dir>" for folder in sys.argv[1:])
    with TemporaryDirectory() as folder:
        config = Path(folder) / "fonts.conf"
        config.write_text(FONTS.format(fonts=fonts, cache=folder), "utf-8")
        os.environ["FONTCONFIG_FILE"] = str(config)
        import weasyprint  # noqa: F401 - it looks for Pango by asking another program, so before it is confined

        confine()
        sys.stdout.buffer.write(typeset(told))


if __name__ == "__main__":
    main()
