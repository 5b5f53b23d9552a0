"""Which terms a sentence may hold at all, told by its words: most words begin no term.

A term is a pattern over a line of words. Here the first word of each pattern is derived, so that a text is
compared with the few terms that its words may begin, and not with all of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dossiers.rules.wording.terms import Place, Sentence, Term, compiled, unmarked

MOST_WORDS = 50_000  # kept with the terms that they may begin


class Lexicon:
    """The terms of a language, found by the word that they begin with."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms
        self._begun: dict[str, tuple[int, ...]] = {}

    @cached_property
    def _heads(self) -> list[re.Pattern[str]]:
        return [compiled(head(term.pattern)) for term in self.terms]

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return compiled("|".join(f"(?:{head(term.pattern)})" for term in self.terms))

    def found(self, sentence: Sentence) -> Iterator[tuple[Term, Place]]:
        """Yield the terms that stand in a sentence and are not spared, in the order of the table."""
        begun: dict[int, list[int]] = {}
        for index, token in enumerate(sentence.tokens):
            for number in self._begun_by(token.folded):
                begun.setdefault(number, []).append(index)
        for number in sorted(begun):
            term = self.terms[number]
            for place in term.places(sentence, begun[number]):
                yield term, place

    def _begun_by(self, word: str) -> tuple[int, ...]:
        if word not in self._begun:
            if len(self._begun) >= MOST_WORDS:
                self._begun.clear()
            begun = self._any.fullmatch(word)
            places = (place for place, one in enumerate(self._heads) if begun and one.fullmatch(word))
            self._begun[word] = tuple(places)
        return self._begun[word]


def head(pattern: str) -> str:
    """Return a pattern of the first word of whatever a pattern matches; it may match other words too."""
    alternatives, _end = _alternatives(unmarked(pattern), 0)
    found = dict.fromkeys(text for one in alternatives for text, _open in _walk(one))
    return "|".join(f"(?:{text})" for text in found)


@dataclass(frozen=True)
class _Atom:
    """A piece of a pattern; `inside` are the alternatives of a group."""

    text: str
    times: str = ""
    inside: tuple[tuple["_Atom", ...], ...] = ()

    @property
    def optional(self) -> bool:
        return self.times[:1] in {"?", "*"} or self.times.startswith(("{0", "{,"))

    @property
    def among(self) -> bool:
        """Say whether it is a letter among several, of which one is a blank."""
        return self.text.startswith("[") and " " in self.text

    @property
    def parted(self) -> bool:
        """Say whether a blank may be in it."""
        return (
            self.text == " "
            or self.among
            or any(atom.parted or atom.text == "$" for one in self.inside for atom in one)
        )


_TIMES = re.compile(r"(?:[?*+]|\{\d*,?\d*\})\??")
_GROUP = re.compile(r"\((?:\?(?::|<?[=!]))?")


def _alternatives(pattern: str, at: int) -> tuple[tuple[tuple[_Atom, ...], ...], int]:
    """Return the alternatives of a group that begins here, and where it ends."""
    found: list[list[_Atom]] = [[]]
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            found.append([])
            at += 1
            continue
        atom, at = _atom(pattern, at)
        if atom is not None:
            found[-1].append(atom)
    return tuple(tuple(one) for one in found), at


def _atom(pattern: str, at: int) -> tuple[_Atom | None, int]:
    inside: tuple[tuple[_Atom, ...], ...] = ()
    start, look = at, False
    if pattern[at] == "(":
        opening = _GROUP.match(pattern, at)
        opened = opening.group() if opening else "("
        look = opened not in {"(?:", "("}
        inside, at = _alternatives(pattern, at + len(opened))
        at += 1
    elif pattern[at] == "[":
        at = pattern.index("]", at + 2) + 1
    elif pattern[at] == "\\":
        at += 2
    else:
        at += 1
    text = pattern[start:at]
    times = found.group() if (found := _TIMES.match(pattern, at)) else ""
    at += len(times)
    if look or text in {"^", "\\b"}:  # what only looks takes no letter
        return None, at
    return _Atom(text, times, inside), at


def _walk(atoms: tuple[_Atom, ...]) -> set[tuple[str, bool]]:
    """Return the patterns of the first word, and whether the word may still go on."""
    found = {("", True)}
    for atom in atoms:
        found = {step for text, going in found for step in (_step(text, atom) if going else [(text, False)])}
    return found


def _step(text: str, atom: _Atom) -> Iterator[tuple[str, bool]]:
    if atom.parted:
        if atom.optional:
            yield text, True
        if atom.text == " " or atom.among:
            yield text, False
        if atom.among:
            yield text + atom.text + atom.times, True
        if not atom.inside:
            return
        for one in atom.inside:
            for more, going in _walk(one):
                yield text + more, going
        return
    if atom.text == "$":
        yield text, False
        return
    yield text + atom.text + atom.times, True
