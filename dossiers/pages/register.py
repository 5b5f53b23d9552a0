"""The facets of the register: what the list of files can be narrowed by, with counts for the choice made."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dossiers import vocabularies as v
from publishing.bilingual import Text, Vocabulary
from publishing.pages.lists import Asked, Chosen, ListAddress
from publishing.pages.reading import Together, all_counts, things

FACETS: dict[str, tuple[str | Promise, Vocabulary | None]] = {
    "status": (_("Legal status"), v.LEGAL_STATUSES),
    "country": (_("Country or body"), v.JURISDICTIONS),
    "institution": (_("Institution"), None),
    "rank": (_("Rank"), v.RANKS),
    "mode": (_("Part in the crimes"), v.MODES),
    "conduct": (_("Acts"), v.CONDUCTS),
    "category": (_("Legal category"), v.CATEGORIES),
    "governorate": (_("Governorate of a crime"), v.GOVERNORATES),
    "year": (_("Year of a crime"), None),
}
FREE = {"institution": re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*"), "year": re.compile("[0-9]{4}")}
FILES = ListAddress(
    "register",
    {name: FREE[name] if vocabulary is None else vocabulary for name, (_label, vocabulary) in FACETS.items()},
)
# What happened, where and when, and the person's part in it are asked of one and the same incident; the legal
# status is the person's, and that of the proceedings over the incident once one of these is asked for too.
INCIDENT = Together(("mode", "conduct", "category", "governorate", "year"), with_them="status")
MOST = 12  # values of a facet without a vocabulary before those of one file only are left out


@dataclass(frozen=True)
class Value:
    code: str
    label: str | Text
    count: int
    chosen: bool


@dataclass(frozen=True)
class FacetView:
    name: str
    label: str | Promise
    values: list[Value]  # those chosen first

    @property
    def chosen(self) -> bool:
        return any(value.chosen for value in self.values)


def require_institutions(choice: Chosen) -> None:
    """Raise Http404 when the choice names an institution that no published file names."""
    codes = choice.get("institution", [])
    if codes and things("institution", codes).count() != len(codes):
        raise Http404


def facets(choice: Chosen) -> list[FacetView]:
    """Return every facet that has a value for this choice, those chosen first."""
    found = dict(all_counts("dossier", choice, INCIDENT))
    for name, codes in choice.items():
        found[name] = {**dict.fromkeys(codes, 0), **found.get(name, {})}
    places = _institutions(found.get("institution", {}))
    views = []
    for name, (label, vocabulary) in FACETS.items():
        numbers = found.get(name, {})
        labels = places if name == "institution" else vocabulary
        values = [
            Value(code, labels[code] if labels else code, numbers[code], code in choice.get(name, ()))
            for code in _order(numbers, labels)
        ]
        if vocabulary is None and len(values) > MOST:
            # Of the many years and institutions only those that lead to more than one file: the others
            # are found by searching, and on the pages of institutions.
            values = [value for value in values if value.count > 1 or value.chosen]
        if values:
            views.append(FacetView(name, label, sorted(values, key=lambda value: not value.chosen)))
    return sorted(views, key=lambda view: not view.chosen)


def _order(numbers: dict[str, int], labels: Vocabulary | dict[str, Text] | None) -> Iterable[str]:
    """Return codes in the order of their vocabulary; institutions by number, years by year."""
    if isinstance(labels, Vocabulary):
        return [code for code in labels if code in numbers]
    if labels is None:
        return sorted(numbers)
    return sorted(numbers, key=lambda code: (-numbers[code], code))


def _institutions(numbers: dict[str, int]) -> dict[str, Text]:
    rows = things("institution", numbers)
    names = {row.key: Text(row.title_ar, row.title_en) for row in rows}
    return {code: names.get(code, Text(code, code)) for code in numbers}


def narrowed(asked: Asked) -> list[tuple[str, str]]:
    """Return (label, address without it) of each value chosen."""
    places = _institutions(dict.fromkeys(asked.chosen.get("institution", ()), 0))

    def label(name: str, code: str) -> str | Text:
        vocabulary = FACETS[name][1]
        return places[code] if name == "institution" else vocabulary[code] if vocabulary else code

    return asked.narrowed(label)
