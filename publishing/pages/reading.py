"""What readers may see: documents with editions, and nothing else. Every app reads through it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property, lru_cache
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.functional import Promise

from publishing import vocabulary
from publishing.bilingual import BLANK, Text
from publishing.canonical import Content
from publishing.models import Document, Edition, Facet, Ledger, Listing, Mention, OldSlug, Unlisted
from publishing.pages import noting
from publishing.schema import LabelContent
from publishing.vocabulary import Change, Severity, State


class EditionLabels:
    """The labels that an edition carries, as it carried them when it was made."""

    def __init__(self, listed: Iterable[LabelContent]) -> None:
        self._texts = {(row["vocabulary"], row["code"]): Text(row["ar"], row["en"]) for row in listed}

    def get(self, vocabulary_name: str, code: str | None) -> Text:
        return self._texts.get((vocabulary_name, code or ""), BLANK)


class UnknownSchema(ValueError):
    """The content has a schema that this version cannot read."""


@dataclass(frozen=True)
class EditionView:
    """One edition as a page names it."""

    number: int
    published_at: datetime
    change: str | Promise
    note: Text
    digest: str
    erased: bool
    tombstone: bool
    redaction: bool = False
    correction: bool = False
    shown: bool = False
    preview: bool = False
    withdrawn_at: datetime | None = None  # of a past edition of what no longer stands

    @classmethod
    def of(cls, edition: Edition, shown: bool = False) -> "EditionView":
        """Return how an edition is named; its content is not read."""
        # A redaction repeats the text before it, note included; that note is not what it did.
        own = edition.change != Change.REDACTION
        return cls(
            number=edition.number,
            published_at=edition.published_at,
            change=Change(edition.change).label,
            note=Text(edition.note_ar, edition.note_en) if own else BLANK,
            digest=edition.header_digest,
            erased=edition.erased,
            tombstone=edition.change == Change.WITHDRAWAL,
            redaction=not own,
            correction=edition.change == Change.CORRECTION,
            shown=shown,
        )


@dataclass(frozen=True)
class PublicDocument:
    """A document, the edition asked for, and its content."""

    document: Document
    edition: Edition

    @cached_property
    def content(self) -> Content:
        return self.edition.read()

    @cached_property
    def header(self) -> dict[str, Any]:
        return self.edition.read_header()

    @property
    def public_id(self) -> str:
        return self.document.public_id

    @property
    def slug(self) -> str:
        return self.document.slug or ""

    @property
    def withdrawn(self) -> bool:
        """The canonical page shows a tombstone."""
        return self.document.state != State.LIVE

    @cached_property
    def hidden(self) -> bool:
        """Nothing of it is shown, past editions included."""
        return self.document.hidden_for is not None

    @property
    def gone(self) -> int:
        """The status of a page in the place of what is not shown."""
        return self.document.gone

    @property
    def tombstone(self) -> bool:
        """This very edition is one."""
        return bool(self.header["kind"] == "tombstone")

    @property
    def view(self) -> EditionView:
        return EditionView.of(self.edition, shown=True)


def find(kind: str, slug: str) -> PublicDocument | None:
    """Return the document at this address with the edition that is shown now."""
    noting.note(noting.address(kind, slug))
    return _found(kind=kind, slug=slug)


def find_id(public_id: str) -> PublicDocument | None:
    noting.note(noting.document(public_id))
    return _found(public_id=public_id)


def _found(**where: str) -> PublicDocument | None:
    document = Document.objects.public().filter(**where).select_related("live").first()
    if document is None or document.live is None:
        return None
    noting.note(noting.document(document.public_id))
    return PublicDocument(document, document.live)


def find_edition(found: PublicDocument, number: int) -> PublicDocument | None:
    """Return one past or present edition of a document."""
    edition = found.document.editions.filter(number=number).first()
    return PublicDocument(found.document, edition) if edition else None


def moved(kind: str, slug: str) -> str | None:
    """Return the new slug of a document that used to be at this one."""
    noting.note(noting.address(kind, slug))
    return OldSlug.objects.filter(kind=kind, slug=slug).values_list("document__slug", flat=True).first()


def history(found: PublicDocument) -> list[EditionView]:
    """Return every edition, newest first, without reading their contents."""
    rows = found.document.editions.defer("content", "header").order_by("-number")
    views = [EditionView.of(row, shown=row.pk == found.document.live_id) for row in rows]
    # What was hidden says when it was published and no more: a note may tell what the text told.
    return [replace(view, note=BLANK) for view in views] if found.hidden else views


MENDED_FOR = timedelta(days=30)  # how long a file says that an error in it was mended (domain.md K3)


def mended(found: PublicDocument, history: list[EditionView]) -> EditionView | None:
    """Return the edition that mended a material error, until an edition that is 30 days newer stands.

    A page depends on no clock, so the first edition after these days ends it.
    """
    numbers = [row.number for row in history if row.correction]
    for edition in found.document.editions.filter(number__in=numbers).order_by("-number").defer("content"):
        if edition.read_header()["change"]["severity"] == Severity.MATERIAL:
            newest = max(row.published_at for row in history)
            return None if newest - edition.published_at >= MENDED_FOR else EditionView.of(edition)
    return None


def editions(found: PublicDocument) -> Iterator[PublicDocument]:
    """Yield every edition of a document whose text can be read, the oldest first."""
    if found.hidden:
        return
    for edition in found.document.editions.order_by("number"):
        past = PublicDocument(found.document, edition)
        if not edition.erased and not past.tombstone:
            yield past


def withdrawn_at(editions: list[EditionView]) -> datetime | None:
    """Return when a document was withdrawn, of all its editions from the newest; None while it stands."""
    day = None
    for edition in editions:
        if edition.tombstone:
            day = edition.published_at
        elif not edition.redaction:  # which goes on showing what was shown
            break
    return day


def view_of(found: PublicDocument, editions: list[EditionView] | None = None) -> EditionView:
    """Return how a page names this edition, which may be past; `editions` are all, where they are known."""
    shown = found.edition.pk == found.document.live_id
    gone = withdrawn_at(history(found) if editions is None else editions)
    return replace(EditionView.of(found.edition, shown), withdrawn_at=gone)


@dataclass(frozen=True)
class Tombstone:
    """What a withdrawn document's page says."""

    public_id: str
    title: Text
    reason: str
    note: Text
    withdrawn_at: datetime
    named: bool


def read_tombstone(found: PublicDocument) -> Tombstone:
    content = found.content
    return Tombstone(
        public_id=found.public_id,
        title=Text.of(content["title"]),
        reason=str(vocabulary.Reason(content["reason"]).label),
        note=Text.of(content["note"]),
        withdrawn_at=found.edition.published_at,
        named=content["reason"] not in vocabulary.NAMELESS_REASONS,
    )


@dataclass(frozen=True)
class Card:
    """A row of a list."""

    kind: str
    key: str
    slug: str
    title: Text
    data: dict[str, Any]
    edition_id: int
    edition: int
    published_at: datetime
    note: Text
    digest: str  # of the edition that it is taken from

    def text(self, name: str) -> Text:
        return Text.of(self.data.get(name))


def listings(*kinds: str) -> QuerySet[Listing]:
    """Return what is listed of these kinds: live documents, or things that live documents name."""
    noting.note(*map(noting.list_of, kinds))
    return _listed().filter(kind__in=kinds)


def things(kind: str, keys: Iterable[str]) -> QuerySet[Listing]:
    """Return of a kind what has one of these keys: a page of these depends on them, and on no list."""
    keys = list(keys)
    noting.note_things(kind, keys)
    return _listed().filter(kind=kind, key__in=keys)


def having(kind: str, name: str, codes: Iterable[str]) -> QuerySet[Listing]:
    """Return of a kind what has one of these values of a facet of the whole, each once."""
    codes = list(codes)
    noting.note(*(noting.facet(kind, name, code) for code in codes))
    return _listed().filter(Exists(_having(name, codes).filter(listing=OuterRef("pk"), part="")), kind=kind)


def naming(kind: str, named: str, key: str) -> QuerySet[Listing]:
    """Return what is listed of a kind whose documents name this thing."""
    noting.note_things(named, [key])
    mentioned = {"edition__document__mentions__kind": named, "edition__document__mentions__key": key}
    return _listed().filter(kind=kind, **mentioned)


def _listed() -> QuerySet[Listing]:
    return Listing.objects.select_related("edition").defer("edition__content", "edition__header")


def mentions(kind: str, keys: Iterable[str]) -> QuerySet[Mention]:
    """Return how live documents name these things."""
    keys = list(keys)
    noting.note_things(kind, keys)
    return Mention.objects.filter(kind=kind, key__in=keys).select_related("document")


def newest_edition() -> Edition | None:
    """Return the newest edition of all, without its text."""
    noting.note(noting.RECORD)
    return Edition.objects.order_by("-seq").defer("content", "header").first()


Choice = tuple[tuple[str, tuple[str, ...]], ...]  # the same, as a key
Choices = Mapping[str, str | list[str]]  # facet → the value chosen, or several of which one is enough


@dataclass(frozen=True)
class Together:
    """Facets that speak of one part of what is listed, and one of the whole that goes with them."""

    names: tuple[str, ...] = ()
    with_them: str = ""

    def divided(self, chosen: Choices) -> tuple[Choices, Choices]:
        """Return what is chosen of the whole, and what is chosen of a part."""
        joined = {name: codes for name, codes in chosen.items() if name in self.names}
        if joined and self.with_them in chosen:
            joined[self.with_them] = chosen[self.with_them]
        return {name: codes for name, codes in chosen.items() if name not in joined}, joined


NOTHING = Together()


def was_listed(kind: str, key: str) -> bool:
    """Say whether live documents named it once and none does now."""
    noting.note_things(kind, [key])
    return Unlisted.objects.filter(kind=kind, key=key).exists()


def narrowed(kind: str, chosen: Choices, together: Together = NOTHING) -> QuerySet[Listing]:
    """Return the listings of a kind that have, of every facet, one of the values chosen.

    The facets of `together` speak of a part of what is listed, such as an incident of a dossier, and hold of
    one and the same part; so does the facet `with_them`, once one of them is chosen.
    """
    whole, joined = together.divided(chosen)
    _note_choice(kind, chosen)
    rows = _listed().filter(kind=kind)
    for name, codes in whole.items():
        rows = rows.filter(Exists(_having(name, codes).filter(listing=OuterRef("pk"), part="")))
    return rows.filter(Exists(_in_one_part(joined).filter(listing=OuterRef("pk")))) if joined else rows


def _note_choice(kind: str, chosen: Choices) -> None:
    """Note what a choice depends on: whatever enters or leaves it has, or had, each value chosen."""
    if not chosen:
        noting.note(noting.list_of(kind))
    for name, codes in chosen.items():
        noting.note(*(noting.facet(kind, name, code) for code in _codes(codes)))


def counts(kind: str, name: str, chosen: Choices, together: Together = NOTHING) -> dict[str, int]:
    """Count the listings of a kind by one facet, under what is chosen of the others."""
    others = {other: codes for other, codes in chosen.items() if other != name}
    _note_choice(kind, others)
    return dict(_counts(kind, name, _as_key(others), together, _head()))


@lru_cache(maxsize=256)
def _counts(kind: str, name: str, choice: Choice, together: Together, head: str) -> dict[str, int]:
    rows = Facet.objects.filter(kind=kind, name=name)
    return _counted(rows, _chosen(choice), together, name).get(name, {})


_known: ContextVar[str | None] = ContextVar("head", default=None)


@contextmanager
def at_head(head: str) -> Iterator[None]:
    """Read the record as it is at this head, which was just asked for."""
    token = _known.set(head)
    try:
        yield
    finally:
        _known.reset(token)


def _head() -> str:
    """Return the digest of the newest edition: what is counted stays the same until it changes."""
    head = _known.get()
    return Ledger.objects.values_list("head", flat=True).get(pk=1) if head is None else head


def _as_key(chosen: Choices) -> Choice:
    return tuple(sorted((name, tuple(_codes(codes))) for name, codes in chosen.items()))


def _chosen(choice: Choice) -> dict[str, list[str]]:
    return {name: list(codes) for name, codes in choice}


def all_counts(kind: str, chosen: Choices, together: Together = NOTHING) -> dict[str, dict[str, int]]:
    """Count by every facet at once, each under what is chosen of the others.

    Counting reads every row of the list, so an answer is kept until the record changes.
    """
    noting.note(noting.list_of(kind))
    return _all_counts(kind, _as_key(chosen), together, _head())


@lru_cache(maxsize=256)
def _all_counts(kind: str, choice: Choice, together: Together, head: str) -> dict[str, dict[str, int]]:
    chosen = _chosen(choice)
    found = _counted(Facet.objects.filter(kind=kind).exclude(name__in=chosen), chosen, together)
    others = {name: _as_key({one: chosen[one] for one in chosen if one != name}) for name in chosen}
    return {**found, **{name: _counts(kind, name, rest, together, head) for name, rest in others.items()}}


def _counted(
    rows: QuerySet[Facet], chosen: Choices, together: Together, name: str = ""
) -> dict[str, dict[str, int]]:
    """Count listings by facets of the whole, and by those of a part that has all that is chosen of parts.

    `name` is the one facet of these rows, where there is one only.
    """
    whole, joined = together.divided(chosen)
    in_parts = {*together.names, together.with_them} if joined else set(together.names)
    of_whole = rows.filter(part="").exclude(name__in=in_parts)
    if joined:
        of_whole = of_whole.filter(Exists(_in_one_part(joined).filter(listing=OuterRef("listing"))))
    # A facet of a part joins the one that goes with them: what is chosen of it is asked of the part.
    asked = {**joined, **{other: codes for other, codes in whole.items() if other == together.with_them}}
    of_parts = rows.exclude(part="").filter(name__in=in_parts)
    for other, codes in asked.items():
        same = _having(other, codes).filter(listing=OuterRef("listing"), part=OuterRef("part"))
        of_parts = of_parts.filter(Exists(same))
    for other, codes in whole.items():
        had = Exists(_having(other, codes).filter(listing=OuterRef("listing"), part=""))
        of_whole = of_whole.filter(had)
        of_parts = of_parts if other in asked else of_parts.filter(had)
    numbers = [_grouped(of_whole)] if name not in in_parts else []
    numbers += [_grouped(of_parts)] if in_parts and name in {"", *in_parts} else []
    found: dict[str, dict[str, int]] = {}
    for facet, code, number in sorted(numbers[0].union(*numbers[1:], all=True)):
        found.setdefault(facet, {})[code] = number
    return found


def _grouped(rows: QuerySet[Facet]) -> QuerySet[Facet, tuple[str, str, int]]:
    return rows.order_by().values_list("name", "code").annotate(Count("listing", distinct=True))


def _in_one_part(joined: Choices) -> QuerySet[Facet]:
    """Return a facet of each part that has one of the values chosen of every facet."""
    (name, codes), *others = joined.items()
    rows = _having(name, codes).exclude(part="")
    for other, wanted in others:
        same = _having(other, wanted).filter(listing=OuterRef("listing"), part=OuterRef("part"))
        rows = rows.filter(Exists(same))
    return rows


def _having(name: str, codes: str | list[str]) -> QuerySet[Facet]:
    return Facet.objects.filter(name=name, code__in=_codes(codes))


def _codes(codes: str | list[str]) -> list[str]:
    return [codes] if isinstance(codes, str) else sorted(codes)


def card(row: Listing) -> Card:
    return Card(
        kind=row.kind,
        key=row.key,
        slug=row.slug,
        title=Text(row.title_ar, row.title_en),
        data=row.data,
        edition_id=row.edition_id,
        edition=row.edition.number,
        published_at=row.edition.published_at,
        note=Text(row.edition.note_ar, row.edition.note_en),
        digest=row.edition.header_digest,
    )
