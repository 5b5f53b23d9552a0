"""The justice tracker: what stands against whom, by country and by case, from live dossiers."""

from dataclasses import dataclass

from django.db.models import QuerySet

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
class Standing:
    """One person's status in one case, or after one action outside a case."""

    public_id: str
    slug: str
    name: Text
    status: Text
    as_of: str
    p: int
    country: Text
    title: Text
    court: Text
    number: str
    entry: str  # the person's own number on a list
    group: str


@dataclass
class CaseGroup:
    group: str
    title: Text
    court: Text
    number: str
    people: list[Standing]


@dataclass
class Country:
    name: Text
    cases: list[CaseGroup]


@dataclass(frozen=True)
class Choice:
    """A value to narrow the page by, with its count."""

    code: str
    label: Text
    count: int


def rows(kind: str, choice: Chosen) -> QuerySet[Listing]:
    return reading.narrowed(kind, choice).select_related("edition__document").order_by("sort")


def standing(row: Listing) -> Standing:
    data = row.data
    return Standing(
        public_id=row.edition.document.public_id,
        slug=row.edition.document.slug or "",
        name=Text.of(data["name"]),
        status=Text.of(data["status"]),
        as_of=data["as_of"],
        p=data["p"],
        country=Text.of(data["country"]),
        title=Text(row.title_ar, row.title_en),
        court=Text.of(data["court"]),
        number=data["number"],
        entry=data["entry"],
        group=data["group"],
    )


def by_country(standings: list[Standing]) -> list[Country]:
    """Group what is already in order by country, then by case."""
    countries: list[Country] = []
    for row in standings:
        if not countries or countries[-1].name != row.country:
            countries.append(Country(row.country, []))
        cases = countries[-1].cases
        if not cases or cases[-1].group != row.group:
            cases.append(CaseGroup(row.group, row.title, row.court, row.number, []))
        cases[-1].people.append(row)
    return countries


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
