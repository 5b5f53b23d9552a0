"""P21: no letter of a name or a word is of another script than it looks."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from dossiers.rules.reading import texts
from dossiers.rules.registry import DOSSIER, NEWS, Candidate, rule
from publishing.bilingual import Message
from publishing.kinds import Problem
from publishing.scripts import SCRIPTS, mixed_words, strangers


@rule(
    "P21",
    gettext_lazy("Every name and every word is written in one script"),
    "law",
    warning=True,
    applies_to=(DOSSIER, NEWS),
)
def a_name_is_of_one_script(candidate: Candidate) -> Iterator[Problem]:
    """A Cyrillic “А” looks like an A, and whoever searches for the name does not find it."""
    for name in candidate.content.get("names", []):
        for letter in strangers(name["text"], SCRIPTS[name["lang"]])[:1]:
            yield _problem(name["text"], letter, name["key"])
    for _where, pair, claim in texts(candidate.content):
        for text in pair.values():
            for word, letter in mixed_words(text):
                yield _problem(word, letter, claim)


def _problem(word: str, letter: str, claim: str) -> Problem:
    message = _(
        "“%(word)s”: “%(letter)s” (%(code)s) is a letter of another script. Type it again, or say why it "
        "stands there."
    )
    values = {"word": word, "letter": letter, "code": f"U+{ord(letter):04X}"}
    return Problem("P21", Message(message, values), claim, warning=True)
