"""W1 to W7 of domain.md §6: the words for a legal status."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from dossiers import vocabularies as v
from dossiers.rules.reading import own_voice, short
from dossiers.rules.registry import DOSSIER, NEWS, Candidate, rule
from dossiers.rules.wording import linter
from dossiers.rules.wording.agreement import differences
from publishing.bilingual import Message
from publishing.kinds import Problem

# A text of an action keeps to what that action is, whatever stands in another case.
STATUS_OF_ACTION = {
    "sanction": "sanctioned",
    "complaint": "suspect",
    "investigation": "suspect",
    "warrant": "wanted",
    "arrest": "detained",
    "indictment": "charged",
    "trial": "on_trial",
}


def status_of(candidate: Candidate, where: tuple[Any, ...]) -> str:
    """Return the legal status or basis that the words at this place must keep to."""
    headline = candidate.status
    if where[0] == "actions":
        return STATUS_OF_ACTION.get(candidate.content["actions"][int(where[1]) - 1]["type"], headline)
    if where[0] != "crimes":
        return headline
    crime = candidate.dossier.crimes[int(where[1]) - 1]
    proved = any(role.assessment_code == "court_established" for role in crime.roles)
    if len(where) > 3 and where[2] == "roles":
        role = crime.roles[int(where[3]) - 1]
        if role.mode_code.startswith("link."):
            return role.mode_code
        proved = role.assessment_code == "court_established"
    # A conviction in one case does not make the words of another true.
    return "charged" if headline in linter.CONVICTED and not proved else headline


def linted(candidate: Candidate) -> Iterator[tuple[linter.WordFinding, str]]:
    """Yield every finding of the linter with the claim that it is about."""
    for where, pair, claim in own_voice(candidate):
        for lang in ("ar", "en"):
            status = status_of(candidate, where) if candidate.kind == DOSSIER else news_status(candidate)
            for finding in linter.lint(pair[lang], lang, status):
                if candidate.kind == DOSSIER or candidate.content["dossiers"] or finding.of_character:
                    yield finding, claim


def news_status(candidate: Candidate) -> str:
    """Return the mildest legal status among the people a news item names."""
    order = ["none", *(code for code in v.LEGAL_STATUSES if code != "none")]
    statuses: list[str] = candidate.grounds.get("statuses") or ["none"]
    return min(statuses, key=order.index)


MENDED_BY_A_REASON = {"W4", "W6"}


@rule("W1", gettext_lazy("The words keep to the legal status"), "law", applies_to=(DOSSIER, NEWS))
@rule("W2", gettext_lazy("A conviction names court, date and finality"), "law")
@rule("W4", gettext_lazy("No words about character"), "law", warning=True, applies_to=(DOSSIER, NEWS))
@rule(
    "W6",
    gettext_lazy("Nicknames have somebody who uses them"),
    "law",
    warning=True,
    applies_to=(DOSSIER, NEWS),
)
def the_linter_finds_nothing(candidate: Candidate) -> Iterator[Problem]:
    for finding, claim in linted(candidate):
        message = _("“%(word)s”: %(why)s %(instead)s")
        values = {"word": finding.word, "why": finding.why, "instead": finding.instead}
        yield Problem(finding.rule, Message(message, values), claim, finding.rule in MENDED_BY_A_REASON)


@rule(
    "W3",
    gettext_lazy("Both languages state the same legal standing"),
    "languages",
    applies_to=(DOSSIER, NEWS),
)
def both_languages_state_the_same(candidate: Candidate) -> Iterator[Problem]:
    for _where, pair, claim in own_voice(candidate):
        if all(pair.values()) and not linter.same_row(pair["ar"], pair["en"]):
            message = _("“%(text)s”: the Arabic and the English do not state the same legal standing.")
            yield Problem("W3", Message(message, {"text": short(pair)}), claim)


@rule(
    "W7",
    gettext_lazy("Both languages give the same numbers, dates, courts and attributions"),
    "languages",
    warning=True,
    applies_to=(DOSSIER, NEWS),
)
def both_languages_give_the_same(candidate: Candidate) -> Iterator[Problem]:
    """What only one of the two says is named; W3 refuses another legal standing."""
    for _where, pair, claim in own_voice(candidate):
        if not all(pair.values()):
            continue
        for one in differences(pair["ar"], pair["en"]):
            message = {
                "ar": _(
                    "“%(text)s”: only the Arabic has %(what)s (“%(word)s”). Mend one of them, or say why."
                ),
                "en": _(
                    "“%(text)s”: only the English has %(what)s (“%(word)s”). Mend one of them, or say why."
                ),
            }[one.only]
            values = {"text": short(pair), "what": one.what, "word": one.word}
            yield Problem("W7", Message(message, values), claim, warning=True)


@rule("W5", gettext_lazy("The file says when its status was checked"), "law")
def the_file_says_when_it_was_checked(candidate: Candidate) -> Iterator[Problem]:
    """The page itself always shows the presumption of innocence and the way to a correction."""
    if not candidate.content["checked"]:
        yield Problem(
            "W5",
            Message(_("Give the day on which the legal status was checked. The page shows it.")),
            "checked_on",
        )
