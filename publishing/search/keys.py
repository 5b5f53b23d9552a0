"""The keys under which a name is filed: one for all its spellings in a script (domain.md §4)."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from publishing.search import fold, sounds
from publishing.search import letters as alphabet

MOST_WORDS, LONGEST_WORD = 8, 24


@dataclass(frozen=True)
class Word:
    """One word of a name: its key, how it sounds, and the script it was written in."""

    key: str
    sound: str
    arabic: bool

    @cached_property
    def skeletons(self) -> frozenset[str]:
        """The consonants, which both scripts write; several where a letter has two readings."""
        return sounds.skeletons(self.key, self.arabic)


Alternatives = list[
    Word
]  # ways to read one written word, such as Alassad: alassad, or assad with its article


def words(name: str) -> list[Alternatives]:
    """Return the words of a name in their order, without articles and "son of"."""
    plain = _as_letters(fold.letters(_spelled_out(name)))
    found: list[Alternatives] = []
    for arabic, run in groupby(fold.WORD.findall(plain), key=fold.is_arabic):
        found += [*(_arabic if arabic else _latin)([word[:LONGEST_WORD] for word in run])]
    return found[:MOST_WORDS]


def key(name: str) -> str:
    """Return the key of a whole name, as domain.md §4 tabulates it."""
    return " ".join(alternatives[-1].key for alternatives in words(name))


_HANDLE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MIXED = re.compile(r"(?<![^\W_])(?=[a-z]*\d[a-z\d]*)(?=\d*[a-z])[a-z\d]+")
_YEAR = re.compile(r"\d{2,}$")


def _spelled_out(name: str) -> str:
    """Return a name with a handle parted (BasharAlAssad), and with the sound of letters that have marks."""
    parted = _HANDLE.sub(" ", unicodedata.normalize("NFC", name))
    return parted.casefold().translate(alphabet.MARKED)


def _as_letters(plain: str) -> str:
    """Return a name without digits in its words: those of a phone are letters (7afez), a year is none."""
    return _MIXED.sub(lambda word: _YEAR.sub("", word[0]).translate(alphabet.DIGITS_AS_LETTERS), plain)


# Arabic

_SON = {"بن", "ابن", "ال"}
_FATHER = {"ابو", "ابي", "ابا"}
_SERVANT = {"عبد", "العبد"}


def _arabic(run: list[str]) -> Iterator[Alternatives]:
    """Yield the words of a name in Arabic; a compound of عبد or of الله is one word."""
    rest = [word.replace("وو", "و").replace("يي", "ي") for word in run if word not in _SON]
    while rest:
        word = rest.pop(0)
        if word in _SERVANT and rest:
            word = "عبد" + _without_article(rest.pop(0))
        elif fused := re.fullmatch("(?:ال)?عبدال(.{2,})", word):
            word = "عبد" + fused[1]
        elif rest and rest[0] == "الله":
            word = _without_article(word) + rest.pop(0)[2:]
        elif rest and rest[0] == "جي":  # the Turkish ending of a trade: بوسته جي
            word = _without_article(word).removesuffix("ه") + rest.pop(0)
        elif word in _FATHER:
            word = "ابو"
        else:
            word = _without_article(word)
        yield [Word(word, sounds.of_arabic(word), arabic=True)]


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) >= 4 else word


# Latin

_MUHAMMAD = {"mhd", "mohd", "md", "mhmd"}
_SON_OF = {"bin", "ibn", "ben"}
_ARTICLE = {"al", "el", "ul"}
_SUN_ARTICLE = {"as", "ash", "ar", "an", "ad", "at", "az", "ach", "adh", "ath", "es", "er", "ed", "ez"}
_ABU = {"abou", "abi", "abo", "aboo"}
_ABD = re.compile(r"abd(?:[aeou][lsrnzdt]?h?)?")
_ABD_FUSED = re.compile(r"abd(?:[aeou]l|[aeou]([srnzdt])(?=\1))([a-z]{3,})")
_RELIGION = {"eddine", "eddin", "eddeen", "uddin", "aldin", "eldin", "addin", "aldeen", "eldeen"}
_RELIGION_FUSED = re.compile(r"([a-z]{2,})(?:[aeu]dd?in|[aeu]ddine|[aeu]ddeen)")
_GOD = {"allah", "ullah", "ollah"}
_ARTICLE_FUSED = re.compile(r"[ae]l([a-z]{4,})")


def _latin(run: list[str]) -> Iterator[Alternatives]:
    """Yield the words of a name in Latin letters, compounds joined as in Arabic."""
    rest = list(run)
    while rest:
        word = rest.pop(0)
        if rest and _is_article(word, rest[0]):
            continue
        if word in _MUHAMMAD:
            word = "muhammad"
        if _ABD.fullmatch(word) and rest:
            if len(rest) > 1 and _is_article(rest[0], rest[1]):
                rest.pop(0)
            yield [_servant(rest.pop(0))]
        elif fused := _ABD_FUSED.fullmatch(word):
            yield [_servant(fused[2])]
        elif rest and rest[0] in _GOD:
            rest.pop(0)
            yield [_word(word + "allah")]
        elif fused := _RELIGION_FUSED.fullmatch(word):
            yield [_word(fused[1])]
            yield [_word("din")]
        else:
            word = "din" if word in _RELIGION else "abu" if word in _ABU else word
            word = "abd" if _ABD.fullmatch(word) else word
            fused = _ARTICLE_FUSED.fullmatch(word)
            bare = [_word(fused[1])] if fused else []
            others = [*bare, *map(_word, _otherwise(word))]
            yield [_word(word), *(one for one in others if one.key != "abu")]  # Aleppo is nobody's father


# A letter that languages read otherwise: Turkish Cemil and Cevdet, German Jussuf, Russian Хасан.
_OTHERWISE = [(re.compile(pattern), into) for pattern, into in (
    ("c(?![hk])", "j"), ("v", "w"), ("^j(?=[uo])", "y"), ("x", "h"),
)]  # fmt: skip


def _otherwise(word: str) -> list[str]:
    """Return how else a word may be read, by the language of whoever wrote it."""
    read = [pattern.sub(into, word) for pattern, into in _OTHERWISE]
    both = _OTHERWISE[1][0].sub("w", read[0])
    return [one for one in dict.fromkeys([*read, both]) if one != word]


def _is_article(word: str, following: str) -> bool:
    """Say whether a word belongs to the next: bin Ali, al-Ali, ash-Shami."""
    return word in _SON_OF or word in _ARTICLE or (word in _SUN_ARTICLE and following.startswith(word[1:]))


def _servant(name: str) -> Word:
    """Return abd + name as one word: Abdel Salam, Abdussalam."""
    one = _word(name)
    # Allah keeps its l whatever vowel is written before it.
    key = re.sub("^[au](?=la$)", "", one.key)
    return Word("abd" + key, "abd" + one.sound, arabic=False)


# Vowels are written as the writer heard them, so they are kept apart only as far as u and the rest.
_KEY_RULES = [
    (re.compile(pattern), into)
    for pattern, into in (
        ("(?:iyya|iya|iyye|iye|ia)h?$|iyeh$", "ya"),
        ("dsch", "j"), ("tsch|sch|sh|tch|ch", "S"), ("gu(?=[ei])", "g"),
        ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("dj", "j"),
        ("[qcx]|ck", "k"), ("p", "b"), ("v", "f"),
        ("aou|a[wu](?![aeiouy])|au|ow(?![aeiouy])|ou|oo|o", "u"),
        ("(?<!^)y(?![aeiou])", "a"),
        ("[aei]+", "a"),
        ("(?<=[au])h$", ""),
        (r"(.)\1+", r"\1"),
    )
]  # fmt: skip


def _word(written: str) -> Word:
    key = written
    for pattern, into in _KEY_RULES:
        key = pattern.sub(into, key)
    return Word(key, sounds.of_latin(written), arabic=False)
