"""Codes of the record itself, with their labels in both languages (domain.md §7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from publishing.bilingual import Text


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


class AskedBy(models.TextChoices):
    """Who asked for a correction: a role, never a name."""

    EDITORS = "editors", _("Our own review")
    SUBJECT = "subject", _("The person named in the file")
    ACTING_FOR = "acting_for", _("Somebody acting for the person named")
    SAME_NAME = "same_name", _("Somebody of the same name")
    SOURCE = "source", _("The author or publisher of a source")
    AUTHORITY = "authority", _("A court or another public body")
    READER = "reader", _("A reader")


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


# What the page of a withdrawn document says at once, on the word of one reviewer (architecture.md §3).
# It says no more than the code does; what somebody adds in their own words waits for another person.
WITHDRAWN_FOR = {
    Reason.IDENTITY_ERROR: Text(
        "سمّت هذه الوثيقة شخصًا غير المقصود أو وصفته.",
        "It named or described a person who was not the one meant.",
    ),
    Reason.FACTUAL_ERROR: Text("ورد في هذه الوثيقة خطأ جوهري.", "A material statement in it was wrong."),
    Reason.SOURCE_FAILED: Text(
        "سقط مصدر استندت إليه هذه الوثيقة.", "A source that it rested on no longer stands."
    ),
    Reason.EXONERATED: Text(
        "بُرّئ الشخص المعني، أو أُبطل قرار استندت إليه هذه الوثيقة.",
        "The person was acquitted, or a decision that it rested on was annulled.",
    ),
    Reason.SAFETY: Text("قد يعرّض نشر هذه الوثيقة أشخاصًا للخطر.", "Its publication could endanger people."),
    Reason.CONSENT_WITHDRAWN: Text(
        "سُحبت الموافقة على نشر هذه الوثيقة.", "Consent to its publication was withdrawn."
    ),
    Reason.PRIVACY_REQUEST: Text(
        "سُحبت هذه الوثيقة بعد طلب يتعلق بحماية البيانات الشخصية.",
        "It was taken down after a request for the protection of personal data.",
    ),
    Reason.COURT_ORDER: Text("أمرت محكمة بسحب هذه الوثيقة.", "A court ordered that it be taken down."),
    Reason.MERGED: Text(
        "صار محتوى هذه الوثيقة في وثيقة أخرى من هذا السجل.",
        "Its content is now in another document of this record.",
    ),
    Reason.OUT_OF_SCOPE: Text(
        "تقع هذه الوثيقة خارج نطاق هذا السجل.", "It is outside the scope of this record."
    ),
}
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
