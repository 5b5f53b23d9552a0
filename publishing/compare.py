"""What changed between two contents, line by line, for people."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

Line = tuple[str, str, str]  # key, label, text


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
    """Return the differences in the order of `after`; what went follows where it stood.

    A line is known by its key: one that only moved is no difference.
    """
    old = {key: (label, text) for key, label, text in before}
    new = {key: (label, text) for key, label, text in after}
    found = []
    for key, label, text in ((key, *new[key]) for key in new):
        if key not in old:
            found.append(Difference("added", label, [Piece("added", text)]))
        elif old[key][1] != text:
            found.append(Difference("changed", label, words(old[key][1], text)))
    for key, (label, text) in old.items():
        if key not in new:
            found.append(Difference("removed", label, [Piece("removed", text)]))
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
