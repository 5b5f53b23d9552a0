"""What is new in one file or one case, in words, for whoever follows it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from dossiers.pages.dossier import Dossier
from dossiers.pages.law import Action
from publishing import dates
from publishing.bilingual import Text
from publishing.pages import reading
from publishing.pages.feeds import Entry, sentence
from publishing.pages.reading import PublicDocument


@dataclass(frozen=True)
class Step:
    """A legal action as a file tells it: since when, and since when in these words."""

    action: Action
    name: Text
    slug: str
    first: datetime
    last: datetime

    @property
    def told(self) -> str:
        """Return the step in words, with its date, what has become of it, and as of when."""
        action = self.action
        day = dates.show(action.date or action.public_date) or _("date not known")
        said = {"what": self.what, "who": action.authority, "date": day, "status": self.status}
        if action.status_date and action.ended_by is None:
            said["as_of"] = dates.show(action.status_date)
            return _("%(what)s (%(who)s, %(date)s). Status as of %(as_of)s: %(status)s.") % said
        return _("%(what)s (%(who)s, %(date)s). Status: %(status)s.") % said

    @property
    def what(self) -> str:
        """Return what kind of step it is; one in absentia says so wherever it is named (domain.md §6)."""
        return f"{self.action.type}{_(', in absentia') if self.action.in_absentia else ''}"

    @property
    def status(self) -> str:
        """Return what has become of it: a published action is not changed, another one ends it."""
        if self.action.ended_by is None:
            return str(self.action.status)
        return _("ended by a later action") if self.action.over else _("replaced by a later action")


def told_in(found: PublicDocument) -> Iterator[tuple[int, list[Step], bool]]:
    """Yield, for each edition that can be read, its steps; and whether the edition before it can be read.

    Of what stood already in a text that was erased nobody is told that it is new.
    """
    known: dict[str, Step] = {}
    last_read, since = 0, None
    days = {row.number: row.published_at for row in reading.history(found)}
    for past in reading.editions(found):
        number, dossier = past.edition.number, Dossier(past.content)
        complete = last_read == number - 1
        # Behind erased editions a step may be as old as the first of them.
        since = past.edition.published_at if complete else days.get(last_read + 1, past.edition.published_at)
        known = {
            action.key: _step(action, dossier.name, found.slug, since, known.get(action.key))
            for action in dossier.actions
        }
        last_read = number
        yield number, list(known.values()), complete


def _step(action: Action, name: Text, slug: str, since: datetime, before: Step | None) -> Step:
    if before is None:
        return Step(action, name, slug, since, since)
    same = _words(before.action) == _words(action)
    return Step(action, name, slug, before.first, before.last if same else since)


def _words(action: Action) -> Action:
    """Return an action without what only tells where it stands on the page, and on what it rests."""
    return replace(action, p=0, ends=None, ended_by=0 if action.ended_by else None, cites=[])


def file_entries(found: PublicDocument, title: Text) -> list[Entry]:
    """Return an entry for each edition: its note, then the legal steps that are new or other in it."""
    new: dict[int, list[str]] = {}
    before: dict[str, Action] = {}
    for number, steps, complete in () if found.withdrawn else told_in(found):
        if complete and number > 1:
            new[number] = [step.told for step in steps if _words(step.action) != before.get(step.action.key)]
        before = {step.action.key: _words(step.action) for step in steps}
    return [
        Entry(
            id=f"{found.public_id}/{row.number}",
            title=_("%(title)s: edition %(n)s, %(change)s")
            % {"title": title, "n": row.number, "change": row.change},
            link=settings.SITE_URL + reverse("edition", args=[found.slug, row.number]),
            text=sentence([row.note or row.change, *new.get(row.number, ())]),
            updated=row.published_at,
            published=row.published_at,
        )
        for row in reading.history(found)
    ]


def case_entries(key: str, public_ids: list[str]) -> list[Entry]:
    """Return an entry for each step that live files tell of a case, what is newest on the site first."""
    told = sorted(_steps_of(key, public_ids), key=_order, reverse=True)
    return [entry for _step, entry in told]


def _order(told: tuple[Step, Entry]) -> tuple[datetime, str, str]:
    step, entry = told
    return step.last, step.action.date or step.action.public_date, entry.id


def _steps_of(key: str, public_ids: list[str]) -> Iterator[tuple[Step, Entry]]:
    for public_id in public_ids:
        found = reading.find_id(public_id)
        if found is None or found.withdrawn:
            continue
        steps: list[Step] = []
        for _number, told, _complete in told_in(found):
            steps = told
        for step in steps:
            if step.action.case == key:
                place = reverse("dossier", args=[step.slug])
                yield (
                    step,
                    Entry(
                        id=f"case/{key}/{step.action.key}",
                        title=_("%(name)s: %(what)s. Status: %(status)s")
                        % {"name": step.name, "what": step.what, "status": step.status},
                        link=f"{settings.SITE_URL}{place}#p{step.action.p}",
                        text=step.told,
                        updated=step.last,
                        published=step.first,
                    ),
                )
