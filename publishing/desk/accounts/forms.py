"""The codes of second factors, as people type them: in Arabic digits, in groups, with a mark pasted along."""

import unicodedata
from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm

from publishing.text import clean_number
from publishing.working.fields import cleaning


def clean_code(typed: str) -> str:
    """Return the letters and digits of a code, digits in ASCII."""
    return "".join(c for c in clean_number(typed) if unicodedata.category(c)[0] in "LN")


class TypedCode:
    """Mixed into a form with a code: reads the code before it is compared."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cleaning(self.fields["code"], clean_code)  # type: ignore[attr-defined] # of the form it is mixed into


class SignInCodeForm(TypedCode, AuthenticateForm):  # type: ignore[misc] # an untyped library
    pass


class SignInAgainCodeForm(TypedCode, ReauthenticateForm):  # type: ignore[misc] # an untyped library
    pass


class NewAuthenticatorForm(TypedCode, ActivateTOTPForm):  # type: ignore[misc] # an untyped library
    pass
