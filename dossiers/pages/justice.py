"""The justice tracker: what stands against whom, by country, from live dossiers."""

import re
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Case, QuerySet, Value, When

from dossiers.status import OVER
from dossiers.vocabularies import JURISDICTIONS, LEGAL_STATUSES
from publishing.bilingual import Text
from publishing.models import Listing
from publishing.pages import reading
from publishing.pages.lists import Asked, Chosen, ListAddress
from publishing.pages.reading import counts

CASES = ListAddress("justice", {"status": LEGAL_STATUSES, "country": JURISDICTIONS})
SANCTIONS = ListAddress("sanctions", {"country": JURISDICTIONS})


@dataclass(frozen=True)
class Row:
    """What stands against one person in one case, or after one action outside a case."""

    public_id: str
    slug: str
    name: Text
    offence: Text
    court: Text
    case: Text
    number: str
    entry: str  # the person's own number on a list
    result: Text
    date: str
    sentence: Text
    country: Text
    p: int


@dataclass
class Country:
    name: Text
    rows: list[Row]


@dataclass(frozen=True)
class Choice:
    """A value to narrow the page by, with its count."""

    code: str
    label: Text
    count: int


def rows(kind: str, choice: Chosen) -> QuerySet[Listing]:
    """Return the rows by country, in the alphabet of the reader's language, and in a country by case."""
    names = {code: _alphabetical(label) for code, label in JURISDICTIONS.items()}
    # A row's sort begins with the code of its country; one without comes last.
    places = [
        When(sort__startswith=f"{code} ", then=Value(place))
        for place, code in enumerate(sorted(names, key=lambda code: names[code]))
    ]
    found = reading.narrowed(kind, choice).select_related("edition__document")
    return found.annotate(place=Case(*places, default=Value(len(names)))).order_by("place", "sort")


def _alphabetical(label: Text) -> str:
    """Return a label as the alphabet of its language orders it: without the article, alif without hamza."""
    return re.sub("[أإآ]", "ا", str(label).removeprefix("ال")).casefold()


def row(listing: Listing) -> Row:
    data = listing.data
    return Row(
        public_id=listing.edition.document.public_id,
        slug=listing.edition.document.slug or "",
        name=Text.of(data["name"]),
        offence=Text.of(data["offence"]),
        court=Text.of(data["court"]),
        case=Text.of(data["case"]),
        number=data["number"],
        entry=data["entry"],
        result=Text.of(data["result"]),
        date=data["date"],
        sentence=Text.of(data["sentence"]),
        country=Text.of(data["country"]),
        p=data["p"],
    )


def by_country(rows: list[Row]) -> list[Country]:
    """Group what is already in order by country."""
    return [Country(name, list(same)) for name, same in groupby(rows, key=lambda row: row.country)]


def statuses(kind: str, choice: Chosen) -> list[Choice]:
    """Return the statuses there are, the most severe first, then how proceedings ended."""
    found = counts(kind, "status", choice)
    live = [code for code in reversed(list(LEGAL_STATUSES)) if code not in OVER]
    order = [*live, *OVER]
    return [Choice(code, LEGAL_STATUSES[code], found[code]) for code in order if code in found]


def countries(kind: str, choice: Chosen) -> list[Choice]:
    """Return the countries and bodies there are, those with most first."""
    found = counts(kind, "country", choice)
    order = sorted((code for code in found if code in JURISDICTIONS), key=lambda code: (-found[code], code))
    return [Choice(code, JURISDICTIONS[code], found[code]) for code in order]


def narrowed(asked: Asked) -> list[tuple[str, str]]:
    """Return (label, address without it) of each value chosen."""
    labels = {**JURISDICTIONS, **LEGAL_STATUSES}
    return asked.narrowed(lambda _name, value: labels[value])
