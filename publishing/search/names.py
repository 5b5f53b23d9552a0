"""Finding a person by a name, however it is written (docs/decisions/2026-11-27-search.md).

First the words of the query are matched with the words that occur in names; then the spellings that
hold those words are read and ranked. Every step is an equality on an index and bounded, so a query
costs about the same in a record of any size, and the same on both engines.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Exists, OuterRef

from publishing.search import fold, index, keys, sounds
from publishing.search.keys import Alternatives, Word
from publishing.search.models import Spelling, WordForm, WordUse
from publishing.search.reading import Reading, readings

LONGEST_QUERY = 200
FEW = 1500  # uses of a word that are read outright; of a more frequent one only what meets the others
READ = 150  # spellings that are ranked in full
FILED = 4000  # words of the index that are compared with one word of a query
WORDS = 60  # words of the index that one word of a query may stand for
ALIKE = 0.5  # words less alike than this are different words
BEGUN = 0.8  # how like a word is the beginning of one that somebody is still typing
SURE = 0.86  # every word of the query at least so like one of the name: the same name, otherwise written
INNER_WORD = 0.6  # a father's or grandfather's name says less than a first and a last name
SURE_ALONE = 0.92  # one word has nothing beside it that could confirm it
OWN = 0.4  # a spelling so like the query is another form of the same name
LEFT_OUT = {"محمد", "ابو", "muhamad", "abu"}
CONFLICT = 0.3  # the query has a word, and the name another in its place

Matches = dict[int, float]  # a word of the index → how like it is to the word asked for


@dataclass(frozen=True)
class NameHit:
    """Somebody whose name was found, and the spelling by which."""

    listing_id: int
    spelling: str
    lang: str
    primary: bool
    score: float


@dataclass(frozen=True)
class Hits:
    """`sure`: spellings of the name that was asked for. `nearest`: names that are only like it."""

    sure: list[NameHit]
    nearest: list[NameHit]
    without: tuple[str, ...] = ()  # words of the query that carried no weight


def find(query: str, limit: int = 20, *, typing: bool = False) -> Hits:
    """Return who bears a name. Nothing is looked for beyond its first 200 characters and eight words.

    `typing`: the last word may be the beginning of one, or no word yet.
    """
    first, *others = readings(query[:LONGEST_QUERY])
    if typing:
        return _find(first, limit, typing=True)
    for one in (first, *others):
        hits = _find(one, limit)
        if hits.sure:
            return hits
    return _find(first, limit, nearly=True)


def _find(read: Reading, limit: int, *, typing: bool = False, nearly: bool = False) -> Hits:
    asked = keys.words(read.text)
    if not asked:
        return Hits([], [])
    search = _Search(read.text, asked, typing)
    matches = [search.alike(place, search.forms) for place in range(len(asked))]
    if typing:
        matches[-1] = {**search.alike(len(asked) - 1, search.beginnings), **matches[-1]}
        if len(asked) > 1 and (not matches[-1] or len(asked[-1][0].key) == 1):
            return _find(Reading(read.text.rstrip().rpartition(" ")[0], read.without), limit, typing=True)
    hits = Hits([], []) if nearly else search.rank(matches, limit)
    if nearly or (typing and not hits.sure):
        for place, match in enumerate(matches):
            match.update({**search.alike(place, search.near_forms), **match})
        hits = search.rank(matches, limit)
    return replace(hits, without=read.without)


class _Search:
    """One query: the words asked for and what is known of them."""

    def __init__(self, query: str, asked: list[Alternatives], typing: bool) -> None:
        self.folded = fold.bare(query).strip()
        self.asked = asked
        self.same: list[set[int]] = [set() for _word in asked]  # words of the index that have its key
        self.spelled_out = all(len(word.key) > 1 for several in asked for word in several)  # no initials
        self.begun = self.folded.split()[-1] if typing and self.folded else ""

    def forms(self, place: int) -> set[str]:
        """Return under what to look for a word: its key, its consonants."""
        return {form for word in self.asked[place] for form in {word.key, *index.same(word)}}

    def near_forms(self, place: int) -> set[str]:
        forms = {form for word in self.asked[place] for form in index.nearly(word)}
        return forms | (self.beginnings(place) if place == len(self.asked) - 1 else set())

    def beginnings(self, place: int) -> set[str]:
        """Return under what to look for words that begin so; a letter may still become another (s, sh)."""
        stems = {stem for word in self.asked[place] for stem in _begun(word.key)}
        return {index.beginning(stem) for stem in stems}

    def alike(self, place: int, forms: Callable[[int], set[str]]) -> Matches:
        """Return the words of the index that are filed there and sound enough like the word asked for."""
        rows = WordForm.objects.filter(form__in=sorted(forms(place))).order_by("form", "word")
        found: Matches = {}
        for pk, key, sound, arabic in rows.values_list("word", "key", "sound", "arabic")[:FILED]:
            word = Word(key, sound, arabic)
            found[pk] = max(self._likeness(place, one, word) for one in self.asked[place])
            if any(one.key == word.key for one in self.asked[place]):
                self.same[place].add(pk)
        enough = [(pk, like) for pk, like in found.items() if like >= ALIKE]
        return dict(sorted(enough, key=lambda row: (-row[1], row[0]))[:WORDS])

    def _likeness(self, place: int, one: Word, other: Word) -> float:
        like = sounds.likeness(one.sound, one.arabic, other.sound, other.arabic)
        begins = self.begun and place == len(self.asked) - 1 and other.key.startswith(_begun(one.key))
        return max(like, BEGUN if begins else 0.0)

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
        rough = {pk: _weighed(weights, likes) for pk, likes in scores.items()}
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
        order = sorted(
            (place for place, total in enumerate(totals) if total), key=lambda place: totals[place]
        )
        if not order:
            return
        rarest = WordUse.objects.filter(word__in=matches[order[0]])
        if len(order) > 1:
            others = {word for place in order[1:] for word in matches[place]}
            rarest = rarest.filter(
                Exists(WordUse.objects.filter(spelling=OuterRef("spelling"), word__in=others))
            )
        first = list(rarest.order_by("inner", "length", "sort").values_list("spelling", flat=True)[:READ])
        yield from rows.filter(word__in={word for one in matches for word in one}, spelling__in=first)

    def _sorted(
        self, spellings: Iterable[Spelling], matches: list[Matches], weights: list[float], limit: int
    ) -> Hits:
        """Return exact names, then the same name otherwise written, then near ones; primary before alias.

        What is equal so far comes in the order of the record, by public number.
        """
        best: dict[int, tuple[tuple[Any, ...], bool, NameHit]] = {}
        scored = [(row, *self._score(row, matches, weights)) for row in spellings]
        own = {
            row.listing_id: False for row, score, _sure in scored if self._own_script(row) and score >= OWN
        } | {row.listing_id: True for row, _score, sure in scored if self._own_script(row) and sure}
        for row, score, sure in scored:
            folded = fold.bare(row.text).strip()
            # Where the name is on record in the script of the query, that spelling decides.
            sure = (sure and own.get(row.listing_id, True)) or folded == self.folded
            same = self._same_key(row)
            begins = bool(self.begun) and any(word.startswith(self.begun) for word in folded.split())
            order = (
                folded != self.folded, not sure, not begins, not same, -round(score, 1 if same else 3),
                not row.primary, row.sort, row.pk,
            )  # fmt: skip
            if row.listing_id not in best or order < best[row.listing_id][0]:
                hit = NameHit(row.listing_id, row.text, row.lang, row.primary, score)
                best[row.listing_id] = (order, sure, hit)
        ranked = sorted(best.values(), key=lambda one: one[0])
        return Hits(
            sure=[hit for _order, sure, hit in ranked if sure][:limit],
            nearest=[hit for _order, sure, hit in ranked if not sure][:limit],
        )

    def _same_key(self, row: Spelling) -> bool:
        """Say whether the whole name has the key of the query, whatever the order of its words."""
        if len(row.words) != len(self.asked):
            return False
        return all(any(same & set(several) for several in row.words) for same in self.same)

    def _own_script(self, row: Spelling) -> bool:
        return (row.lang == "ar") == self.asked[0][0].arabic

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
        alone = len(matches) == 1
        score = _weighed(weights, likes) / sum(weights)
        score -= CONFLICT * min(missing, extra) / len(matches)
        # Of two that have every word, the one that says them alone and in this order.
        places = [taken[asked][0] for asked in sorted(taken)]
        score -= (0 if alone else 0.04) * extra / len(row.words)
        score -= 0.03 if places != sorted(places) else 0.0
        last = len(row.words) - 1
        # A father's and a family name name his children; one word, its bearer as a first or a last name.
        ends, least = ({0, last}, SURE_ALONE) if alone else ({0}, SURE)
        sure = min(likes) >= least and self.spelled_out
        sure = sure and (bool(used & ends) or (1 in used and not alone and _leads(row)))
        if not sure and missing and not alone:
            sure = self._holds(row, taken)
        score += 0.01 if alone and last in used else 0.0
        return score, sure

    def _holds(self, row: Spelling, taken: dict[int, tuple[int, float]]) -> bool:
        """Say whether the query begins with the first name on record, holds the last, and more words beside.

        Those may be a father's name, a place or a case (cases K7). A father's name on record must not differ.
        Who is asked for by another first name is somebody else: his son, حافظ بشار الأسد.
        """
        places = {place: asked for asked, (place, like) in taken.items() if like >= SURE}
        if len(row.words) < 2 or places.keys() != set(range(len(row.words))) or not self.spelled_out:
            return False
        return all(self.asked[asked][0].key in LEFT_OUT for asked in range(places[0]))


def _leads(row: Spelling) -> bool:
    """Say whether a name begins with a word that is often left out: Muhammad before another, Abu."""
    words = keys.words(row.text)
    return len(words) > 2 and words[0][0].key in LEFT_OUT


def _begun(key: str) -> tuple[str, ...]:
    """Return what a word may begin with whose beginning was typed: without its article, its last letter."""
    bare = key.removeprefix("ال")
    return tuple(stem for stem in (key, bare, key[:-1]) if len(stem) > 1)


def _weighed(weights: list[float], likes: list[float]) -> float:
    """Return a sum in which one word that is the same counts more than two that are half alike."""
    return sum(weight * like * like for weight, like in zip(weights, likes, strict=True))


def _uses(words: set[int]) -> dict[int, int]:
    """Return how many spellings hold each word."""
    rows = WordUse.objects.filter(word__in=words).values_list("word").annotate(Count("pk"))
    return dict(rows.order_by("word"))
