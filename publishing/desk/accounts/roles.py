"""The three roles of the desk, made after every migration so that new models are covered."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

EDITOR, REVIEWER, ADMINISTRATOR = "editor", "reviewer", "administrator"


def make_roles(**_signal: Any) -> None:
    """An editor writes and submits; a reviewer reads, decides and withdraws; an administrator has the
    accounts and the log, and no text (architecture §3)."""
    working = Q(content_type__app_label__in=settings.WORKING_APPS) & ~Q(codename__contains="historical")
    record = Q(content_type__app_label="publishing", codename__in=["view_submission", "view_document"])
    _grant(EDITOR, working | record | Q(codename="submit_document"))
    _grant(
        REVIEWER,
        working & Q(codename__startswith="view_")
        | record
        | Q(codename__in=["approve_submission", "withdraw_document"]),
    )
    may = ["view_user", "add_user", "change_user", "view_group"]
    accounts = Q(content_type__app_label="auth", codename__in=may)
    _grant(ADMINISTRATOR, accounts | Q(content_type__app_label="publishing", codename="view_auditentry"))


def _grant(role: str, which: Q) -> None:
    group, _made = Group.objects.get_or_create(name=role)
    group.permissions.set(Permission.objects.filter(which))
