"""A news item → the content that an edition freezes. An allow-list, as in dossiers.content."""

from uuid import UUID

from dossiers.citing import Sources, UsedLabels
from news.models import NewsItem
from news.schema import NewsContent
from news.vocabularies import NEWS_KINDS
from publishing.kinds import Draft
from publishing.models import Document, Facet
from publishing.working.freezing import NO_NOTE, Pairs, staff_named


def public_id(item: NewsItem) -> str:
    """Return the permanent number of a news item: from its row, so that no list order matters."""
    return number(item.pk)


def number(key: UUID) -> str:
    return f"NEWS-{key.hex[:12]}"


def named_dossiers(item: NewsItem) -> list[str]:
    """Return the numbers of the dossiers it names; one that was never published is not told."""
    numbers = item.perpetrators.values_list("public_id", flat=True)
    public = Document.objects.public().filter(kind="dossier", public_id__in=list(numbers))
    return sorted(public.values_list("public_id", flat=True))


def freeze(item: NewsItem) -> Draft:
    labels = UsedLabels()
    sources = Sources(labels)
    kind = NEWS_KINDS[item.kind]
    pairs = Pairs()
    content: NewsContent = {
        "schema": "bl-news/1",
        "public_id": public_id(item),
        "kind": {"code": item.kind, "label": kind.pair},
        "headline": pairs.both(item, "headline", "headline_ar"),
        "standfirst": pairs.both(item, "standfirst", "standfirst_ar"),
        "body": pairs.both(item, "body", "body_ar"),
        "byline": pairs.both(item, "byline", "byline_ar"),
        "date": item.event_date,
        "dossiers": named_dossiers(item),
        "cites": sources.cite(item.citations.select_related("source")),
        "sources": sources.listed(),
        "labels": labels.listed(),
        "note": NO_NOTE,
    }
    grounds = {
        "sources": sources.grounds(),
        "lagging": pairs.lagging,
        "staff_named": staff_named(content),
        "statuses": statuses(content["dossiers"]),
    }
    return Draft(public_id(item), item.slug, content, grounds=grounds)


def statuses(numbers: list[str]) -> list[str]:
    """Return the legal statuses of the live dossiers of these numbers."""
    rows = Facet.objects.filter(listing__kind="dossier", listing__key__in=numbers, name="status")
    return sorted(set(rows.values_list("code", flat=True)))
