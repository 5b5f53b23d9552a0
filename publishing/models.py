"""The record. Only editions are public; nothing here knows what a dossier is."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from publishing.canonical import Content
from publishing.search.models import NameWord, Passage, Spelling, WordForm, WordUse
from publishing.vocabulary import HIDING_REASONS, AskedBy, Change, Reason, Severity, State

__all__ = [
    "AuditEntry", "Document", "Edition", "Facet", "Grounds", "Ledger", "Listing", "Mention", "NameWord",
    "OldSlug", "Outbox", "Passage", "Redaction", "Spelling", "Submission", "WordForm", "WordUse",
]  # fmt: skip


class Ledger(models.Model):
    """One row: the newest edition of the whole site. Locked while an edition is added."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, default="", blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="ledger_is_one_row")]

    def __str__(self) -> str:
        return f"{self.seq} {self.head[:8]}"


class DocumentQuerySet(models.QuerySet["Document"]):
    def public(self) -> "DocumentQuerySet":
        """Documents that have, or had, something to show."""
        return self.exclude(state=State.DRAFT)

    def live(self) -> "DocumentQuerySet":
        return self.filter(state=State.LIVE)


class Document(models.Model):
    """A thing that is published. The only row of the record that changes."""

    kind = models.CharField(_("kind"), max_length=20)
    public_id = models.CharField(_("number"), max_length=40, unique=True)
    slug = models.CharField(_("address"), max_length=120, null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    live = models.OneToOneField(
        "Edition", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("edition shown")
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("published document")
        verbose_name_plural = _("published documents")
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="document_address_is_unique"),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT, live=None) | ~Q(state=State.DRAFT) & Q(live__isnull=False),
                name="document_shows_an_edition_once_published",
            ),
        ]
        permissions = [("withdraw_document", _("Can withdraw and redact what is published"))]

    def __str__(self) -> str:
        return self.public_id

    @property
    def hidden_for(self) -> Reason | None:
        """Why nothing of it is shown any longer, past editions included; None while they may be read."""
        if self.state not in {State.WITHDRAWN, State.REMOVED} or self.live is None:
            return None
        reason = self.live.read().get("reason")
        return Reason(reason) if reason in HIDING_REASONS else None

    @property
    def gone(self) -> int:
        """The status that its pages answer with when they are not shown (RFC 9110 §15.5.11, RFC 7725)."""
        return 451 if self.hidden_for == Reason.COURT_ORDER else 410


class OldSlug(models.Model):
    """An address that a document used to have; it redirects for ever."""

    kind = models.CharField(max_length=20)
    slug = models.CharField(max_length=120)
    document = models.ForeignKey(Document, models.PROTECT, related_name="old_slugs")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="old_slug_is_unique")]

    def __str__(self) -> str:
        return self.slug


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def texts(self) -> "SubmissionQuerySet":
        """What editors sent of a document."""
        return self.exclude(change=Change.WITHDRAWAL)

    def notes(self) -> "SubmissionQuerySet":
        """What reviewers said, in their own words, of why a document was withdrawn."""
        return self.filter(change=Change.WITHDRAWAL)


class Submission(models.Model):
    """Frozen content, waiting for a second person. The database refuses to change what it says."""

    class Status(models.TextChoices):
        OPEN = "open", _("Waiting for review")
        APPROVED = "approved", _("Approved")
        RETURNED = "returned", _("Returned")
        SUPERSEDED = "superseded", _("Replaced by a newer submission")

    document = models.ForeignKey(
        Document, models.PROTECT, related_name="submissions", verbose_name=_("document")
    )
    slug = models.CharField(_("address"), max_length=120)
    content = models.TextField(null=True)  # canonical JSON; null once erased
    salt = models.CharField(max_length=32, null=True)
    digest = models.CharField(max_length=64)
    change = models.CharField(_("kind of change"), max_length=15, choices=Change)
    severity = models.CharField(_("weight"), max_length=10, choices=Severity, default=Severity.MATERIAL)
    asked_by = models.CharField(
        _("who asked for the correction"), max_length=15, choices=AskedBy, blank=True, default=""
    )
    note_ar = models.TextField(_("what changed, in Arabic"), blank=True)
    note_en = models.TextField(_("what changed, in English"), blank=True)
    passed_rules = models.JSONField(default=list)  # codes of the rules that this content passed
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("submitted by")
    )
    submitted_at = models.DateTimeField(_("submitted"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided"), null=True)
    return_note = models.TextField(_("note to the editor"), blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(status="open"), name="one_open_submission_per_document"
            ),
            models.CheckConstraint(
                condition=~Q(status="approved")
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("submitted_by"))),
                name="approver_is_not_the_submitter",
            ),
        ]
        permissions = [
            ("submit_document", _("Can submit for review")),
            ("approve_submission", _("Can approve and return submissions")),
        ]

    def __str__(self) -> str:
        return f"{self.document} · {self.get_change_display()}"

    def read(self) -> Content:
        """Return the frozen content; empty once erased."""
        return json.loads(self.content) if self.content else {}


class Grounds(models.Model):
    """What a submission was checked against and no edition shows, and the reasons given for warnings.

    Kept as the record of how a text was checked (domain.md §6); erased with the submission's text.
    """

    submission = models.OneToOneField(Submission, models.PROTECT, related_name="grounds")
    facts = models.JSONField(default=dict)
    reasons = models.JSONField(default=list)  # [{rule, reason, messages: [{ar, en, claim}]}]

    def __str__(self) -> str:
        return str(self.submission)


class EditionQuerySet(models.QuerySet["Edition"]):
    def live(self) -> "EditionQuerySet":
        """The editions that readers see now, tombstones aside, with their documents."""
        return self.filter(document__state=State.LIVE, document__live=F("pk")).select_related("document")


class Edition(models.Model):
    """Immutable, numbered, bilingual, self-contained. Triggers hold it, see `triggers.py`."""

    seq = models.PositiveIntegerField(unique=True)
    document = models.ForeignKey(Document, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    header = models.TextField()
    header_digest = models.CharField(max_length=64, unique=True)
    content = models.TextField(null=True)
    salt = models.CharField(max_length=32, null=True)
    content_digest = models.CharField(max_length=64)
    previous = models.OneToOneField("self", models.PROTECT, null=True, related_name="next")
    ledger_previous = models.OneToOneField("self", models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField()
    change = models.CharField(max_length=15, choices=Change)
    # Copies of the note inside the content, so that a history needs no content; erased with it.
    note_ar = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    submission = models.ForeignKey(Submission, models.PROTECT, null=True, related_name="editions")
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="edition_number_is_unique"),
            models.UniqueConstraint(
                fields=["submission"], condition=~Q(change="redaction"), name="submission_published_once"
            ),
            models.CheckConstraint(
                condition=Q(submitted_by=None) | ~Q(submitted_by=F("approved_by")),
                name="edition_needs_two_people",
            ),
            # One person may take a text down; nobody may put one up alone.
            models.CheckConstraint(
                condition=Q(change__in=[Change.WITHDRAWAL, Change.REMOVAL, Change.REDACTION])
                | Q(submission__isnull=False, submitted_by__isnull=False),
                name="edition_comes_from_a_submission",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}/{self.number}"

    @property
    def erased(self) -> bool:
        return self.salt is None  # goes with the content, and is small enough for a history

    def read(self) -> Content:
        """Return the content; empty once erased."""
        return json.loads(self.content) if self.content else {}

    def read_header(self) -> dict[str, Any]:
        header: dict[str, Any] = json.loads(self.header)
        return header


class AuditEntry(models.Model):
    """One privileged action at the desk: who did what to what. Appended, chained, never changed.

    Holds no address, no browser and no content. Written by `audit.note` and by nothing else.
    """

    seq = models.PositiveIntegerField(_("number"), unique=True)
    at = models.DateTimeField(_("when"))
    actor = models.CharField(_("who"), max_length=150)
    action = models.CharField(_("what"), max_length=30)
    subject = models.CharField(_("about"), max_length=200, blank=True)
    detail = models.JSONField(_("details"), default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("entry of the log")
        verbose_name_plural = _("log of privileged actions")
        ordering = ["-seq"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.seq} {self.action}"


class Redaction(models.Model):
    """Which edition erased which. Written before the body goes; the trigger asks for it."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="redacted_by")
    by = models.ForeignKey(Edition, models.PROTECT, related_name="redactions")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.edition} ← {self.by}"


class Listing(models.Model):
    """What lists show of a live document, or of a thing that live documents name.

    Projected from editions and from nothing else; rebuilt by `manage.py rebuild_listings`.
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=64)
    slug = models.CharField(max_length=120)
    title_ar = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    sort = models.CharField(max_length=80)
    data = models.JSONField(default=dict)
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="listing_key_is_unique")]
        indexes = [
            models.Index(fields=["kind", "sort"], name="listing_by_sort"),
            models.Index(fields=["kind", "edition"], name="listing_by_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Facet(models.Model):
    """A value that a list can be narrowed by: the place of a crime, the status of a case."""

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="facets")
    kind = models.CharField(max_length=20)  # the listing's own, so that a count needs no join
    name = models.CharField(max_length=20)
    code = models.CharField(max_length=64)
    part = models.CharField(max_length=20, blank=True)  # of what in the listing it holds: INC-0007

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["listing", "name", "code", "part"], name="facet_is_unique"),
        ]
        indexes = [models.Index(fields=["kind", "name", "code"], name="facet_by_code")]

    def __str__(self) -> str:
        return f"{self.name}={self.code}"


class Unlisted(models.Model):
    """A thing that live documents named once and that none names now: its address answers 410, not 404.

    It keeps the number alone: nothing of what is no longer published.
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="unlisted_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Mention(models.Model):
    """A live document names something: another document, a crime, an institution, a source…"""

    document = models.ForeignKey(Document, models.PROTECT, related_name="mentions")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=64)
    data = models.JSONField(default=dict)
    listing = models.JSONField(null=True)  # how the thing is listed, when it has no document of its own

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "kind", "key"], name="mention_is_unique")]
        indexes = [models.Index(fields=["kind", "key"], name="mention_by_key")]

    def __str__(self) -> str:
        return f"{self.document} → {self.kind} {self.key}"


class Outbox(models.Model):
    """A side effect that a transaction promised; done after the commit, repeated until done."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    remove = models.JSONField(default=list)  # images that no readable edition shows any longer
    done = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["done"], condition=Q(done=False), name="outbox_waiting")]

    def __str__(self) -> str:
        return str(self.edition)
