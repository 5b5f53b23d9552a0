"""What changed between two contents, line by line, for people."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from publishing.kinds import Line


@dataclass(frozen=True)
class Piece:
    """A run of words that stayed, went or came."""

    kind: str  # same, removed, added
    text: str


@dataclass(frozen=True)
class Difference:
    """One line that is not as it was."""

    kind: str  # removed, added, changed
    label: str
    pieces: list[Piece]


def compare(before: Iterable[Line], after: Iterable[Line]) -> list[Difference]:
    """Return the differences in the order of `after`; what went follows at the end.

    A line is known by its key: one that only moved is no difference.
    """
    return list(by_key(before, after).values())


def by_key(before: Iterable[Line], after: Iterable[Line]) -> dict[str, Difference]:
    """Return the differences by the key of their line."""
    old = {key: (label, text) for key, label, text in before}
    new = {key: (label, text) for key, label, text in after}
    found = {}
    for key, label, text in ((key, *new[key]) for key in new):
        if key not in old:
            found[key] = Difference("added", label, [Piece("added", text)])
        elif old[key][1] != text:
            found[key] = Difference("changed", label, words(old[key][1], text))
    for key, (label, text) in old.items():
        if key not in new:
            found[key] = Difference("removed", label, [Piece("removed", text)])
    return found


@dataclass(frozen=True)
class PairedDifference:
    """One line that is not as it was, in both languages side by side; None where that one is unchanged."""

    key: str
    ar: Difference | None
    en: Difference | None


def side_by_side(before: dict[str, list[Line]], after: dict[str, list[Line]]) -> list[PairedDifference]:
    """Return the differences of both languages, the same line on the same row."""
    found = {lang: by_key(before[lang], after[lang]) for lang in ("ar", "en")}
    keys = dict.fromkeys([*found["ar"], *found["en"]])
    order = {key: place for place, (key, _label, _text) in enumerate([*after["ar"], *before["ar"]])}
    return [
        PairedDifference(key, found["ar"].get(key), found["en"].get(key))
        for key in sorted(keys, key=lambda key: order.get(key, len(order)))
    ]


UNTOLD = {"labels", "p", "n", "schema"}  # numbers of the page, and what explains the content


def leaves(value: Any, where: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield (path, value) of every leaf of a content; rows are known by their key, not by their place."""
    if isinstance(value, dict):
        for name, item in value.items():
            told = name in UNTOLD or (where, name) == ((), "note")  # the note stands above on the page
            if not told and not (name == "source" and "cites" in where):
                yield from leaves(item, (*where, name))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            known = item.get("key") or item.get("code") if isinstance(item, dict) else None
            yield from leaves(item, (*where, str(known or place)))
    elif value not in (None, "", False):
        yield " › ".join(where), str(value)


LONG = 12  # characters: a shorter value, a code or a number, stands in any text by chance
ROW_KEY = re.compile("[0-9a-f]{32}")


def untold(before: Any, after: Any, shown: str, labels: Mapping[str, str]) -> list[Difference]:
    """Return every difference of two contents whose words do not stand in what is shown already.

    `labels` gives the words of a code, which stand before it.
    """
    old, new = dict(leaves(before)), dict(leaves(after))
    found = []
    for path in dict.fromkeys([*old, *new]):
        was, now = old.get(path, ""), new.get(path, "")
        if was == now or all(not text or (len(text) >= LONG and text in shown) for text in (was, now)):
            continue
        parts = [("removed", was), ("added", now)]
        pieces = [
            Piece(kind, f"{labels[text]} ({text})" if text in labels else text)
            for kind, text in parts
            if text
        ]
        found.append(Difference("changed", ROW_KEY.sub("…", path), pieces))
    return found


def words(before: str, after: str) -> list[Piece]:
    """Return a text's changes word by word."""
    a, b = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", after)
    pieces = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(a[i1:i2])))
            continue
        if i2 > i1:
            pieces.append(Piece("removed", "".join(a[i1:i2])))
        if j2 > j1:
            pieces.append(Piece("added", "".join(b[j1:j2])))
    return pieces
