"""Answers for what is in the page store before Django hears of it, and keeps what Django answers otherwise.

It stands around the application, so that a page needs neither database nor template, whatever has died. An
answer depends on the path alone: a query that no page reads gives the stored page, one that a page reads goes
to Django, and so does whatever is not public.
"""

import io
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.conf import settings
from django.db import DatabaseError, connections
from django.http.request import split_domain_port, validate_host
from django.urls import URLResolver, get_resolver

from projustice.middleware import CODED, accepts, squeezed, worth_coding
from publishing import changes
from publishing.models import Edition
from publishing.pages import noting
from publishing.pages.store import Page, PageStore

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
PUBLIC = re.compile(r"/(?:(?:ar|en)/|editions/|data/|sitemap)[A-Za-z0-9/_.-]*")
COMPUTED = re.compile(r"/(?:ar|en)/search/")  # answers of what was asked for, which nobody keeps
OWN_TO_A_CODING = {"etag", "content-length", "content-encoding", "vary", "date"}
ASKED = (
    "HTTP_ACCEPT_ENCODING",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_RANGE",
    "HTTP_IF_RANGE",
)
RANGE = re.compile(r"bytes=(\d*)-(\d*)")
REASONS = {200: "OK", 206: "Partial Content", 301: "Moved Permanently", 304: "Not Modified", 404: "Not Found",
           410: "Gone", 416: "Range Not Satisfiable", 451: "Unavailable For Legal Reasons"}  # fmt: skip
REMEMBERED = 16 * 2**20  # bytes of pages that a process keeps at hand


class StoredPages:
    """The application with the page store before it. `parameters` are those that some page reads."""

    def __init__(self, application: Application, store: PageStore, parameters: Iterable[str]) -> None:
        self.application, self.store, self.parameters = application, store, frozenset(parameters)
        self._at_hand: OrderedDict[str, tuple[tuple[int, int], Page]] = OrderedDict()
        self._size, self._lock = 0, Lock()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not self._is_stored(path, environ):
            return self.application(environ, start_response)
        page = self._kept(path) or self._made(path, environ)
        return answer(page, environ, start_response)

    def page(self, path: str) -> bytes | None:
        """Return what a path answers, made if it was not kept; None for what is not stored."""
        host = urlsplit(settings.SITE_URL)
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": host.hostname,
            "SERVER_PORT": str(host.port or 443), "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": host.netloc,
            "wsgi.url_scheme": host.scheme, "wsgi.input": io.BytesIO(),
        }  # fmt: skip
        if not self._is_stored(path, environ):
            return None
        page = self._kept(path) or self._made(path, environ)
        return page.bodies["identity"]

    def _is_stored(self, path: str, environ: dict[str, Any]) -> bool:
        if environ.get("REQUEST_METHOD") not in {"GET", "HEAD"} or not PUBLIC.fullmatch(path):
            return False
        if COMPUTED.match(path) or ".." in path or "//" in path or not is_plain(environ):
            return False
        query = environ.get("QUERY_STRING", "")
        return not query or self.parameters.isdisjoint(
            name for name, _value in parse_qsl(query, keep_blank_values=True)
        )

    def _kept(self, path: str) -> Page | None:
        """Return what the store has, from memory while its file is the one that was read."""
        try:
            stat = self.store.head(path).stat()
        except OSError:
            return None
        seal = (stat.st_mtime_ns, stat.st_ino)
        known = self._at_hand.get(path)
        if known and known[0] == seal:
            return known[1]
        page = self.store.read(path)
        if page:
            self._remember(path, seal, page)
        return page

    def _remember(self, path: str, seal: tuple[int, int], page: Page) -> None:
        with self._lock:
            if before := self._at_hand.pop(path, None):
                self._size -= size(before[1])
            self._at_hand[path] = (seal, page)
            self._size += size(page)
            while self._size > REMEMBERED:
                _path, (_seal, oldest) = self._at_hand.popitem(last=False)
                self._size -= size(oldest)

    def _made(self, path: str, environ: dict[str, Any]) -> Page:
        """Return what Django answers for this path, and keep it if it lasts."""
        try:
            since = self.store.fence()
        except OSError:
            since = None
        asked = {name: value for name, value in environ.items() if name not in ASKED}
        with noting.rendering() as made:
            plain = called(self.application, {**asked, "REQUEST_METHOD": "GET", "QUERY_STRING": ""})
        lasts = made.lasting and since is not None
        page = coded(plain, quick=not lasts)
        if lasts and since is not None:
            with suppress(OSError):  # a full disk keeps nobody from reading
                self.store.keep(path, page, made.keys, since)
        return page


def is_plain(environ: dict[str, Any]) -> bool:
    """Say whether the request came as it should: what Django refuses or redirects, it shall go on to."""
    domain, _port = split_domain_port(environ.get("HTTP_HOST") or environ.get("SERVER_NAME", ""))
    if not domain or not validate_host(domain, settings.ALLOWED_HOSTS):
        return False
    if not settings.SECURE_SSL_REDIRECT:
        return True
    header, value = settings.SECURE_PROXY_SSL_HEADER or ("", "")
    return environ.get("wsgi.url_scheme") == "https" or bool(header and environ.get(header) == value)


def called(application: Application, environ: dict[str, Any]) -> Page:
    """Return the application's answer."""
    said: list[Any] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        said[:] = [int(status.split()[0]), headers]

    parts = application(environ, start_response)
    try:
        body = b"".join(parts)
    finally:
        if close := getattr(parts, "close", None):
            close()
    status, headers = said
    kept = [(name, value) for name, value in headers if name.lower() not in OWN_TO_A_CODING]
    return Page(status, kept, {"identity": body})


def coded(page: Page, quick: bool) -> Page:
    """Return a page with its text in every coding; what is kept is worth more time than what is not."""
    body, kind = page.bodies["identity"], dict(page.headers).get("Content-Type", "")
    if not worth_coding(body, kind):
        return page
    made = {name: squeezed(body, name, quick) for name in CODED}
    return Page(page.status, page.headers, {**page.bodies, **made})


def answer(page: Page, environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Answer with a page as it was asked for: coding, condition, range, or its headers alone."""
    coding = chosen(environ.get("HTTP_ACCEPT_ENCODING", ""), page)
    body, tag, status = page.bodies[coding], page.tag(coding), page.status
    headers = [*page.headers]
    if len(page.bodies) > 1:
        headers.append(("Vary", "Accept-Encoding"))
    if coding != "identity":
        headers.append(("Content-Encoding", coding))
    if status in {200, 410, 451}:
        headers.append(("ETag", tag))
    if status == 200:
        headers.append(("Accept-Ranges", "bytes"))
        if unchanged(environ.get("HTTP_IF_NONE_MATCH", ""), tag):
            status, body = 304, b""
        elif (found := RANGE.fullmatch(environ.get("HTTP_RANGE", ""))) and (
            environ.get("HTTP_IF_RANGE", tag) == tag
        ):
            status, body = part(found, body, headers)
    if status != 304:
        headers.append(("Content-Length", str(len(body))))
    start_response(f"{status} {REASONS.get(status, 'Answer')}", headers)
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]


def chosen(accepted: str, page: Page) -> str:
    """Return the smallest coding that a reader takes."""
    return next((name for name in CODED if name in page.bodies and accepts(accepted, name)), "identity")


def unchanged(asked: str, tag: str) -> bool:
    return asked.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in asked.split(",")}


def part(found: re.Match[str], body: bytes, headers: list[tuple[str, str]]) -> tuple[int, bytes]:
    """Return the part of a body that a range asks for (RFC 9110 §14)."""
    first, last = found[1], found[2]
    if not first and not last:
        return 200, body
    start = int(first) if first else max(len(body) - int(last), 0)
    stop = min(int(last) + 1, len(body)) if first and last else len(body)
    if start >= stop:
        headers.append(("Content-Range", f"bytes */{len(body)}"))
        return 416, b""
    headers.append(("Content-Range", f"bytes {start}-{stop - 1}/{len(body)}"))
    return 206, body[start:stop]


def size(page: Page) -> int:
    return sum(map(len, page.bodies.values()))


def with_store(application: Application) -> Application:
    """Return the application with its page store before it; as it is, where there is none or nobody reads."""
    store = changes.page_store()
    if store is None or settings.SERVE == "desk":
        return application
    store.recover()
    with suppress(DatabaseError):  # stored pages answer without it
        first = Edition.objects.order_by("seq").values_list("header_digest", flat=True).first()
        store.belong_to(first or "")
    connections.close_all()  # this may be the parent of those who serve
    return StoredPages(application, store, parameters())


def parameters() -> set[str]:
    """Return every query parameter that a public page reads."""
    found: set[str] = set()
    for pattern in _patterns(get_resolver(settings.PUBLIC_URLCONF).url_patterns):
        found.update(getattr(pattern.callback, "parameters", ()))
    return found


def _patterns(patterns: Iterable[Any]) -> Iterable[Any]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns)
        else:
            yield pattern
