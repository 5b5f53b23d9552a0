"""Codes of the record itself, with their labels in both languages (domain.md §7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("Not published yet")
    LIVE = "live", _("Live")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    REMOVED = "removed", _("Removed")


class Change(models.TextChoices):
    INITIAL = "initial", _("First publication")
    UPDATE = "update", _("Update")
    CORRECTION = "correction", _("Correction")
    LEGAL_UPDATE = "legal_update", _("Legal update")
    REDACTION = "redaction", _("Redaction")
    WITHDRAWAL = "withdrawal", _("Withdrawal")
    REMOVAL = "removal", _("Removal")
    RESTORE = "restore", _("Restored")


# What an editor may choose for an edition after the first; the others follow from the verb.
NEXT_CHANGES = (Change.UPDATE, Change.CORRECTION, Change.LEGAL_UPDATE)


class Severity(models.TextChoices):
    MINOR = "minor", _("Minor")
    MATERIAL = "material", _("Material")


class Reason(models.TextChoices):
    IDENTITY_ERROR = "identity_error", _("Error of identity")
    FACTUAL_ERROR = "factual_error", _("Material error")
    SOURCE_FAILED = "source_failed", _("The source no longer stands")
    EXONERATED = "exonerated", _("Acquittal or annulment")
    SAFETY = "safety", _("Safety of people")
    CONSENT_WITHDRAWN = "consent_withdrawn", _("Consent withdrawn")
    PRIVACY_REQUEST = "privacy_request", _("Data protection request")
    COURT_ORDER = "court_order", _("Court order")
    MERGED = "merged", _("Two files merged")
    OUT_OF_SCOPE = "out_of_scope", _("Outside the scope of the list")


# A tombstone for these reasons does not repeat the name (domain.md §7, States).
NAMELESS_REASONS = (Reason.IDENTITY_ERROR, Reason.SAFETY)
# For these, past editions answer like the withdrawn page too, with their JSON, cards and images.
HIDING_REASONS = (
    Reason.IDENTITY_ERROR,
    Reason.SAFETY,
    Reason.CONSENT_WITHDRAWN,
    Reason.PRIVACY_REQUEST,
    Reason.COURT_ORDER,
)
