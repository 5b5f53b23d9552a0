"""Texts, labels and messages in both languages, and which of the two is being read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypedDict

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, override

LANGUAGES = ("ar", "en")
OTHER = {"ar": "en", "en": "ar"}
DIRECTION = {"ar": "rtl", "en": "ltr"}


def reader_language() -> str:
    """Return the language of this page, or of this person's desk: English if it is that, else Arabic."""
    return "en" if get_language() == "en" else "ar"


class Pair(TypedDict):
    """A text in both languages as editions and lists keep it."""

    ar: str
    en: str


@dataclass(frozen=True)
class Text:
    """A text in both languages. str() is the reader's; `other` is the same in the other language."""

    ar: str
    en: str

    @classmethod
    def of(cls, pair: Pair | Mapping[str, str] | None) -> "Text":
        return cls(pair["ar"], pair["en"]) if pair else BLANK

    @property
    def pair(self) -> Pair:
        return {"ar": self.ar, "en": self.en}

    @property
    def lang(self) -> str:
        """The language that str() is in: the reader's, or the other if there is none in it."""
        here = reader_language()
        return here if getattr(self, here) else OTHER[here]

    @property
    def dir(self) -> str:
        return DIRECTION[self.lang]

    @property
    def other(self) -> str:
        return str(getattr(self, OTHER[reader_language()]))

    def __iter__(self) -> Iterator[str]:
        return iter((self.ar, self.en))

    def __str__(self) -> str:
        return str(getattr(self, self.lang))

    def __bool__(self) -> bool:
        return bool(self.ar or self.en)


BLANK = Text("", "")


class Vocabulary(Mapping[str, Text]):
    """An ordered mapping from code to label."""

    def __init__(self, table: str) -> None:
        rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
        self._labels = {code: Text(ar, en) for code, en, ar in rows}

    def __getitem__(self, code: str) -> Text:
        return self._labels[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._labels)

    def __len__(self) -> int:
        return len(self._labels)

    def choices(self) -> list[tuple[str, str]]:
        """Return (code, label in the active language) of every code, in order."""
        return [(code, str(label)) for code, label in self.items()]


@dataclass(frozen=True)
class Message:
    """A sentence for people, translated when it is shown: its English as the catalogue knows it, and what
    stands in its places. A value may itself be a text in both languages or a message."""

    id: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        sentence = gettext(self.id)
        return (
            sentence % {name: str(value) for name, value in self.values.items()} if self.values else sentence
        )


@dataclass(frozen=True)
class Series:
    """Several texts or messages one after another, with what the reader's language sets between them."""

    parts: Sequence[Any]
    between: str = " · "  # as the catalogue knows it, where it is not the same in both languages

    def __str__(self) -> str:
        return gettext(self.between).join(text for part in self.parts if (text := str(part)))


Words = Text | Message | Series  # what str() turns into words of the reader's language


def in_both(words: Words | Promise) -> Pair:
    """Return words as they are kept: in both languages."""
    with override("ar"):
        ar = str(words)
    with override("en"):
        return {"ar": ar, "en": str(words)}
