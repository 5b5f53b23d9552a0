"""Grave acts ask for the second factor anew; the gate has looked at when it was last shown."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from publishing.desk.requests import as_desk


def confirm_fresh_factor(request: HttpRequest) -> bool:
    """Say whether a second factor was shown a short while ago; if not, say what to do."""
    if as_desk(request).fresh_factor:
        return True
    messages.error(request, _("Nothing was done yet: show once more that it is you, then press again."))
    return False


def step_up_context(request: HttpRequest) -> dict[str, Any]:
    """Return what a page with a grave act says about the second factor; the gate has looked at it."""
    return {
        "fresh": as_desk(request).fresh_factor,
        "step_up_url": as_desk(request).step_up_url,
    }
