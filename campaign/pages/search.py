"""The search page: people by name, then passages by kind. Reads listings and the index, nothing else."""

import re
import unicodedata
from dataclasses import dataclass, field

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from publishing import kinds
from publishing.bilingual import Text
from publishing.models import Listing, Mention
from publishing.pages.lists import PAGE
from publishing.pages.reading import Card, card, listings
from publishing.search import names, passages, texts
from publishing.search.names import Hits, NameHit
from publishing.search.passages import PassageHit

GROUPS: dict[str, str | Promise] = {
    "dossier": _("In the files"),
    "crime": _("Crimes"),
    "institution": _("Institutions"),
    "source": _("Sources"),
    "news": _("News & Views"),
    "page": _("Pages of the campaign"),
}
BY_NAME = ("institution", "crime")  # what people ask for by what it is called: branch 227, a massacre
THINGS = {"crime", "institution", "source"}  # what is listed without a document of its own
EACH, PER_PAGE, PEOPLE, NEAREST, HOLDERS = 5, 20, 50, 6, 8
SHORTEST = 4  # characters of an address that may have meant a name
LIKE = 0.25  # a name less like the query than this is nobody's idea of near


@dataclass(frozen=True)
class Person:
    """Somebody found by name. `spelling` is the one that matched, when it is not the one shown."""

    card: Card
    spelling: str
    lang: str


@dataclass(frozen=True)
class Holder:
    """Who is documented in an institution that was found, in which post with its years."""

    name: Text
    slug: str
    post: Text


@dataclass(frozen=True)
class Group:
    label: str | Promise
    total: int
    rows: list[tuple[str, PassageHit]]  # address, passage
    more: str  # address of all of them; empty when all are shown


@dataclass(frozen=True)
class Results:
    query: str
    people: list[Person]
    nearest: list[Person]
    groups: list[Group]
    kind: str = ""
    previous: str = ""
    next: str = ""
    without: str = ""  # words of the query that carried no weight, as they were typed
    holders: dict[str, list["Holder"]] = field(default_factory=dict)  # of the institutions found, by code

    @property
    def of_things(self) -> bool:
        """Say whether a unit or an incident answers, whether or not somebody bears the words."""
        return any(one.listing.kind in BY_NAME for group in self.groups for _url, one in group.rows)

    @property
    def found(self) -> bool:
        return bool(self.people or self.groups)


def asked(request: HttpRequest) -> str:
    """Return what was typed, without what cannot be seen, cut to a length that a name can have."""
    typed = request.GET.get("q", "")[: 2 * names.LONGEST_QUERY]
    # What joins or turns letters stands between none; only a non-joiner parts two words.
    shown = (c for c in typed.replace("\u200c", " ") if unicodedata.category(c) != "Cf")
    kept = (c if c.isprintable() else " " for c in shown)
    return " ".join("".join(kept).split())[: names.LONGEST_QUERY]


def results(request: HttpRequest) -> Results:
    """Return what is found. Raise Http404 for a group or a page of one that does not exist."""
    typed, kind = asked(request), request.GET.get("in", "")
    wanted = passages.stems(typed)
    totals = passages.counted(wanted)
    if not totals and (rest := texts.without_asking(wanted)) != wanted:
        wanted, totals = rest, passages.counted(rest)
    if kind:
        return _of_kind(typed, kind, wanted, totals.get(kind, 0), request.GET.get("page", "1"))
    hits = names.find(typed, limit=PEOPLE)
    people, nearest = _listed(typed, hits)
    found = passages.first(wanted, EACH)
    order = list(GROUPS) if people else [*BY_NAME, *(name for name in GROUPS if name not in BY_NAME)]
    groups = [
        Group(
            GROUPS[name],
            totals[name],
            [(address(one), one) for one in found if one.listing.kind == name],
            _address(q=typed, **{"in": name}) if totals[name] > EACH else "",
        )
        for name in order
        if name in totals
    ]
    without = " ".join(hits.without) if hits.sure else ""
    places = [one.listing.key for one in found if one.listing.kind == "institution"]
    return Results(typed, people, nearest, groups, without=without, holders=_holders(places))


def _holders(codes: list[str]) -> dict[str, list[Holder]]:
    """Return who is documented in these institutions themselves, in the order of the record."""
    found: dict[str, list[Holder]] = {code: [] for code in codes}
    rows = Mention.objects.filter(kind="institution", key__in=codes).select_related("document")
    for row in rows.order_by("document__public_id"):
        for post in row.data["posts"]:
            name, phrase = Text.of(row.data["name"]), Text.of(post["phrase"])
            found[row.key].append(Holder(name, row.document.slug or "", phrase))
    return {code: several[:HOLDERS] for code, several in found.items() if several}


def _address(**asked: str) -> str:
    return f"?{urlencode(asked)}"


def _of_kind(typed: str, kind: str, wanted: list[str], total: int, page: str) -> Results:
    last = max(1, -(-total // PER_PAGE))
    number = int(page) if PAGE.fullmatch(page) else 0
    if kind not in GROUPS or not 1 <= number <= last:
        raise Http404
    rows = [(address(one), one) for one in passages.page(wanted, kind, number, PER_PAGE)] if total else []
    groups = [Group(GROUPS[kind], total, rows, "")] if total else []

    def at(page: int) -> str:
        return _address(q=typed, page=str(page), **{"in": kind}) if 1 <= page <= last else ""

    return Results(typed, [], [], groups, kind, at(number - 1), at(number + 1))


def find_people(
    typed: str, limit: int = PEOPLE, *, typing: bool = False
) -> tuple[list[Person], list[Person]]:
    """Return who bears the name or the file number, and whose name is only like it."""
    return _listed(typed, names.find(typed, limit=limit, typing=typing))


def _listed(typed: str, hits: Hits) -> tuple[list[Person], list[Person]]:
    sure, nearest = hits.sure, [hit for hit in hits.nearest if hit.score >= LIKE][:NEAREST]
    wanted = [hit.listing_id for hit in (*sure, *nearest)]
    rows = {row.pk: row for row in listings("dossier").filter(pk__in=wanted)}
    # A file may be withdrawn between the two queries.
    sure, nearest = ([hit for hit in hits if hit.listing_id in rows] for hits in (sure, nearest))
    people = [_person(rows[hit.listing_id], hit) for hit in sure]
    if number := texts.file_number(typed):
        people = [Person(card(row), "", "") for row in listings("dossier").filter(key=number)] + people
    return people, [_person(rows[hit.listing_id], hit) for hit in nearest]


def _person(row: Listing, hit: NameHit) -> Person:
    shown = hit.spelling in {row.title_ar, row.title_en}
    lang = "ar" if hit.lang == "ar" else "en"
    return Person(card(row), "" if shown else hit.spelling, lang)


def near(path: str) -> list[Person]:
    """Return whose name a broken address may have meant: /en/dossiers/suheil-al-hassan."""
    segments = [segment for segment in path.split("/") if segment]
    last = re.sub(r"[-_+.]", " ", segments[-1]) if segments else ""
    if len(last) < SHORTEST:
        return []
    people, nearest = find_people(last, limit=3)
    return (people or nearest)[:3]


def address(found: PassageHit) -> str:
    """Return where a passage stands."""
    listing = found.listing
    if listing.kind in THINGS:
        url = reverse(listing.kind, args=[listing.key])
    else:
        url = kinds.get(listing.kind).url(listing.slug)
    return f"{url}#{found.anchor}" if found.anchor else url
