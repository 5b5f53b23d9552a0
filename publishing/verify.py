"""Recompute the whole record and name every edition that is not what it was."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import Exists, OuterRef, QuerySet, Subquery

from publishing import kinds, projection, triggers
from publishing.canonical import NotCanonical, canonical, content_digest, digest
from publishing.ledger import STATUS
from publishing.models import Document, Edition, Ledger, Listing, Mention, Redaction, Submission
from publishing.vocabulary import Change, State

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
    book = _Book(set(Redaction.objects.values_list("edition_id", flat=True)))
    expected, last_digest = 1, None
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
        if head and edition.seq == head[0] and edition.header_digest != head[1]:
            yield Finding(edition.seq, name, "is not the edition that the given head names")
        for what in _wrong(edition, book):
            yield Finding(edition.seq, name, what)
        expected, last_digest = edition.seq + 1, edition.header_digest
    yield from _redactions(book)
    yield from _ends(expected - 1, last_digest, head)
    yield from _documents()
    yield from _waiting()


@dataclass
class _Book:
    """What verify remembers while it walks the ledger."""

    redacted: set[int]
    numbers: dict[int, int] = field(default_factory=dict)  # document → last number seen
    keys: dict[tuple[int, int], int] = field(default_factory=dict)  # (document, number) → row
    announced: list[tuple[int, int, int]] = field(default_factory=list)  # document, number, by row
    submissions: set[int] = field(default_factory=set)  # published so far


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


def _wrong(edition: Edition, book: _Book) -> Iterator[str]:
    """Yield what is wrong inside one edition."""
    if edition.number != book.numbers.get(edition.document_id, 0) + 1:
        yield "the edition before it is missing"
    book.numbers[edition.document_id] = edition.number
    book.keys[edition.document_id, edition.number] = edition.pk
    try:
        header = json.loads(edition.header)
        if canonical(header).decode() != edition.header or digest(header) != edition.header_digest:
            yield "the header is not the one that was published"
    except (ValueError, NotCanonical):
        header = None
    if not isinstance(header, dict) or not isinstance(header.get("change"), dict):
        yield "the header is not the one that was published"
        return
    yield from _header_mismatches(edition, header)
    yield from _content_mismatches(edition, book.redacted)
    yield from _decision(edition, header, book)
    for number in header["change"].get("redacts", []):
        book.announced.append((edition.document_id, number, edition.pk))


def _header_mismatches(edition: Edition, header: dict[str, Any]) -> Iterator[str]:
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
    for name, value in told.items():
        if header.get(name) != value:
            yield f"the row and its header disagree on {name}"
    if header["change"].get("type") != edition.change:
        yield "the row and its header disagree on the kind of change"


def _content_mismatches(edition: Edition, redacted: set[int]) -> Iterator[str]:
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


def _decision(edition: Edition, header: dict[str, Any], book: _Book) -> Iterator[str]:
    """Yield what is wrong between an edition and the people who decided on it."""
    published = header.get("status") == STATUS[State.LIVE]
    if edition.change == Change.WITHDRAWAL and published:
        yield "a withdrawal shows more than a tombstone"
    if edition.change == Change.REDACTION:
        before = edition.previous
        if before is None or before.content_digest != edition.content_digest:
            yield "a redaction says something that the edition before it does not"
    elif edition.submission_id:
        if edition.submission_id in book.submissions:
            yield "its submission was published before"
        book.submissions.add(edition.submission_id)
    needs_two = published or (edition.change == Change.WITHDRAWAL and edition.submission_id)
    if needs_two and not (edition.submission_id and _two_people(edition, header["change"])):
        yield "is not bound to what two people decided"


def _two_people(edition: Edition, change: dict[str, Any]) -> bool:
    frozen = edition.submission
    return (
        frozen is not None
        and frozen.status == Submission.Status.APPROVED
        and frozen.document_id == edition.document_id
        and frozen.digest == edition.content_digest
        and frozen.submitted_by_id == edition.submitted_by_id
        and frozen.decided_by_id == edition.approved_by_id
        and frozen.submitted_by_id != frozen.decided_by_id
        and (frozen.content, frozen.salt) == (edition.content, edition.salt)
        and (frozen.note_ar, frozen.note_en) == (edition.note_ar, edition.note_en)
        and (
            edition.change == Change.REDACTION
            or (frozen.change, frozen.severity, frozen.asked_by)
            == (edition.change, change.get("severity"), change.get("asked_by", ""))
        )
    )


def _redactions(book: _Book) -> Iterator[Finding]:
    """Yield erasures that no header announces, and announcements that nothing carried out."""
    announced = {(book.keys.get((document, number)), by) for document, number, by in book.announced}
    done = set(Redaction.objects.values_list("edition_id", "by_id"))
    for target, by in done - announced:
        row = Edition.objects.get(pk=target)
        yield Finding(row.seq, str(row), f"was erased by row {by}, whose header does not say so")
    for _target, by in announced - done:
        row = Edition.objects.get(pk=by)
        yield Finding(row.seq, str(row), "announces an erasure that has no record")


def _ends(last_seq: int, last_digest: str | None, head: tuple[int, str] | None) -> Iterator[Finding]:
    """Yield what the end of the chain says: a tail that was cut off or grew."""
    book = Ledger.objects.filter(pk=1).first()
    if book is None or (book.seq, book.head) != (last_seq, last_digest or ""):
        known = book.seq if book else 0
        yield Finding(known, "ledger", f"the record is cut off or longer: it ends at seq {last_seq}")
    if head and head[0] > last_seq:
        yield Finding(head[0], "head", f"the record is cut off: it ends at seq {last_seq}")


def _documents() -> Iterator[Finding]:
    """Yield documents that are not shown as their editions say."""
    editions = Edition.objects.filter(document=OuterRef("pk"))
    newest, first = editions.order_by("-number"), editions.order_by("number")
    addressed = editions.filter(submission__isnull=False).order_by("-number")
    documents: QuerySet[Any] = Document.objects.annotate(
        latest=Subquery(newest.values("seq")[:1]),
        header=Subquery(newest.values("header")[:1]),
        first_header=Subquery(first.values("header")[:1]),
        approved_slug=Subquery(addressed.values("submission__slug")[:1]),
    ).exclude(latest=None)
    for row in documents.select_related("live").defer("live__content", "live__header").iterator():
        shown = row.live.seq if row.live else None
        if shown != row.latest:
            yield Finding(row.latest, row.public_id, "does not show its newest edition")
        elif f'"status":"{STATUS.get(State(row.state))}"' not in row.header:
            what = f"is shown as {row.state}, which its newest edition does not say"
            yield Finding(row.latest, row.public_id, what)
        if f'"kind":"{row.kind}"' not in row.first_header:
            yield Finding(row.latest, row.public_id, "is shown as another kind of document")
        if row.slug != row.approved_slug:
            yield Finding(row.latest, row.public_id, "is shown at an address that nobody approved")


def _waiting() -> Iterator[Finding]:
    """Yield frozen submissions that are not what was frozen; approved ones go with their edition."""
    rows = Submission.objects.exclude(status=Submission.Status.APPROVED).filter(content__isnull=False)
    for row in rows.select_related("document").iterator():
        try:
            content = json.loads(row.content or "")
            intact = content_digest(content, row.salt or "") == row.digest
            intact = intact and content.get("note") == {"ar": row.note_ar, "en": row.note_en}
        except (ValueError, NotCanonical, TypeError, AttributeError):
            intact = False
        if not intact:
            yield Finding(0, f"submission {row.pk} of {row.document}", "is not what was frozen")


def verify_triggers() -> Iterator[Finding]:
    """Yield every trigger that no longer stands as it is written; without them SQL can change the record."""
    yield from (Finding(0, "database", what) for what in triggers.wrong(connection))


def verify_lists() -> Iterator[Finding]:
    """Yield what is listed otherwise than live editions say, not listed, or listed of what is not live."""
    for edition in Edition.objects.live().iterator():
        document = edition.document
        kind, content = kinds.get(document.kind), edition.read()
        row = {**kind.row(content).kept(), "slug": document.slug}
        stored = Listing.objects.filter(kind=document.kind, key=document.public_id).first()
        named = {(n.kind, n.key): (n.data, n.row.kept() if n.row else None) for n in kind.names(content)}
        mentions = {(m.kind, m.key): (m.data, m.listing) for m in document.mentions.all()}
        if stored is None or projection.listed(stored) != row or mentions != named:
            yield Finding(edition.seq, document.public_id, "is listed otherwise than its edition says")
    own = [kind.name for kind in kinds.all_kinds()]
    for listing in Listing.objects.exclude(kind__in=own).iterator():
        rows = Mention.objects.filter(
            kind=listing.kind,
            key=listing.key,
            listing__isnull=False,
            document__live=listing.edition_id,
        )
        if list(rows.values_list("listing", flat=True)) != [projection.listed(listing)]:
            yield _misplaced(listing, "is listed otherwise than any live edition says")
    live = Document.objects.live().filter(kind=OuterRef("kind"), public_id=OuterRef("key"))
    for listing in Listing.objects.filter(kind__in=own).exclude(Exists(live)).iterator():
        yield _misplaced(listing, "is listed and not live")
    listed = Listing.objects.filter(kind=OuterRef("kind"), key=OuterRef("key"))
    for mention in Mention.objects.filter(listing__isnull=False).exclude(Exists(listed)).iterator():
        yield _misplaced(mention, "is named by a live edition and not listed")
    for mention in Mention.objects.exclude(document__state=State.LIVE).iterator():
        yield _misplaced(mention, "is named for a document that is not live")


def _misplaced(row: Listing | Mention, what: str) -> Finding:
    return Finding(0, f"{row.kind} {row.key}", what)
