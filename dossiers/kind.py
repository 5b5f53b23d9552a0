"""What publishing knows of a dossier."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy

from dossiers import content as working
from dossiers import rules
from dossiers.desk import corrected, second_look
from dossiers.models import Perpetrator
from dossiers.pages import projection
from dossiers.pages.chain_of_command import chain_of_command
from dossiers.pages.dossier import Dossier
from dossiers.pages.dossier_page import dossier_page
from dossiers.pages.lines import lines
from dossiers.schema import DossierContent
from publishing.bilingual import Words
from publishing.canonical import Content
from publishing.kinds import Draft, Kind, Line, ListingRow, Named, Occasion, Problem, Rule
from publishing.pages.reading import EditionView
from publishing.working import history


class DossierKind(Kind):
    name = "dossier"
    label = gettext_lazy("Dossier")
    content = DossierContent

    def freeze(self, working_copy: Perpetrator) -> Draft:
        return working.freeze(working_copy)

    def check(self, content: Content, grounds: Content, occasion: Occasion) -> list[Problem]:
        return rules.check(rules.Candidate(content, grounds, occasion))

    def rules(self) -> list[Rule]:
        return list(rules.rules_of(rules.DOSSIER))

    def today(self, content: Content) -> tuple[Content, list[Problem]]:
        person = Perpetrator.objects.filter(public_id=content["public_id"]).first()
        if person is None:
            return {}, []
        grounds = working.freeze(person).grounds
        later = {name: grounds[name] for name in ("named", "requests", "sensitivity", "staff_named")}
        return later, working.held_back(content)

    def forget(self, public_id: str) -> None:
        keys = history.of(Perpetrator).filter(public_id=public_id).values_list("id", flat=True)
        history.purge(Perpetrator, set(keys))

    def not_needed(self, content: Content, grounds: Content, occasion: Occasion) -> set[str]:
        return rules.not_needed(rules.Candidate(content, grounds, occasion))

    def second_look(self, before: Content | None, after: Content, grounds: Content) -> Iterator[str]:
        return second_look.find(before, after, grounds)

    def outdated(self, public_id: str) -> list[Words]:
        return [*corrected.messages(public_id)]

    def fairness(self, grounds: Content) -> list[tuple[str, str]]:
        return second_look.fairness(grounds)

    def row(self, content: Content) -> ListingRow:
        return projection.row(Dossier(content))

    def names(self, content: Content) -> Iterable[Named]:
        return projection.names(Dossier(content))

    def url(self, slug: str) -> str:
        return reverse("dossier", args=[slug])

    def media(self, content: Content) -> Iterable[str]:
        portrait = content["portrait"]
        return [row["file"] for row in portrait["renditions"]] if portrait else []

    def page(self, request: HttpRequest, content: Content, edition: EditionView) -> HttpResponse:
        dossier = Dossier(content)
        chain = chain_of_command(dossier, request.GET.get("on", ""))
        return dossier_page(request, dossier, edition, command=chain)

    def lines(self, content: Content) -> Iterator[Line]:
        return lines(Dossier(content))
