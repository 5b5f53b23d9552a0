"""Second factors: who has one, and who may do without."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_exempt(user: Any) -> bool:
    """Say whether this is an account of the local sample, the only ones that may do without."""
    return user.get_username() in settings.SAMPLE_ACCOUNTS


def has_factor(user: Any) -> bool:
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()
