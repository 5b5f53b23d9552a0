"""The publishing rules of domain.md §6: one function each, on frozen content and its grounds.

To add a rule, write a generator of Problems under `@rule(code, title, group)` in the module of its letter,
and beside the others a test that it allows and one that it refuses or warns. `manage.py publishing_rules`
lists them all.
"""

from dossiers.rules import harm, limits, publication, scripts, sources, words
from dossiers.rules.registry import DOSSIER, NEWS, Candidate, all_rules, check, not_needed, rules_of

__all__ = [
    "DOSSIER",
    "NEWS",
    "Candidate",
    "all_rules",
    "check",
    "harm",
    "limits",
    "not_needed",
    "publication",
    "rules_of",
    "scripts",
    "sources",
    "words",
]
