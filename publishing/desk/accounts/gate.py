"""Who may be at the desk, and for how long (security.md §3, P22).

django-allauth signs people in; this gate adds what it does not know: everybody has a second factor, a
sign-in ends, and grave acts ask for the factor anew.
"""

import time
from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from publishing.desk.accounts.factors import has_factor, is_exempt
from publishing.desk.requests import as_desk

IDLE = 30 * 60  # seconds without a request
ABSOLUTE = 8 * 60 * 60  # seconds since the sign-in
FRESH = 10 * 60  # seconds for which a second factor counts for a grave act
ACCOUNT = "/desk/account/"
OPEN = (ACCOUNT, "/desk/i18n/", "/desk/logout/", "/desk/login/", "/desk/jsi18n/")


def shown_recently(request: HttpRequest, *, recovery: bool = False) -> bool:
    """Say whether this session showed a second factor a short while ago.

    A recovery code lets somebody set up a new factor (`recovery`), and decides on nothing.
    """
    if is_exempt(as_desk(request).user):
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
        protected = has_factor(as_desk(request).user)
        if not (protected or is_exempt(as_desk(request).user) or request.path_info.startswith(OPEN)):
            messages.warning(request, _("Set up a second factor first: everybody at the desk has one."))
            return HttpResponseRedirect(reverse("mfa_index"))
        if protected and self.changes_factors(request) and not shown_recently(request, recovery=True):
            return HttpResponseRedirect(f"{reverse('mfa_reauthenticate')}?next={request.path}")
        as_desk(request).fresh_factor = shown_recently(request)
        as_desk(request).step_up_url = f"{reverse('mfa_reauthenticate')}?next={request.path}"
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
