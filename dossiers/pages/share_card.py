"""What the share card of a dossier's edition says."""

from django.utils.translation import gettext as _

from dossiers.pages.dossier import Dossier
from publishing.bilingual import reader_language
from publishing.pages import share_cards
from publishing.pages.reading import EditionView
from publishing.pages.share_cards import ShareCard
from publishing.templatetags.record import day


def card(dossier: Dossier, edition: EditionView) -> ShareCard:
    lang = reader_language()
    title, other = share_cards.name(dossier.name, lang)
    return ShareCard(
        lang=lang,
        title=title or other,
        other=other if title else "",
        above=_("File %(number)s") % {"number": dossier.public_id},
        lead=str(dossier.office),
        small=str(dossier.status_short),
        caution=_("Everyone is presumed innocent until convicted by a final judgment."),
        address=f"{share_cards.host()}/{dossier.public_id}/{edition.number}",
        edition=_("Edition %(n)s, %(date)s") % {"n": edition.number, "date": day(edition.published_at)},
    )
