"""The legal status, derived from dated rows and never typed in (domain.md §3.6)."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossiers.schema import ActionContent
from dossiers.vocabularies import LEGAL_STATUSES
from publishing.dates import parse_or_none

# What a row makes of its case. Rows that are not here (a Red Notice, a pending appeal, a civil
# judgment, a status that is not known) leave it as it was.
EFFECTS = {
    ("sanction", "active"): "sanctioned",
    ("sanction", "amended"): "sanctioned",
    ("sanction", "delisted"): "ended",
    ("sanction", "annulled"): "ended",
    ("sanction", "expired"): "ended",
    ("complaint", "filed"): "suspect",
    ("complaint", "admitted"): "suspect",
    ("complaint", "rejected"): "ended",
    ("investigation", "open"): "suspect",
    ("investigation", "suspended"): "suspect",
    ("investigation", "closed_no_action"): "ended",
    ("warrant", "active"): "wanted",
    ("warrant", "executed"): "detained",
    ("warrant", "annulled"): "ended",
    ("warrant", "withdrawn"): "ended",
    ("warrant", "expired"): "ended",
    ("arrest", "custody"): "detained",
    ("arrest", "released"): "suspect",
    ("indictment", "filed"): "charged",
    ("indictment", "confirmed"): "charged",
    ("indictment", "amended"): "charged",
    ("indictment", "dismissed"): "ended",
    ("trial", "scheduled"): "on_trial",
    ("trial", "ongoing"): "on_trial",
    ("trial", "adjourned"): "on_trial",
    ("trial", "terminated"): "ended",
    ("conviction", "quashed"): "ended",
    ("conviction", "retrial"): "on_trial",
    ("acquittal", "not_final"): "acquitted",
    ("acquittal", "final"): "acquitted",
    ("acquittal", "quashed"): "ended",
    ("acquittal", "retrial"): "on_trial",
    ("appeal", "quashed"): "ended",
    ("appeal", "remitted"): "on_trial",
}
OVER = ("acquitted", "ended")
SETTLED = ("none", *OVER)  # nothing of it can change by itself, so it does not grow old
LIVE = [code for code in LEGAL_STATUSES if code not in OVER]  # mildest first
CONVICTED = ("convicted_absentia", "convicted_not_final", "convicted_final")
# What a death before judgment ends: nobody who is dead is still wanted or charged.
UNJUDGED = ("suspect", "wanted", "detained", "charged", "on_trial")
DEAD = ("reported_dead", "deceased")


@dataclass(frozen=True)
class Proceeding:
    """What stands against a person in one case, or by one action outside a case; then `case` is empty.

    A case whose first proceeding ended and that went on is two of them, so that what ended is never hidden.
    """

    case: str
    rows: list[ActionContent]  # in the order of their dates, those that were replaced left out
    code: str
    basis: ActionContent | None  # the row that made the status
    was: str = ""  # the status that a death before judgment ended
    ended: ActionContent | None = None  # the row that an annulment or the like ended

    @property
    def last(self) -> ActionContent:
        """The newest row, for what has no status of its own: a Red Notice, a civil judgment."""
        return self.rows[-1]

    @property
    def as_of(self) -> str:
        return (self.basis["status_date"] or self.basis["date"]) if self.basis else ""

    @property
    def judgment(self) -> ActionContent | None:
        """The newest judgment among the rows."""
        return next((row for row in reversed(self.rows) if row["type"] in {"conviction", "acquittal"}), None)


def headline(found: list[Proceeding]) -> Proceeding | None:
    """Return the most severe proceeding that is live; when none is, an acquittal before any other end."""
    live = [one for one in found if one.code in LIVE and one.code != "none"]
    if live:
        return max(live, key=lambda one: (LIVE.index(one.code), one.as_of))
    over = [one for one in found if one.code in OVER]
    return max(over, key=lambda one: (one.code == "acquitted", one.as_of), default=None)


def proceedings(actions: Iterable[ActionContent], life: str = "") -> list[Proceeding]:
    """Return the status of each case, and of each action outside a case, with the row it rests on.

    A row that another replaced counts for nothing, anywhere. `life` is the person's: of one who is dead
    nothing is pending.
    """
    rows = list(actions)
    known = {row["key"]: row for row in rows}
    return [
        _laid_to_rest(_proceeding(key, part, known), life)
        for key, group in _by_case(rows).items()
        for part in _parts(group)
    ]


def _laid_to_rest(one: Proceeding, life: str) -> Proceeding:
    if life in DEAD and one.code in UNJUDGED:
        return Proceeding(one.case, one.rows, "ended", one.basis, was=one.code)
    return one


def _by_case(actions: list[ActionContent]) -> dict[str, list[ActionContent]]:
    """Group rows by case; a row without one, such as a sanction, stands for itself."""
    superseded = {action["supersedes"] for action in actions}
    grouped: dict[str, list[ActionContent]] = {}
    for action in sorted(actions, key=_when):
        if action["key"] not in superseded:
            grouped.setdefault(action["case"] or f"row {action['key']}", []).append(action)
    return grouped


def _parts(rows: list[ActionContent]) -> list[list[ActionContent]]:
    """Divide a case after each row that ended it, where a later row goes on: what ended stands by itself."""
    parts: list[list[ActionContent]] = [[]]
    for row in rows:
        if parts[-1] and ends(parts[-1][-1]) and _effect(row, "none") not in SETTLED:
            parts.append([])
        parts[-1].append(row)
    return parts


def _when(action: ActionContent) -> tuple[bool, str]:
    for edtf in (action["date"], action["public_date"], action["status_date"]):
        value = parse_or_none(edtf)
        if value and (day := value.first or value.last):
            return (False, day.isoformat())
    return (True, "")  # an undated row is read as the latest


def _proceeding(key: str, rows: list[ActionContent], known: dict[str, ActionContent]) -> Proceeding:
    code = "none"
    basis: ActionContent | None = None
    for row in rows:
        after = _effect(row, code)
        if after != code:
            code, basis = after, row
    ended = known.get(basis["supersedes"] or "") if basis and code in OVER else None
    return Proceeding("" if key.startswith("row ") else key, rows, code, basis, ended=ended)


def ends(row: ActionContent) -> bool:
    """Say whether this row ends what it supersedes, rather than take its place."""
    return _effect(row, "none") in {"ended", "acquitted"}


def _effect(row: ActionContent, before: str) -> str:
    if row["type"] == "conviction" and row["status"] in {"final", "not_final"}:
        if row["in_absentia"]:
            return "convicted_absentia"
        return "convicted_final" if row["status"] == "final" else "convicted_not_final"
    if row["type"] == "appeal" and row["status"] in {"upheld", "varied"}:
        if row["finality"] == "final" and before == "convicted_not_final":
            return "convicted_final"
        return before
    if row["type"] == "dismissal" and row["status"] != "unknown":
        return "ended"
    return EFFECTS.get((row["type"], row["status"]), before)
