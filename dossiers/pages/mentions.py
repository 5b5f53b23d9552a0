"""How live dossiers name what has no document of its own: a crime, an institution, a source."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from publishing.models import Mention


def mentions_of(kind: str, key: str) -> QuerySet[Mention]:
    """Return how each live document names this thing, in the order of the documents' numbers."""
    rows = Mention.objects.filter(kind=kind, key=key).select_related("document")
    return rows.order_by("document__public_id")


def crimes_named(codes: list[str]) -> dict[str, list[Mention]]:
    """Return, for each of these crimes, how live dossiers name it."""
    named: dict[str, list[Mention]] = {}
    for mention in Mention.objects.filter(kind="crime", key__in=codes).select_related("document"):
        named.setdefault(mention.key, []).append(mention)
    return named


CLAIMS = {
    "name": _("Name"),
    "rank": _("Rank"),
    "birth": _("Born"),
    "birth_place": _("Place of birth"),
    "death": _("Date of death"),
    "life_status": _("Whether alive"),
    "age": _("Age on record"),
    "identifier": _("Number on an official list"),
    "post": _("Post"),
    "toll": _("Figure"),
    "qualification": _("Legal qualification"),
}


def claim_label(what: str) -> str:
    """Return what a statement that has no paragraph number is called."""
    return str(CLAIMS[what])
