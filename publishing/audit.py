"""The log of privileged actions: appended, chained by hash, readable by administrators.

It names accounts, never addresses or browsers. The chain shows that an entry was changed or taken out;
that all of it was written anew shows only against a head that was noted elsewhere.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from publishing import ledger
from publishing.canonical import digest
from publishing.models import AuditEntry
from publishing.vocabulary import Change, Reason

ORIGIN = "0" * 64
ACTIONS = {
    "sign_in": _("Signed in"),
    "sign_out": _("Signed out"),
    "sign_in_failed": _("Failed to sign in"),
    "factor": _("Second factor"),
    "account": _("Account"),
    "role": _("Roles of an account"),
    "right": _("Rights of an account"),
    "role_rights": _("Rights of a role"),
    "submit": _("Sent to review"),
    "approve": _("Approved"),
    "return": _("Returned"),
    "withdraw": _("Withdrew"),
    "redact": _("Erased"),
    "export": _("Exported"),
}
# What the details of an entry are made of: the log keeps codes, and administrators read words.
WORDS = {
    **dict(Change.choices),
    **dict(Reason.choices),
    "add": _("given"),
    "remove": _("taken away"),
    "made": _("made"),
    "changed": _("changed"),
    "deleted": _("deleted"),
    "removed": _("removed"),
    "kind": _("kind"),
    "change": _("kind of change"),
    "reason": _("reason"),
    "erased": _("editions erased"),
    "number": _("how many"),
    "is_active": _("may sign in"),
    "is_staff": _("may enter the desk"),
    "is_superuser": _("has every right"),
    "password": _("password"),
    "editor": _("editor"),
    "reviewer": _("reviewer"),
    "administrator": _("administrator"),
    "totp": _("authenticator app"),
    "webauthn": _("security key"),
    "recovery_codes": _("recovery codes"),
    "True": _("yes"),
    "False": _("no"),
}


def in_words(detail: dict[str, Any]) -> str:
    """Return the details of an entry in words."""
    parts = []
    for key, value in sorted(detail.items()):
        values = value if isinstance(value, list) else [value]
        words = _(", ").join(str(WORDS.get(str(one), one)) for one in values)
        parts.append(f"{WORDS.get(key, key)}: {words}")
    return " · ".join(parts)


def note(action: str, by: User | AnonymousUser | None, subject: str = "", **detail: Any) -> AuditEntry:
    """Append an entry. `by` is None for what nobody signed in did, such as a failed sign-in."""
    with transaction.atomic():
        ledger.lock()  # one entry after another, as editions are
        last = AuditEntry.objects.order_by("-seq").first()
        entry = AuditEntry(
            seq=last.seq + 1 if last else 1,
            at=ledger.stamp(),
            actor=by.get_username() if by else "",
            action=action,
            subject=subject,
            detail=detail,
            previous=last.digest if last else ORIGIN,
        )
        entry.digest = digest(body(entry))
        entry.save()
    return entry


def body(entry: AuditEntry) -> dict[str, Any]:
    """Return what an entry's digest covers."""
    return {
        "seq": entry.seq,
        "at": entry.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "actor": entry.actor,
        "action": entry.action,
        "subject": entry.subject,
        "detail": entry.detail,
        "previous": entry.previous,
    }


def verify() -> Iterator[str]:
    """Yield a sentence for every entry that is not as it was written; nothing when all is well."""
    previous, expected = ORIGIN, 1
    for entry in AuditEntry.objects.order_by("seq").iterator():
        if entry.seq != expected:
            yield f"log {expected}: missing"
        if entry.previous != previous or entry.digest != digest(body(entry)):
            yield f"log {entry.seq}: not as it was written"
        previous, expected = entry.digest, entry.seq + 1
