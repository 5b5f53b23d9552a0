"""How a file, or one paragraph of it, is cited: edition, date, and the address of that edition.

The address is that of the edition in the language it was read in, so that nobody's browser turns a quotation
into its translation.
"""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from dossiers.pages.dossier import Dossier, shown_on_a_card
from dossiers.pages.frames import frame, size
from publishing.bilingual import OTHER, reader_language
from publishing.models import Mention
from publishing.pages.addresses import both
from publishing.pages.reading import Card, EditionView
from publishing.templatetags.record import day


@dataclass(frozen=True)
class Citation:
    dossier: Dossier
    edition: EditionView
    slug: str

    @property
    def _said(self) -> dict[str, object]:
        return {
            "name": self.dossier.name,
            "id": self.dossier.public_id,
            "n": self.edition.number,
            "date": day(self.edition.published_at),
        }

    @property
    def whole(self) -> str:
        return (
            _("Pro-Justice, “%(name)s” (file %(id)s), The Black List, edition %(n)s, %(date)s.") % self._said
        )

    def paragraph(self, p: int) -> str:
        return _(
            "Pro-Justice, “%(name)s” (file %(id)s), The Black List, edition %(n)s, %(date)s, ¶ %(p)s."
        ) % {**self._said, "p": p}

    @property
    def number(self) -> str:
        """Return the number of a file with that of its edition, as a report has one."""
        return _("%(id)s, edition %(n)s") % {"id": self.dossier.public_id, "n": self.edition.number}

    @property
    def withdrawn(self) -> str:
        """Return what is added to the citation of what no longer stands (domain.md §8.4)."""
        at = self.edition.withdrawn_at
        return _("[withdrawn %(date)s]") % {"date": day(at)} if at else ""

    @property
    def address(self) -> str:
        return f"{settings.SITE_URL}{reverse('edition', args=[self.slug, self.edition.number])}"

    @property
    def other_address(self) -> str:
        """Return the same in the other language."""
        return str(both("edition", self.slug, self.edition.number)[OTHER[reader_language()]])  # type: ignore[literal-required]

    @property
    def frame(self) -> str:
        """Return the frame that shows this edition as a card, as a text to be copied."""
        width, height = size(shown_on_a_card(self.dossier))
        card = settings.SITE_URL + reverse("embed", args=[self.dossier.public_id, self.edition.number])
        return frame(card, str(self.dossier.name), width, height)[:]  # a text, no longer marked as HTML

    @property
    def pdf(self) -> str:
        """Return the path of this edition on paper in the language at hand; empty where none is made."""
        if not settings.PDF or not self.slug:
            return ""
        name = f"{self.dossier.public_id}-e{self.edition.number}"
        return reverse("pdf", args=[self.slug, self.edition.number, name, reader_language()])


@dataclass(frozen=True)
class PlaceCitation:
    """How an incident or a source is cited: in an edition of a file, where it stands for good."""

    card: Card
    mention: Mention
    anchor: str

    @property
    def whole(self) -> str:
        return _(
            "Pro-Justice, “%(title)s” (%(id)s, in file %(file)s), The Black List, edition %(n)s, %(date)s."
        ) % {
            "title": self.card.title,
            "id": self.card.key,
            "file": self.mention.document.public_id,
            "n": self.card.edition,
            "date": day(self.card.published_at),
        }

    @property
    def address(self) -> str:
        place = reverse("edition", args=[self.mention.document.slug, self.card.edition])
        return f"{settings.SITE_URL}{place}#{self.anchor}{self.mention.data['number']}"

    @property
    def digest(self) -> str:
        return self.card.digest
