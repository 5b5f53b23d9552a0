"""Words of passages: which count, and what two forms of one word share."""

import re
from collections.abc import Iterator

from publishing.search import fold

# A word with its marks, as it stands in a text: what is folded, and what is marked when found.
WRITTEN = re.compile(r"[^\W_](?:[\w\u0300-\u036f\u064b-\u065f\u0670\u0640]|['’‘ʼʿʾ](?=\w))*")
# Numbers of files, crimes and sources, however they are written: BL-0007, bl 7.
NUMBER = re.compile(r"\b(bl|inc|src)[\W_]{0,3}0*([1-9][0-9]{0,5})\b")

# Words that say nothing about what is asked for; asked alone they find nothing either.
EMPTY = frozenset(
    """
    a an and at by el al for from in is it its of on or that the this to was were with as his her
    في من الي علي عن ان او ثم قد لا ما لم لن هو هي هذا هذه ذلك تلك التي الذي الذين كان كانت مع بين بعد
    قبل عند كل غير
    """.split()  # noqa: SIM905 - a list of words is read as words
)

_ARTICLES = ("وال", "فال", "بال", "كال", "ال", "ولل", "لل")
_PRONOUNS = ("هما", "هم", "هن", "ها")
_ENDINGS = ("ات", "ون", "ين", "ان", "يه", "ه", "ي")


def words(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield each word of a text: where it begins and ends, and the folded words in it."""
    for found in WRITTEN.finditer(text):
        stems = [stem(word) for word in fold.WORD.findall(fold.letters(found.group()))]
        yield found.start(), found.end(), stems


def numbers(text: str) -> list[str]:
    """Return each number of a file, a crime or a source in a text, as one word."""
    return [f"{series}{int(number):04}" for series, number in NUMBER.findall(fold.bare(text))]


def file_number(query: str) -> str:
    """Return the number of a file, when a query is that and nothing else; else nothing."""
    found = NUMBER.fullmatch(fold.bare(query).strip())
    return f"BL-{int(found[2]):04}" if found and found[1] == "bl" else ""


# What people call an incident, and what a careful title says: «مجزرة التضامن», killings in Tadamon.
_SAME = {"مجزر": "قتل", "مجازر": "قتل", "مذبح": "قتل", "massacre": "killing", "slaughter": "killing"}


def stem(word: str) -> str:
    """Return what forms of a folded word share, and words that people use for the same thing."""
    bare = _stem(word)
    return _SAME.get(bare, bare)


def _stem(word: str) -> str:
    """Return a folded word without what joins it. Light: an article, a join, an ending; no roots.

    Arabic after Larkey's light stemming, English after Harman's plurals.
    """
    if fold.is_arabic(word):
        return _arabic(word)
    if word.isdigit():
        return word.lstrip("0") or "0"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _arabic(word: str) -> str:
    bare = word
    for article in _ARTICLES:
        if bare.startswith(article) and len(bare) - len(article) >= 3:
            bare = bare[len(article) :]
            break
    else:
        if bare[0] in "وف" and len(bare) >= 5:
            bare = bare[1:]
        if bare[0] in "بلك" and len(bare) >= 6:
            bare = bare[1:]
    return _cut(_cut(bare, _PRONOUNS), _ENDINGS)


def _cut(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def stems(text: str) -> list[str]:
    """Return the stems of a text, each once, in order, without empty words."""
    found: dict[str, None] = {}
    for _start, _end, several in words(text):
        found.update(dict.fromkeys(one for one in several if one not in _EMPTY_STEMS))
    return list(found)


# What somebody asks of a unit, and no title of one says: who commanded it, and when.
ASKING = frozenset(
    stem(fold.letters(word))
    for word in """
    who commander commanded command head headed chief leader led director
    قائد قيادة قاد رئيس رأس ترأس مدير إدارة أدار آمر تولى من عام سنة
    """.split()  # noqa: SIM905 - a list of words is read as words
)


def without_asking(wanted: list[str]) -> list[str]:
    """Return what a question is about, such as a unit, without what it asks of it; all where that is all."""
    years = [word for word in wanted if word.isdigit() and len(word) == 4 and word[:2] in {"19", "20"}]
    rest = [word for word in wanted if word not in ASKING and word not in years]
    return rest or wanted


def asked(query: str) -> list[str]:
    """Return what a query looks for: its stems, and a number (BL-0007) as the one word that it is."""
    plain = fold.bare(query)
    return [*numbers(query), *stems(NUMBER.sub(" ", plain))]


_EMPTY_STEMS = frozenset(stem(word) for word in EMPTY)
