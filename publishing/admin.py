"""Review, withdrawal and redaction. Nothing of the record can be added, changed or deleted here."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import csrf_protect_m
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from publishing import audit, desk, kinds, verbs, work
from publishing.canonical import Content
from publishing.compare import Line, Pair, side_by_side, untold
from publishing.models import AuditEntry, Document, Listing, Submission
from publishing.pages.reading import Text
from publishing.vocabulary import Change, Reason, State


def is_fresh(request: HttpRequest) -> bool:
    """Say whether a second factor was shown a short while ago; if not, say what to do."""
    if getattr(request, "fresh_factor", False):
        return True
    messages.error(request, _("Nothing was done yet: show once more that it is you, then press again."))
    return False


def step_up(request: HttpRequest) -> dict[str, Any]:
    """Return what a page with a grave act says about the second factor; the gate has looked at it."""
    return {
        "fresh": getattr(request, "fresh_factor", False),
        "step_up_url": getattr(request, "step_up_url", ""),
    }


class ByCode(admin.SimpleListFilter):
    """Narrows a list by a field of codes, whose words the model does not know."""

    def queryset(self, request: HttpRequest, rows: Any) -> Any:
        return rows.filter(**{self.parameter_name: self.value()}) if self.value() else rows


class ByKind(ByCode):
    title = gettext_lazy("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(kind.name, kind.label) for kind in kinds.all_kinds()]


class ByAction(ByCode):
    title = gettext_lazy("what")
    parameter_name = "action"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(audit.ACTIONS.items())


class ReadOnlyAdmin(admin.ModelAdmin):
    """The record is looked at here; it changes by the verbs alone."""

    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    list_display = ["document", "title", "status", "kind", "change", "submitted_by", "submitted_at"]
    list_filter = ["status"]
    list_select_related = ["document", "submitted_by"]
    ordering = ["-submitted_at"]

    @admin.display(description=gettext_lazy("title"))
    def title(self, submission: Submission) -> str:
        return work.title_of(submission)

    @admin.display(description=gettext_lazy("kind"))
    def kind(self, submission: Submission) -> str:
        return str(kinds.get(submission.document.kind).label)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<path:object_id>/preview/<slug:lang>/", wrap(self.preview), name="submission_preview"),
            *super().get_urls(),
        ]

    def preview(self, request: HttpRequest, object_id: str, lang: str) -> HttpResponse:
        submission = desk.row_or_404(self, request, object_id)
        other = reverse("admin:submission_preview", args=[object_id, "en" if lang == "ar" else "ar"])
        return desk.preview(request, submission.document.kind, submission.read(), lang, other)

    @csrf_protect_m
    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        submission = desk.row_or_404(self, request, object_id)
        if request.method == "POST" and self.decide(request, submission):
            return HttpResponseRedirect(reverse("admin:publishing_submission_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Review"),
            "subtitle": f"{work.title_of(submission)} · {submission}",
            "opts": self.opts,
            "submission": submission,
            "kind": kinds.get(submission.document.kind),
            "changes": (pairs := changes(submission)),
            "untold": rest_of(submission, pairs),
            "points": points(submission),
            **told(submission),
            "number": desk.next_edition(submission.document.public_id).number,
            "preview_urls": {
                lang: reverse("admin:submission_preview", args=[object_id, lang]) for lang in ("ar", "en")
            },
            "own": submission.submitted_by_id == request.user.pk,
            "may_decide": request.user.has_perm("publishing.approve_submission"),
            **step_up(request),
            "note": request.POST.get("note", ""),
        }
        return render(request, "desk/review.html", context)

    def decide(self, request: HttpRequest, submission: Submission) -> bool:
        """Carry out the reviewer's decision; say so, or say why it was refused."""
        if not request.user.has_perm("publishing.approve_submission"):
            raise PermissionDenied
        try:
            if "approve" in request.POST and not is_fresh(request):
                return False
            if "approve" in request.POST and "read" not in request.POST:
                messages.error(request, _("Tick that you have read both languages, then approve."))
                return False
            if "approve" in request.POST:
                edition = verbs.approve(submission, request.user)
                done = format_html(
                    '{} <a href="{}">{}</a>',
                    _("Published as edition %(number)s.") % {"number": edition.number},
                    desk.public_url(edition.document),
                    _("The page that readers see"),
                )
            else:
                verbs.return_(submission, request.user, request.POST.get("note", ""))
                done = _("Returned to the editor with your note.")
        except verbs.Refused as refused:
            for problem in refused.problems:
                messages.error(request, problem.told)
            return False
        messages.success(request, done)
        return True


def told(submission: Submission) -> dict[str, Any]:
    """Return what a reviewer knows beside the text: rules, reasons, fairness, and an earlier return."""
    earlier = submission.document.submissions.filter(status="returned", pk__lt=submission.pk)
    returned = earlier.order_by("pk").last()
    if not submission.content:
        return {"reasons": [], "passed": submission.checks, "returned": returned}
    reasons = submission.grounds.reasons
    warned = {row["rule"] for row in reasons}
    return {
        "reasons": reasons,
        "passed": [rule for rule in submission.checks if rule not in warned],
        "fairness": kinds.get(submission.document.kind).fairness(submission.grounds.facts),
        "returned": returned,
    }


def shown_now(submission: Submission) -> Content | None:
    """Return what readers saw of the submission's document when it was decided, or see now."""
    edition = submission.editions.order_by("number").first()
    if edition is not None:
        before = edition.previous
        readable = before and not before.erased and before.change != Change.WITHDRAWAL
        return before.read() if before and readable else None
    live = submission.document.live if submission.document.state == State.LIVE else None
    return live.read() if live else None


def changes(submission: Submission) -> list[Pair]:
    """Return what differs from the edition that readers see now, both languages side by side."""
    kind, now = kinds.get(submission.document.kind), shown_now(submission)
    before: dict[str, list[Line]] = {}
    after: dict[str, list[Line]] = {}
    for lang in ("ar", "en"):
        with override(lang):
            before[lang] = list(kind.lines(now)) if now else []
            after[lang] = list(kind.lines(submission.read())) if submission.content else []
    return side_by_side(before, after)


def rest_of(submission: Submission, pairs: list[Pair]) -> list[Any]:
    """Return what differs and is in none of the lines above, so that nothing is approved unseen."""
    now = shown_now(submission)
    if now is None or not submission.content:
        return []
    sides = [side for pair in pairs for side in (pair.ar, pair.en) if side]
    shown = " ".join(
        "".join(piece.text for piece in side.pieces if piece.kind != part)
        for side in sides
        for part in ("removed", "added")
    )
    return untold(now, submission.read(), shown, words_of_codes(now, submission.read()))


def words_of_codes(*contents: Content) -> dict[str, str]:
    """Return the label, in the desk's language, of every code that means one thing only in these contents."""
    here = "en" if get_language() == "en" else "ar"
    told: dict[str, set[str]] = {}
    for content in contents:
        for row in content.get("labels", []):
            told.setdefault(row["code"], set()).add(row[here])
    return {code: words.pop() for code, words in told.items() if len(words) == 1}


def points(submission: Submission) -> list[str]:
    """Return what needs a second look, in the desk's language."""
    if not submission.content:
        return []
    kind = kinds.get(submission.document.kind)
    return list(kind.second_look(shown_now(submission), submission.read(), submission.grounds.facts))


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


class WithdrawForm(ConfirmedForm):
    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=[("", "---------"), *Reason.choices])
    note_ar = forms.CharField(
        label=gettext_lazy("Explanation in Arabic"),
        required=False,
        widget=forms.Textarea({"rows": 3, "lang": "ar", "dir": "rtl"}),
    )
    note_en = forms.CharField(
        label=gettext_lazy("Explanation in English"),
        required=False,
        widget=forms.Textarea({"rows": 3, "lang": "en", "dir": "ltr"}),
    )


class RedactForm(ConfirmedForm):
    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=[("", "---------"), *Reason.choices])
    numbers = forms.MultipleChoiceField(
        label=gettext_lazy("Editions whose text is erased"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, document=document, auto_id="erase_%s", **kwargs)
        rows = document.editions.filter(content__isnull=False).order_by("number")
        self.fields["numbers"].choices = [
            (row.number, _("Edition %(number)s") % {"number": row.number}) for row in rows
        ]


@admin.register(AuditEntry)
class AuditAdmin(ReadOnlyAdmin):
    """The log of privileged actions, for administrators."""

    list_display = ["seq", "at", "actor", "action_label", "subject", "told"]
    list_filter = [ByAction]
    search_fields = ["actor", "subject"]
    ordering = ["-seq"]
    list_display_links = None

    @admin.display(description=gettext_lazy("what"))
    def action_label(self, entry: AuditEntry) -> str:
        return str(audit.ACTIONS.get(entry.action, entry.action))

    @admin.display(description=gettext_lazy("details"))
    def told(self, entry: AuditEntry) -> str:
        return audit.told(entry.detail)


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

    @csrf_protect_m
    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        document = desk.row_or_404(self, request, object_id)
        verb = request.POST.get("verb")
        withdraw = WithdrawForm(request.POST if verb == "withdraw" else None, document=document)
        redact = RedactForm(request.POST if verb == "redact" else None, document=document)
        if self.carry_out(request, document, withdraw, redact):
            return HttpResponseRedirect(request.path)
        context = {
            **self.admin_site.each_context(request),
            "title": kinds.get(document.kind).label,
            "subtitle": work.heading(document),
            "opts": self.opts,
            "document": document,
            "editions": document.editions.defer("content", "header").order_by("-number"),
            "public_url": desk.public_url(document),
            "withdraw": withdraw if document.state == State.LIVE else None,
            "redact": redact,
            "may_withdraw": request.user.has_perm("publishing.withdraw_document"),
            **step_up(request),
        }
        return render(request, "desk/document.html", context)

    def carry_out(
        self, request: HttpRequest, document: Document, withdraw: WithdrawForm, redact: RedactForm
    ) -> bool:
        """Withdraw or redact as asked; say what was done, or why it was refused."""
        if request.method != "POST":
            return False
        if not request.user.has_perm("publishing.withdraw_document"):
            raise PermissionDenied
        if not is_fresh(request):
            return False
        try:
            if withdraw.is_bound and withdraw.is_valid():
                said = withdraw.cleaned_data
                verbs.withdraw(
                    document, request.user, said["reason"], note_ar=said["note_ar"], note_en=said["note_en"]
                )
                messages.success(request, _("Withdrawn. Readers now see why."))
                return True
            if redact.is_bound and redact.is_valid():
                numbers = [int(number) for number in redact.cleaned_data["numbers"]]
                verbs.redact(document, numbers, request.user, redact.cleaned_data["reason"])
                messages.success(request, _("The text of these editions was erased."))
                return True
        except verbs.Refused as refused:
            for problem in refused.problems:
                messages.error(request, f"{problem.rule}: {problem.message}")
        return False
