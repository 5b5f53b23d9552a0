"""The verbs of publication. Each is one transaction; side effects follow the commit.

Permissions are asked here and not only in the desk, so that a shell or a command is bound by them.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_noop as _

from publishing import audit, changes, kinds, ledger, outbox, projection
from publishing.bilingual import BLANK, Message, Pair, in_both
from publishing.canonical import Content, canonical, content_digest, new_salt
from publishing.kinds import Draft, Kind, Occasion, Problem
from publishing.models import Document, Edition, Grounds, OldSlug, Redaction, Submission
from publishing.pages import noting
from publishing.schema import TombstoneContent
from publishing.text import clean
from publishing.vocabulary import (
    NAMELESS_REASONS,
    NEXT_CHANGES,
    WITHDRAWN_FOR,
    AskedBy,
    Change,
    Reason,
    Severity,
    State,
)

FIRST_NOTE: Pair = {"ar": "النشر الأول.", "en": "First published."}


class Refused(Exception):
    """The record was not changed; `problems` says why, each naming its claim."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("; ".join(map(str, problems)))


def submit(
    kind_name: str,
    working: Any,
    by: User,
    change: Change | None = None,
    note_ar: str = "",
    note_en: str = "",
    severity: Severity = Severity.MATERIAL,
    asked_by: str = "",
    reasons: Mapping[str, str] | None = None,
    at: datetime | None = None,
) -> Submission:
    """Freeze the working copy for review. Raise Refused with every rule that it breaks.

    `asked_by` is said of a correction alone. `reasons` answers warnings: the code of a rule, and why the text
    is sent although it warns.
    """
    require(by, "publishing.submit_document")
    kind = kinds.get(kind_name)
    draft = kind.desk.freeze(working)
    known = Document.objects.filter(kind=kind_name, public_id=draft.public_id).first()
    notes = clean_notes(note_ar, note_en)
    reasons = {rule: clean_note(reason) for rule, reason in (reasons or {}).items()}
    # Before the lock, as in approve: a long text must not keep others waiting.
    found = examine(kind, draft, {**draft.content, "note": note_of(known, notes)}, known, at)
    with transaction.atomic():
        ledger.lock()
        document, _made = Document.objects.get_or_create(kind=kind_name, public_id=draft.public_id)
        change = settle_change(document, change)
        notes = note_of(document, notes)
        content = {**draft.content, "note": notes}
        unanswered = [p for p in found if not (p.warning and reasons.get(p.rule))]
        if problems := [*check_change(document, draft, change, notes), *unanswered]:
            raise Refused(*problems)
        supersede(document)
        salt = new_salt()
        submission = Submission.objects.create(
            document=document,
            slug=draft.slug,
            content=canonical(content).decode(),
            salt=salt,
            digest=content_digest(content, salt),
            change=change,
            severity=severity,
            asked_by=AskedBy(asked_by) if asked_by and change == Change.CORRECTION else "",
            note_ar=notes["ar"],
            note_en=notes["en"],
            passed_rules=[rule.code for rule in kind.desk.rules()],
            submitted_by=by,
            submitted_at=ledger.stamp(at),
        )
        Grounds.objects.create(submission=submission, facts=draft.grounds, reasons=answers(found, reasons))
        audit.note("submit", by, document.public_id, change=str(change))
        return submission


def examine(
    kind: Kind, draft: Draft, content: Content, document: Document | None, at: datetime | None = None
) -> list[Problem]:
    """Return everything that forbids sending this draft to review, or needs a reason."""
    return [*draft.problems, *kind.desk.check(content, draft.grounds, occasion_of(document, at))]


def occasion_of(document: Document | None, at: datetime | None = None) -> Occasion:
    """Return when the checking is done, and whether readers would see the document for the first time."""
    return Occasion(ledger.stamp(at).date(), is_new(document))


def is_new(document: Document | None) -> bool:
    return document is None or document.state == State.DRAFT


def note_of(document: Document | None, notes: Pair) -> Pair:
    """Return the note as it is published: a first publication needs none of its own."""
    if not is_new(document):
        return notes
    return {"ar": notes["ar"] or FIRST_NOTE["ar"], "en": notes["en"] or FIRST_NOTE["en"]}


def answers(found: list[Problem], reasons: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the reasons as they are kept: each with its warnings, in both languages."""
    kept: dict[str, dict[str, Any]] = {}
    for problem in found:
        if problem.warning:
            rule = problem.rule
            row = kept.setdefault(rule, {"rule": rule, "reason": reasons[rule], "messages": []})
            row["messages"].append({**in_both(problem.message), "claim": problem.claim})
    return list(kept.values())


def settle_change(document: Document, chosen: Change | None) -> Change:
    """Return the kind of change: the document's state decides, where it leaves no choice."""
    match document.state:
        case State.DRAFT:
            return Change.INITIAL
        case State.LIVE:
            return chosen if chosen in NEXT_CHANGES else Change.UPDATE
    return Change.RESTORE


def check_change(document: Document, draft: Draft, change: Change, notes: Pair) -> list[Problem]:
    """Return what forbids the change itself: P12, a taken address, nothing to publish."""
    problems = []
    if not all(notes.values()):
        problems.append(Problem("P12", Message(_("Say in Arabic and in English what this edition changes."))))
    problems += check_address(document, draft.slug)
    if document.state == State.LIVE and document.live and same(document.live.read(), draft.content):
        problems.append(Problem("P12", Message(_("Nothing differs from the edition that readers see."))))
    return problems


def check_address(document: Document, slug: str) -> list[Problem]:
    """Return a problem when another document has, or had, this address."""
    taken = (
        Document.objects.filter(kind=document.kind, slug=slug).exclude(pk=document.pk).exists()
        or OldSlug.objects.filter(kind=document.kind, slug=slug).exclude(document=document).exists()
    )
    return (
        [Problem("P12", Message(_("Another document has this address. Choose another one.")))]
        if taken
        else []
    )


def clean_notes(note_ar: str, note_en: str) -> Pair:
    """Return both notes as they are stored. Raise Refused for hidden characters."""
    return {"ar": clean_note(note_ar), "en": clean_note(note_en)}


def clean_note(text: str) -> str:
    try:
        return clean(text)
    except ValidationError as error:
        raise Refused(Problem("P12", Message(" ".join(error.messages)))) from None


def same(published: Content, content: Content) -> bool:
    """Say whether two contents differ in nothing but their change note."""
    return {**published, "note": None} == {**content, "note": None}


def approve(submission: Submission, by: User, at: datetime | None = None) -> Edition:
    """Publish what was submitted, byte for byte. Raise Refused or PermissionDenied."""
    require(by, "publishing.approve_submission")
    found = found_today(submission, at)  # before the lock: a long text must not keep others waiting
    with changes.changing(), transaction.atomic():
        book = ledger.lock()
        submission = Submission.objects.select_for_update().get(pk=submission.pk)
        guard_decision(submission, by)
        content = submission.read()
        if content_digest(content, submission.salt or "") != submission.digest:
            raise Refused(Problem("P4", Message(_("The submitted text is not the one that was frozen."))))
        document = Document.objects.get(pk=submission.document_id)
        note, live = is_tombstone(content), document.state == State.LIVE
        if live if note else settle_change(document, Change(submission.change)) != submission.change:
            raise Refused(
                Problem(
                    "P12",
                    Message(_("The document was withdrawn or restored meanwhile. Send it to review again.")),
                )
            )
        if problems := [*check_address(document, submission.slug), *found]:
            raise Refused(*problems)
        decide(submission, by, Submission.Status.APPROVED, at)
        before = projection.keys_of(document)
        take_address(document, submission.slug)
        body = ledger.Body(
            submission.content or "",
            submission.salt or "",
            submission.digest,
            submission.note_ar,
            submission.note_en,
        )
        state = State(document.state) if note else State.LIVE
        reason = content["reason"] if note else None
        change = Change(submission.change)
        act = ledger.Act(change, submission.severity, state, reason, submission.asked_by)
        edition = ledger.append(book, document, body, act, by, submission, at)
        if not note:
            projection.project(edition)
        changes.take_away(before | projection.keys_of(document))
        outbox.promise(edition)
        audit.note("approve", by, f"{document.public_id}/{edition.number}", change=submission.change)
    return edition


def found_today(submission: Submission, at: datetime | None) -> list[Problem]:
    """Return what forbids approving a submission now: rules, later knowledge, warnings without a reason."""
    kind, content = kinds.get(submission.document.kind), submission.read()
    if not content or is_tombstone(content):
        return []
    later, problems = kind.desk.today(content)
    grounds = {**submission.grounds.facts, **later}
    checked = kind.desk.check(content, grounds, occasion_of(submission.document, at))
    reasons = submission.grounds.reasons
    given = {(row["rule"], message["claim"]) for row in reasons for message in row["messages"]}
    return [*problems, *(p for p in checked if not (p.warning and (p.rule, p.claim) in given))]


def return_(submission: Submission, by: User, note: str, at: datetime | None = None) -> Submission:
    """Send a submission back with a note that says what to do. Raise Refused without one."""
    require(by, "publishing.approve_submission")
    with transaction.atomic():
        submission = Submission.objects.select_for_update().get(pk=submission.pk)
        guard_decision(submission, by)
        submission.return_note = clean_note(note)
        if not submission.return_note:
            raise Refused(Problem("", Message(_("Tell the editor what to change."))))
        decide(submission, by, Submission.Status.RETURNED, at)
        audit.note("return", by, submission.document.public_id)
    return submission


def withdraw(
    document: Document,
    by: User,
    reason: Reason,
    note_ar: str = "",
    note_en: str = "",
    at: datetime | None = None,
) -> Edition:
    """Put a tombstone edition in the place of a live document, in the fixed words of its reason.

    A note of one's own is sent to review, and another person publishes it. Old editions stay readable, unless
    the reason is one that hides them too (vocabulary.HIDING_REASONS).
    """
    require(by, "publishing.withdraw_document")
    with changes.changing(), transaction.atomic():
        book = ledger.lock()
        document = Document.objects.select_for_update().get(pk=document.pk)
        if document.state != State.LIVE or document.live is None:
            raise Refused(Problem("P4", Message(_("Only a live document can be withdrawn."))))
        reason, notes = Reason(reason), clean_notes(note_ar, note_en)
        if any(notes.values()):
            require_both(notes)
        supersede(document)
        content = tombstone(document, reason)
        body = seal(content)
        act = ledger.Act(Change.WITHDRAWAL, Severity.MATERIAL, State.WITHDRAWN, reason=str(reason))
        before = projection.keys_of(document)
        edition = ledger.append(book, document, body, act, by, at=at)
        projection.forget(document)
        changes.take_away(before | projection.keys_of(document) | {noting.DATASET})
        hidden = document.editions.exclude(pk=edition.pk) if document.hidden_for else ()
        outbox.promise(edition, remove=sorted({name for one in hidden for name in images_of(one)}))
        audit.note("withdraw", by, f"{document.public_id}/{edition.number}", reason=str(reason))
        if any(notes.values()):
            send_note(document, by, content, notes, at)
    return edition


def explain(
    document: Document, by: User, note_ar: str, note_en: str, at: datetime | None = None
) -> Submission:
    """Send to review what somebody says of why a document was withdrawn, beside the fixed words for it."""
    require(by, "publishing.withdraw_document")
    notes = clean_notes(note_ar, note_en)
    require_both(notes)
    with transaction.atomic():
        ledger.lock()
        document = Document.objects.select_for_update().get(pk=document.pk)
        if document.state != State.WITHDRAWN or document.live is None:
            raise Refused(Problem("P4", Message(_("Only a withdrawn document can be explained."))))
        content = cast(TombstoneContent, document.live.read())
        fixed = WITHDRAWN_FOR[Reason(content["reason"])].pair
        if document.submissions.texts().filter(status=Submission.Status.OPEN).exists():
            raise Refused(
                Problem("P4", Message(_("A text of this document waits for review. Decide on it first.")))
            )
        supersede(document)  # an earlier note
        return send_note(document, by, {**content, "note": fixed}, notes, at)


def require_both(notes: Pair) -> None:
    if not all(notes.values()):
        raise Refused(
            Problem("P12", Message(_("Write the explanation in Arabic and in English, or in neither.")))
        )


def send_note(
    document: Document, by: User, content: TombstoneContent, notes: Pair, at: datetime | None
) -> Submission:
    fixed = content["note"]
    both: Pair = {"ar": f"{fixed['ar']} {notes['ar']}", "en": f"{fixed['en']} {notes['en']}"}
    body = seal({**content, "note": both})
    submission = Submission.objects.create(
        document=document,
        slug=document.slug or "",
        content=body.content,
        salt=body.salt,
        digest=body.digest,
        change=Change.WITHDRAWAL,
        severity=Severity.MATERIAL,
        note_ar=body.note_ar,
        note_en=body.note_en,
        passed_rules=[],
        submitted_by=by,
        submitted_at=ledger.stamp(at),
    )
    Grounds.objects.create(submission=submission, facts={}, reasons=[])
    audit.note("submit", by, document.public_id, change=str(Change.WITHDRAWAL))
    return submission


def redact(
    document: Document,
    numbers: Iterable[int],
    by: User,
    reason: Reason,
    at: datetime | None = None,
) -> Edition:
    """Erase the bodies of past editions for safety or by court order.

    First an edition is appended that says so and goes on showing what is shown now. What is shown
    now cannot itself be redacted: publish a corrected edition or withdraw it before.
    """
    require(by, "publishing.withdraw_document")
    with changes.changing(), transaction.atomic():
        book = ledger.lock()
        document = Document.objects.select_for_update().get(pk=document.pk)
        targets = with_same_bodies(document, list(numbers))
        shown = document.live
        if not targets or shown is None:
            raise Refused(Problem("P4", Message(_("There is no text to erase in these editions."))))
        if any(same_body(target, shown) for target in targets):
            raise Refused(
                Problem("P4", Message(_("Readers see this text now. Correct or withdraw it first.")))
            )
        if document.state == State.WITHDRAWN:
            document.state = State.REMOVED
        images = {name for target in targets for name in images_of(target)}
        supersede(document)
        before = projection.keys_of(document)
        edition = carry_on(book, document, shown, targets, reason, at)
        changes.take_away(before | projection.keys_of(document) | {noting.DATASET})
        for target in targets:
            Redaction.objects.create(edition=target, by=edition, made_by=by)
            erase(Edition.objects.filter(pk=target.pk))
        erase_submissions(document)
        kinds.get(document.kind).desk.forget(document.public_id)
        outbox.promise(edition, remove=sorted(images))
        numbers = sorted(target.number for target in targets)
        audit.note("redact", by, f"{document.public_id}/{edition.number}", reason=str(reason), erased=numbers)
    return edition


def carry_on(
    book: Any,
    document: Document,
    shown: Edition,
    targets: list[Edition],
    reason: Reason,
    at: datetime | None,
) -> Edition:
    """Append the edition that announces a redaction and repeats what readers see now."""
    body = ledger.Body(
        shown.content or "", shown.salt or "", shown.content_digest, shown.note_ar, shown.note_en
    )
    act = ledger.Act(
        Change.REDACTION,
        Severity.MATERIAL,
        State(document.state),
        reason=str(reason),
        redacts=tuple(target.number for target in targets),
    )
    edition = ledger.append(book, document, body, act, shown.approved_by, shown.submission, at)
    if document.state == State.LIVE:
        projection.project(edition)
    return edition


def images_of(edition: Edition) -> list[str]:
    """Return the images that an edition shows; none once erased, none of a tombstone."""
    if edition.erased or edition.read_header()["kind"] == ledger.TOMBSTONE:
        return []
    return list(kinds.get(edition.document.kind).media(edition.read()))


def with_same_bodies(document: Document, numbers: list[int]) -> list[Edition]:
    """Return these editions with every other one that holds the same body, none of them erased yet."""
    bodies = document.editions.filter(number__in=numbers, content__isnull=False).values("content_digest")
    return list(document.editions.filter(content_digest__in=bodies, content__isnull=False).order_by("number"))


def same_body(one: Edition, other: Edition) -> bool:
    return one.content_digest == other.content_digest


def supersede(document: Document) -> None:
    """Close what waits for review: it speaks of a document that is no longer what it was."""
    document.submissions.filter(status=Submission.Status.OPEN).update(status=Submission.Status.SUPERSEDED)


def erase(rows: Any) -> None:
    rows.update(content=None, salt=None, note_ar="", note_en="")


def erase_submissions(document: Document) -> None:
    """Erase every submission whose text no readable edition holds any longer; none is open now."""
    readable = document.editions.filter(content__isnull=False, submission__isnull=False)
    gone = document.submissions.exclude(pk__in=readable.values("submission"))
    erase(gone)
    Grounds.objects.filter(submission__in=gone).delete()


def tombstone(document: Document, reason: Reason) -> TombstoneContent:
    """Return the content of a withdrawal. It never repeats the allegation."""
    shown = kinds.get(document.kind).row(document.live.read()).title if document.live else BLANK
    title = shown if reason not in NAMELESS_REASONS else BLANK
    return {
        "schema": "bl-tombstone/1",
        "reason": str(reason),
        "title": title.pair,
        "note": WITHDRAWN_FOR[reason].pair,
    }


def is_tombstone(content: Content) -> bool:
    return bool(content["schema"] == "bl-tombstone/1")


def seal(content: Content) -> ledger.Body:
    salt = new_salt()
    return ledger.Body(
        canonical(content).decode(),
        salt,
        content_digest(content, salt),
        content["note"]["ar"],
        content["note"]["en"],
    )


def guard_decision(submission: Submission, by: User) -> None:
    """Raise Refused unless this person may decide on this submission now (domain.md P4)."""
    if submission.status != Submission.Status.OPEN:
        raise Refused(Problem("P4", Message(_("This submission is no longer waiting for review."))))
    if submission.submitted_by_id == by.pk:
        raise Refused(
            Problem(
                "P4", Message(_("Nobody may decide on what they submitted themselves. Ask another person."))
            )
        )


def decide(submission: Submission, by: User, status: Submission.Status, at: datetime | None) -> None:
    submission.status, submission.decided_by, submission.decided_at = status, by, ledger.stamp(at)
    submission.save(update_fields=["status", "decided_by", "decided_at", "return_note"])


def take_address(document: Document, slug: str) -> None:
    """Give the document its address; the one it had before redirects for ever."""
    if document.slug and document.slug != slug:
        OldSlug.objects.get_or_create(kind=document.kind, slug=document.slug, document=document)
    OldSlug.objects.filter(document=document, slug=slug).delete()
    document.slug = slug


def require(by: User, permission: str) -> None:
    if not by.is_active or not by.has_perm(permission):
        raise PermissionDenied(permission)
