"""The English words of the linter."""

from functools import lru_cache

from dossiers.rules.wording.english import words
from dossiers.rules.wording.english.terms import TERMS
from dossiers.rules.wording.lexicon import Lexicon
from dossiers.rules.wording.terms import Sentence, asks, tokens, unmarked

__all__ = ("LEXICON", "TERMS", "fold", "read", "words")

LEXICON = Lexicon(TERMS)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    return unmarked(word).lower().replace("’", "'")


def read(text: str, offset: int) -> Sentence:
    """Return a sentence in tokens; `offset` is where it begins in the whole text."""
    word = r"[^\W_]+(?:['’-][^\W_]+)*['’]?"
    return Sentence(
        "en", tokens(text, offset, word, fold, "but|however|whereas|although|though|while"), asks(text)
    )
