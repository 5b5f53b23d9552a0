"""Parts of the admin that every publishable kind shares."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.csrf import csrf_protect

from publishing import kinds, ledger, verbs
from publishing.bilingual import BLANK
from publishing.canonical import Content
from publishing.desk.checklist import checklist, locate
from publishing.desk.requests import as_desk
from publishing.models import Document
from publishing.pages.addresses import public_urls
from publishing.pages.reading import EditionView, find_id, history
from publishing.pages.requests import as_public
from publishing.vocabulary import NEXT_CHANGES, AskedBy, Change, Severity, State
from publishing.working.forms import TwoLanguages, row_or_404, set_choices
from publishing.working.generics import ModelAdmin


class SubmitForm(forms.Form):
    """What an editor says when sending a document to review (P12)."""

    change = forms.ChoiceField(label=gettext_lazy("Kind of change"))
    severity = forms.ChoiceField(
        label=gettext_lazy("Weight"), choices=Severity.choices, initial=Severity.MATERIAL
    )
    asked_by = forms.ChoiceField(
        label=gettext_lazy("Who asked for the correction"),
        choices=[("", "—"), *AskedBy.choices],
        required=False,
        help_text=gettext_lazy("Of a correction only. Readers see the role, and no name."),
    )
    note_ar = forms.CharField(
        label=gettext_lazy("What changed, in Arabic"),
        required=False,
        widget=forms.Textarea({"rows": 3, "lang": "ar", "dir": "rtl"}),
    )
    note_en = forms.CharField(
        label=gettext_lazy("What changed, in English"),
        required=False,
        widget=forms.Textarea({"rows": 3, "lang": "en", "dir": "ltr"}),
    )

    def __init__(
        self, *args: Any, state: str, warned: Mapping[str, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.warned = dict(warned or {})
        for rule, title in self.warned.items():
            self.fields[f"reason_{rule}"] = forms.CharField(
                label=_("%(rule)s, “%(title)s”: why it is sent all the same")
                % {"rule": rule, "title": title},
                widget=forms.Textarea({"rows": 2, "dir": "auto"}),
                error_messages={"required": gettext_lazy("Fix what the warning names, or give a reason.")},
            )
        first = state == State.DRAFT
        allowed: Mapping[str, Sequence[Change]] = {State.DRAFT: [Change.INITIAL], State.LIVE: NEXT_CHANGES}
        changes = allowed.get(state, [Change.RESTORE])
        set_choices(self.fields["change"], [(change.value, change.label) for change in changes])
        if Change.CORRECTION not in allowed.get(state, []):
            del self.fields["asked_by"]
        if first:
            for name in ("note_ar", "note_en"):
                self.fields[name].help_text = _("May stay empty at first publication.")

    def said(self) -> dict[str, Any]:
        """Return what was typed, as `verbs.submit` takes it."""
        typed = {name: value for name, value in self.cleaned_data.items() if not name.startswith("reason_")}
        return {**typed, "reasons": {rule: self.cleaned_data[f"reason_{rule}"] for rule in self.warned}}


def earlier_reasons(document: Document | None) -> dict[str, str]:
    """Return the reasons given for warnings when this document was last sent, to be kept or changed."""
    sent = (
        document.submissions.texts().filter(content__isnull=False).order_by("-pk").first()
        if document
        else None
    )
    return {f"reason_{row['rule']}": row["reason"] for row in sent.grounds.reasons} if sent else {}


class PublishableAdmin(TwoLanguages, ModelAdmin):
    """A working model that becomes editions: preview, checks and submission beside its form."""

    document_kind: str
    change_form_template = "desk/publishable.html"

    def get_urls(self) -> list[URLPattern]:
        info = self.opts.app_label, self.opts.model_name
        wrap = self.admin_site.admin_view
        return [
            path(
                "<path:object_id>/preview/<slug:lang>/",
                wrap(self.preview),
                name="{}_{}_preview".format(*info),
            ),
            path("<path:object_id>/submit/", wrap(self.submit), name="{}_{}_submit".format(*info)),
            *super().get_urls(),
        ]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        context = {**(extra_context or {}), **self.standing(request, object_id)}
        return super().change_view(request, object_id, form_url, context)

    def standing(self, request: HttpRequest, object_id: str) -> dict[str, Any]:
        """Return where the document stands: live, waiting, or returned with a note."""
        working = self.get_object(request, unquote(object_id))
        if working is None:
            return {}
        document = Document.objects.filter(public_id=self.public_id(working)).first()
        latest = document.submissions.texts().order_by("-pk").first() if document else None
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        return {
            "document": document,
            "submission": latest,
            "outdated": self.outdated(document),
            "changed_since": bool(latest and working.updated_at > latest.submitted_at),
            "may_submit": request.user.has_perm("publishing.submit_document"),
            "preview_urls": self.preview_urls(object_id),
            "submit_url": reverse(f"{name}_submit", args=[object_id]),
            "pairs_url": reverse("admin:desk-pairs", args=[self.opts.label_lower, object_id]),
            "public_url": public_url(document),
        }

    def outdated(self, document: Document | None) -> list[Any]:
        """Return what readers still see and the desk has corrected since."""
        if document is None or document.state != State.LIVE:
            return []
        return kinds.get(document.kind).desk.outdated(document.public_id)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A row that was ever sent to review stays: its number is never used again (architecture §3)."""
        sent = obj is not None and Document.objects.filter(public_id=self.public_id(obj)).exists()
        return super().has_delete_permission(request, obj) and not sent

    def public_id(self, working: Any) -> str:
        """Return the number under which this working row is published."""
        raise NotImplementedError

    def preview(self, request: HttpRequest, object_id: str, lang: str) -> HttpResponse:
        working = row_or_404(self, request, object_id)
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_preview"
        other = reverse(name, args=[object_id, "en" if lang == "ar" else "ar"])
        return preview(
            request,
            self.document_kind,
            kinds.get(self.document_kind).desk.freeze(working).content,
            lang,
            other,
        )

    @method_decorator(csrf_protect)
    def submit(self, request: HttpRequest, object_id: str) -> HttpResponse:
        working = row_or_404(self, request, object_id)
        if not request.user.has_perm("publishing.submit_document"):
            raise PermissionDenied
        kind = kinds.get(self.document_kind)
        draft = kind.desk.freeze(working)
        document = Document.objects.filter(public_id=draft.public_id).first()
        problems = verbs.examine(kind, draft, draft.content, document)
        warned = list(dict.fromkeys(problem.rule for problem in problems if problem.warning))
        form = SubmitForm(
            request.POST or None,
            state=document.state if document else State.DRAFT,
            warned={rule.code: str(rule.title) for rule in kind.desk.rules() if rule.code in warned},
            initial=earlier_reasons(document),
        )
        if form.is_valid():
            try:
                verbs.submit(self.document_kind, working, as_desk(request).user, **form.said())
            except verbs.Refused as refused:
                problems = [
                    *(p for p in problems if p.warning),
                    *(p for p in refused.problems if not p.warning),
                ]
            else:
                messages.success(request, _("Sent to review. Another person can now approve or return it."))
                return HttpResponseRedirect(self.form_url(object_id))
        if request.method == "POST" and any(not problem.warning for problem in problems):
            messages.error(request, _("Not sent: something is missing. What you typed is kept below."))
        idle = kind.desk.not_needed(draft.content, draft.grounds, verbs.occasion_of(document))
        lagging = [problem.claim for problem in problems if problem.rule == "P4"]
        pages = {"P4": self.pairs_pages(object_id, lagging)}
        found = locate(problems, self.addresses(object_id, draft.content), pages)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Before publishing"),
            "subtitle": str(working),
            "opts": self.opts,
            "original": working,
            "form": form,
            "blocking": [one for one in found if not one.warning],
            "outdated": self.outdated(document),
            "groups": checklist(kind, found, idle),
            "form_url": self.form_url(object_id),
            "preview_urls": self.preview_urls(object_id),
            "number": next_edition(draft.public_id).number,
        }
        return render(request, "desk/submit.html", context)

    def addresses(self, object_id: str, content: Content) -> Callable[[str], str]:
        """Return where an editor mends a claim: a part of this form, or the form of a shared row."""
        here = self.form_url(object_id)

        def address(claim: str) -> str:
            return f"{here}#{self.anchor(claim)}" if claim else here

        return address

    def pairs_pages(self, object_id: str, claims: list[str]) -> Callable[[str], str]:
        """Return where the pair of each of these claims is confirmed."""
        return lambda claim: reverse("admin:desk-pairs", args=[self.opts.label_lower, object_id])

    def anchor(self, claim: str) -> str:
        """Return the part of the form that a claim is: a row by its key, or a field by its name."""
        return f"claim-{claim}" if re.fullmatch(r"[0-9a-f]{32}", claim) else f"id_{claim}"

    def preview_urls(self, object_id: str) -> dict[str, str]:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_preview"
        return {lang: reverse(name, args=[object_id, lang]) for lang in ("ar", "en")}

    def form_url(self, object_id: str) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[object_id])


def preview(request: HttpRequest, kind: str, content: Content, lang: str, other: str) -> HttpResponse:
    """Return the public page that this content would make, in one language."""
    if lang not in {"ar", "en"}:
        raise Http404
    as_public(request).media_prefix = "/desk/portraits/"
    as_public(request).counterpart = other
    content = {"note": {"ar": "", "en": ""}, **content}
    with public_urls(), override(lang):
        edition = next_edition(content["public_id"])
        return kinds.get(kind).page(request, content, edition)


def next_edition(public_id: str) -> EditionView:
    """Return how the edition to come would be named."""
    found = find_id(public_id)
    number = history(found)[0].number + 1 if found else 1
    return EditionView(
        number=number,
        published_at=ledger.stamp(),
        change=Change.UPDATE.label if found else Change.INITIAL.label,
        note=BLANK,
        digest="",
        erased=False,
        tombstone=False,
        preview=True,
    )


def public_url(document: Document | None) -> str:
    """Return the address of the live page; empty when nothing is published."""
    if document is None or document.slug is None:
        return ""
    with public_urls():
        return kinds.get(document.kind).url(document.slug)
