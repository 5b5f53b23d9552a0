"""An edition of a dossier on paper."""

from dataclasses import replace

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from dossiers.pages.citation import Citation
from dossiers.pages.dossier import Dossier
from publishing import ledger
from publishing.pages import pdf
from publishing.pages.reading import EditionView, PublicDocument


def draw(request: HttpRequest, found: PublicDocument, view: EditionView) -> bytes:
    """Return an edition as PDF in the language at hand. Raise pdf.NotMade."""
    dossier = Dossier(found.content)
    citation = Citation(dossier, view, found.slug)
    context = {
        "dossier": dossier,
        "edition": view,
        "cover": citation,
        "citation": Citation(dossier, replace(view, preview=True), found.slug),  # on its cover only
    }
    document = pdf.Document(
        html=pdf.directed(render_to_string("print/dossier.html", context, request)),
        address=citation.address,
        day=found.edition.published_at.isoformat(),
        digest=view.digest,
        attachment=ledger.public_bytes(found.edition),
        attachment_name=f"{found.public_id}-e{view.number}.json",
        attachment_about=_("The canonical bytes of this edition"),
    )
    return pdf.draw(document)
