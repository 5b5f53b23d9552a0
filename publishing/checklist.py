"""The checklist before publishing: every rule of a kind with what it found, in four groups."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from publishing.kinds import GROUPS, Kind, Problem, Rule

Address = Callable[[str], str]


@dataclass(frozen=True)
class Found:
    """What a rule found, and where an editor mends it."""

    message: str | Promise
    url: str
    warning: bool


@dataclass(frozen=True)
class Item:
    rule: Rule
    state: str  # done, missing, warned, idle
    found: list[Found]


@dataclass(frozen=True)
class Group:
    title: str | Promise
    items: list[Item]


def checklist(
    kind: Kind, problems: list[Problem], idle: set[str], address: Address, pages: Mapping[str, str]
) -> list[Group]:
    """Return the groups in their order. `pages` names rules that are answered on a page of their own."""
    by_rule: dict[str, list[Found]] = {}
    for problem in problems:
        url = pages.get(problem.rule) or address(problem.claim)
        found = Found(problem.message, url, problem.warning)
        by_rule.setdefault(problem.rule, []).append(found)
    items = [_item(rule, by_rule.get(rule.code, []), idle) for rule in kind.rules()]
    return [
        Group(title, [item for item in items if item.rule.group == group])
        for group, title in GROUPS.items()
        if any(item.rule.group == group for item in items)
    ]


def _item(rule: Rule, found: list[Found], idle: set[str]) -> Item:
    if found:
        return Item(rule, "warned" if all(one.warning for one in found) else "missing", found)
    return Item(rule, "idle" if rule.code in idle else "done", [])
