"""The wording linter behind W1, W2, W4 and W6 of domain.md §6: which word, why, and what instead.

It reads the campaign's own voice. Words that somebody else is quoted with are spared; nothing is ever
rewritten. It knows word forms, not meaning: what it cannot tell it lets pass, and a person reads all.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from dossiers.rules.wording import arabic, english
from dossiers.rules.wording.terms import EXPLAINED, MISSING, Kind, Sentence, Term, compiled, instead
from dossiers.status import OVER
from publishing.bilingual import Message
from publishing.text import visible

LANGUAGES = {"ar": arabic, "en": english}

CONVICTED = ("convicted_absentia", "convicted_not_final", "convicted_final")
CHARGED = ("charged", "on_trial", *CONVICTED)

# From which legal status on a kind of word is true. Every other status forbids it (W1).
TRUE_AT: dict[Kind, tuple[str, ...]] = {
    Kind.CRIMINAL: ("convicted_final",),
    Kind.CONVICTED: CONVICTED,
    Kind.CHARGED: CHARGED,
    Kind.SUSPECT: ("suspect", "wanted", "detained", *CHARGED),
    Kind.FUGITIVE: ("wanted", *CHARGED),
    Kind.DID: CONVICTED,
    Kind.PROVED: (),
    Kind.BELITTLED: (),
}


@dataclass(frozen=True)
class WordFinding:
    """A word that may not stand, or needs a reason: where it is, why, and what could be written."""

    rule: str
    word: str
    start: int
    why: str | Promise
    instead: Message | Promise
    kind: str = ""

    @property
    def of_character(self) -> bool:
        """Say whether the word is wrong of anybody, whatever became of a case."""
        return self.kind in {Kind.CRIMINAL, Kind.CHARACTER, Kind.PROVED, Kind.BELITTLED, "quoted"}


def lint(text: str, lang: str, status: str) -> tuple[WordFinding, ...]:
    """Return what is wrong with a text about a person of this legal status or basis.

    `status` is a derived legal status (domain.md §3.6), `link.command` or `link.member` for a role that
    is only a post, `rgb` for the finding of a commission, or `none`.
    """
    language, text = LANGUAGES[lang], visible(text)
    bare, quoted = set_quotations_apart(text, language)
    sentences = [language.read(part, start) for part, start in split(bare)]
    found = [finding for sentence in sentences for finding in _words(sentence, language, status)]
    found += _convictions(sentences, language, status)
    found += [_finding("W6", word, start, "quoted", (status, lang)) for word, start in quoted]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.rule)))


def _words(sentence: Sentence, language: Any, status: str) -> Iterator[WordFinding]:
    over = status in OVER and sentence.says(language.words.ENDED)
    for term, place in language.LEXICON.found(sentence):
        rule = _rule(term, status, over)
        if rule:
            word, start = sentence.words(place), sentence.start(place)
            yield _finding(rule, word, start, term.kind, (status, sentence.lang))


def _rule(term: Term, status: str, over: bool) -> str:
    if term.kind == Kind.CHARACTER:
        return "W4"
    if term.kind == Kind.ORDERED:
        return "W1" if status.startswith("link.") else ""
    if status in TRUE_AT[term.kind]:
        return "W4" if term.character else ""
    if over and term.kind in {Kind.CONVICTED, Kind.CHARGED, Kind.SUSPECT, Kind.FUGITIVE}:
        return ""
    return "W1"


def _convictions(sentences: list[Sentence], language: Any, status: str) -> Iterator[WordFinding]:
    """A conviction names court, date and finality, and says when it was made in absentia (W1, W2)."""
    if status not in CONVICTED:
        return
    verdict = next(
        (
            (sentence, place)
            for sentence in sentences
            for term, place in language.LEXICON.found(sentence)
            if term.kind == Kind.CONVICTED and term.verdict
        ),
        None,
    )
    if verdict is None:
        return
    sentence, place = verdict
    word, start = sentence.words(place), sentence.start(place)
    needed = {"court": language.words.COURT, "date": language.words.DATE, "finality": language.words.FINALITY}

    def said(what: str) -> bool:
        return any(one.says(what) for one in sentences)

    if status == "convicted_absentia" and not said(language.words.ABSENTIA):
        yield WordFinding("W1", word, start, MISSING["absentia"], instead(status, sentence.lang))
    for name, pattern in needed.items():
        if not said(pattern):
            yield WordFinding("W2", word, start, MISSING[name], instead(status, sentence.lang))


def _finding(rule: str, word: str, start: int, kind: str, said_at: tuple[str, str]) -> WordFinding:
    why = EXPLAINED[kind] if rule != "W4" else EXPLAINED[Kind.CHARACTER]
    better = EXPLAINED["drop"] if rule in {"W4", "W6"} else instead(*said_at)
    return WordFinding(rule, word, start, why, better, kind)


QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|‹[^›]*›")
LABEL = 7  # words: a quotation this short is a name for somebody, not a statement by somebody


def set_quotations_apart(text: str, language: Any) -> tuple[str, list[tuple[str, int]]]:
    """Return the text with its quotations blanked, and the short ones that nobody is named for (W6)."""
    unclaimed = []

    def blank(match: re.Match[str]) -> str:
        words = match.group()[1:-1].strip()
        before = language.fold(text[max(0, match.start() - 90) : match.start()])
        after = language.fold(text[match.end() : match.end() + 60])
        label = 0 < len(words.split()) <= LABEL and any(term_in(words, lang) for lang in LANGUAGES)
        titled = compiled(rf"{language.words.WORKS}\W*(?:\w+\W+){{0,2}}$").search(before)
        titled = titled or compiled(rf"^\W*(?:\w+\W+){{0,4}}?{language.words.WORKS}").match(after)
        if label and not titled and not compiled(language.words.NAMED_BY).search(before + after):
            unclaimed.append((words, match.start() + 1))
        return " " * len(match.group())

    lines = [" " * len(line) if line.startswith(">") else line for line in text.split("\n")]
    return QUOTED.sub(blank, "\n".join(lines)), unclaimed


def term_in(words: str, lang: str) -> bool:
    """Say whether a label is one of the words that the linter knows of people."""
    sentence = LANGUAGES[lang].read(words, 0)
    found = LANGUAGES[lang].LEXICON.found(sentence)
    return any(term.kind in {Kind.CRIMINAL, Kind.CHARACTER} for term, _place in found)


ABBREVIATED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|No|St|Gen|Col|Maj|Brig|Lt|art|arts|v|vs|cf|[A-Z])\.$")


def split(text: str) -> Iterator[tuple[str, int]]:
    """Yield sentences with the place where each begins."""
    start = 0
    for end in re.finditer(r"[.!?؟…]+(?=\s|$)|\n+", text):
        if end.group() == "." and ABBREVIATED.search(text[max(start, end.end() - 8) : end.end()]):
            continue
        if text[start : end.end()].strip():
            yield text[start : end.end()], start
        start = end.end()
    if text[start:].strip():
        yield text[start:], start


# W3: the verbs of the two languages come from the same row of the table.


def states(text: str, lang: str) -> set[str]:
    """Return which legal states a text asserts: charged, convicted, and those of the language's table."""
    language = LANGUAGES[lang]
    bare, _quoted = set_quotations_apart(text, language)
    sentences = [language.read(part, start) for part, start in split(bare)]
    found = {
        str(term.kind)
        for sentence in sentences
        for term, _place in language.LEXICON.found(sentence)
        if term.kind in {Kind.CHARGED, Kind.CONVICTED}
    }
    return found | {
        name for name, pattern in language.words.STATES.items() if any(s.says(pattern) for s in sentences)
    }


SEVERITY = ("suspect", Kind.CHARGED, Kind.CONVICTED)


def same_row(ar: str, en: str) -> bool:
    """Say whether both languages state the same legal standing as the gravest of theirs (W3)."""
    gravest = [_gravest(states(text, lang)) for text, lang in ((ar, "ar"), (en, "en"))]
    return "" in gravest or gravest[0] == gravest[1]


def _gravest(found: Iterable[str]) -> str:
    ordered = [name for name in SEVERITY if name in set(found)]
    return str(ordered[-1]) if ordered else ""
