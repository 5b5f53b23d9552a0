"""How a written word sounds, in one alphabet for both scripts, so that Arabic can find Latin.

Small letters are the consonants of English; capitals stand for X kh, G gh, T th, D dh, Z ظ, S sh.
a, e, i and u are vowels, ' is ع, A an alif that begins a word and may carry any vowel, and E the ending
ة or ه, which Latin spellings write as -a, -e or -h.
"""

import re
from functools import lru_cache
from itertools import accumulate

ARABIC = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "T", "ج": "j", "ح": "h", "خ": "X", "د": "d", "ذ": "D", "ر": "r",
    "ز": "z", "س": "s", "ش": "S", "ص": "s", "ض": "d", "ط": "t", "ظ": "Z", "ع": "'", "غ": "G", "ف": "f",
    "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i",
}  # fmt: skip
VOWELS = frozenset("aeiuEA'")

_DOUBLED = re.compile(r"(.)\1+")
_LATIN_RULES = [
    (re.compile(pattern), into)
    for pattern, into in (
        ("che$", "S"), ("que$", "k"), ("(?<=[ai]n)e$", ""),  # as French writes them
        ("(?:ai|ay|ae)(?=l$)", "a'i"),  # Ismail, Wael
        ("dsch", "j"), ("tsch|sch|sh|tch|ch", "S"), ("gu(?=[ei])", "g"),
        ("kh", "X"), ("gh", "G"), ("dh", "D"), ("th", "T"), ("ph", "f"), ("dj", "j"),
        ("ck|[cx]", "k"), ("p", "b"), ("v", "f"),
        ("aou|a[wu](?![aeiouy])|au|ow(?![aeiouy])|ou|oo|ow|o|w", "u"),
        ("ei|ai|ay|ey|ee|ie|y", "i"),
        ("(?<=[aeiu])h$", ""),
    )
]  # fmt: skip


def of_arabic(word: str) -> str:
    """Return the sound of a folded Arabic word; short vowels are not written and not guessed."""
    sound = "".join(ARABIC.get(letter, letter) for letter in word)
    sound = re.sub("^a(?=[iu])", "", sound)  # the alif of أيمن, أوس carries a vowel
    return re.sub("(?<=..)h$", "E", re.sub("^a(?=.)", "A", sound))


def of_latin(word: str) -> str:
    for pattern, into in _LATIN_RULES:
        word = pattern.sub(into, word)
    return _DOUBLED.sub(r"\1", word)


# A letter of Arabic that Latin spellings render in two ways is filed under both.
_SKELETON = {letter: sound for letter, sound in ARABIC.items() if sound not in VOWELS}
_SKELETON |= {"ث": "ts", "ذ": "dz", "ظ": "zd", "ج": "g", "خ": "k", "غ": "g", "ق": "k"}


MOST_READINGS = 4  # of one word; a name has one such letter, or two


@lru_cache(4096)
def skeletons(key: str, arabic: bool) -> frozenset[str]:
    """Return the consonants of a key as both scripts write them, in each possible reading."""
    if not arabic:
        sound = key.replace("j", "g")
        # h before a consonant may stand for ع or a long vowel: Tohma, Tu'ma.
        readings = {sound, re.sub("h(?=[^auyw])", "", sound)}
        return frozenset(filter(None, (re.sub("[auyweio]", "", reading) for reading in readings)))
    readings = {""}
    for letter in key[:-1] if key.endswith("ه") else key:
        choice = _SKELETON.get(letter, letter if letter.isdigit() else "")
        if len(readings) >= MOST_READINGS:
            choice = choice[:1]
        readings = {reading + sound for reading in readings for sound in choice or ("",)}
    if key.endswith("ه"):  # ة, or a real h
        readings |= {reading + "h" for reading in readings}
    return frozenset(filter(None, readings))


_COARSE = str.maketrans("dtzsSkghfb", "tttttkkkbb")


def coarse(skeleton: str) -> str:
    """Return a skeleton in which sounds that are often mistaken for each other are one."""
    return _DOUBLED.sub(r"\1", skeleton.translate(_COARSE))


def shortened(skeleton: str) -> set[str]:
    """Return the skeleton without each of its consonants in turn, down to two."""
    if len(skeleton) < 3:
        return set()
    return {skeleton[:index] + skeleton[index + 1 :] for index in range(len(skeleton))}


# What it costs to read one sound as another; any other pair of consonants costs 1.
_CONFUSED = {
    "dz": 0.4, "ts": 0.5, "gk": 0.5, "sz": 0.4, "Ss": 0.4, "kh": 0.6, "dt": 0.5, "bf": 0.6,
    "Xk": 0.15, "Xh": 0.3, "Gg": 0.1, "qk": 0.05, "qg": 0.3, "Gq": 0.4, "Tt": 0.05, "Ts": 0.2,
    "Dd": 0.05, "Dz": 0.15, "Zz": 0.02, "Zd": 0.15, "ZD": 0.02, "jg": 0.15, "Sk": 0.6, "Sj": 0.5,
    "SX": 0.5, "ji": 0.4, "ea": 0.1, "ei": 0.1, "eu": 0.4, "ai": 0.6, "au": 0.5, "iu": 0.5,
    "Aa": 0.0, "Ae": 0.05, "Ai": 0.05, "Au": 0.05, "A'": 0.6,
    "Ea": 0.0, "Ee": 0.0, "Ei": 0.3, "Eu": 0.5, "Eh": 0.1,
}  # fmt: skip
CONFUSED = {pair: cost for both, cost in _CONFUSED.items() for pair in (both, both[::-1])}


def _alone(sound: str, arabic: bool, other_arabic: bool, *, edge: bool) -> float:
    """Return what it costs that only one of two words has this sound.

    Arabic writes no short vowels, so one that only the Latin spelling has says nothing; between two
    Arabic spellings a written vowel, or ع, tells two names apart. So does a vowel at either end: Asad is
    not Saad, and Jamila is not Jamil.
    """
    if sound == "'":
        return 0.05 if arabic != other_arabic else 0.8 if arabic else 0.1
    if sound in VOWELS:
        if edge:
            return 0.5 if arabic != other_arabic else 0.6
        if arabic != other_arabic:
            return 0.45 if arabic else 0.12
        return 0.6 if arabic else 0.3
    return 0.5 if sound == "h" else 1.0


def _instead(one: str, other: str, *, cross: bool) -> float:
    if one == other:
        return 0.0
    if cross and "'" in {one, other} and {one, other} <= VOWELS:
        return 0.05  # Latin writes the vowel that ع carries: علي, Ali
    if one in VOWELS and other in VOWELS:
        return CONFUSED.get(one + other, 0.25)
    return CONFUSED.get(one + other, 1.2 if one in VOWELS or other in VOWELS else 1.0)


@lru_cache(16384)
def likeness(one: str, arabic: bool, other: str, other_arabic: bool) -> float:
    """Return 0 to 1: how probable it is that two sounds are spellings of one word (weighted Levenshtein)."""
    dropped = _costs(one, arabic, other_arabic)
    added = _costs(other, other_arabic, arabic)
    before, cross = [0.0, *accumulate(added)], arabic != other_arabic
    for sound, cost in zip(one, dropped, strict=True):
        now = [before[0] + cost]
        for index, theirs in enumerate(other):
            now.append(
                min(
                    before[index] + _instead(sound, theirs, cross=cross),
                    before[index + 1] + cost,
                    now[-1] + added[index],
                )
            )
        before = now
    return max(0.0, 1 - before[-1] / max(weight(one), weight(other), 1.0))


def _costs(sounds: str, arabic: bool, other_arabic: bool) -> list[float]:
    last = len(sounds) - 1
    return [_alone(s, arabic, other_arabic, edge=place in {0, last}) for place, s in enumerate(sounds)]


def weight(sound: str) -> float:
    """Return how much there is to compare: a consonant counts 1, a vowel 0.3."""
    return sum(0.3 if letter in VOWELS else 1.0 for letter in sound)
