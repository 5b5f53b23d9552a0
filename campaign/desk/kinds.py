"""Standing pages and the list of links at the desk: how they are frozen, checked and forgotten."""

from django.utils.translation import gettext_noop as _

from campaign import content as working
from campaign.models import LinkList, Page
from dossiers import rules
from dossiers.rules.reading import short, texts
from publishing.bilingual import Message
from publishing.canonical import Content
from publishing.kinds import DeskKind, Draft, Occasion, Problem, Rule
from publishing.working import history


class TextAtDesk(DeskKind):
    """Texts without claims: both languages, in step, and nobody of the desk (P4, P5, C10)."""

    def check(self, content: Content, grounds: Content, occasion: Occasion) -> list[Problem]:
        candidate = rules.Candidate(content, grounds, occasion)
        return [
            *rules.publication.both_languages_are_in_step(candidate),
            *rules.harm.nobody_of_the_desk_is_named(candidate),
            *(
                Problem("P5", Message(_("“%(text)s”: write it in both languages."), {"text": short(pair)}))
                for where, pair, _claim in texts(content)
                if where[0] != "note" and not all(pair.values())
            ),
        ]

    def rules(self) -> list[Rule]:
        return [row for row in rules.all_rules() if row.code in {"P4", "P5", "P12", "C10"}]


class PageAtDesk(TextAtDesk):
    def freeze(self, working_copy: Page) -> Draft:
        return working.freeze_page(working_copy)

    def forget(self, public_id: str) -> None:
        keys = history.of(Page).filter(slug=public_id.removeprefix("PAGE-")).values_list("id", flat=True)
        history.purge(Page, set(keys))


class LinksAtDesk(TextAtDesk):
    def freeze(self, working_copy: LinkList) -> Draft:
        return working.freeze_links(working_copy)

    def forget(self, public_id: str) -> None:
        history.purge(LinkList, set(history.of(LinkList).values_list("id", flat=True)))
