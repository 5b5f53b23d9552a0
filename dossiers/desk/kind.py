"""A dossier at the desk: how it is frozen, checked, looked at and forgotten."""

from collections.abc import Iterator

from dossiers import content as working
from dossiers import rules
from dossiers.desk import corrected, second_look
from dossiers.models import Perpetrator
from publishing.bilingual import Words
from publishing.canonical import Content
from publishing.kinds import DeskKind, Draft, Occasion, Problem, Rule
from publishing.working import history


class DossierAtDesk(DeskKind):
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
