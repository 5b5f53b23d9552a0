"""A request at the desk: somebody is signed in, and the gate has looked at the second factor."""

from typing import cast

from django.contrib.auth.models import User
from django.http import HttpRequest


class DeskRequest(HttpRequest):
    user: User
    fresh_factor: bool  # a second factor was shown a short while ago
    step_up_url: str  # where it is shown anew


def as_desk(request: HttpRequest) -> DeskRequest:
    """Return the request as the gate has let it in (accounts.gate)."""
    return cast(DeskRequest, request)
