"""Recompute the whole record and name every edition that is not what it was."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import DatabaseError
from django.db.models import OuterRef, Subquery

from publishing.canonical import NotCanonical, canonical, content_digest, digest
from publishing.ledger import STATUS
from publishing.models import Document, Edition, Ledger, Redaction
from publishing.vocabulary import State

CHUNK = 500
RELATED = ("document", "previous", "ledger_previous", "submission")
UNREAD = ("previous__content", "previous__header", "ledger_previous__content", "ledger_previous__header")


@dataclass(frozen=True)
class Finding:
    """Something wrong: with the edition at `seq`, or with the record as a whole (0)."""

    seq: int
    name: str
    what: str

    def __str__(self) -> str:
        return f"seq {self.seq} ({self.name}): {self.what}"


def verify(head: tuple[int, str] | None = None) -> Iterator[Finding]:
    """Yield what is changed, missing, reordered or cut off; nothing if the record is intact.

    `head` is a (seq, header digest) noted elsewhere before: with it, a record that was rewritten
    as a whole is found too.
    """
    redacted = dict(Redaction.objects.values_list("edition_id", "by_id"))
    expected, last_digest = 1, None
    last_numbers: dict[int, int] = {}
    for pk, edition in _editions():
        if edition is None:
            yield Finding(expected, f"row {pk}", "cannot be read: a changed byte is not text")
            expected, last_digest = expected + 1, "unreadable"
            continue
        name = f"{edition.document.public_id}/{edition.number}"
        if edition.seq != expected:
            yield Finding(expected, name, f"missing or reordered: found seq {edition.seq} in its place")
        if last_digest != "unreadable" and _link(edition) != last_digest:
            yield Finding(edition.seq, name, "is not chained to the edition before it in the ledger")
        if edition.number != last_numbers.get(edition.document_id, 0) + 1:
            yield Finding(edition.seq, name, "the edition before it is missing")
        if head and edition.seq == head[0] and edition.header_digest != head[1]:
            yield Finding(edition.seq, name, "is not the edition that the given head names")
        for what in _wrong(edition, redacted):
            yield Finding(edition.seq, name, what)
        expected, last_digest = edition.seq + 1, edition.header_digest
        last_numbers[edition.document_id] = edition.number
    yield from _ends(expected - 1, last_digest, head)


def _editions() -> Iterator[tuple[int, Edition | None]]:
    """Yield (row, edition) by seq; None for a row that the database cannot return as text."""
    keys = list(Edition.objects.order_by("seq").values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        try:
            found = Edition.objects.select_related(*RELATED).defer(*UNREAD).in_bulk(chunk)
        except DatabaseError:
            found = {pk: row for pk in chunk if (row := _one(pk))}
        for pk in chunk:
            yield pk, found.get(pk)


def _one(pk: int) -> Edition | None:
    try:
        return Edition.objects.select_related(*RELATED).filter(pk=pk).first()
    except DatabaseError:
        return None


def _link(edition: Edition) -> str | None:
    return edition.ledger_previous.header_digest if edition.ledger_previous else None


def _wrong(edition: Edition, redacted: dict[int, int]) -> Iterator[str]:
    """Yield what is wrong inside one edition."""
    try:
        header = json.loads(edition.header)
        if canonical(header).decode() != edition.header or digest(header) != edition.header_digest:
            yield "the header is not the one that was published"
    except (ValueError, NotCanonical):
        yield "the header is not the one that was published"
        return
    yield from _header_mismatches(edition, header)
    yield from _content_mismatches(edition, redacted)
    if edition.submission_id and not _two_people(edition):
        yield "is not bound to what two people decided"


def _header_mismatches(edition: Edition, header: dict) -> Iterator[str]:
    before = edition.previous
    told = {
        "seq": edition.seq,
        "edition": edition.number,
        "id": edition.document.public_id,
        "content": edition.content_digest,
        "prev": before.header_digest if before else None,
        "ledger_prev": _link(edition),
        "published_at": edition.published_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    for field, value in told.items():
        if header.get(field) != value:
            yield f"the row and its header disagree on {field}"
    if header.get("change", {}).get("type") != edition.change:
        yield "the row and its header disagree on the kind of change"


def _content_mismatches(edition: Edition, redacted: dict[int, int]) -> Iterator[str]:
    if edition.content is None:
        if edition.pk not in redacted:
            yield "the body is gone and no redaction says so"
        if edition.salt is not None or edition.note_ar or edition.note_en:
            yield "the body is erased but not its salt and notes"
        return
    if edition.pk in redacted:
        yield "a redaction names it, but its body is still here"
    try:
        content = json.loads(edition.content)
        intact = canonical(content).decode() == edition.content
        intact = intact and content_digest(content, edition.salt or "") == edition.content_digest
    except (ValueError, NotCanonical, TypeError):
        yield "the body is not the one that was published"
        return
    if not intact:
        yield "the body is not the one that was published"
    elif content.get("note") != {"ar": edition.note_ar, "en": edition.note_en}:
        yield "the change note beside the body is not the one inside it"


def _two_people(edition: Edition) -> bool:
    frozen = edition.submission
    return (
        frozen is not None
        and frozen.document_id == edition.document_id
        and frozen.digest == edition.content_digest
        and frozen.submitted_by_id == edition.submitted_by_id
        and frozen.decided_by_id == edition.approved_by_id
        and frozen.submitted_by_id != frozen.decided_by_id
        and frozen.content == edition.content
    )


def _ends(last_seq: int, last_digest: str | None, head: tuple[int, str] | None) -> Iterator[Finding]:
    """Yield what the ends of the chain say: a tail cut off, a document that shows another edition."""
    book = Ledger.objects.get(pk=1)
    if (book.seq, book.head) != (last_seq, last_digest or ""):
        yield Finding(book.seq, "ledger", f"the record is cut off or longer: it ends at seq {last_seq}")
    if head and head[0] > last_seq:
        yield Finding(head[0], "head", f"the record is cut off: it ends at seq {last_seq}")
    newest = Edition.objects.filter(document=OuterRef("pk")).order_by("-number")
    documents = Document.objects.annotate(
        latest=Subquery(newest.values("seq")[:1]), header=Subquery(newest.values("header")[:1])
    ).exclude(latest=None)
    for public_id, state, shown, latest, header in documents.values_list(
        "public_id", "state", "live__seq", "latest", "header"
    ).iterator():
        if shown != latest:
            yield Finding(latest, public_id, "does not show its newest edition")
        elif f'"status":"{STATUS.get(State(state))}"' not in header:
            yield Finding(latest, public_id, f"is shown as {state}, which its newest edition does not say")
