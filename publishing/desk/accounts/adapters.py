"""What the desk does not want of django-allauth is closed here: sign-up, e-mail, secrets in the clear."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest

from publishing.desk.accounts.factors import has_factor


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # an untyped library
    """No sign-up, no e-mail: accounts are made at the desk, and nothing is reset by mail."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Ask for the password again only where there is something to protect: not at the first factor."""
        user = context.request.user
        required = bool(super().is_reauthentication_required(app=app))
        return required and (not app.endswith("mfa") or has_factor(user))

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: a mail about a sign-in tells its carrier who works here."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing; the log of privileged actions tells it."""


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc] # an untyped library
    """Keeps the secrets of second factors encrypted in the database."""

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url: str) -> str:
        """Return the picture as an element of the page: the policy allows no picture in an address."""
        return str(super().build_totp_svg(url)).partition("?>")[2]

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing, as above."""


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    made = [
        base64.urlsafe_b64encode(hashlib.sha256(f"second factor {key}".encode()).digest()) for key in keys
    ]
    return MultiFernet([Fernet(key) for key in made])
