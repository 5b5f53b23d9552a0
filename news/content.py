"""A news item → the content that an edition freezes. An allow-list, as in dossiers.content."""

from dossiers.content import Labels, Sources, both
from news.models import NewsItem
from news.vocabularies import NEWS_KINDS
from publishing.canonical import Content
from publishing.kinds import Draft

SCHEMA = "bl-news/1"


def public_id(item: NewsItem) -> str:
    """Return the permanent number of a news item: from its row, so that no list order matters."""
    return f"NEWS-{item.pk.hex[:12]}"


def freeze(item: NewsItem) -> Draft:
    labels = Labels()
    sources = Sources(labels)
    kind = NEWS_KINDS[item.kind]
    content: Content = {
        "schema": SCHEMA,
        "public_id": public_id(item),
        "kind": {"code": item.kind, "label": {"ar": kind.ar, "en": kind.en}},
        "headline": both(item, "headline"),
        "standfirst": both(item, "standfirst"),
        "body": both(item, "body"),
        "byline": both(item, "byline"),
        "date": item.event_date,
        "dossiers": sorted(item.perpetrators.values_list("public_id", flat=True)),
        "cites": sources.cite(item.citations.select_related("source")),
    }
    content["sources"] = sources.listed()
    content["labels"] = labels.listed()
    return Draft(public_id(item), item.slug, content)
