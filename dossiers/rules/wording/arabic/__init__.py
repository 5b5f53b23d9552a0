"""The Arabic words of the linter, with the prefixes and suffixes that Arabic joins to them.

Words are compared without vowel marks, tatweel and the seats of hamza, so «أُدين» and «ادين» are one
form. The verb and the noun that share that form are told apart by the words beside them.
"""

from functools import lru_cache

from dossiers.rules.wording.arabic import words
from dossiers.rules.wording.arabic.terms import TERMS
from dossiers.rules.wording.lexicon import Lexicon
from dossiers.rules.wording.terms import Sentence, asks, tokens, unmarked

__all__ = ("LEXICON", "TERMS", "fold", "read", "words")

LEXICON = Lexicon(TERMS)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return a word without vowel marks, tatweel and the seats of hamza."""
    return unmarked(word).lower()


def read(text: str, offset: int) -> Sentence:
    """Return a sentence in tokens; `offset` is where it begins in the whole text."""
    word = r"[\w\u064b-\u0655\u0670\u0640]+"
    return Sentence(
        "ar",
        tokens(
            text,
            offset,
            word,
            fold,
            "لكن|لكنه|لكنها|ولكن|ولكنه|بل|الا|اما|وقد|وكان|وهو|وانما|انما|فهو|فهي|وهي|فقد|اذ|لان|لانه|بينما|فيما|غير|"
            "والرجل|والضابط|واللواء|والعميد|والعقيد|والرائد|والنقيب|والمقدم|والملازم|والرقيب|والوزير|والقائد",
        ),
        asks(text),
    )
