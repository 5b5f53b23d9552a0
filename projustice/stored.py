"""Answers for what is in the page store before Django hears of it, and keeps what Django answers otherwise.

It stands around the application, so that a page needs neither database nor template, whatever has died. An
answer depends on the path alone: a query that its page does not read gives the stored page. What a query asks
for is computed, and remembered for seconds; what is not public goes to Django as it came.
"""

import io
import os
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from http import HTTPStatus
from threading import BoundedSemaphore, Lock
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.conf import settings
from django.db import DatabaseError, connections
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, URLResolver, get_resolver

from projustice import calm
from projustice.middleware import CODED, accepts, is_text, squeezed, worth_coding
from projustice.threads import IN_DJANGO, PATIENCE, WAITING
from publishing import changes
from publishing.models import Edition
from publishing.pages import dataset, noting
from publishing.pages.store import Page, PageStore

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Headers = list[tuple[str, str]]
PUBLIC = re.compile(r"/(?:(?:ar|en)/|editions/|data/|sitemap)[A-Za-z0-9/_.-]*")
# Answers of what was asked for, which nobody keeps.
COMPUTED = re.compile(r"/(?:ar|en)/search/(?:names\.json)?")
OWN_TO_A_CODING = {"etag", "content-length", "content-encoding", "vary", "date", "last-modified"}
# What a cache must hear again (RFC 9110 §15.4.5), and who may show it; the rest it has kept.
OF_A_304 = {"ETag", "Vary", "Cache-Control", "Cross-Origin-Resource-Policy", "Access-Control-Allow-Origin"}
ASKED = (
    "HTTP_ACCEPT_ENCODING",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_RANGE",
    "HTTP_IF_RANGE",
)
RANGE = re.compile(r"bytes=(\d*)-(\d*)")
BUSY = Page(503, [*calm.HEADERS, ("Retry-After", "5")], {"identity": calm.BUSY})
TOO_LONG = Page(414, calm.HEADERS, {"identity": calm.TOO_LONG})
AT_HAND = 4 * 2**20  # bytes of pages that a process keeps in memory
LATELY = 3  # seconds for which a computed answer is remembered
LATEST = 64  # how many of them
WANTED_AGAIN = 60  # seconds after which what is not there yet is wanted once more
WANTED_MOST = 1000  # paths of which that is known


class Answer:
    """What is sent of a page in one coding: made once, sent as often as it is asked for."""

    def __init__(self, page: Page, coding: str) -> None:
        self.body, self.tag = page.bodies[coding], page.tags[coding]
        self.status = page.status
        headers, told = [row for row in page.headers if row[0] != "Vary"], dict(page.headers)
        varies = [told["Vary"]] if "Vary" in told else []
        if varies := [*varies, "Accept-Encoding"] if is_text(told) else varies:
            headers.append(("Vary", ", ".join(varies)))
        if coding != "identity":
            headers.append(("Content-Encoding", coding))
        if page.status in {200, 410, 451} and "no-store" not in told.get("Cache-Control", ""):
            headers.append(("ETag", self.tag))
        if page.status == 200:
            headers.append(("Accept-Ranges", "bytes"))
        self.headers = headers
        self.whole = [*headers, ("Content-Length", str(len(self.body)))]
        self.line = line_of(page.status)
        self.unchanged = [(name, value) for name, value in headers if name in OF_A_304]


class Ready:
    """A page with its answers, as long as the file is there that it was read from."""

    def __init__(self, page: Page, seal: tuple[int, int] = (0, 0)) -> None:
        self.page, self.seal = page, seal
        self.size = sum(map(len, page.bodies.values()))
        self.answers = {coding: Answer(page, coding) for coding in page.bodies}


class StoredPages:
    """The application with the page store before it."""

    def __init__(self, application: Application, store: PageStore) -> None:
        self.application, self.store = application, store
        self._parameters = parameters()
        self._at_hand: OrderedDict[str, Ready] = OrderedDict()
        self._lately: OrderedDict[tuple[str, str], tuple[float, int, Page]] = OrderedDict()
        self._wanted: dict[str, float] = {}  # what was left to the background, and when
        self._size, self._lock = 0, Lock()
        self._places, self._queue = BoundedSemaphore(IN_DJANGO), BoundedSemaphore(WAITING)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        if len(path) + len(query) > calm.LONGEST:
            return send(Ready(TOO_LONG), environ, start_response)
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or not is_public(path) or not is_plain(environ):
            return self._django(environ, start_response)
        if COMPUTED.fullmatch(path) or (query and self._reads(path, query)):
            ready = Ready(self._remembered(path, query, environ))
        else:
            ready = self._kept(path) or self._made(path, environ)
        return send(ready, environ, start_response)

    def _django(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Let Django answer, if there is room: a slow database must not hold up what needs none."""
        if not self._has_place():
            return send(Ready(BUSY), environ, start_response)
        try:
            return self.application(environ, start_response)
        finally:
            self._places.release()

    def _has_place(self) -> bool:
        if self._places.acquire(blocking=False):
            return True
        if not self._queue.acquire(blocking=False):
            return False
        try:
            return self._places.acquire(timeout=PATIENCE)
        finally:
            self._queue.release()

    def page(self, path: str) -> bytes | None:
        """Return what a path answers, made if it was not kept, however long it takes.

        None for what is not stored.
        """
        if not is_public(path) or COMPUTED.fullmatch(path):
            return None
        ready = self._kept(path) or self._made(path, asked_for(path), hurried=False)
        return ready.page.bodies["identity"]

    def keep_together(self, paths: list[str]) -> bool:
        """Make pages anew and keep them all at once, if the record stays as it is meanwhile. Say whether."""
        since = self._fence()
        if since is None:
            return False
        pages, keys = {}, set[str]()
        try:
            for path in paths:
                page, made = self._rendered(path, asked_for(path), hurried=False)
                if not made.lasting:
                    return False
                pages[path] = coded(page, quick=True)
                keys |= made.keys
            return self.store.keep_all(pages, keys, since)
        finally:
            dataset.forget()

    def _want(self, paths: Iterable[str]) -> None:
        """Leave pages to be made to the process that has the time."""
        now = time.monotonic()
        missing = sorted(
            path
            for path in paths
            if self.store.age(path) is None and now - self._wanted.get(path, -WANTED_AGAIN) >= WANTED_AGAIN
        )
        if not missing:
            return
        if len(self._wanted) > WANTED_MOST:
            self._wanted.clear()
        self._wanted.update(dict.fromkeys(missing, now))
        with suppress(OSError):
            self.store.want(missing)

    def _rendered(self, path: str, environ: dict[str, Any], hurried: bool) -> tuple[Page, noting.Rendering]:
        """Return a page and what it depends on; in the background it takes nobody's place."""
        django = self._django if hurried else self.application
        with noting.rendering(hurried) as made:
            return called(django, {**environ, "QUERY_STRING": ""}), made

    def _reads(self, path: str, query: str) -> bool:
        """Say whether the page at this path reads something of this query."""
        named = {name for name, _value in parse_qsl(query, keep_blank_values=True)}
        if self._parameters.isdisjoint(named):
            return False
        with suppress(Resolver404):
            view = get_resolver(settings.PUBLIC_URLCONF).resolve(path).func
            return not named.isdisjoint(getattr(view, "parameters", named))
        return True

    def _kept(self, path: str) -> Ready | None:
        """Return what the store has, from memory while its file is the one that was read."""
        try:
            file = os.stat(self.store.head(path))  # noqa: PTH116 - a Path costs as much as the answer
        except OSError:
            return None
        seal = (file.st_mtime_ns, file.st_ino)
        known = self._at_hand.get(path)
        if known and known.seal == seal:
            return known
        page = self.store.read(path)
        return self._held(path, Ready(page, seal)) if page else None

    def _held(self, path: str, ready: Ready) -> Ready:
        with self._lock:
            if before := self._at_hand.pop(path, None):
                self._size -= before.size
            self._at_hand[path] = ready
            self._size += ready.size
            while self._size > AT_HAND:
                _path, oldest = self._at_hand.popitem(last=False)
                self._size -= oldest.size
        return ready

    def _made(self, path: str, environ: dict[str, Any], hurried: bool = True) -> Ready:
        """Return what Django answers for this path, and keep it if it lasts."""
        since = self._fence()
        page, made = self._rendered(path, environ, hurried)
        self._want(made.wanted)
        if made.lasting and since is not None:
            page = coded(page, quick=True)
            with suppress(OSError):  # a full disk keeps nobody from reading
                self.store.keep(path, page, made.keys, since)
        else:
            page = coded(page, quick=True, asked=environ.get("HTTP_ACCEPT_ENCODING", ""))
        return Ready(page)

    def _remembered(self, path: str, query: str, environ: dict[str, Any]) -> Page:
        """Return what Django computes for a query; for seconds, and until the record changes, the same."""
        key, since, now = (path, query), self._fence(), time.monotonic()
        made_at, fence, page = self._lately.get(key, (0.0, -1, None))
        if page is None or fence != since or now - made_at > LATELY:
            page = called(self._django, environ)
            if since is not None and page.status < 500:
                with self._lock:
                    self._lately[key] = (now, since, page)
                    while len(self._lately) > LATEST:
                        self._lately.popitem(last=False)
        return coded(page, quick=True, asked=environ.get("HTTP_ACCEPT_ENCODING", ""))

    def forget(self) -> None:
        """Forget what was computed a while ago: it tells what readers asked for."""
        with self._lock:
            for key, (made_at, _fence, _page) in list(self._lately.items()):
                if time.monotonic() - made_at > LATELY:
                    del self._lately[key]

    def _fence(self) -> int | None:
        try:
            return self.store.fence()
        except OSError:
            return None


def asked_for(path: str) -> dict[str, Any]:
    """Return a request for a path such as nobody sent."""
    host = urlsplit(settings.SITE_URL)
    return {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": host.hostname,
        "SERVER_PORT": str(host.port or 443), "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": host.netloc,
        "wsgi.url_scheme": host.scheme, "wsgi.input": io.BytesIO(),
    }  # fmt: skip


def is_public(path: str) -> bool:
    return PUBLIC.fullmatch(path) is not None and ".." not in path and "//" not in path


def is_plain(environ: dict[str, Any]) -> bool:
    """Say whether the request came as it should: what Django refuses or redirects, it shall go on to."""
    if not _is_ours(
        environ.get("HTTP_HOST") or environ.get("SERVER_NAME", ""), tuple(settings.ALLOWED_HOSTS)
    ):
        return False
    if not settings.SECURE_SSL_REDIRECT:
        return True
    header, value = settings.SECURE_PROXY_SSL_HEADER or ("", "")
    return environ.get("wsgi.url_scheme") == "https" or bool(header and environ.get(header) == value)


@lru_cache(maxsize=256)
def _is_ours(host: str, allowed: tuple[str, ...]) -> bool:
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, allowed)


def called(application: Application, environ: dict[str, Any]) -> Page:
    """Return the application's whole answer, whatever coding, condition or part was asked for."""
    said: list[Any] = []

    def start_response(status: str, headers: Headers, exc_info: Any = None) -> Any:
        said[:] = [int(status.split()[0]), headers]

    asked = {name: value for name, value in environ.items() if name not in ASKED}
    parts = application({**asked, "REQUEST_METHOD": "GET"}, start_response)
    try:
        body = b"".join(parts)
    finally:
        if close := getattr(parts, "close", None):
            close()
    status, headers = said
    kept = [(name, value) for name, value in headers if name.lower() not in OWN_TO_A_CODING]
    others = [part for name, value in headers if name.lower() == "vary" for part in value.split(", ")]
    if others := [part for part in others if part.lower() != "accept-encoding"]:
        kept.append(("Vary", ", ".join(others)))
    return Page(status, kept, {"identity": body})


def coded(page: Page, quick: bool, asked: str | None = None) -> Page:
    """Return a page with its text in every coding, or in the one that is asked for.

    What is kept is coded once more when there is time, since readers take it many times.
    """
    body, told = page.bodies["identity"], dict(page.headers)
    # What is kept has every coding, however small: a web server looks for one file.
    if not (is_text(told) if asked is None else worth_coding(body, told)):
        return page
    codings = CODED if asked is None else [chosen(asked, CODED)]
    made = {name: squeezed(body, name, quick) for name in codings if name in CODED}
    return replace(page, bodies={**page.bodies, **made}, rough=quick)


def send(ready: Ready, environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Answer with a page as it was asked for: coding, condition, range, or its headers alone."""
    answer = ready.answers[chosen(environ.get("HTTP_ACCEPT_ENCODING", ""), ready.answers)]
    if answer.status == 200:
        if unchanged(environ.get("HTTP_IF_NONE_MATCH", ""), answer.tag):
            start_response("304 Not Modified", answer.unchanged)
            return []
        found = RANGE.fullmatch(environ.get("HTTP_RANGE", ""))
        if found and environ.get("HTTP_IF_RANGE", answer.tag) == answer.tag:
            headers = [*answer.headers]
            status, body = part(found, answer.body, headers)
            start_response(line_of(status), [*headers, ("Content-Length", str(len(body)))])
            return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
    start_response(answer.line, answer.whole)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]


def line_of(status: int) -> str:
    return f"{status} {HTTPStatus(status).phrase}"


@lru_cache(maxsize=256)
def preferred(accepted: str) -> tuple[str, ...]:
    """Return the codings that a reader takes, the smallest first."""
    return (*(name for name in CODED if accepts(accepted, name)), "identity")


def chosen(accepted: str, there: Iterable[str]) -> str:
    """Return the smallest coding that a reader takes, of those that are there."""
    return next(name for name in preferred(accepted) if name in there or name == "identity")


def unchanged(asked: str, tag: str) -> bool:
    return bool(asked) and (
        tag == asked
        or asked.strip() == "*"
        or tag in {one.strip().removeprefix("W/") for one in asked.split(",")}
    )


def part(found: re.Match[str], body: bytes, headers: Headers) -> tuple[int, bytes]:
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
    return StoredPages(application, store)


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
