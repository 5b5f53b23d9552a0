"""Every public route with the arguments it is asked with, for tests that walk the whole site."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

DOSSIER = {"slug": "test-person"}
ARGUMENTS = {
    "dossier": DOSSIER,
    "editions": DOSSIER,
    "edition": {**DOSSIER, "number": 1},
    "edition-card": {**DOSSIER, "number": 1},
    "news-card": {"slug": "test-news"},
    "changes": {**DOSSIER, "number": 2},
    "since": {**DOSSIER, "number": 1},
    "timemap": DOSSIER,
    "timegate": DOSSIER,
    "case": {"key": "0" * 32},
    "case-feed": {"key": "0" * 32, "form": "atom"},
    "news-feed": {"form": "atom"},
    "corrections-feed": {"form": "atom"},
    "feed": {"form": "atom"},
    "file-feed": {**DOSSIER, "form": "atom"},
    "embed": {"public_id": "BL-0001", "number": 1},
    "oembed": {},
    "pdf": {**DOSSIER, "number": 1, "name": "BL-0001-e1", "lang": "ar"},
    "references": {**DOSSIER, "number": 1, "name": "BL-0001-e1", "form": "ris"},
    "crime": {"code": "INC-0001"},
    "institution": {"code": "unit.9"},
    "source": {"code": "SRC-0001"},
    "news-item": {"slug": "test-news"},
    "data-file": {"name": "people.csv"},
    "edition-json": {"public_id": "BL-0001", "number": 1},
    "json-schema": {"name": "bl-dossier-1"},
    "short": {"public_id": "BL-0001"},
    "short-edition": {"public_id": "BL-0001", "number": 1},
    "sitemap-section": {"section": "dossiers"},
    "media": {"name": "0" * 64 + ".jpg"},
    **{
        name: {}
        for name in (
            "health", "robots", "sitemap", "door", "home", "links", "about", "methodology", "legal",
            "corrections", "safety", "cite", "register", "crimes", "institutions", "justice", "sanctions",
            "news", "data", "site-card", "manifest", "search", "search-names", "opensearch",
        )
    },
}  # fmt: skip
UNPREFIXED = {
    "oembed",
    "health",
    "robots",
    "sitemap",
    "sitemap-section",
    "door",
    "short",
    "short-edition",
    "edition-json",
    "data-file",
    "json-schema",
    "media",
}
NOT_HTML = {
    "timemap",
    "timegate",
    "feed",
    "site-card",
    "edition-card",
    "news-card",
    "manifest",
    "search-names",
    "opensearch",
    "references",
    "pdf",
    "file-feed",
    "case-feed",
    "news-feed",
    "corrections-feed",
}
UNSTORED = {"search"}  # shows what was asked for, so that no cache keeps it
REDIRECTS = {"short", "short-edition", "timegate"}


def names():
    """Return the name of every route in the public URL map."""
    return set(_names(get_resolver(settings.PUBLIC_URLCONF).url_patterns))


def _names(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield pattern.name


def paths():
    """Yield (name, language, path) of every route, in both languages where it has them."""
    for name, kwargs in ARGUMENTS.items():
        for lang in ("ar", "en"):
            if name in UNPREFIXED and lang == "en":
                continue
            with override(lang):
                yield name, lang, reverse(name, kwargs=kwargs)


def pages():
    """Yield the paths of the HTML pages."""
    for name, lang, path in paths():
        if name not in UNPREFIXED | NOT_HTML:
            yield name, lang, path


def stored_pages():
    """Yield the paths of the HTML pages that caches may keep."""
    return (row for row in pages() if row[0] not in UNSTORED)
