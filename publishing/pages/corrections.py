"""The register of corrections: every edition that mended, withdrew or erased something (domain.md K1)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, TypedDict

from django.db.models import QuerySet

from publishing.bilingual import BLANK, Pair, Text, in_both
from publishing.models import Edition
from publishing.pages import noting
from publishing.pages.addresses import both
from publishing.pages.reading import EditionView
from publishing.pages.tables import Row, Table
from publishing.schema import Day
from publishing.vocabulary import AskedBy, Change, Reason, Severity

MENDING = (Change.CORRECTION, Change.WITHDRAWAL, Change.REDACTION)


@dataclass(frozen=True)
class Correction:
    """One public change of the record: what, when, why, and which editions it concerns."""

    public_id: str
    kind: str
    slug: str  # empty where nothing of the document is shown
    edition: EditionView
    severity: str
    asked_by: str
    reason: str
    erased: tuple[int, ...]

    @classmethod
    def of(cls, edition: Edition) -> "Correction":
        change = edition.read_header()["change"]
        view, hidden = EditionView.of(edition), edition.document.hidden_for is not None
        return cls(
            public_id=edition.document.public_id,
            kind=edition.document.kind,
            slug="" if hidden else edition.document.slug or "",
            # Of a hidden document a note may tell what its text told.
            edition=replace(view, note=BLANK) if hidden else view,
            severity=change["severity"],
            asked_by=change.get("asked_by", ""),
            reason=change["reason_code"] or "",
            erased=tuple(change.get("redacts", ())),
        )

    @property
    def compares(self) -> bool:
        """Say whether the editions before and after can be compared on a page."""
        mended = not (self.edition.tombstone or self.edition.redaction or self.edition.erased)
        return mended and self.kind == "dossier" and bool(self.slug) and self.edition.number > 1

    @property
    def who_asked(self) -> Text:
        return _label(AskedBy, self.asked_by)

    @property
    def why(self) -> Text:
        return _label(Reason, self.reason)

    @property
    def weight(self) -> Text:
        return _label(Severity, self.severity)


def _label(choices: Any, code: str) -> Text:
    return Text.of(in_both(choices(code).label)) if code else BLANK


def listed() -> QuerySet[Edition]:
    """Return every edition of the register."""
    noting.note(noting.RECORD)
    return (
        Edition.objects.filter(change__in=MENDING)
        .select_related("document__live")
        .defer("content", "document__live__content")
    )


def newest(limit: int) -> list[Correction]:
    return [Correction.of(row) for row in listed().order_by("-seq")[:limit]]


class CorrectionRow(TypedDict):
    number: Annotated[str, Text("رقم الوثيقة الدائم", "the permanent number of the document")]
    edition: Annotated[int, Text("الإصدار الذي صُحّح فيه", "the edition in which it was mended")]
    date: Annotated[Day, Text("يوم نشر هذا الإصدار", "the day of that edition")]
    change: Annotated[str, Text("رمز نوع التغيير", "the code of the kind of change")]
    severity: Annotated[str, Text("رمز درجة الخطأ (طفيف أو جوهري)", "the code of the weight of the error")]
    reason: Annotated[str, Text("رمز سبب السحب أو المحو", "the code of why it was withdrawn or erased")]
    note: Annotated[Pair, Text("الخطأ والصواب", "what was wrong and what is right")]
    edition_before: Annotated[
        int,
        Text(
            "الإصدار الذي قبله؛ وقد يكون الخطأ في ما سبقه أيضًا",
            "the edition before it; the error may be older",
        ),
    ]
    erased: Annotated[list[str], Text("أرقام الإصدارات التي مُحي نصها", "the editions whose text was erased")]
    asked_by: Annotated[
        str, Text("رمز صفة من طلب التصحيح، بلا اسم", "the code of the role of who asked for it, and no name")
    ]
    address: Annotated[Pair, Text("الرابط الذي يبيّن ما تغيّر", "the address that shows what changed")]


CODES: dict[str, Any] = {"changes": Change, "severities": Severity, "reasons": Reason, "asked_by": AskedBy}
TABLE = Table(
    "corrections",
    Text("التصحيحات وحالات السحب", "Corrections and withdrawals"),
    Text(
        "سطر لكل إصدار صحّح نصًا أو سحبه أو محاه",
        "a row for each edition that mended, withdrew or erased a text",
    ),
    CorrectionRow,
    codes=lambda: {
        name: {code: _label(choices, code) for code in choices.values} for name, choices in CODES.items()
    },
)


def rows() -> Iterator[Row]:
    """Yield the register as rows of a table, the oldest first."""
    for edition in listed().order_by("seq").iterator(chunk_size=100):
        one = Correction.of(edition)
        yield {
            "number": one.public_id,
            "edition": one.edition.number,
            "date": one.edition.published_at.date().isoformat(),
            "change": edition.change,
            "severity": one.severity,
            "reason": one.reason,
            "note": one.edition.note.pair,
            "edition_before": one.edition.number - 1,
            "erased": [str(number) for number in one.erased],
            "asked_by": one.asked_by,
            "address": _address(one),
        }


def _address(one: Correction) -> Pair:
    """Return where a reader sees what changed; the register itself for what is not shown."""
    if one.compares:
        return both("changes", one.slug, one.edition.number)
    return both("corrections")
