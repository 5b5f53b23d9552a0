"""A PDF of an edition: A4, tagged, searchable, with the edition's canonical bytes attached (PDF/A-3).

The same edition gives the same bytes, with the same fonts and libraries: its dates and its identifier come
from the edition. It is typeset by a process that can fetch nothing (publishing/standalone/typeset.py).
"""

import base64
import json
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from publishing.pages.share_cards import FONTS

# Letters that viewers find again, then Latin ones in the face of the site.
FOLDERS = (Path(__file__).parent / "print_fonts", FONTS[400].parent)
PROGRAM = Path(__file__).resolve().parents[1] / "standalone" / "typeset.py"  # in a process of its own
# What goes the way of its own first letter: `<bdi>`, and `dir="auto"`.
AUTOMATIC = re.compile(r'<(bdi|q)((?: lang="[^"]*")?)(?: dir="auto")?>(.*?)(?=</\1>)', re.DOTALL)
TAKES = 90  # seconds after which it is given up
STYLE = Path(__file__).resolve().parents[2] / "templates" / "pages" / "print" / "print.css"


class NotMade(Exception):
    """The PDF could not be made; str() says what the process that makes it said."""


@dataclass(frozen=True)
class Document:
    """What is printed, and what is attached to it."""

    html: str
    address: str  # of the page: links are relative to it
    day: str  # of the edition, ISO 8601: no clock is read
    digest: str  # of its header
    attachment: bytes
    attachment_name: str
    attachment_about: str


def directed(html: str) -> str:
    """Return a page in which each isolated run says its direction: the engine finds none out by itself."""
    return AUTOMATIC.sub(lambda found: f'<{found[1]}{found[2]} dir="{_direction(found[3])}">{found[3]}', html)


def _direction(text: str) -> str:
    """Return the direction of the first letter (Unicode UAX #9, P2 and P3)."""
    kinds = (unicodedata.bidirectional(sign) for sign in re.sub(r"<[^>]*>", "", text))
    return "rtl" if next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L" else "ltr"


def draw(document: Document) -> bytes:
    """Return the PDF. Raise NotMade."""
    told = {
        **vars(document),
        "attachment": base64.b64encode(document.attachment).decode(),
        "css": STYLE.read_text("utf-8"),
    }
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-I", str(PROGRAM), *map(str, FOLDERS)],
        input=json.dumps(told).encode(),
        capture_output=True,
        timeout=TAKES,
        env={"PATH": os.defpath, "LANG": "C.UTF-8"},  # no secret of the site
        check=False,
    )
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise NotMade(done.stderr.decode(errors="replace")[-2000:])
    return done.stdout
