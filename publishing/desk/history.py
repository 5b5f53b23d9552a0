"""The history page of the desk: what was changed in a form and its rows, and the way back."""

from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect

from publishing.working import history
from publishing.working.forms import row_or_404
from publishing.working.generics import ModelAdmin

PER_PAGE = 100


class HistoryAdmin(ModelAdmin):
    """A form whose history shows every change of it and of its rows, and restores one."""

    rows_by: ClassVar[str] = ""  # how the rows of this form name it: "perpetrator", "crime"

    def histories(self, row: Any) -> dict[type[models.Model], models.QuerySet[Any]]:
        """Return the historical rows that belong to this form."""
        found = {self.model: history.of(self.model).filter(id=row.pk)}
        for inline in self.inlines:
            name = inline.fk_name or self.rows_by
            found[inline.model] = history.of(inline.model).filter(**{f"{name}_id": row.pk})
        return found

    def deleted_with(self, record: Any) -> list[Any]:
        """Return the historical rows that went together with this one, and come back with it."""
        return []

    @method_decorator(csrf_protect)
    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = row_or_404(self, request, object_id)
        may_restore = self.has_change_permission(request, row)
        if request.method == "POST":
            if not may_restore:
                raise PermissionDenied
            self.restore(request, row)
            return HttpResponseRedirect(request.path)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Change history"),
            "subtitle": str(row),
            "opts": self.opts,
            "object": row,
            "entries": history.entries(self.histories(row))[:PER_PAGE],
            "may_restore": may_restore,
        }
        return render(request, "desk/history.html", context)

    def restore(self, request: HttpRequest, row: Any) -> None:
        """Put one row back as it was before a change. Raise Http404 for what is not this form's."""
        model, _dot, number = request.POST.get("entry", "").rpartition(":")
        histories = {kind._meta.label_lower: records for kind, records in self.histories(row).items()}
        if model not in histories or not (number.isascii() and number.isdigit()):
            raise Http404
        record = histories[model].filter(history_id=number).first()
        earlier = history.before(record) if record else None
        if record is None or earlier is None:
            raise Http404
        back = [earlier, *(self.deleted_with(record) if record.history_type == "-" else [])]
        try:
            with transaction.atomic():
                changed = [put_back(one.instance) for one in back]
        except (ValidationError, IntegrityError, models.ProtectedError):
            messages.error(
                request,
                _(
                    "It cannot be put back: it is published and stays as it is, or what it belongs to was "
                    "deleted. In that case bring that back; its sources come with it."
                ),
            )
        else:
            if any(changed):
                messages.success(request, _("Put back as it was."))
            else:
                messages.info(request, _("It is so already. Nothing was changed."))


def put_back(old: Any) -> bool:
    """Save a row as it once was; say whether that changed anything."""
    # Whether a pair is in step is a fact of today, not of the day that is put back.
    now = type(old)._base_manager.filter(pk=old.pk).first()
    if now is not None and history.same(now, old):
        return False
    old.stale = now.stale if now else {}
    old._state.adding = now is None
    old.full_clean()
    old.save()
    return True
