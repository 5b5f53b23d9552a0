"""To do at the desk, and by whom: the lists of its home page.

Each list is a fixed number of queries, whatever the size of the record.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q

from publishing import kinds, verbs
from publishing.bilingual import Text
from publishing.models import Document, Submission

LIMIT = 15  # rows of a list


def submissions(rows: Any) -> list[Submission]:
    return list(
        rows.select_related("document", "submitted_by", "decided_by").order_by("-submitted_at")[:LIMIT]
    )


def waiting(user: User) -> list[Submission]:
    """What this person may decide on: everything open that somebody else sent."""
    return submissions(Submission.objects.filter(status="open").exclude(submitted_by=user))


def sent(user: User) -> list[Submission]:
    return submissions(Submission.objects.filter(status="open", submitted_by=user))


def returned(user: User) -> list[Submission]:
    """What came back and was not sent again since; a note that came back stands beside its document."""
    later = Submission.objects.texts().filter(document=OuterRef("document"), pk__gt=OuterRef("pk"))
    rows = Submission.objects.texts().filter(status="returned", submitted_by=user)
    return submissions(rows.filter(~Exists(later)))


def title_of(submission: Submission) -> str:
    """Return the name or headline that the frozen text has, in the desk's language."""
    if not submission.content:
        return str(submission.document)
    content = submission.read()
    of_tombstone = verbs.is_tombstone(content)
    title = (
        Text.of(content["title"]) if of_tombstone else kinds.get(submission.document.kind).row(content).title
    )
    return str(title) or submission.document.public_id


def heading(document: Document) -> str:
    """Return the name or headline that was published last, and the number of the document."""
    sent = document.submissions.texts().filter(status=Submission.Status.APPROVED).order_by("-pk").first()
    return f"{title_of(sent)} · {document.public_id}" if sent and sent.content else document.public_id


def touched(user: User, models: Iterable[str]) -> list[LogEntry]:
    """Return the forms that this person saved last, each once, the newest first."""
    of_kind = Q()
    for label in models:
        app, name = label.split(".")
        of_kind |= Q(content_type__app_label=app, content_type__model=name)
    rows = LogEntry.objects.filter(of_kind, user=user).exclude(action_flag=3)
    rows = rows.select_related("content_type").order_by("-action_time")[: LIMIT * 4]
    newest: dict[tuple[int | None, str | None], LogEntry] = {}
    for row in rows:
        newest.setdefault((row.content_type_id, row.object_id), row)
    return list(newest.values())[:LIMIT]
