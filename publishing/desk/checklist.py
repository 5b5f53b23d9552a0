"""The checklist before publishing: every rule of a kind with what it found, in four groups."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from publishing.bilingual import Words
from publishing.kinds import GROUPS, Kind, Problem, Rule

Address = Callable[[str], str]


@dataclass(frozen=True)
class ProblemLink:
    """What a rule found, and where an editor mends it."""

    rule: str
    message: Words
    url: str
    warning: bool


@dataclass(frozen=True)
class Item:
    rule: Rule
    state: str  # done, missing, warned, idle
    found: list[ProblemLink]


@dataclass(frozen=True)
class Group:
    title: str | Promise
    items: list[Item]


def locate(problems: list[Problem], address: Address, pages: Mapping[str, Address]) -> list[ProblemLink]:
    """Return where each problem is mended. `pages` names rules that are answered on pages of their own."""
    return [ProblemLink(p.rule, p.message, pages.get(p.rule, address)(p.claim), p.warning) for p in problems]


def checklist(kind: Kind, found: list[ProblemLink], idle: set[str]) -> list[Group]:
    """Return the four groups in their order, each rule with what it found."""
    items = [_item(rule, [one for one in found if one.rule == rule.code], idle) for rule in kind.desk.rules()]
    return [
        Group(title, [item for item in items if item.rule.group == group])
        for group, title in GROUPS.items()
        if any(item.rule.group == group for item in items)
    ]


def _item(rule: Rule, found: list[ProblemLink], idle: set[str]) -> Item:
    if found:
        return Item(rule, "warned" if all(one.warning for one in found) else "missing", found)
    return Item(rule, "idle" if rule.code in idle else "done", [])
