"""What two spellings of one word have in common: no case, no marks, one form of each letter."""

import re
import unicodedata

from publishing.search import letters as alphabet
from publishing.text import DIGITS

ARABIC = re.compile(r"[\u0621-\u064a]+")
# A letter of neither alphabet says nothing, and does not end the word that it stands in.
UNKNOWN = re.compile(r"[^\W\d_a-z\u0621-\u064aە]")
# PDFs turn the lam and the alef of the article: «األسد» for «الأسد», «االخرس» for «الأخرس».
TURNED = re.compile(r"(?<![\u0621-\u064a])([وفبك]?)اال")
# Kurdish writes the short a: بەشار ئەسەد. At the end of a word it is the ending ة.
SORANI = re.compile("(?<![\u0621-\u064a])ئ[ەا]")
SHORT_A = re.compile("ە(?=[\u0621-\u064aە])")
WORD = re.compile(r"[\u0621-\u064a]+|[a-z]+|[0-9]+")


def bare(text: str) -> str:
    """Return the text with ASCII digits, without marks, case and invisible characters (NFKD)."""
    spread = unicodedata.normalize("NFKD", text.translate(DIGITS)).casefold()
    return "".join(c for c in spread if unicodedata.category(c) not in {"Mn", "Me", "Cf", "Cc", "Cs"})


def letters(text: str) -> str:
    """Return the text with one form of each letter, for keys of names and words of passages."""
    plain = (
        bare(SORANI.sub("ا", text)).translate(alphabet.ARABIC).replace("дж", "ж").translate(alphabet.CYRILLIC)
    )
    plain = UNKNOWN.sub("", plain.translate(alphabet.LATIN))
    return TURNED.sub(r"\1الا", SHORT_A.sub("", plain).replace("ە", "ه"))


def is_arabic(word: str) -> bool:
    return bool(ARABIC.match(word))
