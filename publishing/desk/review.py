"""Review: what was sent, beside what readers see now, and the decision."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.csrf import csrf_protect

from publishing import kinds, verbs
from publishing.bilingual import Text, reader_language
from publishing.canonical import Content
from publishing.compare import PairedDifference, side_by_side, untold
from publishing.desk import publishable, tasks
from publishing.desk.accounts.freshness import confirm_fresh_factor, step_up_context
from publishing.desk.record import ReadOnlyAdmin
from publishing.desk.requests import as_desk
from publishing.kinds import Line
from publishing.models import Submission
from publishing.vocabulary import Change, State
from publishing.working.forms import row_or_404


@admin.register(Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    list_display = ["document", "title", "status", "kind", "change", "submitted_by", "submitted_at"]
    list_filter = ["status"]
    list_select_related = ["document", "submitted_by"]
    ordering = ["-submitted_at"]

    @admin.display(description=gettext_lazy("title"))
    def title(self, submission: Submission) -> str:
        return tasks.title_of(submission)

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
        submission = row_or_404(self, request, object_id)
        if is_note(submission):
            raise Http404
        other = reverse("admin:submission_preview", args=[object_id, "en" if lang == "ar" else "ar"])
        return publishable.preview(request, submission.document.kind, submission.read(), lang, other)

    @method_decorator(csrf_protect)
    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        submission = row_or_404(self, request, object_id)
        if request.method == "POST" and self.decide(request, submission):
            return HttpResponseRedirect(reverse("admin:publishing_submission_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Review"),
            "subtitle": subtitle(submission),
            "opts": self.opts,
            "submission": submission,
            "kind": kinds.get(submission.document.kind),
            "changes": (pairs := changes(submission)),
            "untold": rest_of(submission, pairs),
            "points": points(submission),
            **recorded(submission),
            "number": publishable.next_edition(submission.document.public_id).number,
            "preview_urls": {
                lang: reverse("admin:submission_preview", args=[object_id, lang])
                for lang in ("ar", "en")
                if not is_note(submission)
            },
            "own": submission.submitted_by_id == request.user.pk,
            "may_decide": request.user.has_perm("publishing.approve_submission"),
            **step_up_context(request),
            "note": request.POST.get("note", ""),
        }
        return render(request, "desk/review.html", context)

    def decide(self, request: HttpRequest, submission: Submission) -> bool:
        """Carry out the reviewer's decision; say so, or say why it was refused."""
        if not request.user.has_perm("publishing.approve_submission"):
            raise PermissionDenied
        try:
            if "approve" in request.POST and not confirm_fresh_factor(request):
                return False
            if "approve" in request.POST and "read" not in request.POST:
                messages.error(request, _("Tick that you have read both languages, then approve."))
                return False
            if "approve" in request.POST:
                edition = verbs.approve(submission, as_desk(request).user)
                done: str = format_html(
                    '{} <a href="{}">{}</a>',
                    _("Published as edition %(number)s.") % {"number": edition.number},
                    publishable.public_url(edition.document),
                    _("The page that readers see"),
                )
            else:
                verbs.return_(submission, as_desk(request).user, request.POST.get("note", ""))
                done = _("Returned to the editor with your note.")
        except verbs.Refused as refused:
            for problem in refused.problems:
                messages.error(request, str(problem))
            return False
        messages.success(request, done)
        return True


def subtitle(submission: Submission) -> str:
    title = tasks.title_of(submission)
    return str(submission) if title == submission.document.public_id else f"{title} · {submission}"


def is_note(submission: Submission) -> bool:
    """Say whether it is what somebody says of why a document was withdrawn."""
    return bool(submission.content) and verbs.is_tombstone(submission.read())


def lines_of(submission: Submission, content: Content | None) -> list[Line]:
    """Return what a reader reads of this content, in the active language."""
    if not content:
        return []
    if verbs.is_tombstone(content):
        return [Line("note", _("Why it was withdrawn"), str(Text.of(content["note"])))]
    return list(kinds.get(submission.document.kind).lines(content))


def recorded(submission: Submission) -> dict[str, Any]:
    """Return what a reviewer knows beside the text: rules, reasons, fairness, and an earlier return."""
    sent = submission.document.submissions
    earlier = (sent.notes() if is_note(submission) else sent.texts()).filter(
        status="returned", pk__lt=submission.pk
    )
    returned = earlier.order_by("pk").last()
    if not submission.content or is_note(submission):
        return {"reasons": [], "passed": submission.passed_rules, "returned": returned}
    reasons = submission.grounds.reasons
    warned = {row["rule"] for row in reasons}
    return {
        "reasons": reasons,
        "passed": [rule for rule in submission.passed_rules if rule not in warned],
        "fairness": kinds.get(submission.document.kind).desk.fairness(submission.grounds.facts),
        "returned": returned,
    }


def shown_now(submission: Submission) -> Content | None:
    """Return what readers saw of the submission's document when it was decided, or see now."""
    edition = submission.editions.order_by("number").first()
    if edition is not None:
        before = edition.previous
        readable = (
            before and not before.erased and (before.change != Change.WITHDRAWAL or is_note(submission))
        )
        return before.read() if before and readable else None
    shown = submission.document.state == State.LIVE or is_note(submission)
    live = submission.document.live if shown else None
    return live.read() if live else None


def changes(submission: Submission) -> list[PairedDifference]:
    """Return what differs from the edition that readers see now, both languages side by side."""
    now = shown_now(submission)
    before: dict[str, list[Line]] = {}
    after: dict[str, list[Line]] = {}
    for lang in ("ar", "en"):
        with override(lang):
            before[lang] = lines_of(submission, now)
            after[lang] = lines_of(submission, submission.read() if submission.content else None)
    return side_by_side(before, after)


def rest_of(submission: Submission, pairs: list[PairedDifference]) -> list[Any]:
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
    here = reader_language()
    known: dict[str, set[str]] = {}
    for content in contents:
        for row in content.get("labels", []):
            known.setdefault(row["code"], set()).add(row[here])
    return {code: words.pop() for code, words in known.items() if len(words) == 1}


def points(submission: Submission) -> list[str]:
    """Return what needs a second look, in the desk's language."""
    if not submission.content or is_note(submission):
        return []
    kind = kinds.get(submission.document.kind)
    return list(kind.desk.second_look(shown_now(submission), submission.read(), submission.grounds.facts))
