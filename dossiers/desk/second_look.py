"""What a reviewer of a dossier looks at first: who it is, where the law stands, what is new against whom."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from dossiers import vocabularies as v
from dossiers.pages.claim import ClaimKind
from dossiers.pages.dossier import Dossier
from dossiers.pages.identity import Fact
from dossiers.rules.reading import short
from publishing import dates
from publishing.canonical import Content


def find(before: Content | None, after: Content, grounds: Content) -> Iterator[str]:
    """Yield each point in words. Without an edition to compare with, all of it is new."""
    was, now = Dossier(before) if before else None, Dossier(after)
    if was is None:
        yield _("First publication: the person, every accusation and every name is new.")
    else:
        yield from _identity(was, now)
        yield from _status(was, now)
    yield from _accusations({claim.key for claim in was.claims} if was else set(), now)
    yield from _people(before, after, grounds)


def _identity(was: Dossier, now: Dossier) -> Iterator[str]:
    for key in ("birth", "birth_place", "death", "life_status"):
        if _what_is_known(was, key) != _what_is_known(now, key):
            yield _("Identity: %(fact)s is not what it was.") % {"fact": v.IDENTITY_FACTS[key]}
    names_before = {(name.lang, name.text) for name in was.names}
    names_now = {(name.lang, name.text) for name in now.names}
    for _lang, text in sorted(names_now - names_before):
        yield _("Identity: the name “%(name)s” is new.") % {"name": text}
    for _lang, text in sorted(names_before - names_now):
        yield _("Identity: the name “%(name)s” is gone.") % {"name": text}
    if was.portrait != now.portrait:
        yield _("Identity: the portrait is another one, or is told otherwise.")


def _what_is_known(dossier: Dossier, key: str) -> Fact | None:
    fact = dossier.facts.get(key)
    return replace(fact, cites=[]) if fact else None


def _status(was: Dossier, now: Dossier) -> Iterator[str]:
    if was.status_code != now.status_code:
        yield _("Legal status: from “%(was)s” to “%(now)s”.") % {"was": was.status, "now": now.status}


ACCUSING = (ClaimKind.ROLE, ClaimKind.QUALIFICATION)


def _accusations(known: set[str], dossier: Dossier) -> Iterator[str]:
    new = [claim for claim in dossier.claims if claim.key not in known]
    for claim in new:
        if claim.kind in ACCUSING and claim.crime:
            crime = claim.crime
            values = {"code": crime.code, "title": short(crime.title), "what": claim.parts[0]}
            yield _("New accusation: %(code)s, %(title)s: %(what)s.") % values
    for claim in new:
        if claim.kind == ClaimKind.ACTION:
            values = {"what": claim.text, "day": dates.show(claim.date) or "—"}
            yield _("New legal action: %(what)s, %(day)s.") % values


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
