"""What a reviewer of a dossier looks at first: who it is, where the law stands, what is new against whom."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from dossiers import vocabularies as v
from dossiers.rules.reading import short
from publishing import dates
from publishing.canonical import Content


def find(before: Content | None, after: Content, grounds: Content) -> Iterator[str]:
    """Yield each point in words. Without an edition to compare with, all of it is new."""
    if before is None:
        yield _("First publication: the person, every accusation and every name is new.")
    else:
        yield from _identity(before, after)
        yield from _status(before, after)
    yield from _accusations(before, after)
    yield from _people(before, after, grounds)


def _identity(before: Content, after: Content) -> Iterator[str]:
    for told, label in (
        ("birth", v.IDENTITY_FACTS["birth"]),
        ("birth_place", v.IDENTITY_FACTS["birth_place"]),
        ("death", v.IDENTITY_FACTS["death"]),
        ("life_status", v.IDENTITY_FACTS["life_status"]),
    ):
        if _bare(before["identity"][told]) != _bare(after["identity"][told]):
            yield _("Identity: %(fact)s is not what it was.") % {"fact": label}
    was = {(name["lang"], name["text"]) for name in before["names"]}
    now = {(name["lang"], name["text"]) for name in after["names"]}
    for _lang, text in sorted(now - was):
        yield _("Identity: the name “%(name)s” is new.") % {"name": text}
    for _lang, text in sorted(was - now):
        yield _("Identity: the name “%(name)s” is gone.") % {"name": text}
    if before["portrait"] != after["portrait"]:
        yield _("Identity: the portrait is another one, or is told otherwise.")


def _bare(fact: dict[str, Any] | None) -> dict[str, Any]:
    return {key: value for key, value in (fact or {}).items() if key != "cites"}


def _status(before: Content, after: Content) -> Iterator[str]:
    was, now = before["status"]["code"], after["status"]["code"]
    if was != now:
        values = {"was": v.LEGAL_STATUSES[was], "now": v.LEGAL_STATUSES[now]}
        yield _("Legal status: from “%(was)s” to “%(now)s”.") % values


def _accusations(before: Content | None, after: Content) -> Iterator[str]:
    known = {row["key"] for crime in (before or {}).get("crimes", []) for row in _accusing(crime)}
    for crime in after["crimes"]:
        for row in _accusing(crime):
            if row["key"] in known:
                continue
            what = v.MODES[row["mode"]] if "mode" in row else v.CATEGORIES[row["category"]]
            values = {"code": crime["code"], "title": short(crime["title"]), "what": what}
            yield _("New accusation: %(code)s, %(title)s: %(what)s.") % values
    known = {row["key"] for row in (before or {}).get("actions", [])}
    for row in after["actions"]:
        if row["key"] not in known:
            values = {"what": v.ACTION_TYPES[row["type"]], "day": dates.show(row["date"]) or "—"}
            yield _("New legal action: %(what)s, %(day)s.") % values


def _accusing(crime: dict[str, Any]) -> list[dict[str, Any]]:
    return [*crime["roles"], *crime["qualifications"]]


def _people(before: Content | None, after: Content, grounds: Content) -> Iterator[str]:
    """Other people whom this text names and the edition before it did not."""
    for row in grounds.get("named", []):
        for lang in ("ar", "en"):
            name = row["name"][lang]
            if name and name in str(after) and name not in str(before or ""):
                values = {"name": name, "who": v.NAMED_ROLES[row["role"]]}
                yield _("New person: “%(name)s” (%(who)s).") % values
                break


def fairness(grounds: Content) -> list[tuple[str, str]]:
    """Return how the person was asked for a reply, or why not (P11); for the reviewer alone."""
    rows = []
    for row in grounds.get("replies", []):
        parts = [dates.show(row["sent"]), str(v.REPLY_OUTCOMES[row["outcome"]])]
        parts.append(str(v.WAIVERS[row["waiver"]]) if row["waiver"] else "")
        rows.append((_("Right of reply"), " · ".join(part for part in parts if part)))
    return rows
