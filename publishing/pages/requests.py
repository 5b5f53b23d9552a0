"""What a public page knows of its request beside what Django does."""

from typing import TYPE_CHECKING, cast

from django.http import HttpRequest

if TYPE_CHECKING:
    from publishing.pages.lists import Asked


class PublicRequest(HttpRequest):
    parameters: tuple[str, ...]  # the query parameters that its page reads
    media_prefix: str  # where its pictures are; elsewhere in a preview
    asked: "Asked | None"  # what of a list, when it is one
    counterpart: str  # the page in the other language, when it is not found by the same name


MEDIA = "/media/"
DEFAULTS = {"parameters": (), "media_prefix": MEDIA, "asked": None, "counterpart": ""}


def as_public(request: HttpRequest) -> PublicRequest:
    """Return the request as a public page reads it; what nobody has said of it is as usual."""
    for name, usual in DEFAULTS.items():
        if not hasattr(request, name):
            setattr(request, name, usual)
    return cast(PublicRequest, request)
