"""References as other programs read them: CSL-JSON, RIS and BibTeX.

What each format takes was tried with Zotero's own importers: an EDTF string as a CSL date is dropped without
a word, a byte order mark makes an article of the first RIS record, and a name with a comma is split.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from publishing.dates import PartialDate, Point

# A CSL type → the type of RIS, and the entry of biblatex.
TYPES = {
    "report": ("RPRT", "report"),
    "legal_case": ("CASE", "misc"),
    "document": ("GEN", "misc"),
    "legislation": ("STAT", "misc"),
    "article-newspaper": ("NEWS", "article"),
    "article-journal": ("JOUR", "article"),
    "broadcast": ("VIDEO", "misc"),
    "motion_picture": ("VIDEO", "misc"),
    "post": ("ELEC", "online"),
    "webpage": ("ELEC", "online"),
    "book": ("BOOK", "book"),
    "dataset": ("DATA", "dataset"),
    "interview": ("GEN", "misc"),
    "graphic": ("ART", "misc"),
}
LANGUAGES = {
    "ar": "arabic", "en": "english", "fr": "french", "de": "german", "nl": "dutch", "sv": "swedish",
    "es": "spanish", "it": "italian", "tr": "turkish", "ru": "russian", "fa": "persian",
}  # fmt: skip
TEX = re.compile(r"[\\{}&%#_$~^]")
TEX_WORDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True)
class Reference:
    """One work to be cited. An author is written as one name: an Arabic one has no part to stand first."""

    key: str  # ASCII, without a space
    type: str  # of CSL
    title: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    number: str = ""
    series: str = ""  # or the newspaper, the journal
    issued: PartialDate | None = None
    url: str = ""
    archive_url: str = ""
    lang: str = ""  # BCP 47
    note: str = ""


def csl(references: Iterable[Reference]) -> str:
    """Return a list in CSL-JSON."""
    rows = [{name: value for name, value in _csl(one).items() if value} for one in references]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _csl(one: Reference) -> dict[str, Any]:
    periodical = one.type.startswith("article-")
    return {
        "id": one.key,
        "type": one.type,
        "title": one.title,
        "author": [{"literal": name} for name in one.authors],
        "authority" if one.type == "legal_case" else "publisher": one.publisher,
        "number": one.number,
        "container-title" if periodical else "collection-title": one.series,
        "issued": _csl_date(one.issued),
        "URL": one.url,
        "archive_location": one.archive_url,
        "language": one.lang,
        "note": one.note,
    }


def _csl_date(value: PartialDate | None) -> dict[str, Any]:
    if value is None:
        return {}
    points = [value.start, value.end] if value.interval else [value.start]
    if any(point is None or point.unit == "decade" for point in points):
        return {"raw": value.edtf}
    known = [point for point in points if point]
    about = {"circa": True} if any(point.mark for point in known) else {}
    return {"date-parts": [_parts(point) for point in known], **about}


def _parts(point: Point) -> list[int]:
    return [part for part in (point.year, point.month, point.day) if part]


def ris(references: Iterable[Reference]) -> str:
    """Return a list in RIS: CRLF, no byte order mark, `ER` at the end of each."""
    return "".join(f"{tag}  - {_line(value)}\r\n" for one in references for tag, value in _ris(one))


def _ris(one: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES[one.type][0]
    rows = [
        ("ID", one.key),
        ("TI", one.title),
        *(("AU", name.replace(",", "")) for name in one.authors),
        ("T2", one.series),
        ("PB", one.publisher),
        ("SV" if one.type == "legal_case" else "SN", one.number),
        *_ris_date(one.issued),
        ("UR", one.url),
        ("L2", one.archive_url),
        ("LA", one.lang),
        ("N1", one.note),
    ]
    yield from ((tag, value) for tag, value in rows if value)
    yield "ER", ""


def _ris_date(value: PartialDate | None) -> list[tuple[str, str]]:
    point = (value.start or value.end) if value else None
    if point is None or value is None:
        return []
    if point.unit == "decade" or value.interval:
        return [("PY", value.edtf)]
    parts = [f"{part:02}" if part else "" for part in (point.month, point.day)]
    return [("PY", f"{point.year:04}"), ("DA", "/".join([f"{point.year:04}", *parts, ""]))]


def bibtex(references: Iterable[Reference]) -> str:
    """Return a list in the fields of biblatex, in UTF-8."""
    return "\n".join(_bibtex(one) for one in references)


def _bibtex(one: Reference) -> str:
    entry = TYPES[one.type][1]
    language = LANGUAGES.get(one.lang, "")
    home = {"report": "institution", "article": "journaltitle"}.get(entry, "publisher")
    rows = [
        ("title", f"{{{_tex(one.title)}}}"),
        ("author", " and ".join(f"{{{_tex(name)}}}" for name in one.authors)),
        (home, _tex(one.series if entry == "article" and one.series else one.publisher)),
        ("series", _tex(one.series) if entry != "article" else ""),
        ("number", _tex(one.number)),
        ("date", one.issued.edtf if one.issued else ""),
        ("url", one.url.replace("}", "%7D").replace("{", "%7B")),
        ("langid", language),
        ("language", language),
        ("note", _tex("; ".join(part for part in (one.note, one.archive_url) if part))),
    ]
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in rows if value)
    return f"@{entry}{{{one.key},\n{fields}\n}}\n"


def _tex(text: str) -> str:
    return TEX.sub(lambda found: TEX_WORDS.get(found[0], f"\\{found[0]}"), _line(text))


def _line(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True)
class Form:
    """A format: how it is written and what a browser is told of it."""

    write: Callable[[Iterable[Reference]], str]
    content_type: str


FORMS = {
    "csl.json": Form(csl, "application/vnd.citationstyles.csl+json"),
    "ris": Form(ris, "application/x-research-info-systems"),
    "bib": Form(bibtex, "application/x-bibtex; charset=utf-8"),
}
