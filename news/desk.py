"""A news item at the desk: how it is frozen, checked and forgotten."""

from dossiers import rules
from dossiers.content import held_back
from news import content as working
from news.models import NewsItem
from publishing.canonical import Content
from publishing.kinds import DeskKind, Draft, Occasion, Problem, Rule
from publishing.working import history


class NewsAtDesk(DeskKind):
    def freeze(self, working_copy: NewsItem) -> Draft:
        return working.freeze(working_copy)

    def check(self, content: Content, grounds: Content, occasion: Occasion) -> list[Problem]:
        return rules.check(rules.Candidate(content, grounds, occasion, rules.NEWS))

    def rules(self) -> list[Rule]:
        return list(rules.rules_of(rules.NEWS))

    def today(self, content: Content) -> tuple[Content, list[Problem]]:
        return {}, held_back(content)

    def forget(self, public_id: str) -> None:
        keys = set(history.of(NewsItem).values_list("id", flat=True))
        history.purge(NewsItem, [key for key in keys if working.number(key) == public_id])
