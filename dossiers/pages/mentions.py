"""How live dossiers name what has no document of its own: a crime, an institution, a source."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from dossiers.vocabularies import LEGAL_STATUSES
from publishing.bilingual import Text
from publishing.models import Mention
from publishing.pages.reading import mentions, things


def mentions_of(kind: str, key: str) -> QuerySet[Mention]:
    """Return how each live document names this thing, in the order of the documents' numbers."""
    return mentions(kind, [key]).order_by("document__public_id")


def crimes_named(codes: list[str]) -> dict[str, list[Mention]]:
    """Return, for each of these crimes, how live dossiers name it."""
    named: dict[str, list[Mention]] = {}
    for mention in mentions("crime", codes):
        named.setdefault(mention.key, []).append(mention)
    return named


def with_status(named: list[Mention]) -> list[tuple[Mention, Text]]:
    """Return each with the status of its person today, the furthest advanced first."""
    numbers = [mention.document.public_id for mention in named]
    statuses = {row.key: row.data["status"] for row in things("dossier", numbers)}
    order = list(LEGAL_STATUSES)
    pairs = [(mention, statuses[mention.document.public_id]) for mention in named]
    pairs.sort(key=lambda pair: -order.index(pair[1]["code"]))
    return [(mention, Text.of(status)) for mention, status in pairs]


@dataclass
class Qualified:
    """What a crime is in law, according to somebody, and in whose files that stands."""

    category: Text
    said_by: Text
    standard: Text
    date: str
    files: list[tuple[Mention, list[int]]]


def qualified(named: list[Mention]) -> list[Qualified]:
    """Return each qualification once, with every file that states it."""
    found: dict[tuple[str, ...], Qualified] = {}
    for mention in named:
        for q in mention.data["qualifications"]:
            category, said_by, standard = (Text.of(q[name]) for name in ("category", "said_by", "standard"))
            said_by = Text(said_by.ar.removeprefix("بحسب "), said_by.en.removeprefix("according to "))
            key = (category.en, said_by.en, standard.en, q["date"])
            one = found.setdefault(key, Qualified(category, said_by, standard, q["date"], []))
            one.files.append((mention, q["sources"]))
    return list(found.values())


CLAIMS = {
    "name": _("Name"),
    "rank": _("Rank"),
    "birth": _("Born"),
    "birth_place": _("Place of birth"),
    "death": _("Date of death"),
    "life_status": _("Life status"),
    "age": _("Age on record"),
    "identifier": _("Number on an official list"),
    "post": _("Post"),
    "toll": _("Figure"),
    "qualification": _("Legal qualification"),
}


def claim_label(what: str) -> str:
    """Return what a statement that has no paragraph number is called."""
    return str(CLAIMS[what])
