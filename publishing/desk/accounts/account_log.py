"""Puts sign-ins, roles and second factors into the log of privileged actions."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from simple_history.models import HistoricalRecords

from publishing import audit

FLAGS = ("is_active", "is_staff", "is_superuser", "password")


def watch() -> None:
    """Connect the signals, once, when the app is ready."""
    user = get_user_model()
    user_logged_in.connect(signed_in, dispatch_uid="audit")
    user_logged_out.connect(signed_out, dispatch_uid="audit")
    m2m_changed.connect(roles_changed, sender=user.groups.through, dispatch_uid="audit")
    m2m_changed.connect(rights_changed, sender=user.user_permissions.through, dispatch_uid="audit")
    m2m_changed.connect(group_changed, sender=Group.permissions.through, dispatch_uid="audit")
    pre_save.connect(remember, sender=user, dispatch_uid="audit")
    post_save.connect(account_saved, sender=user, dispatch_uid="audit")
    post_delete.connect(account_deleted, sender=user, dispatch_uid="audit")


def at_the_desk() -> Any:
    """Return who is signed in; None in a command."""
    request = getattr(HistoricalRecords.context, "request", None)
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def signed_in(sender: Any, user: Any, **_signal: Any) -> None:
    audit.note("sign_in", user)


def signed_out(sender: Any, user: Any, **_signal: Any) -> None:
    if user is not None:
        audit.note("sign_out", user)


def roles_changed(**signal: Any) -> None:
    given(audited="role", words="name", **signal)


def rights_changed(**signal: Any) -> None:
    given(audited="right", words="codename", **signal)


def given(
    audited: str,
    words: str,
    instance: Any,
    action: str,
    pk_set: Any,
    reverse: bool,
    model: Any,
    **_signal: Any,
) -> None:
    """Put what accounts were given or lost into the log, from whichever side it was written."""
    verb = {"post_add": "add", "post_remove": "remove", "pre_clear": "remove"}.get(action)
    if verb is None:
        return
    if reverse:  # written on the role: `group.user_set.add(user)`
        users = model.objects.filter(pk__in=pk_set) if pk_set else instance.user_set.all()
        for user in users:
            audit.note(audited, at_the_desk(), user.get_username(), **{verb: [getattr(instance, words)]})
        return
    held = instance.groups if words == "name" else instance.user_permissions
    rows = model.objects.filter(pk__in=pk_set) if pk_set else held.all()
    if names := sorted(rows.values_list(words, flat=True)):
        audit.note(audited, at_the_desk(), instance.get_username(), **{verb: names})


def group_changed(sender: Any, instance: Any, action: str, pk_set: Any, **_signal: Any) -> None:
    """A role itself was changed by hand; the roles are made anew after every migration without a trace."""
    who = at_the_desk()
    if who is not None and action in {"post_add", "post_remove"} and pk_set:
        audit.note("role_rights", who, str(instance), number=len(pk_set))


def remember(sender: Any, instance: Any, **_signal: Any) -> None:
    before = sender._base_manager.filter(pk=instance.pk).values(*FLAGS).first() if instance.pk else None
    instance._audited_before = before


def account_saved(sender: Any, instance: Any, created: bool, raw: bool = False, **_signal: Any) -> None:
    if raw:
        return
    before = instance._audited_before or {}
    if created:
        audit.note("account", at_the_desk(), instance.get_username(), made=True)
    changed = sorted(name for name in FLAGS if before and before[name] != getattr(instance, name))
    if changed:
        told = {name: bool(getattr(instance, name)) for name in changed if name != "password"}
        audit.note("account", at_the_desk(), instance.get_username(), changed=changed, **told)


def account_deleted(sender: Any, instance: Any, **_signal: Any) -> None:
    audit.note("account", at_the_desk(), instance.get_username(), deleted=True)
