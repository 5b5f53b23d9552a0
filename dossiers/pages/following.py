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
    """A legal action as a file tells it: since which edition, and in which its words last changed."""

    action: Action
    name: Text
    public_id: str
    slug: str
    edition: int
    first: datetime
    last: datetime

    @property
    def told(self) -> str:
        """Return the step in one sentence, with its date and what has become of it."""
        action = self.action
        day = dates.show(action.date or action.public_date) or _("date not known")
        absent = _(", in absentia") if action.in_absentia else ""
        said = {
            "what": f"{action.type}{absent}",
            "who": action.authority,
            "date": day,
            "status": action.status,
        }
        return _("%(what)s (%(who)s, %(date)s): %(status)s.") % said


def steps(found: PublicDocument) -> list[Step]:
    """Return the legal actions of a live document, read through all its editions that can be read."""
    known: dict[str, Step] = {}
    for past in reading.editions(found):
        dossier = Dossier(past.content)
        at = past.edition.published_at
        now = {}
        for action in dossier.actions:
            before = known.get(action.key)
            step = Step(action, dossier.name, found.public_id, found.slug, past.edition.number, at, at)
            if before is not None:
                same = _without_numbers(before.action) == _without_numbers(action)
                step = replace(step, first=before.first, last=before.last if same else at)
                step = replace(step, edition=before.edition) if same else step
            now[action.key] = step
        known = now
    return list(known.values())


def _without_numbers(action: Action) -> Action:
    """Return an action without what only tells where it stands on the page."""
    return replace(action, p=0, ends=None, ended_by=None, cites=[])


def file_entries(found: PublicDocument, title: Text) -> list[Entry]:
    """Return an entry for each edition: its note, then the legal steps that are new in it."""
    shown = [] if found.withdrawn else steps(found)
    return [
        Entry(
            id=f"{found.public_id}/{row.number}",
            title=_("%(title)s: edition %(n)s, %(change)s")
            % {"title": title, "n": row.number, "change": row.change},
            link=settings.SITE_URL + reverse("edition", args=[found.slug, row.number]),
            text=sentence([row.note or row.change, *_new_in(row.number, shown)]),
            updated=row.published_at,
            published=row.published_at,
        )
        for row in reading.history(found)
    ]


def _new_in(number: int, shown: list[Step]) -> list[str]:
    """Return the steps that an edition added or changed; the first has all that were known by then."""
    return [step.told for step in shown if step.edition == number > 1]


def case_entries(key: str, public_ids: list[str]) -> Iterator[Entry]:
    """Yield an entry for each step that live files tell of a case."""
    for public_id in public_ids:
        found = reading.find_id(public_id)
        if found is None or found.withdrawn:
            continue
        for step in steps(found):
            if step.action.case == key:
                place = reverse("dossier", args=[step.slug])
                yield Entry(
                    id=f"case/{key}/{step.action.key}",
                    title=f"{step.name}: {step.action.type}",
                    link=f"{settings.SITE_URL}{place}#p{step.action.p}",
                    text=step.told,
                    updated=step.last,
                    published=step.first,
                )
