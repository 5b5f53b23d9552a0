"""The addresses of lists. Each choice has one; whatever else asks for it is redirected there.

A page and a choice of one value are paths, which can be kept as files: `/en/dossiers/status/wanted/page/2/`.
A choice of several is a query, in one order: `?status=wanted&country=DE&page=2` (architecture.md §5).
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any
from urllib.parse import parse_qsl

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import URLPattern, re_path, reverse
from django.utils.http import urlencode

from publishing.pages.http import View, public_page
from publishing.pages.requests import as_public

MOST_CHOSEN = 40
VALUE = r"[A-Za-z0-9._-]+"
PAGE = re.compile("[0-9]{1,6}")
Values = Collection[str] | re.Pattern[str]
Chosen = dict[str, list[str]]


@dataclass(frozen=True)
class ListAddress:
    """Where a list stands, and what it can be narrowed by, in the order in which a query names it."""

    name: str
    facets: Mapping[str, Values] = field(default_factory=dict)

    @property
    def parameters(self) -> tuple[str, ...]:
        return (*self.facets, "page")

    def pattern(self, route: str, view: View) -> URLPattern:
        """Return the pattern of the list under this route, a regular expression, and of all its parts."""
        narrowed = rf"(?:(?P<facet>{'|'.join(self.facets)})/(?P<value>{VALUE})/)?" if self.facets else ""
        return re_path(rf"^{route}{narrowed}(?:page/(?P<page>[0-9]{{1,6}})/)?$", view, name=self.name)

    def url(self, chosen: Chosen, page: int = 1, where: Mapping[str, str] | None = None) -> str:
        """Return the one address of this choice, in the language at hand; `where` is the rest of its path."""
        parts = dict(where or {})
        codes = [(name, code) for name in self.facets for code in sorted(chosen.get(name, ()))]
        if len(codes) > 1:
            asked = [*codes, ("page", str(page))] if page > 1 else codes
            return f"{reverse(self.name, kwargs=parts)}?{urlencode(asked)}"
        for name, code in codes:
            parts |= {"facet": name, "value": code}
        return reverse(self.name, kwargs=parts | ({"page": str(page)} if page > 1 else {}))

    def read(self, name: str, code: str) -> str:
        """Return a value as the list writes it. Raise Http404 for one that cannot be."""
        values = self.facets[name]
        if isinstance(values, re.Pattern):
            found = code if values.fullmatch(code) else None
        else:  # an address copied by hand comes in small letters
            found = code if code in values else {value.lower(): value for value in values}.get(code.lower())
        if found is None:
            raise Http404
        return found


@dataclass(frozen=True)
class Asked:
    """What an address asks of a list."""

    address: ListAddress
    chosen: Chosen = field(default_factory=dict)
    page: int = 1
    where: Mapping[str, str] = field(default_factory=dict)

    def url(self) -> str:
        return self.at(self.page)

    def at(self, page: int) -> str:
        """Return the address of another page of the same choice."""
        return self.address.url(self.chosen, page, self.where)

    def has(self, name: str, code: str) -> bool:
        return code in self.chosen.get(name, ())

    def only(self, name: str, code: str) -> str:
        """Return the address of this choice with one value of a facet in the place of all others."""
        return self.address.url({**self.chosen, name: [code]}, where=self.where)

    def without(self, name: str, code: str) -> str:
        rest = [other for other in self.chosen[name] if other != code]
        return self.address.url({**self.chosen, name: rest}, where=self.where)

    def narrowed(self, label: Callable[[str, str], object]) -> list[tuple[str, str]]:
        """Return (label, address without it) of each value chosen, for the links that take it away."""
        return [
            (str(label(name, code)), self.without(name, code))
            for name, codes in self.chosen.items()
            for code in codes
        ]


def list_page(address: ListAddress) -> Callable[[View], View]:
    """Make a view the public page of a list. It is called with `asked`, at the one address of that only."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(
            request: HttpRequest, facet: str = "", value: str = "", page: str = "", **where: Any
        ) -> HttpResponse:
            known = address.parameters
            typed = [(name, code) for name, code in _query(request) if name in known]
            named = [*typed, (facet, value)] if facet else typed
            asked = Asked(address, _chosen(address, named), _page(page, named), where)
            own = asked.url()
            if own != request.path + (f"?{urlencode(typed)}" if typed else ""):
                return HttpResponsePermanentRedirect(own)
            as_public(request).asked = asked
            return view(request, asked=asked, **where)

        return public_page(*address.parameters)(answer)

    return decorate


def _query(request: HttpRequest) -> list[tuple[str, str]]:
    return parse_qsl(request.META.get("QUERY_STRING", ""), keep_blank_values=True)


def _chosen(address: ListAddress, named: list[tuple[str, str]]) -> Chosen:
    found: dict[str, set[str]] = {}
    for name, code in named:
        if name != "page" and code:
            found.setdefault(name, set()).add(address.read(name, code))
    if sum(map(len, found.values())) > MOST_CHOSEN:
        raise Http404
    return {name: sorted(found[name]) for name in address.facets if name in found}


def _page(page: str, named: list[tuple[str, str]]) -> int:
    """Return the page that is asked for, the first when none is. Raise Http404 when it is no number."""
    text = next((code for name, code in reversed(named) if name == "page" and code), page or "1")
    if not PAGE.fullmatch(text) or not int(text):
        raise Http404
    return int(text)
