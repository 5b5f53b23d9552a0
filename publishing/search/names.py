"""Finding a person by a name, however it is written (docs/decisions/2026-11-27-search.md).

First the words of the query are matched with the words that occur in names; then the spellings that
hold those words are read and ranked. Every step is an equality on an index and bounded, so a query
costs about the same in a record of any size, and the same on both engines.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef

from publishing.search import fold, index, keys, sounds
from publishing.search.keys import Alternatives, Word
from publishing.search.models import Spelling, WordForm, WordUse

LONGEST_QUERY = 200
FEW = 1500  # uses of a word that are read outright; of a more frequent one only what meets the others
READ = 150  # spellings that are ranked in full
FILED = 4000  # words of the index that are compared with one word of a query
WORDS = 60  # words of the index that one word of a query may stand for
ALIKE = 0.5  # words less alike than this are different words
BEGUN = 0.8  # how like a word is the beginning of one that somebody is still typing
SURE = 0.86  # every word of the query at least so like one of the name: the same name, otherwise written
INNER_WORD = 0.6  # a father's or grandfather's name says less than a first and a last name
CONFLICT = 0.3  # the query has a word, and the name another in its place

Matches = dict[int, float]  # a word of the index → how like it is to the word asked for


@dataclass(frozen=True)
class Hit:
    """Somebody whose name was found, and the spelling by which."""

    listing_id: int
    spelling: str
    lang: str
    primary: bool
    score: float


@dataclass(frozen=True)
class Hits:
    """`sure`: spellings of the name that was asked for. `nearest`: names that are only like it."""

    sure: list[Hit]
    nearest: list[Hit]


def find(query: str, limit: int = 20, *, typing: bool = False) -> Hits:
    """Return who bears a name. Nothing is looked for beyond its first 200 characters and eight words.

    `typing`: the last word may be the beginning of one.
    """
    asked = keys.words(query[:LONGEST_QUERY])
    if not asked:
        return Hits([], [])
    search = _Search(query, asked, typing)
    matches = [search.alike(place, search.forms) for place in range(len(asked))]
    hits = search.rank(matches, limit)
    if not hits.sure:
        for place, match in enumerate(matches):
            match.update({**search.alike(place, search.near_forms), **match})
        hits = search.rank(matches, limit)
    return hits


def _likeness(one: Word, other: Word) -> float:
    like = sounds.likeness(one.sound, one.arabic, other.sound, other.arabic)
    if one.key == other.key:
        return 1 - (1 - like) / 5
    return max(0.0, like - 0.02)


class _Search:
    """One query: the words asked for and what is known of them."""

    def __init__(self, query: str, asked: list[Alternatives], typing: bool) -> None:
        self.folded = fold.bare(query).strip()
        self.asked = asked
        self.begun = self.folded.split()[-1] if typing and self.folded else ""

    def forms(self, place: int) -> set[str]:
        """Return under what to look for a word: its key, its consonants."""
        forms = {form for word in self.asked[place] for form in {word.key, *index.same(word)}}
        return forms | (self._beginnings(place) if self.begun else set())

    def near_forms(self, place: int) -> set[str]:
        forms = {form for word in self.asked[place] for form in index.nearly(word)}
        return forms | self._beginnings(place)

    def _beginnings(self, place: int) -> set[str]:
        if place < len(self.asked) - 1:
            return set()
        return {index.beginning(word.key) for word in self.asked[place] if len(word.key) > 1}

    def alike(self, place: int, forms: Callable[[int], set[str]]) -> Matches:
        """Return the words of the index that are filed there and sound enough like the word asked for."""
        rows = WordForm.objects.filter(form__in=sorted(forms(place))).order_by("form", "word")
        found: Matches = {}
        for pk, *other in rows.values_list("word", "key", "sound", "arabic")[:FILED]:
            found[pk] = max(self._likeness(place, one, Word(*other)) for one in self.asked[place])
        enough = [(pk, like) for pk, like in found.items() if like >= ALIKE]
        return dict(sorted(enough, key=lambda row: (-row[1], row[0]))[:WORDS])

    def _likeness(self, place: int, one: Word, other: Word) -> float:
        begins = self.begun and place == len(self.asked) - 1 and other.key.startswith(one.key)
        return max(_likeness(one, other), BEGUN if begins else 0.0)

    def rank(self, matches: list[Matches], limit: int) -> Hits:
        """Return the spellings that hold these words, best first, one for each person."""
        uses = _uses({word for one in matches for word in one})
        weights = [self._weight(place, one, uses) for place, one in enumerate(matches)]
        scores: dict[int, list[float]] = defaultdict(lambda: [0.0] * len(matches))
        order: dict[int, str] = {}
        for word, spelling, sort in self._candidates(matches, uses):
            order[spelling] = sort
            for place, one in enumerate(matches):
                scores[spelling][place] = max(scores[spelling][place], one.get(word, 0.0))
        rough = {
            pk: sum(w * s * s for w, s in zip(weights, found, strict=True)) for pk, found in scores.items()
        }
        best = sorted(rough, key=lambda pk: (-round(rough[pk], 6), order[pk], pk))[:READ]
        return self._sorted(Spelling.objects.filter(pk__in=best), matches, weights, limit)

    def _weight(self, place: int, matches: Matches, uses: dict[int, int]) -> float:
        """Return how much a word tells: a rare one more than Muhammad, first and last more than inner."""
        frequency = sum(uses.get(word, 0) for word, like in matches.items() if like > 0.9)
        weight = 1.2 - math.log(frequency + 1) / math.log(1_000_000)
        return weight * (INNER_WORD if 0 < place < len(self.asked) - 1 else 1)

    def _candidates(self, matches: list[Matches], uses: dict[int, int]) -> Iterable[tuple[int, int, str]]:
        """Yield (word, spelling, its place in the record) for the spellings to look at."""
        totals = [sum(uses.get(word, 0) for word in one) for one in matches]
        few = {word for one, total in zip(matches, totals, strict=True) if total <= FEW for word in one}
        rows = WordUse.objects.values_list("word", "spelling", "sort")
        if few:
            yield from rows.filter(word__in=few)
            many = {word for one in matches for word in one} - few
            if many:
                among = WordUse.objects.filter(word__in=few).values("spelling")
                yield from rows.filter(word__in=many, spelling__in=among)
            return
        order = sorted(range(len(matches)), key=lambda place: totals[place])
        rarest = WordUse.objects.filter(word__in=matches[order[0]])
        if len(order) > 1:
            others = {word for place in order[1:] for word in matches[place]}
            rarest = rarest.filter(
                Exists(WordUse.objects.filter(spelling=OuterRef("spelling"), word__in=others))
            )
        first = list(rarest.order_by("inner", "sort").values_list("spelling", flat=True)[:READ])
        yield from rows.filter(word__in={word for one in matches for word in one}, spelling__in=first)

    def _sorted(
        self, spellings: Iterable[Spelling], matches: list[Matches], weights: list[float], limit: int
    ) -> Hits:
        """Return exact names, then the same name otherwise written, then near ones; primary before alias.

        What is equal so far comes in the order of the record, by public number.
        """
        best: dict[int, tuple[tuple[Any, ...], bool, Hit]] = {}
        for row in spellings:
            score, sure = self._score(row, matches, weights)
            folded = fold.bare(row.text).strip()
            sure = sure or folded == self.folded
            begins = bool(self.begun) and any(word.startswith(self.begun) for word in folded.split())
            order = (
                folded != self.folded, not sure, not begins, -round(score, 3), not row.primary,
                row.sort, row.pk,
            )  # fmt: skip
            if row.listing_id not in best or order < best[row.listing_id][0]:
                hit = Hit(row.listing_id, row.text, row.lang, row.primary, score)
                best[row.listing_id] = (order, sure, hit)
        ranked = sorted(best.values(), key=lambda one: one[0])
        return Hits(
            sure=[hit for _order, sure, hit in ranked if sure][:limit],
            nearest=[hit for _order, sure, hit in ranked if not sure][:limit],
        )

    def _score(self, row: Spelling, matches: list[Matches], weights: list[float]) -> tuple[float, bool]:
        """Return how well a spelling answers, 0 to 1, and whether it is surely the name asked for.

        Each word asked for takes the word of the name that is most like it, the best pairs first.
        """
        pairs = sorted(
            (
                (-max(one.get(word, 0.0) for word in several), abs(asked - place), asked, place)
                for asked, one in enumerate(matches)
                for place, several in enumerate(row.words)
            ),
        )
        taken: dict[int, tuple[int, float]] = {}
        used: set[int] = set()
        for like, _distance, asked, place in pairs:
            if like < 0 and asked not in taken and place not in used:
                taken[asked] = (place, -like)
                used.add(place)
        likes = [taken[asked][1] if asked in taken else 0.0 for asked in range(len(matches))]
        missing, extra = len(matches) - len(taken), len(row.words) - len(used)
        score = _weighed(weights, likes) / sum(weights)
        score -= CONFLICT * min(missing, extra) / len(matches) + 0.005 * extra / len(row.words)
        sure = min(likes) >= SURE
        if len(matches) == 1:  # one word names somebody only as a first or a last name
            last = len(row.words) - 1
            score += 0.01 if last in used else 0.0
            sure = sure and bool(used & {0, last})
        return score, sure


def _weighed(weights: list[float], likes: list[float]) -> float:
    """Return a sum in which one word that is the same counts more than two that are half alike."""
    return sum(weight * like * like for weight, like in zip(weights, likes, strict=True))


def _uses(words: set[int]) -> dict[int, int]:
    """Return how many spellings hold each word."""
    rows = WordUse.objects.filter(word__in=words).values_list("word").annotate(Count("pk"))
    return dict(rows.order_by("word"))
