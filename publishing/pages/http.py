"""How every public page is answered: GET and HEAD only, one validator, no cookie.

A page is a function of its address, its known parameters, the newest edition and the build, so its
ETag is made of these and "not modified" costs one query and no rendering.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from publishing.models import Ledger
from publishing.pages import noting, reading
from publishing.pages.requests import as_public

LASTING = {200, 301, 410, 451}  # what a page store may keep
View = Callable[..., HttpResponse]
# Nothing of a page outlives its withdrawal by more than this, in any cache (security.md P8).
MINUTE = "public, max-age=60"


def public_page(*parameters: str, cross_origin: bool = False, stored: bool = True) -> Callable[[View], View]:
    """Make a view a public page. `parameters` are the query parameters that it reads.

    `cross_origin` lets other sites embed the answer: a share card, the bytes of an edition.
    `stored=False`: no cache keeps the answer, since it shows what was asked for.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            as_public(request).parameters = parameters  # the page in the other language is asked the same
            if not stored:
                response = view(request, *args, **kwargs)
                response.headers.setdefault("Cache-Control", "no-store")
                return response
            seq, head = Ledger.objects.values_list("seq", "head").get(pk=1)
            etag = make_etag(request, parameters, seq)
            # "*" would say "unchanged" of pages that do not exist.
            if request.headers.get("If-None-Match", "*") != "*":
                unchanged = get_conditional_response(request, etag=etag)
                if unchanged is not None:
                    return finish(unchanged, etag, cross_origin)
            with reading.at_head(head):
                response = finish(view(request, *args, **kwargs), etag, cross_origin)
            if response.status_code in LASTING:
                noting.keep()
            return response

        answer.parameters = parameters  # type: ignore[attr-defined]
        return require_safe(answer)

    return decorate


def make_etag(request: HttpRequest, parameters: tuple[str, ...], seq: int) -> str:
    """Return the strong validator of the answer to this request."""
    asked = [f"{name}={value}" for name in sorted(parameters) for value in request.GET.getlist(name)]
    parts = "\n".join([request.path, *asked, str(seq), settings.BUILD])
    return f'"{hashlib.sha256(parts.encode()).hexdigest()[:32]}"'


def finish(response: HttpResponse, etag: str, cross_origin: bool) -> HttpResponse:
    if cross_origin:  # a 304 says so too: its headers replace those that were kept
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if response.status_code in {200, 304, 410}:
        response.headers["ETag"] = etag
        response.headers.setdefault("Cache-Control", MINUTE)
    elif response.status_code in {301, 302}:
        response.headers.setdefault("Cache-Control", MINUTE)
    return response
