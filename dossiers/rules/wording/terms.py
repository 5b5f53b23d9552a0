"""What the two languages of the linter share: terms, sentences, and the words that explain a finding."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from publishing.bilingual import Message, Text


class Kind(StrEnum):
    """What a word says of a person."""

    CRIMINAL = "criminal"  # criminal, murderer, perpetrator
    CONVICTED = "convicted"  # guilty, convicted, sentenced
    CHARGED = "charged"  # accused, charged, on trial
    SUSPECT = "suspect"  # a suspect
    FUGITIVE = "fugitive"
    DID = "did"  # he ordered, he committed: as a fact, on nobody's word
    ORDERED = "ordered"  # ordered, responsible for: more than a post says
    PROVED = "proved"  # a commission that "proved" or "convicted"
    BELITTLED = "belittled"  # an acquittal that is talked down
    CHARACTER = "character"  # butcher, bloodthirsty


REACH = 80  # words to each side: what stands farther off in an endless sentence binds no word of it
RELATIVE = frozenset(("which", "who", "whom", "whose", "الذي", "التي", "الذين"))


SUBJECTS = frozenset(("he", "she", "it", "his", "her"))


class Token(NamedTuple):  # a page has thousands
    text: str
    folded: str
    start: int
    clause: int = 0  # which part of the sentence, between commas
    part: int = 0  # which of its statements, between semicolons, dashes and words that turn it


class Place(NamedTuple):
    """A run of tokens."""

    first: int
    last: int


@dataclass(frozen=True)
class Sentence:
    """A sentence in tokens; `line` is their folded forms, set apart by single spaces."""

    lang: str
    tokens: tuple[Token, ...]
    asks: bool = False

    @cached_property
    def line(self) -> str:
        return " ".join(token.folded for token in self.tokens)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each token begins in the line."""
        return [0, *accumulate(len(token.folded) + 1 for token in self.tokens)]

    @cached_property
    def _said(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _parts(self) -> dict[int, "Sentence"]:
        return {}

    def begins(self, token: int) -> int:
        """Return where in the line a token begins."""
        return self._starts[token]

    def says(self, pattern: str) -> bool:
        # Asked again for every word that is found: a long sentence is read once.
        if pattern not in self._said:
            self._said[pattern] = compiled(pattern).search(f" {self.line} ") is not None
        return self._said[pattern]

    def before(self, place: Place, words: int) -> str:
        """Return what stands before, in the same clause: what is denied in another is not denied here."""
        clause = self.tokens[place.first].clause
        near_by = self.tokens[max(0, place.first - words) : place.first]
        return " ".join(token.folded for token in near_by if token.clause == clause)

    def part(self, place: Place) -> "Sentence":
        """Return the statement in which a place is: what is said of another binds no word of this one."""
        here = self.tokens[place.first].part
        if here not in self._parts:
            said = tuple(token for token in self.tokens if token.part == here)
            self._parts[here] = Sentence(self.lang, said)
        return self._parts[here]

    def so_far(self, place: Place) -> str:
        """Return what of its statement stands before a place."""
        aside = self.asides(place)
        return " ".join(token.folded for token in self.leading(place) if token.clause not in aside)

    def leading(self, place: Place) -> list[Token]:
        """Return the words of its statement before a place, as far as one is understood from another."""
        here = self.tokens[place.first].part
        return [
            token for token in self.tokens[max(0, place.first - REACH) : place.first] if token.part == here
        ]

    def around(self, place: Place) -> list[Token]:
        """Return the words of its statement about a place, but those of a relative clause that is closed."""
        here, aside = self.tokens[place.first].part, self.asides(place)
        near_by = self.tokens[max(0, place.first - REACH) : place.last + REACH]
        return [token for token in near_by if token.part == here and token.clause not in aside]

    @cached_property
    def _relative(self) -> frozenset[int]:
        """The clauses that begin with a relative pronoun after a comma."""
        begun = (b.clause for a, b in pairwise(self.tokens) if b.folded in RELATIVE and a.clause != b.clause)
        return frozenset(begun)

    def asides(self, place: Place) -> frozenset[int]:
        """Return the relative clauses, set off by commas, in which a place is not: they speak of something else."""
        return self._relative - {self.tokens[place.first].clause}

    def after(self, place: Place, words: int) -> str:
        return " ".join(token.folded for token in self.tokens[place.last + 1 : place.last + 1 + words])

    def following(self, place: Place, words: int) -> str:
        """Return what stands after, in the same clause."""
        clause = self.tokens[place.last].clause
        near_by = self.tokens[place.last + 1 : place.last + 1 + words]
        return " ".join(token.folded for token in near_by if token.clause == clause)

    def words(self, place: Place) -> str:
        return " ".join(token.text for token in self.tokens[place.first : place.last + 1])

    def start(self, place: Place) -> int:
        return self.tokens[place.first].start


def unmarked(text: str) -> str:
    """Return a text without vowel marks, accents, tatweel and the seats of hamza."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char) and char != "ـ")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern over folded words; it is folded as they are, so that lists read as people write."""
    return re.compile(unmarked(pattern), re.I)


def tokens(text: str, offset: int, word: str, fold: Callable[[str], str], turn: str) -> tuple[Token, ...]:
    """Return the words of a sentence; a comma, or a word that turns the sentence, begins a clause.

    A semicolon or a dash begins another statement, and so does such a word after a comma, or "and" before a
    name or a pronoun: what is left to a witness there is not left to him here.
    """
    found, clause, part, comma, after_and = [], 0, 0, False, False
    turning = frozenset(turn.split("|"))
    for match in re.finditer(rf"{word}|[,;:،؛—–]", text):
        folded = fold(match.group())
        if folded in ",;:،؛—–":
            clause += 1
            part += folded in ";؛—–"
            comma = folded in ",،"
            continue
        turns = folded in turning
        clause += turns
        part += turns and comma
        if after_and and (folded in SUBJECTS or match.group()[:1].isupper()) and folded not in {"i"}:
            part += 1
        after_and = comma and folded == "and"
        comma = False
        found.append(Token(match.group(), folded, offset + match.start(), clause, part))
    return tuple(found)


def asks(text: str) -> bool:
    """Say whether a sentence ends as a question."""
    return text.rstrip(' \n"”’)').endswith(("?", "؟"))


Spare = Callable[[Sentence, Place], bool]


@dataclass(frozen=True)
class Term:
    """A word or a run of words, with what tells its honest uses from the others."""

    kind: Kind
    pattern: str  # over folded tokens set apart by single spaces
    spared: tuple[Spare, ...] = ()
    character: bool = False  # a word of character too: needs a reason even where it is true
    verdict: bool = False  # tells of a judgment, so court, date and finality belong to it

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return compiled(rf"(?:{self.pattern})(?!\S)")

    def places(self, sentence: Sentence, begins: Iterable[int] | None = None) -> Iterator[Place]:
        """Yield where the term stands and is not spared; `begins` are the tokens to try, in order."""
        free = 0
        for first in range(len(sentence.tokens)) if begins is None else begins:
            match = self._words.match(sentence.line, sentence.begins(first)) if first >= free else None
            if match is None:
                continue
            place = Place(first, first + match.group().count(" "))
            free = place.last + 1
            if not any(spare(sentence, place) for spare in self.spared):
                yield place


def near(before: str = "", after: str = "", words: int = 4) -> Spare:
    """Return a spare for words that stand close before or after."""

    led = compiled(rf"(?<!\S)(?:{before})(?!\S)") if before else None
    followed = compiled(rf"(?<!\S)(?:{after})(?!\S)") if after else None

    def spare(sentence: Sentence, place: Place) -> bool:
        return bool(
            (led and led.search(sentence.before(place, words)))
            or (followed and followed.search(sentence.after(place, words)))
        )

    return spare


def anywhere(pattern: str) -> Spare:
    """Return a spare for a sentence that says this somewhere."""
    return lambda sentence, _place: sentence.says(pattern)


def in_part(pattern: str) -> Spare:
    """Return a spare for a statement that says this somewhere."""
    return lambda sentence, place: sentence.part(place).says(pattern)


def before_it(pattern: str) -> Spare:
    """Return a spare for a statement that says this before the word."""
    said = compiled(rf"(?<!\S)(?:{pattern})(?!\S)")
    return lambda sentence, place: said.search(sentence.so_far(place)) is not None


EXPLAINED = {
    Kind.CRIMINAL: _("It calls a person guilty whom no final judgment has found guilty."),
    Kind.CONVICTED: _("It tells of a conviction, and the legal status knows none."),
    Kind.CHARGED: _("It is said of somebody who was formally charged, and the legal status knows no charge."),
    Kind.SUSPECT: _(
        "It is said of somebody under investigation, and the legal status knows no investigation."
    ),
    Kind.FUGITIVE: _("It is said of somebody with a warrant out, and the legal status knows none."),
    Kind.DID: _("It states an act as a fact, in the campaign’s own voice, and no court has found it."),
    Kind.ORDERED: _("It says more than the post does: holding command is not an order, nor responsibility."),
    Kind.PROVED: _("A commission of inquiry convicts nobody and proves nothing against a person."),
    Kind.BELITTLED: _("An acquittal or annulment is stated first and as plainly as the accusation."),
    Kind.CHARACTER: _("It judges the character of a person instead of telling what happened."),
    "quoted": _("A nickname stands in quotation marks, and nobody is named who uses it."),
    "drop": _("Leave it out, or quote who says so and name the source."),
}
MISSING = {
    "absentia": _("The judgment was given in absentia, and the text does not say so."),
    "court": _("The text tells of a conviction and does not name the court."),
    "date": _("The text tells of a conviction and does not give its date."),
    "finality": _("The text tells of a conviction and does not say whether it is final."),
}
# What could be written, in the language of the text: an editor reads the message in another.
FORMULAS = {
    "none": Text("يُنسب إليه، بحسب…", "is alleged by X to have…; according to X"),
    "link.command": Text("كان يتولى قيادة… حين…", "was in command of X when…"),
    "link.member": Text("كان يخدم في… حين…", "served in X when…"),
    "rgb": Text(
        "خلصت اللجنة إلى وجود أسباب معقولة تدعو إلى الاعتقاد بأن…",
        "the Commission found reasonable grounds to believe that…",
    ),
    "sanctioned": Text("أُدرج على قائمة عقوبات… بتاريخ… بسبب…", "was listed by X on … for …"),
    "suspect": Text(
        "مشتبه به في تحقيق…؛ ورد اسمه في شكوى", "is named in a complaint; is under investigation"
    ),
    "wanted": Text("صدرت بحقه مذكرة توقيف عن…", "is the subject of an arrest warrant issued by…"),
    "detained": Text("موقوف لدى… للاشتباه في…", "is detained by … on suspicion of…"),
    "charged": Text("متهم بـ…، ولم يصدر بحقه حكم", "is charged with …; has not been convicted"),
    "on_trial": Text("يُحاكم بتهمة…، ولم يصدر بحقه حكم", "is on trial for …; has not been convicted"),
    "convicted_absentia": Text(
        "حكمت عليه [المحكمة] غيابيًا في [التاريخ] بجرم…، وقد تُعاد محاكمته",
        "convicted in absentia by [court] on [date] of …; may be retried",
    ),
    "convicted_not_final": Text(
        "أدانته [المحكمة] في [التاريخ] بـ[التهم]، بحكم غير مبرم",
        "convicted of [counts] by [court] on [date]; the judgment is not final",
    ),
    "convicted_final": Text(
        "أدانته [المحكمة] في [التاريخ] بـ[التهم]، بحكم مبرم",
        "convicted of [counts] by [court] on [date]; the judgment is final",
    ),
}
FIRST = {
    "acquitted": _("State first that a court acquitted the person or annulled the measure."),
    "ended": _("State first how the proceedings ended."),
}


def instead(status: str, lang: str) -> Message | Promise:
    """Return what could be written of a person of this status, as a sentence for the editor."""
    if status in FIRST:
        return FIRST[status]
    formula = FORMULAS.get(status, FORMULAS["none"])
    return Message(gettext_noop("Write “%(words)s”."), {"words": getattr(formula, lang)})
