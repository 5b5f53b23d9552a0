"""Texts and labels in both languages."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.utils.translation import get_language


class Label(NamedTuple):
    en: str
    ar: str

    def __str__(self) -> str:
        return self.en if get_language() == "en" else self.ar


class Vocabulary(Mapping[str, Label]):
    """An ordered mapping from code to Label."""

    def __init__(self, table: str) -> None:
        rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
        self._labels = {code: Label(en, ar) for code, en, ar in rows}

    def __getitem__(self, code: str) -> Label:
        return self._labels[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._labels)

    def __len__(self) -> int:
        return len(self._labels)

    def choices(self) -> list[tuple[str, str]]:
        """Return (code, label in the active language) of every code, in order."""
        return [(code, str(label)) for code, label in self.items()]
