"""A dossier as readers see it."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy

from dossiers.pages import projection, tables
from dossiers.pages.chain_of_command import chain_of_command
from dossiers.pages.dossier import Dossier
from dossiers.pages.dossier_page import dossier_page
from dossiers.pages.entities import entities
from dossiers.pages.lines import lines
from dossiers.schema import DossierContent
from publishing.canonical import Content
from publishing.kinds import Kind, Line, ListingRow, Named
from publishing.pages.followthemoney import Entity
from publishing.pages.reading import EditionView, PublicDocument
from publishing.pages.tables import Record


class DossierKind(Kind):
    name = "dossier"
    label = gettext_lazy("Dossier")
    content = DossierContent
    desk_class = "dossiers.desk.kind.DossierAtDesk"
    tables = tables.TABLES

    def row(self, content: Content) -> ListingRow:
        return projection.row(Dossier(content))

    def names(self, content: Content) -> Iterable[Named]:
        return projection.names(Dossier(content))

    def url(self, slug: str) -> str:
        return reverse("dossier", args=[slug])

    def media(self, content: Content) -> Iterable[str]:
        portrait = content["portrait"]
        return [row["file"] for row in portrait["renditions"]] if portrait else []

    def records(self, found: PublicDocument) -> Iterable[Record]:
        return tables.records(found)

    def entities(self, found: PublicDocument) -> Iterable[Entity]:
        return entities(found)

    def page(self, request: HttpRequest, content: Content, edition: EditionView) -> HttpResponse:
        dossier = Dossier(content)
        chain = chain_of_command(dossier, request.GET.get("on", ""))
        return dossier_page(request, dossier, edition, command=chain)

    def lines(self, content: Content) -> Iterator[Line]:
        return lines(Dossier(content))
