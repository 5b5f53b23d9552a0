"""The record as tables that other programs read: CSV, a CSV for spreadsheets, JSON Lines.

A table is a TypedDict whose fields say in both languages what they hold. From it come the columns, the JSON
Schema of a row and the page that explains them, so that none of these can differ from what is written.
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple, TextIO, TypedDict, get_args, get_type_hints

from publishing.bilingual import LANGUAGES, Pair, Text
from publishing.schema import LabelContent

Row = dict[str, Any]
Codes = Mapping[str, Mapping[str, Text]]  # the name of a vocabulary → code → what it means
BETWEEN = " | "  # the parts of a list in one cell
# What moves the text around it (Unicode UAX #9): a cell must not turn its neighbours round.
BIDI = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
FORMULA = tuple("=+-@＝＋－＠")
# What a spreadsheet takes for a date or shortens as a number: `2011-05`, `12-14`, a long docket number.
MISTAKEN = re.compile(r"\d{1,4}[-/.]\d{1,4}(?:[-/.]\d{1,4})?|0\d+|\d{12,}|\d+[eE]\d+")
WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Table:
    """A table: its name is that of its files.

    With `key`, the columns by which a thing is known, a thing is one row: the newest edition that names it
    says it.
    """

    name: str
    title: Text
    about: Text
    row: type
    key: tuple[str, ...] = ()
    codes: Callable[[], Codes] = dict  # what its codes mean, where an edition does not say it

    @property
    def fields(self) -> list["Field"]:
        hints = get_type_hints(self.row, include_extras=True)
        return [_field(name, hint) for name, hint in hints.items()]

    @property
    def columns(self) -> list[str]:
        return [column for field in self.fields for column in field.columns]


class Record(NamedTuple):
    """A row of a table."""

    table: Table
    row: Row


@dataclass(frozen=True)
class Field:
    """What a row says of one thing: a text in both languages has a column in each."""

    name: str
    about: Text
    columns: tuple[str, ...]


def _field(name: str, hint: Any) -> Field:
    kind, *said = get_args(hint)
    about = next(one for one in said if isinstance(one, Text))
    return Field(name, about, tuple(f"{name}_{lang}" for lang in LANGUAGES) if kind is Pair else (name,))


def cells(row: Row) -> list[str]:
    """Return a row as plain text, a cell for each column, each on one line."""
    found = []
    for value in row.values():
        match value:
            case {"ar": arabic, "en": english}:
                found += [_cell(arabic), _cell(english)]
            case list():
                found.append(BETWEEN.join(map(_cell, value)))
            case _:
                found.append(_cell(value))
    return found


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(BIDI.sub("", str(value)).split())


def guarded(cell: str) -> str:
    """Return a cell that a spreadsheet shows as it stands: it calculates nothing and mistakes nothing."""
    if cell.startswith(FORMULA) or (MISTAKEN.fullmatch(cell) and not WHOLE_DAY.fullmatch(cell)):
        return f"'{cell}"
    return cell


class Writer:
    """Writes the rows of one table in one form (RFC 4180: CRLF, quoted where needed)."""

    ending = ".csv"
    content_type = "text/csv; charset=utf-8; header=present"
    title = Text("CSV", "CSV")

    def __init__(self, out: TextIO, table: Table) -> None:
        self.out = out
        self._csv = csv.writer(out, lineterminator="\r\n")
        self.begin(table)

    def begin(self, table: Table) -> None:
        self._csv.writerow(table.columns)

    def write(self, row: Row) -> None:
        self._csv.writerow(cells(row))


class SpreadsheetWriter(Writer):
    """The same for Excel and its like: with a byte order mark, or Arabic letters become signs."""

    ending = ".excel.csv"
    title = Text("CSV لبرنامج Excel", "CSV for Excel")

    def begin(self, table: Table) -> None:
        self.out.write("\ufeff")
        super().begin(table)

    def write(self, row: Row) -> None:
        self._csv.writerow([guarded(cell) for cell in cells(row)])


class LineWriter(Writer):
    """A JSON object a line, texts in both languages as the editions have them."""

    ending = ".jsonl"
    content_type = "application/jsonl; charset=utf-8"
    title = Text("JSON Lines", "JSON Lines")

    def begin(self, table: Table) -> None:
        pass

    def write(self, row: Row) -> None:
        self.out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


WRITERS: tuple[type[Writer], ...] = (Writer, SpreadsheetWriter, LineWriter)


class LabelRow(TypedDict):
    vocabulary: Annotated[str, Text("قائمة المفردات", "the vocabulary")]
    code: Annotated[str, Text("الرمز كما يرد في الجداول الأخرى", "the code as the other tables have it")]
    label: Annotated[Pair, Text("تسميته", "its label")]


LABELS = Table(
    "labels",
    Text("تسميات الرموز", "Labels of codes"),
    Text("معنى كل رمز يرد في الجداول الأخرى", "what each code in the other tables means"),
    LabelRow,
    key=("vocabulary", "code"),
)


def labels(listed: Iterable[LabelContent]) -> Iterator[Record]:
    """Yield the labels that an edition carries."""
    for one in listed:
        yield _label(one["vocabulary"], one["code"], Text(one["ar"], one["en"]))


def meanings(table: Table) -> Iterator[Record]:
    """Yield what the codes of a table mean that no edition explains."""
    for vocabulary, codes in table.codes().items():
        for code, text in codes.items():
            yield _label(vocabulary, code, text)


def _label(vocabulary: str, code: str, text: Text) -> Record:
    return Record(LABELS, {"vocabulary": vocabulary, "code": code, "label": text.pair})
