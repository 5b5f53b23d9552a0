"""An edition of a file, and the sources of it, as references."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from dossiers.pages.citation import Citation
from publishing import dates
from publishing.bilingual import reader_language
from publishing.pages.references import Reference

# domain.md §8.3
KINDS = {
    "judgment": "legal_case", "court_doc": "document", "gazette": "legislation", "un_report": "report",
    "opcw": "report", "state_doc": "document", "leaked_doc": "document", "ngo_report": "report",
    "academic": "article-journal", "book": "book", "news": "article-newspaper", "broadcast": "broadcast",
    "video": "motion_picture", "photo": "graphic", "satellite": "graphic", "social": "post",
    "dataset": "dataset", "public_testimony": "interview", "confidential": "interview",
    "reply": "document", "campaign": "document",
}  # fmt: skip


def of_edition(citation: Citation) -> Reference:
    """Return the file itself, as this edition says it in the language at hand."""
    dossier, edition = citation.dossier, citation.edition
    digest = f"sha256 {edition.digest}, " + _("edition %(n)s") % {"n": edition.number}
    withdrawn = f" {citation.withdrawn}" if citation.withdrawn else ""
    return Reference(
        key=f"{dossier.public_id}-e{edition.number}",
        type="report",
        title=f"{dossier.name}{withdrawn}",
        authors=(_("Pro-Justice"),),
        publisher=_("Pro-Justice"),
        number=citation.number,
        series=_("The Black List"),
        issued=dates.parse(edition.published_at.date().isoformat()),
        url=citation.address,
        lang=reader_language(),
        note=f"{digest}{withdrawn}",
    )


def of_sources(citation: Citation) -> Iterator[Reference]:
    """Yield the sources of an edition, without those whose identity is withheld."""
    for source in citation.dossier.sources:
        if source.restricted:
            continue
        kind = KINDS[source.kind_code]
        periodical = kind.startswith("article-")
        digest = f"sha256 {source.archive_sha256}" if source.archive_sha256 else ""
        yield Reference(
            key=source.code,
            type=kind,
            title=source.title,
            publisher="" if periodical else source.publisher,
            series=source.publisher if periodical else "",
            number=source.symbol,
            issued=dates.parse_or_none(source.issued),
            url=source.url or settings.SITE_URL + reverse("source", args=[source.code]),
            archive_url=source.archive_url,
            lang=source.lang,
            note=digest,
        )
