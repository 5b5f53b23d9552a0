"""The log of privileged actions, for administrators."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from publishing import audit
from publishing.desk.record import ByCode, ReadOnlyAdmin
from publishing.models import AuditEntry


class ByAction(ByCode):
    title = gettext_lazy("what")
    parameter_name = "action"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(audit.ACTIONS.items())


@admin.register(AuditEntry)
class AuditAdmin(ReadOnlyAdmin):
    """The log of privileged actions, for administrators."""

    list_display = ["seq", "at", "actor", "action_label", "subject", "details"]
    list_filter = [ByAction]
    search_fields = ["actor", "subject"]
    ordering = ["-seq"]
    list_display_links = None

    @admin.display(description=gettext_lazy("what"))
    def action_label(self, entry: AuditEntry) -> str:
        return str(audit.ACTIONS.get(entry.action, entry.action))

    @admin.display(description=gettext_lazy("details"))
    def details(self, entry: AuditEntry) -> str:
        return audit.in_words(entry.detail)
