"""Puts second factors and failed sign-ins into the log, and keeps addresses out of the list of sign-ins."""

import time
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_reset
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_login_failed
from django.db.models.signals import post_delete, pre_save
from django.http import HttpRequest

from publishing import audit
from publishing.desk.accounts.account_log import at_the_desk
from publishing.desk.accounts.factors import FACTORS


def watch() -> None:
    """Connect the signals, once, when the desk is ready."""
    pre_save.connect(forget_address, sender=UserSession, dispatch_uid="no address")
    authenticator_added.connect(factor_shown, dispatch_uid="shown")
    post_delete.connect(factor_removed, sender=Authenticator, dispatch_uid="audit")
    user_login_failed.connect(sign_in_failed, dispatch_uid="audit")
    for signal in (authenticator_added, authenticator_reset):
        signal.connect(factor_changed, dispatch_uid="audit")


def coarse(agent: str) -> str:
    """Return a browser and a system by name, and nothing else of what a browser says."""
    browsers = ("Firefox", "Edg", "OPR", "Chrome", "Safari")
    systems = ("Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux")
    browser = next((name for name in browsers if name in agent), "?")
    system = next((name for name in systems if name in agent), "?")
    return f"{browser.replace('Edg', 'Edge').replace('OPR', 'Opera')} · {system}"


def forget_address(sender: Any, instance: Any, **_signal: Any) -> None:
    """Keep of a sign-in when it began and a coarse browser; never from where."""
    instance.ip = "0.0.0.0"  # noqa: S104 - no address: the column may not be empty
    if "·" not in instance.user_agent:
        instance.user_agent = coarse(instance.user_agent)


def factor_changed(sender: Any, request: HttpRequest, user: Any, authenticator: Any, **_signal: Any) -> None:
    """Put a new or renewed second factor into the log; one that went is logged when its row does."""
    audit.note("factor", user, user.get_username(), kind=str(authenticator.type))


def factor_shown(sender: Any, request: HttpRequest, user: Any, authenticator: Any, **_signal: Any) -> None:
    """Who has just set up a factor has shown it. Whoever had one already showed that first: see the gate."""
    if authenticator.type in FACTORS:
        shown = {"method": "mfa", "at": time.time(), "type": str(authenticator.type)}
        records = [*get_authentication_records(request, user), shown]
        request.session[AUTHENTICATION_METHODS_SESSION_KEY] = records


def sign_in_failed(sender: Any, credentials: dict[str, Any], **_signal: Any) -> None:
    """Put a failed sign-in into the log, if the account exists: what else was typed may be a password."""
    name = str(credentials.get("username", ""))
    if get_user_model().objects.filter(username=name).exists():
        audit.note("sign_in_failed", None, name)


def factor_removed(sender: Any, instance: Any, **_signal: Any) -> None:
    """Put into the log whatever way a second factor went."""
    audit.note("factor", at_the_desk(), instance.user.get_username(), kind=str(instance.type), removed=True)
