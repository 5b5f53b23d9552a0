"""Appending to the record: the only module that inserts editions."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import User

from publishing.canonical import canonical, digest
from publishing.models import Document, Edition, Ledger, Submission
from publishing.vocabulary import Change, State

SCHEMA = "bl-edition/1"
VOCABULARY = "bl-vocab/2026-11"
LICENCE = "CC-BY-4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
TOMBSTONE = "tombstone"

STATUS = {State.LIVE: "published", State.WITHDRAWN: "withdrawn", State.REMOVED: "removed"}


@dataclass(frozen=True)
class Body:
    """Salted content with its digest, as approved."""

    content: str
    salt: str
    digest: str
    note_ar: str
    note_en: str


@dataclass(frozen=True)
class Act:
    """Why an edition is made, and the state its document has afterwards."""

    change: Change
    severity: str
    state: State
    reason: str | None = None
    asked_by: str = ""
    redacts: tuple[int, ...] = ()


def lock() -> Ledger:
    """Take the ledger for the rest of the transaction: editions are made one after another."""
    return Ledger.objects.select_for_update().get(pk=1)


def stamp(at: datetime | None = None) -> datetime:
    """Return the time that a header will say: UTC, whole seconds."""
    return (at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)


def day(at: datetime | None = None) -> datetime:
    """Return the day that readers are told: the hour of a publication could tell who was at work."""
    return stamp(at).replace(hour=0, minute=0, second=0)


def append(
    ledger: Ledger,
    document: Document,
    body: Body,
    act: Act,
    approved_by: User,
    submission: Submission | None = None,
    at: datetime | None = None,
) -> Edition:
    """Insert the next edition of `document` and move its pointer. The caller holds the ledger."""
    last = Edition.objects.filter(seq=ledger.seq).first()
    previous = document.editions.order_by("-number").first()
    published_at = day(at)
    header = make_header(document, body.digest, act, previous, last, published_at)
    edition = Edition.objects.create(
        seq=header["seq"],
        document=document,
        number=header["edition"],
        header=canonical(header).decode(),
        header_digest=digest(header),
        content=body.content,
        salt=body.salt,
        content_digest=body.digest,
        previous=previous,
        ledger_previous=last,
        published_at=published_at,
        change=act.change,
        note_ar=body.note_ar,
        note_en=body.note_en,
        submission=submission,
        submitted_by=submission.submitted_by if submission else None,
        approved_by=approved_by,
    )
    document.live, document.state = edition, act.state
    document.save(update_fields=["live", "state", "slug"])
    ledger.seq, ledger.head = edition.seq, edition.header_digest
    ledger.save()
    return edition


def make_header(
    document: Document,
    content_digest: str,
    act: Act,
    previous: Edition | None,
    last: Edition | None,
    published_at: datetime,
) -> dict[str, Any]:
    """Return the public header (domain.md §7): no personal data, so it can stay for ever."""
    change: dict[str, Any] = {
        "reason_code": act.reason,
        "severity": act.severity,
        "type": str(act.change),
    }
    if act.asked_by:
        change["asked_by"] = act.asked_by
    if act.redacts:
        change["redacts"] = sorted(act.redacts)
    return {
        "as_of": published_at.date().isoformat(),
        "change": change,
        "content": content_digest,
        "edition": previous.number + 1 if previous else 1,
        "id": document.public_id,
        "kind": document.kind if act.state == State.LIVE else TOMBSTONE,
        "langs": ["ar", "en"],
        "ledger_prev": last.header_digest if last else None,
        "licence": LICENCE,
        "prev": previous.header_digest if previous else None,
        "published_at": published_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "schema": SCHEMA,
        "seq": last.seq + 1 if last else 1,
        "status": STATUS[act.state],
        "vocab": VOCABULARY,
    }


def public_bytes(edition: Edition, hidden: bool = False) -> bytes:
    """Return the edition as published: canonical JSON of its header and its salted body.

    Of one that is erased or hidden the header alone: it has no personal data, and the chain needs it.
    """
    body = {**edition.read(), "salt": edition.salt} if not edition.erased and not hidden else None
    return canonical({"body": body, "header": json.loads(edition.header)})
