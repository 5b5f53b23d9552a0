"""How a file, or one paragraph of it, is cited: edition, date, and the address of that edition.

The address is that of the edition in the language it was read in, so that nobody's browser turns a quotation
into its translation.
"""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from dossiers.pages.dossier import Dossier
from publishing.pages.reading import EditionView
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
    def address(self) -> str:
        return f"{settings.SITE_URL}{reverse('edition', args=[self.slug, self.edition.number])}"
