"""Listings and mentions: what lists and cross-references need, taken from live editions only."""

from typing import Any

from django.db.models import F, Max, Q

from publishing import kinds
from publishing.models import Document, Edition, Facet, Listing, Mention, NameWord, OldSlug, Unlisted
from publishing.pages import noting
from publishing.search import engine, index
from publishing.vocabulary import Change

LISTED = ("slug", "title_ar", "title_en", "sort", "data")  # what of a Row a Listing holds itself


def project(edition: Edition) -> None:
    """Replace what the document's former edition projected by what this one does."""
    document, content = edition.document, edition.read()
    kind = kinds.get(document.kind)
    before = _things(document)
    document.mentions.all().delete()
    Mention.objects.bulk_create(
        Mention(
            document=document,
            kind=named.kind,
            key=named.key,
            data=named.data,
            listing=named.row.kept() if named.row else None,
        )
        for named in kind.names(content)
    )
    _list(document.kind, document.public_id, {**kind.row(content).kept(), "slug": document.slug}, edition)
    if edition.change == Change.REDACTION:  # it repeats an older text, which may know less than another
        _refresh(before | _things(document))
        engine.scrub()
        return
    for named in kind.names(content):
        if named.row:  # this edition is the newest of all, so it decides how the thing is listed
            _list(named.kind, named.key, named.row.kept(), edition)
    _refresh(before - _things(document))


def forget(document: Document) -> None:
    """Take a withdrawn document out of every list and cross-reference."""
    before = _things(document)
    document.mentions.all().delete()
    _unlist(document.kind, document.public_id)
    _refresh(before)
    engine.scrub()


def keys_of(document: Document) -> set[str]:
    """Return what pages show of a document as it stands: the keys that its publication touches."""
    named = set(document.mentions.values_list("kind", "key"))
    listed = {(document.kind, document.public_id), *_things(document)}
    addresses = {
        document.slug or "",
        *OldSlug.objects.filter(document=document).values_list("slug", flat=True),
    }
    keys = {noting.RECORD, noting.document(document.public_id)}
    keys |= {noting.address(document.kind, slug) for slug in addresses if slug}
    keys |= {noting.thing(kind, key) for kind, key in named | listed}
    keys |= {noting.list_of(kind) for kind, _key in listed}
    for kind in {kind for kind, _key in listed}:
        own = [key for other, key in listed if other == kind]
        facets = Facet.objects.filter(listing__kind=kind, listing__key__in=own).values_list("name", "code")
        keys |= {noting.facet(kind, name, code) for name, code in facets.distinct()}
    return keys


def rebuild() -> int:
    """Make all listings and mentions anew from live editions. Return how many documents there are."""
    Listing.objects.all().delete()
    NameWord.objects.all().delete()
    Mention.objects.all().delete()
    live = Edition.objects.live().order_by("seq")
    for edition in live.iterator():
        project(edition)
    _note_what_is_gone()
    return live.count()


def _note_what_is_gone() -> None:
    """Note what past editions named and no live one does. What only an erased one named stays as it was."""
    named: set[tuple[str, str]] = set()
    past = Edition.objects.exclude(pk__in=Edition.objects.live()).exclude(content=None)
    for edition in past.select_related("document").iterator():
        if edition.change in {Change.WITHDRAWAL, Change.REMOVAL}:
            continue
        kind = kinds.get(edition.document.kind)
        named |= {(one.kind, one.key) for one in kind.names(edition.read()) if one.row}
    listed = set(Listing.objects.values_list("kind", "key"))
    Unlisted.objects.bulk_create(
        (Unlisted(kind=kind, key=key) for kind, key in sorted(named - listed)), ignore_conflicts=True
    )


def _things(document: Document) -> set[tuple[str, str]]:
    return set(document.mentions.filter(listing__isnull=False).values_list("kind", "key"))


def _refresh(things: set[tuple[str, str]]) -> None:
    """List each thing as the live document with the newest text names it, or not at all."""
    for kind, key in sorted(things):
        newest: Any = (
            Mention.objects.filter(kind=kind, key=key, listing__isnull=False)
            .select_related("document__live")
            .annotate(
                newest=Max("document__editions__seq", filter=~Q(document__editions__change=Change.REDACTION))
            )
            .order_by("-newest")
            .first()
        )
        if newest is None:
            _unlist(kind, key)
            continue
        _list(kind, key, newest.listing, newest.document.live)


def _list(kind: str, key: str, row: dict[str, Any], edition: Edition) -> None:
    stored = {name: row[name] for name in LISTED}
    listing, _made = Listing.objects.update_or_create(
        kind=kind, key=key, defaults={**stored, "edition": edition}
    )
    Unlisted.objects.filter(kind=kind, key=key).delete()
    listing.facets.all().delete()
    Facet.objects.bulk_create(
        Facet(listing=listing, kind=kind, name=name, code=code, part=part)
        for part, facets in {"": row["facets"], **row["parts"]}.items()
        for name, codes in facets.items()
        for code in codes
    )
    index.write(listing, row["names"], row["passages"])


def _unlist(kind: str, key: str) -> None:
    for listing in Listing.objects.filter(kind=kind, key=key):
        index.forget(listing)
        listing.delete()
        if kind not in {known.name for known in kinds.all_kinds()}:  # a document has a page of its own
            Unlisted.objects.get_or_create(kind=kind, key=key)


def listed(listing: Listing) -> dict[str, Any]:
    """Return a listing as the Row that it was made of, for checking the one against the other."""
    parts: dict[str, dict[str, list[str]]] = {"": {}}
    for facet in listing.facets.filter(kind=listing.kind).order_by("part", "name", "code"):
        parts.setdefault(facet.part, {}).setdefault(facet.name, []).append(facet.code)
    spellings = listing.spellings.order_by("pk").values("text", "lang", "primary", "read_as")
    passages = listing.passages.order_by("sort").values("anchor", ar=F("text_ar"), en=F("text_en"))
    return {
        **{name: getattr(listing, name) for name in LISTED},
        "facets": parts.pop(""),
        "parts": parts,
        "names": list(spellings),
        "passages": list(passages),
    }
