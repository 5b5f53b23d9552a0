"""Pages of a list, by number."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404


@dataclass(frozen=True)
class Page:
    """One page of cards and what its pager needs."""

    cards: list[Any]
    number: int
    total: int
    numbers: list[int | None]  # None where some are left out
    previous: int | None
    next: int | None


def page_of(asked: int, rows: QuerySet[Any], size: int, show: Callable[[Any], Any]) -> Page:
    """Return one page, the first of which is 1. Raise Http404 for one that does not exist."""
    paginator = Paginator(rows, size)
    if not 1 <= asked <= paginator.num_pages:
        raise Http404
    page, first = paginator.page(asked), (asked - 1) * size
    # Keys first, from the index alone: a far page costs what the first one does.
    keys = list(rows.values_list("pk", flat=True)[first : first + size])
    return Page(
        cards=[show(row) for row in rows.filter(pk__in=keys)],
        number=page.number,
        total=paginator.count,
        numbers=[
            number if isinstance(number, int) else None  # Django's ellipsis is a word of each language
            for number in paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
        ],
        previous=page.number - 1 if page.has_previous() else None,
        next=page.number + 1 if page.has_next() else None,
    )
