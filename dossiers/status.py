"""The legal status, derived from dated rows and never typed in (domain.md §3.6)."""

from collections.abc import Iterable

from dossiers.schema import ActionContent, CaseStatus, StatusContent
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
    ("arrest", "executed"): "detained",
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
    ("acquittal", "retrial"): "on_trial",
    ("appeal", "quashed"): "ended",
    ("appeal", "remitted"): "on_trial",
}
OVER = ("acquitted", "ended")
SETTLED = ("none", *OVER)  # nothing of it can change by itself, so it does not grow old
LIVE = [code for code in LEGAL_STATUSES if code not in OVER]  # mildest first


class Proceeding(CaseStatus):
    """What stands against a person in one case, or by one action outside a case; then `case` is empty."""

    last: str  # the key of the newest row, for what has no status of its own: a Red Notice, a civil judgment


def derive(actions: Iterable[ActionContent]) -> StatusContent:
    """Return the headline status with the row it rests on, and the status of every case.

    The headline is the most severe status that is live; when nothing live remains, an acquittal
    comes before any other end. A superseded row counts for nothing.
    """
    cases = proceedings(actions)
    live = [case for case in cases if case["code"] in LIVE and case["code"] != "none"]
    over = [case for case in cases if case["code"] in OVER]
    chosen: Proceeding | None = None
    if live:
        chosen = max(live, key=lambda case: (LIVE.index(case["code"]), case["as_of"]))
    elif over:
        chosen = max(over, key=lambda case: (case["code"] == "acquitted", case["as_of"]))
    return {
        "code": chosen["code"] if chosen else "none",
        "basis": chosen["basis"] if chosen else None,
        "as_of": chosen["as_of"] if chosen else "",
        "cases": [
            {"case": case["case"], "code": case["code"], "basis": case["basis"], "as_of": case["as_of"]}
            for case in cases
            if case["case"]
        ],
    }


def proceedings(actions: Iterable[ActionContent]) -> list[Proceeding]:
    """Return the status of each case, and of each action outside a case, with the row it rests on."""
    return [_proceeding(key, rows) for key, rows in _by_case(list(actions)).items()]


def _by_case(actions: list[ActionContent]) -> dict[str, list[ActionContent]]:
    """Group rows by case; a row without one, such as a sanction, stands for itself."""
    superseded = {action["supersedes"] for action in actions}
    grouped: dict[str, list[ActionContent]] = {}
    for action in sorted(actions, key=_when):
        if action["key"] not in superseded:
            grouped.setdefault(action["case"] or f"row {action['key']}", []).append(action)
    return grouped


def _when(action: ActionContent) -> tuple[bool, str]:
    for edtf in (action["date"], action["public_date"], action["status_date"]):
        value = parse_or_none(edtf)
        if value and (day := value.first or value.last):
            return (False, day.isoformat())
    return (True, "")  # an undated row is read as the latest


def _proceeding(key: str, rows: list[ActionContent]) -> Proceeding:
    code = "none"
    basis: ActionContent | None = None
    for row in rows:
        after = _effect(row, code)
        if after != code:
            code, basis = after, row
    return {
        "case": "" if key.startswith("row ") else key,
        "code": code,
        "basis": basis["key"] if basis else None,
        "as_of": (basis["status_date"] or basis["date"]) if basis else "",
        "last": rows[-1]["key"],
    }


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
