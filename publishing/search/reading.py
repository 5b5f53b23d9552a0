"""How a query is read: which of its words carry no weight, and what it may have been before it was joined.

A rank or a title beside a name is no part of it (cases K7): «اللواء علي مملوك», General Ali Mamlouk.
"""

import re
from dataclasses import dataclass

from publishing.search import fold

# Folded, as they stand before a name; never all that is asked for.
RANKS = frozenset(
    fold.letters(word)
    for word in """
    general gen major maj brigadier brig lieutenant lt colonel col captain capt sergeant sgt marshal warrant
    officer staff president vice minister director chief commander judge dr doctor mr mrs ms prof professor
    engineer eng former ex hajj haj hajji
    ministre juge oberst richter
    اللواء لواء العميد عميد العقيد عقيد المقدم الرائد النقيب نقيب الملازم ملازم الفريق العماد المساعد الرقيب
    رقيب الركن ركن الاول اول الرئيس رئيس الدكتور دكتور الدكتوره دكتوره الوزير وزير القاضي الاستاذ استاذ
    المهندس مهندس الحاج المحامي السيده المدعو الضابط المجند العسكري السابق المخلوع السوري السوريه syrian
    """.split()  # noqa: SIM905 - a list of words is read as words
)
# Names too: without weight only where the query finds nobody with them.
NAMES_TOO = frozenset(
    fold.letters(word)
    for word in "عماد رائد مقدم فريق السيد سيد الشيخ شيخ مساعد قاضي حاج sheikh sayed sayyid".split()  # noqa: SIM905
)
JOINED_LATIN = re.compile(r"(?<=[a-z]{3})(?=(?:al|el)[a-z]{3})")
JOINED_ARABIC = re.compile(r"(?<=[\u0621-\u064a]{3})(?=ال[\u0621-\u064a]{3})")


@dataclass(frozen=True)
class Reading:
    """A query as it is looked for, and the words of it that were left out."""

    text: str
    without: tuple[str, ...] = ()


def readings(query: str) -> list[Reading]:
    """Return how to read a query, the likeliest first."""
    first = _without(query, RANKS)
    second = _without(query, RANKS | NAMES_TOO)
    # One name alone would be anybody's: «عماد مملوك» is not «علي مملوك».
    found = [first, *([second] if " " in second.text else []), Reading(query)]
    for pattern in (JOINED_ARABIC, JOINED_LATIN):
        parted = pattern.sub(" ", first.text.casefold())
        if parted != first.text.casefold():
            found.append(Reading(parted, first.without))
    return list({one.text: one for one in reversed(found)}.values())[::-1]


def _without(query: str, empty: frozenset[str]) -> Reading:
    """Return a query without those of these words that stand before another."""
    *written, last = query.split() or [""]  # what stands last is the name itself: علي الحاج
    kept = [word for word in written if _bare(word) not in empty]
    return Reading(" ".join([*kept, last]), tuple(word for word in written if _bare(word) in empty))


def _bare(word: str) -> str:
    return "".join(fold.WORD.findall(fold.letters(word)))
