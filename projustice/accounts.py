"""Signing in to the desk: who may, for how long, and with which second factor (security.md §3, P22).

django-allauth does the work; this module closes what the desk does not want (sign-up, e-mail) and adds
what it does: everybody has a second factor, a sign-in ends, and grave acts ask for the factor anew.
"""

import base64
import hashlib
import time
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_reset
from allauth.usersessions.models import UserSession
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model, logout
from django.contrib.auth.signals import user_login_failed
from django.db.models.signals import post_delete, pre_save
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from publishing import audit
from publishing.sign_ins import at_the_desk

IDLE = 30 * 60  # seconds without a request
ABSOLUTE = 8 * 60 * 60  # seconds since the sign-in
FRESH = 10 * 60  # seconds for which a second factor counts for a grave act
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
ACCOUNT = "/desk/account/"
OPEN = (ACCOUNT, "/desk/i18n/", "/desk/logout/", "/desk/login/", "/desk/jsi18n/")


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up, no e-mail: accounts are made at the desk, and nothing is reset by mail."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Ask for the password again only where there is something to protect: not at the first factor."""
        user = context.request.user
        return super().is_reauthentication_required(app=app) and (not app.endswith("mfa") or has_factor(user))

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: a mail about a sign-in tells its carrier who works here."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing; the log of privileged actions tells it."""


class FactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of second factors encrypted in the database."""

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url: str) -> str:
        """Return the picture as an element of the page: the policy allows no picture in an address."""
        return super().build_totp_svg(url).partition("?>")[2]

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing, as above."""


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    made = [
        base64.urlsafe_b64encode(hashlib.sha256(f"second factor {key}".encode()).digest()) for key in keys
    ]
    return MultiFernet([Fernet(key) for key in made])


def exempt(user: Any) -> bool:
    """Say whether this is an account of the local sample, the only ones that may do without."""
    return user.get_username() in settings.SAMPLE_ACCOUNTS


def has_factor(user: Any) -> bool:
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def is_fresh(request: HttpRequest, *, recovery: bool = False) -> bool:
    """Say whether this session showed a second factor a short while ago.

    A recovery code lets somebody set up a new factor (`recovery`), and decides on nothing.
    """
    if exempt(request.user):
        return True
    records = get_authentication_records(request, request.user)
    shown = [
        row["at"]
        for row in records
        if row["method"] == "mfa" and (recovery or row.get("type") != "recovery_codes")
    ]
    return bool(shown) and time.time() - max(shown) < FRESH


class DeskGateMiddleware:
    """End sign-ins that are idle or old; send everybody without a second factor to set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/desk/") or not request.user.is_authenticated:
            return self.get_response(request)
        if self.is_over(request):
            logout(request)
            messages.info(request, _("Your sign-in ended. Sign in again."))
            return HttpResponseRedirect(f"{reverse('account_login')}?next={request.path}")
        protected = has_factor(request.user)
        if not (protected or exempt(request.user) or request.path_info.startswith(OPEN)):
            messages.warning(request, _("Set up a second factor first: everybody at the desk has one."))
            return HttpResponseRedirect(reverse("mfa_index"))
        if protected and self.changes_factors(request) and not is_fresh(request, recovery=True):
            return HttpResponseRedirect(f"{reverse('mfa_reauthenticate')}?next={request.path}")
        request.fresh_factor = is_fresh(request)
        request.step_up_url = f"{reverse('mfa_reauthenticate')}?next={request.path}"
        return self.get_response(request)

    def changes_factors(self, request: HttpRequest) -> bool:
        """Say whether this page shows or changes second factors: a password alone does not open it."""
        path = request.path_info.removeprefix(f"{ACCOUNT}factors/")
        return path not in {
            request.path_info,
            "",
            "authenticate/",
            "reauthenticate/",
            "webauthn/reauthenticate/",
        }

    def is_over(self, request: HttpRequest) -> bool:
        """Say whether the sign-in is idle or old; note that it is used, once a minute."""
        now = int(time.time())
        began = request.session.setdefault("began", now)
        seen = request.session.get("seen", now)
        if now - began >= ABSOLUTE or now - seen >= IDLE:
            return True
        if now - seen >= 60 or "seen" not in request.session:
            request.session["seen"] = now
        return False


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
        record_authentication(request, user, method="mfa", type=str(authenticator.type))


def sign_in_failed(sender: Any, credentials: dict[str, Any], **_signal: Any) -> None:
    """Put a failed sign-in into the log, if the account exists: what else was typed may be a password."""
    name = str(credentials.get("username", ""))
    if get_user_model().objects.filter(username=name).exists():
        audit.note("sign_in_failed", None, name)


def factor_removed(sender: Any, instance: Any, **_signal: Any) -> None:
    """Put into the log whatever way a second factor went."""
    audit.note("factor", at_the_desk(), instance.user.get_username(), kind=str(instance.type), removed=True)


def watch() -> None:
    """Connect the signals, once, when the desk is ready."""
    pre_save.connect(forget_address, sender=UserSession, dispatch_uid="no address")
    authenticator_added.connect(factor_shown, dispatch_uid="shown")
    post_delete.connect(factor_removed, sender=Authenticator, dispatch_uid="audit")
    user_login_failed.connect(sign_in_failed, dispatch_uid="audit")
    for signal in (authenticator_added, authenticator_reset):
        signal.connect(factor_changed, dispatch_uid="audit")
