"""Which publishing rules there are, and what they look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise

from dossiers.pages.dossier import Dossier
from dossiers.rules.wording import linter
from dossiers.status import SETTLED
from publishing import kinds
from publishing.canonical import Content
from publishing.kinds import Occasion, Problem

DOSSIER, NEWS = "dossier", "news"


@dataclass(frozen=True)
class Candidate:
    """What is checked: the content, what only the desk knows of it, and the occasion."""

    content: Content
    grounds: Content
    occasion: Occasion
    kind: str = DOSSIER

    @cached_property
    def dossier(self) -> Dossier:
        """The content as pages read it; a news item has none."""
        return Dossier(self.content)

    @property
    def status(self) -> str:
        return self.dossier.status_code


Check = Callable[[Candidate], Iterator[Problem]]


@dataclass(frozen=True)
class CheckedRule(kinds.Rule):
    check: Check | None = None  # None: held by the verbs or by the freezing itself
    applies_to: tuple[str, ...] = (DOSSIER,)


_rules: dict[str, CheckedRule] = {}


def rule(
    code: str, title: Promise, group: str, warning: bool = False, applies_to: tuple[str, ...] = (DOSSIER,)
) -> Callable[[Check], Check]:
    """Register a rule under its code in domain.md §6."""

    def add(function: Check) -> Check:
        _rules[code] = CheckedRule(code, title, group, warning, function, applies_to)
        return function

    return add


def enforced_elsewhere(
    code: str, title: Promise, group: str, applies_to: tuple[str, ...] = (DOSSIER,)
) -> None:
    """Name a rule that the verbs or the freezing hold, so that the checklist can show it."""
    _rules[code] = CheckedRule(code, title, group, warning=False, applies_to=applies_to)


def check(candidate: Candidate) -> list[Problem]:
    """Return every reason why this content may not be published, or needs a reason first.

    A function that holds several rules is asked once; the problems come in the order of the rules.
    """
    held_here = {row.code: place for place, row in enumerate(rules_of(candidate.kind))}
    checks = dict.fromkeys(row.check for row in rules_of(candidate.kind) if row.check)
    found = [problem for one in checks for problem in one(candidate) if problem.rule in held_here]
    return sorted(found, key=lambda problem: held_here[problem.rule])


def rules_of(kind: str) -> list[CheckedRule]:
    """Return the rules of a kind of document, in the order of domain.md."""
    return [row for row in all_rules() if kind in row.applies_to]


def not_needed(candidate: Candidate) -> set[str]:
    """Return the codes of rules that have nothing to say of this dossier, for the checklist."""
    dossier, grounds = candidate.dossier, candidate.grounds
    modes = {role.mode_code for crime in dossier.crimes for role in crime.roles}
    categories = {row.category_code for crime in dossier.crimes for row in crime.qualifications}
    needed = {
        "P6": candidate.status not in SETTLED,
        "P7": any(mode.startswith("ml.command_") for mode in modes),
        "P9": any(code.startswith(("wc.", "gen.")) for code in categories),
        "P10": any(mode.startswith("link.") for mode in modes),
        "P11": candidate.occasion.first,
        "P15": bool(dossier.portrait),
        "P17": bool(grounds["requests"]),
        "S2": "leaked_doc" in {source.kind_code for source in dossier.sources},
        "S6": bool({"red_notice", "diffusion", "un_notice"} & {row.type_code for row in dossier.actions}),
        "C2": any(code != "normal" for code in grounds["sensitivity"].values()),
        "W2": candidate.status in linter.CONVICTED,
    }
    return {code for code, there in needed.items() if not there}


def all_rules() -> list[CheckedRule]:
    """Return every rule, in the order of domain.md."""
    return sorted(_rules.values(), key=lambda row: ("PSCW".index(row.code[0]), int(row.code[1:])))
