"""The desk's own pages: its home, the board of the two languages, and the pairs of one form."""

from datetime import UTC, datetime
from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campaign.desk import board
from publishing.desk import tasks
from publishing.desk.requests import as_desk

FORMS = ("dossiers.perpetrator", "news.newsitem", "campaign.page", "campaign.linklist")
PER_PAGE = 50


def to_do(request: HttpRequest) -> dict[str, Any]:
    """Return what the home page of the desk lists for this person."""
    user = as_desk(request).user
    writes = user.has_perm("publishing.submit_document")
    decides = user.has_perm("publishing.approve_submission")
    context: dict[str, Any] = {"writes": writes, "decides": decides}
    if decides:
        context["waiting"] = [(row, tasks.title_of(row)) for row in tasks.waiting(user)]
    if writes:
        back = tasks.returned(user)
        forms = dossier_forms(back)
        context["returned"] = [
            (row, tasks.title_of(row), forms.get(row.document.public_id) or form_of(row)) for row in back
        ]
        context["sent"] = [(row, tasks.title_of(row)) for row in tasks.sent(user)]
        context["touched"] = tasks.touched(user, FORMS)
        context["lagging"] = board.lagging(tasks.LIMIT)
        context["corrected"] = board.corrected()
        context["overdue"] = board.overdue(datetime.now(UTC).date())
    return context


def dossier_forms(rows: list[Any]) -> dict[str, str]:
    """Return the form of each dossier among these submissions, by its number."""
    numbers = [row.document.public_id for row in rows if row.document.kind == "dossier"]
    person = apps.get_model("dossiers.perpetrator")
    found = person.objects.filter(public_id__in=numbers).values_list("public_id", "pk")
    return {number: reverse("admin:dossiers_perpetrator_change", args=[pk]) for number, pk in found}


def form_of(submission: Any) -> str:
    """Return the list in which the form of a document is found by its address."""
    places = {"dossier": "dossiers_perpetrator", "news": "news_newsitem", "page": "campaign_page"}
    name = places.get(submission.document.kind, "campaign_linklist")
    return f"{reverse(f'admin:{name}_changelist')}?q={submission.slug}"


def languages(request: HttpRequest) -> HttpResponse:
    """Show, form by form, which texts lag, are missing or were never reviewed."""
    if not request.user.has_perm("dossiers.view_perpetrator"):
        raise PermissionDenied
    page = Paginator(board.board(), PER_PAGE).get_page(request.GET.get("p"))
    board.name_them(list(page.object_list))
    context = {**admin.site.each_context(request), "title": _("Both languages"), "page": page}
    return render(request, "desk/languages.html", context)


def pairs(request: HttpRequest, model: str, pk: str) -> HttpResponse:
    """Show the pairs of one form that are out of step; note which of them say the same."""
    form = next(
        (kind for kind in board.OWNERS if board.FORMS.get(kind, kind)._meta.label_lower == model), None
    )
    if form is None:
        raise Http404
    form = apps.get_model(model)
    if not request.user.has_perm(f"{form._meta.app_label}.change_{form._meta.model_name}"):
        raise PermissionDenied
    try:
        row = form.objects.get(pk=pk)
    except (form.DoesNotExist, ValidationError, ValueError):
        raise Http404 from None
    if request.method == "POST":
        done = board.confirm(form, row.pk, request.POST.getlist("same"))
        if not done:
            messages.error(request, _("Tick the pairs that say the same, then confirm."))
            return HttpResponseRedirect(request.path)
        words = ngettext("%(n)s pair is in step.", "%(n)s pairs are in step.", done)
        messages.success(request, words % {"n": done})
        return HttpResponseRedirect(request.path)
    lagging = board.lagging_pairs(form, row.pk)
    context = {
        **admin.site.each_context(request),
        "title": _("Pairs out of step") if lagging else _("Both languages"),
        "subtitle": str(row),
        "original": row,
        "pairs": lagging,
        "form_url": reverse(f"admin:{form._meta.app_label}_{form._meta.model_name}_change", args=[row.pk]),
    }
    return render(request, "desk/pairs.html", context)
