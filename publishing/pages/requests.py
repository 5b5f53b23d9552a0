"""What a public page knows of its request beside what Django does."""

from typing import cast

from django.http import HttpRequest


class PublicRequest(HttpRequest):
    parameters: tuple[str, ...]  # the query parameters that its page reads
    media_prefix: str  # where its pictures are; elsewhere in a preview
    counterpart: str  # the page in the other language, when it is not found by the same name


MEDIA = "/media/"
DEFAULTS = {"parameters": (), "media_prefix": MEDIA, "counterpart": ""}


def as_public(request: HttpRequest) -> PublicRequest:
    """Return the request as a public page reads it; what nobody has said of it is as usual."""
    for name, usual in DEFAULTS.items():
        if not hasattr(request, name):
            setattr(request, name, usual)
    return cast(PublicRequest, request)
