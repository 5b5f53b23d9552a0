"""Second factors: who has one, and who may do without."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import User

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_exempt(user: User) -> bool:
    """Say whether this is an account of the local sample, the only ones that may do without."""
    return bool(user.get_username() in settings.SAMPLE_ACCOUNTS)


def has_factor(user: User) -> bool:
    return bool(Authenticator.objects.filter(user=user, type__in=FACTORS).exists())
