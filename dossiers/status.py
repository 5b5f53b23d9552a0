"""The legal status, derived from dated rows and never typed in (domain.md §3.6)."""

from collections.abc import Iterable
from typing import Any

from dossiers.vocabularies import LEGAL_STATUSES
from publishing.dates import parse_or_none

Action = dict[str, Any]

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
CASE = ("case", "code", "basis", "as_of")  # what an edition keeps of a case
OVER = ("acquitted", "ended")
SETTLED = ("none", *OVER)  # nothing of it can change by itself, so it does not grow old
LIVE = [code for code in LEGAL_STATUSES if code not in OVER]  # mildest first


def derive(actions: Iterable[Action]) -> dict[str, Any]:
    """Return the headline status with the row it rests on, and the status of every case.

    The headline is the most severe status that is live; when nothing live remains, an acquittal
    comes before any other end. A superseded row counts for nothing.
    """
    cases = [{name: case[name] for name in CASE} for case in proceedings(actions)]
    found = [case for case in cases if case["code"] != "none"]
    live = [case for case in found if case["code"] in LIVE]
    over = [case for case in found if case["code"] not in LIVE]
    if live:
        chosen = max(live, key=lambda case: (LIVE.index(case["code"]), case["as_of"]))
    elif over:
        chosen = max(over, key=lambda case: (case["code"] == "acquitted", case["as_of"]))
    else:
        chosen = {"code": "none", "basis": None, "as_of": ""}
    return {
        "code": chosen["code"],
        "basis": chosen["basis"],
        "as_of": chosen["as_of"],
        "cases": [case for case in cases if case["case"]],
    }


def proceedings(actions: Iterable[Action]) -> list[dict[str, Any]]:
    """Return the status of each case, and of each action outside a case, with the row it rests on.

    "last" is the newest row, for what has no status of its own: a Red Notice, a civil judgment.
    """
    return [_case(key, rows) for key, rows in _by_case(list(actions)).items()]


def _by_case(actions: list[Action]) -> dict[str, list[Action]]:
    """Group rows by case; a row without one, such as a sanction, stands for itself."""
    superseded = {action["supersedes"] for action in actions}
    grouped: dict[str, list[Action]] = {}
    for action in sorted(actions, key=_when):
        if action["key"] not in superseded:
            grouped.setdefault(action["case"] or f"row {action['key']}", []).append(action)
    return grouped


def _when(action: Action) -> tuple[bool, str]:
    for field in ("date", "public_date", "status_date"):
        value = parse_or_none(action[field])
        if value and (value.first or value.last):
            return (False, str((value.first or value.last).isoformat()))  # type: ignore[union-attr]
    return (True, "")  # an undated row is read as the latest


def _case(key: str, rows: list[Action]) -> dict[str, Any]:
    code, basis = "none", None
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


def ends(row: Action) -> bool:
    """Say whether this row ends what it supersedes, rather than take its place."""
    return _effect(row, "none") in {"ended", "acquitted"}


def _effect(row: Action, before: str) -> str:
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
