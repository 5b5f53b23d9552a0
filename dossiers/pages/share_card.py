"""What the share card of a dossier's edition says."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dossiers.pages.dossier import Dossier
from publishing.bilingual import reader_language
from publishing.pages import share_cards
from publishing.pages.reading import EditionView
from publishing.pages.share_cards import ShareCard
from publishing.templatetags.record import day


def card(dossier: Dossier, edition: EditionView) -> ShareCard:
    lang = reader_language()
    title, other = share_cards.name(dossier.name, lang)
    crimes, sources = len(dossier.crimes), len(dossier.sources)
    counts = [
        ngettext("%(n)s incident in this file", "%(n)s incidents in this file", crimes) % {"n": crimes},
        ngettext("%(n)s source", "%(n)s sources", sources) % {"n": sources},
    ]
    return ShareCard(
        lang=lang,
        title=title or other,
        other=other if title else "",
        above=_("File %(number)s") % {"number": dossier.public_id},
        lead=str(dossier.office),
        small=" · ".join([str(dossier.status_short), *counts]),
        address=f"{share_cards.host()}/{dossier.public_id}/{edition.number}",
        edition=_("Edition %(n)s, %(date)s") % {"n": edition.number, "date": day(edition.published_at)},
    )
