"""The record at the desk: looked at, never edited."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from publishing import kinds
from publishing.working.generics import ModelAdmin


class ReadOnlyAdmin(ModelAdmin):
    """The record is looked at here; it changes by the verbs alone."""

    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ByCode(admin.SimpleListFilter):
    """Narrows a list by a field of codes, whose words the model does not know."""

    def queryset(self, request: HttpRequest, rows: Any) -> Any:
        return rows.filter(**{str(self.parameter_name): self.value()}) if self.value() else rows


class ByKind(ByCode):
    title = gettext_lazy("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(kind.name, kind.label) for kind in kinds.all_kinds()]
