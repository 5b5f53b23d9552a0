"""In which script a letter is written: «Аli» with a Cyrillic А looks like Ali, and no search finds it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

ARABIC, LATIN = "ARABIC", "LATIN"
# Languages of a text, and the scripts that a name says it is in (domain.md §3).
SCRIPTS = {"ar": ARABIC, "en": LATIN, "Latn": LATIN}
WRITE_IN = {
    ARABIC: _("Write it in Arabic letters."),
    LATIN: _("Write it in Latin letters."),
}


@cache
def script_of(character: str) -> str:
    """Return the script of a letter as its Unicode name begins; nothing for a sign, mark or digit.

    Modifier letters, such as ʿ of a transliteration, go with every script.
    """
    category = unicodedata.category(character)
    if category[0] != "L" or category == "Lm":
        return ""
    return unicodedata.name(character, "UNKNOWN").partition(" ")[0]


def refuse_another_script(rows: Iterable[tuple[str, str, str]]) -> None:
    """Take fields, their texts and languages. Raise ValidationError for texts wholly in another script."""
    errors = {}
    for field, text, lang in rows:
        found = {script_of(character) for character in text} - {""}
        if found and SCRIPTS[lang] not in found:
            errors[field] = WRITE_IN[SCRIPTS[lang]]
    if errors:
        raise ValidationError(errors)


def strangers(text: str, script: str) -> list[str]:
    """Return the letters of a text that are not of this script, each once."""
    return list(dict.fromkeys(c for c in text if script_of(c) not in {"", script}))


def mixed_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word that mixes scripts, with its first letter that is neither Latin nor Arabic.

    An Arabic «و» or «الـ» stands before a Latin name without a blank, so these two may meet.
    """
    for word in re.findall(r"\w+", text):
        scripts = {script_of(character) for character in word} - {""}
        if len(scripts) > 1 and scripts != {ARABIC, LATIN}:
            yield word, next(c for c in word if script_of(c) not in {"", ARABIC, LATIN})
