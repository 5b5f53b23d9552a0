"""What two spellings of one word have in common: no case, no marks, one form of each letter."""

import re
import unicodedata

from publishing.text import DIGITS

# Letters of one sound, and letters of other languages that Arabic keyboards and sources use.
ARABIC_LETTERS = str.maketrans(
    {
        **dict.fromkeys("ىیېے", "ي"),
        **dict.fromkeys("ةەہۀ", "ه"),
        **dict.fromkeys("کگڪ", "ك"),
        "ٱ": "ا",
        "پ": "ب",
        "چ": "ج",
        "ژ": "ز",
        "ڤ": "ف",
        "ء": None,
        "ـ": None,
    }
)
# Letters that have no decomposition, and the signs that transliterations write for ء and ع.
LATIN_LETTERS = str.maketrans(
    {
        **dict.fromkeys("ʿʾ'’‘`´ʻʼ", None),
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
    }
)
ARABIC = re.compile(r"[\u0621-\u064a]+")
WORD = re.compile(r"[\u0621-\u064a]+|[a-z]+|[0-9]+")


def bare(text: str) -> str:
    """Return the text with ASCII digits, without marks, case and invisible characters (NFKD)."""
    spread = unicodedata.normalize("NFKD", text.translate(DIGITS)).casefold()
    return "".join(c for c in spread if unicodedata.category(c) not in {"Mn", "Me", "Cf", "Cc", "Cs"})


def letters(text: str) -> str:
    """Return the text with one form of each letter, for keys of names and words of passages."""
    return bare(text).translate(ARABIC_LETTERS).translate(LATIN_LETTERS)


def is_arabic(word: str) -> bool:
    return bool(ARABIC.match(word))
