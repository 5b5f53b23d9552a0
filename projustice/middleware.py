"""Headers on every response, language from the path, and the desk's own stack for the desk alone."""

import gzip
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import brotli
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.deprecation import MiddlewareMixin
from simple_history.middleware import HistoryRequestMiddleware

GetResponse = Callable[[HttpRequest], HttpResponse]
DESK = "/desk/"
CODED = ("br", "gzip")  # the smaller first
TEXTS = ("text/", "application/json", "application/atom", "application/xml", "application/manifest",
         "application/schema", "application/jsonl", "application/opensearch", "application/feed",
         "application/link-format", "application/vnd.citationstyles", "application/x-research-info",
         "application/x-bibtex")  # fmt: skip
WINDOW = 18  # bits: no page is larger than 256 KB, and a larger window takes megabytes
SEARCH = re.compile(r"/(?:ar|en)/search/(?:names\.json)?")

# One constant policy: no nonce, since pages are cached and mirrored. No inline style or script
# anywhere. Trusted Types break the stock admin, so only public pages ask for them.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "media-src 'self'; manifest-src 'self'; connect-src 'self'; form-action 'self'; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)
PUBLIC_POLICY = f"{POLICY}; require-trusted-types-for 'script'; trusted-types 'none'"
EMBED_POLICY = PUBLIC_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
FEATURES = (
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()"
)


def is_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith(DESK) or request.path_info == DESK.rstrip("/")


class HeadersMiddleware:
    """Set the security headers that every response carries, errors and static files included."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        headers = response.headers
        framed = getattr(response, "embeddable", False)
        if not framed:
            headers.setdefault("X-Frame-Options", "DENY")
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        # The style of a card: a frame in a sandbox has no origin.
        of_cards = request.path_info.startswith(f"{settings.STATIC_URL}embed.")
        headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if of_cards else "same-origin")
        headers["Permissions-Policy"] = FEATURES
        if is_desk(request):
            headers.setdefault("Content-Security-Policy", POLICY)
            # With no-referrer the browser sends `Origin: null` and every form is refused.
            headers["Referrer-Policy"] = "same-origin"
            headers["Cache-Control"] = "no-store, private"
        else:
            headers.setdefault("Content-Security-Policy", EMBED_POLICY if framed else PUBLIC_POLICY)
            headers["Referrer-Policy"] = "no-referrer"
        return response


class CompressMiddleware:
    """Send public texts in brotli, or gzip: a page is a fifth of its size on a slow network.

    Never the desk's: its answers hold secrets beside what a sender can choose (BREACH). Pages hold
    none. What is compressed here differs in bytes, so its validator is a weak one (RFC 9110 §8.8.1).
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_desk(request) or response.streaming or response.has_header("Content-Encoding"):
            return response
        if response.status_code != 304 and not worth_coding(response.content, response.headers):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        accepted = request.headers.get("Accept-Encoding", "")
        coding = next((name for name in CODED if accepts(accepted, name)), None)
        if coding is None:
            return response
        if etag := response.headers.get("ETag", "").removeprefix("W/"):
            response.headers["ETag"] = f"W/{etag}"
        if response.status_code != 304:
            response.content = squeezed(response.content, coding, quick=True)
            response.headers["Content-Encoding"] = coding
            response.headers["Content-Length"] = str(len(response.content))
        return response


def squeezed(body: bytes, coding: str, quick: bool) -> bytes:
    """Return a text coded: quickly where a reader waits for it, else as small as can be."""
    if coding == "br":
        made: bytes = brotli.compress(body, quality=5 if quick else 11, lgwin=WINDOW)
        return made
    return gzip.compress(body, compresslevel=6 if quick else 9, mtime=0)


def accepts(header: str, coding: str) -> bool:
    """Say whether an Accept-Encoding header names this coding and does not refuse it (RFC 9110 §12.5.3)."""
    for part in header.lower().split(","):
        name, _semicolon, weight = (word.strip() for word in part.partition(";"))
        if name == coding:
            return not re.fullmatch(r"q\s*=\s*0(?:\.0*)?", weight)
    return False


def is_text(headers: Mapping[str, str]) -> bool:
    """Say whether an answer is a text that may be coded."""
    kind, caching = headers.get("Content-Type", ""), headers.get("Cache-Control", "")
    return kind.startswith(TEXTS) and "no-transform" not in caching


def worth_coding(body: bytes, headers: Mapping[str, str]) -> bool:
    """Say whether an answer is a text that becomes much smaller."""
    return len(body) > 500 and is_text(headers)


class PlainAddressMiddleware:
    """Refuse an address with a NUL in it: no page has one, and PostgreSQL would fail on it.

    The search takes whatever was typed and reads of it what can be read.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = "" if SEARCH.fullmatch(request.path_info) else request.META.get("QUERY_STRING", "")
        if "\x00" in request.path_info or "%00" in asked:
            raise SuspiciousOperation("a NUL in the address")
        return self.get_response(request)


class PathLanguageMiddleware:
    """Take the public language from the first part of the path, and from nothing else.

    A reader's request knows the public addresses only: those of the desk are not even loaded.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first = request.path_info.split("/", 2)[1] if "/" in request.path_info else ""
        lang = first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        translation.activate(lang)
        request.LANGUAGE_CODE = lang
        if not is_desk(request):
            request.urlconf = settings.PUBLIC_URLCONF
        return self.get_response(request)


class DeskOnly(MiddlewareMixin):
    """Mixed into a stock middleware: outside the desk it does not exist.

    So no public answer can open a session, set a cookie or vary by one.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase | Awaitable[HttpResponseBase]:
        return super().__call__(request) if is_desk(request) else self.get_response(request)


class DeskSessionMiddleware(DeskOnly, SessionMiddleware):
    pass


class DeskLocaleMiddleware(DeskOnly, LocaleMiddleware):
    pass


class DeskCsrfMiddleware(DeskOnly, CsrfViewMiddleware):
    def process_view(
        self, request: HttpRequest, callback: Any, callback_args: Any, callback_kwargs: Any
    ) -> HttpResponseForbidden | None:
        if not is_desk(request):
            return None
        return super().process_view(request, callback, callback_args, callback_kwargs)


class DeskAuthenticationMiddleware(DeskOnly, AuthenticationMiddleware):
    pass


class DeskMessageMiddleware(DeskOnly, MessageMiddleware):
    pass


class DeskHistoryMiddleware:
    """Tell the history of working rows who is at the desk. Readers have no history."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.named = HistoryRequestMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.named(request) if is_desk(request) else self.get_response(request)
