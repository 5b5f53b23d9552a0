"""Pages of a list, by number in the address: `?page=2`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.http import urlencode

from publishing.pages.reading import Choices


@dataclass(frozen=True)
class Page:
    """One page of cards and what its pager needs."""

    cards: list[Any]
    number: int
    total: int
    numbers: list[int | str]
    previous: int | None
    next: int | None


def query(chosen: Choices) -> str:
    """Return the address of this page with these choices; "." is the page without any."""
    return f"?{urlencode(chosen, doseq=True)}" if chosen else "."


def keep(chosen: Choices) -> str:
    """Return what the links of a pager carry on: `kind=view&`."""
    return f"{urlencode(chosen, doseq=True)}&" if chosen else ""


def page_number(request: HttpRequest) -> int | None:
    """Return the page that the address names, 1 when it names none, None when it is no number."""
    text = request.GET.get("page", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None


def page_of(request: HttpRequest, rows: QuerySet[Any], size: int, show: Callable[[Any], Any]) -> Page:
    """Return the page that the request asks for. Raise Http404 for one that does not exist."""
    paginator = Paginator(rows, size)
    asked = page_number(request)
    if asked is None or not 1 <= asked <= paginator.num_pages:
        raise Http404
    page, first = paginator.page(asked), (asked - 1) * size
    # Keys first, from the index alone: a far page costs what the first one does.
    keys = list(rows.values_list("pk", flat=True)[first : first + size])
    return Page(
        cards=[show(row) for row in rows.filter(pk__in=keys)],
        number=page.number,
        total=paginator.count,
        numbers=list(paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)),
        previous=page.number - 1 if page.has_previous() else None,
        next=page.number + 1 if page.has_next() else None,
    )
