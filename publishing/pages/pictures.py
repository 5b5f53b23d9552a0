"""The names of a picture's renditions: what a page may ask for, and what publication makes public.

A picture is named by the hash of the JPEG that was made of its pixels; `<hash>-<width>.<format>`
names each rendition of it.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

WIDTHS = (112, 184, 368)  # pixels: a row on a dense screen, a cover, a cover on a dense screen
FORMATS = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}  # the last is the fallback
NAME = re.compile(r"[0-9a-f]{64}(?:-(?:112|184|368)\.(?:avif|webp)|(?:-(?:112|184|368))?\.jpg)")


def height(width: int) -> int:
    """Return the height of a rendition: every portrait stands in a frame of 4 to 5."""
    return width * 5 // 4


def rendition(name: str, width: int, form: str) -> str:
    """Return the name of one rendition of the picture of this name."""
    return f"{name.removesuffix('.jpg')}-{width}.{form}"


def renditions(name: str) -> list[str]:
    return [rendition(name, width, form) for width in WIDTHS for form in FORMATS]


def digests(folder: Path, names: list[str]) -> dict[str, str]:
    """Return the SHA-256 of each of these files that is there."""
    paths = {name: folder / name for name in names}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in paths.items() if path.is_file()
    }


@dataclass(frozen=True)
class Srcset:
    """One `<source>`: a format, and the addresses of its sizes."""

    type: str
    srcset: str


def srcsets(name: str, prefix: str) -> list[Srcset]:
    """Return what a browser chooses from, the smallest format first."""
    return [
        Srcset(kind, ", ".join(f"{prefix}{rendition(name, w, form)} {w}w" for w in WIDTHS))
        for form, kind in FORMATS.items()
    ]
