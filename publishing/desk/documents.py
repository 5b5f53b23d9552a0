"""Published documents: their editions, withdrawing them and erasing their texts."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_protect

from publishing import kinds, verbs
from publishing.bilingual import Text
from publishing.desk import publishable, tasks
from publishing.desk.accounts.freshness import confirm_fresh_factor, step_up_context
from publishing.desk.record import ByKind, ReadOnlyAdmin
from publishing.desk.requests import as_desk
from publishing.models import Document, Listing
from publishing.vocabulary import Reason, State
from publishing.working.forms import row_or_404, set_choices


class ConfirmedForm(forms.Form):
    """An act that readers see at once or that cannot be undone: its document is named again by hand."""

    confirm = forms.CharField(
        label=gettext_lazy("To confirm, write the number of the document"),
        widget=forms.TextInput({"dir": "ltr", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.document = document
        self.order_fields([*(name for name in self.fields if name != "confirm"), "confirm"])
        self.fields["confirm"].help_text = document.public_id

    def clean_confirm(self) -> str:
        if self.cleaned_data["confirm"].strip().casefold() != self.document.public_id.casefold():
            raise forms.ValidationError(
                _("This is not the number of this document. Write %(number)s.")
                % {"number": self.document.public_id}
            )
        return self.document.public_id


class ExplainForm(forms.Form):
    """What a reviewer says, in words of their own, of why a document was withdrawn."""

    note_ar = forms.CharField(
        label=gettext_lazy("Explanation in Arabic"),
        help_text=gettext_lazy(
            "Not needed: readers see fixed words for the reason at once. What you write here waits until "
            "another person has approved it."
        ),
        required=False,
        widget=forms.Textarea({"rows": 3, "lang": "ar", "dir": "rtl"}),
    )
    note_en = forms.CharField(
        label=gettext_lazy("Explanation in English"),
        required=False,
        widget=forms.Textarea({"rows": 3, "lang": "en", "dir": "ltr"}),
    )


class WithdrawForm(ExplainForm, ConfirmedForm):
    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=[("", "---------"), *Reason.choices])

    field_order = ["reason", "note_ar", "note_en", "confirm"]


class RedactForm(ConfirmedForm):
    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=[("", "---------"), *Reason.choices])
    numbers = forms.MultipleChoiceField(
        label=gettext_lazy("Editions whose text is erased"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, document=document, auto_id="erase_%s", **kwargs)
        rows = document.editions.filter(content__isnull=False).order_by("number")
        choices = [(row.number, _("Edition %(number)s") % {"number": row.number}) for row in rows]
        set_choices(self.fields["numbers"], choices)


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    list_display = ["public_id", "title", "kind_label", "slug", "state"]
    list_filter = ["state", ByKind]
    search_fields = ["public_id", "slug"]
    ordering = ["public_id"]

    def get_queryset(self, request: HttpRequest) -> Any:
        shown = Listing.objects.filter(kind=OuterRef("kind"), key=OuterRef("public_id"))
        titles = {name: Subquery(shown.values(name)[:1]) for name in ("title_ar", "title_en")}
        return super().get_queryset(request).annotate(**titles)

    @admin.display(description=gettext_lazy("title"))
    def title(self, document: Any) -> str:
        """The name or headline that readers see; of a withdrawn document none."""
        return str(Text(document.title_ar or "", document.title_en or "")) or "—"

    @admin.display(description=gettext_lazy("kind"))
    def kind_label(self, document: Document) -> str:
        return str(kinds.get(document.kind).label)

    @method_decorator(csrf_protect)
    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        document = row_or_404(self, request, object_id)
        verb = request.POST.get("verb")
        withdraw = WithdrawForm(request.POST if verb == "withdraw" else None, document=document)
        explain = ExplainForm(request.POST if verb == "explain" else None)
        redact = RedactForm(request.POST if verb == "redact" else None, document=document)
        if self.carry_out(request, document, withdraw, explain, redact):
            return HttpResponseRedirect(request.path)
        context = {
            **self.admin_site.each_context(request),
            "title": kinds.get(document.kind).label,
            "subtitle": tasks.heading(document),
            "opts": self.opts,
            "document": document,
            "editions": document.editions.defer("content", "header").order_by("-number"),
            "public_url": publishable.public_url(document),
            "withdraw": withdraw if document.state == State.LIVE else None,
            "explain": explain if document.state == State.WITHDRAWN else None,
            "note": document.submissions.notes().order_by("-pk").first(),
            "redact": redact,
            "may_withdraw": request.user.has_perm("publishing.withdraw_document"),
            **step_up_context(request),
        }
        return render(request, "desk/document.html", context)

    def carry_out(
        self,
        request: HttpRequest,
        document: Document,
        withdraw: WithdrawForm,
        explain: ExplainForm,
        redact: RedactForm,
    ) -> bool:
        """Withdraw, explain or redact as asked; say what was done, or why it was refused."""
        if request.method != "POST":
            return False
        if not request.user.has_perm("publishing.withdraw_document"):
            raise PermissionDenied
        if not confirm_fresh_factor(request):
            return False
        try:
            if withdraw.is_bound and withdraw.is_valid():
                said = withdraw.cleaned_data
                verbs.withdraw(
                    document,
                    as_desk(request).user,
                    said["reason"],
                    note_ar=said["note_ar"],
                    note_en=said["note_en"],
                )
                messages.success(request, _("Withdrawn. Readers now see why."))
                if said["note_ar"]:
                    messages.info(request, _("Your explanation waits for another person."))
                return True
            if explain.is_bound and explain.is_valid():
                verbs.explain(document, as_desk(request).user, **explain.cleaned_data)
                messages.success(request, _("Your explanation waits for another person."))
                return True
            if redact.is_bound and redact.is_valid():
                numbers = [int(number) for number in redact.cleaned_data["numbers"]]
                verbs.redact(document, numbers, as_desk(request).user, redact.cleaned_data["reason"])
                messages.success(request, _("The text of these editions was erased."))
                return True
        except verbs.Refused as refused:
            for problem in refused.problems:
                messages.error(request, str(problem))
        return False
