"""C1 to C11 of domain.md §6: harm to others."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from dossiers.pages.crimes import CrimeView
from dossiers.rules.reading import (
    claims,
    named,
    of_kind,
    own_names,
    own_voice,
    short,
    supports,
    texts,
    where_named,
)
from dossiers.rules.registry import DOSSIER, NEWS, Candidate, enforced_elsewhere, rule
from dossiers.rules.wording.patterns import CONTACTS, FEW, INCITES, KIN, SECTS, TOLD_OF
from publishing import dates
from publishing.bilingual import Message
from publishing.kinds import Problem

CONSENT = {"own_choice", "judgment"}


HARMED = {"victim", "witness", "informant"}


@rule(
    "C1",
    gettext_lazy("Victims and witnesses are named with their consent only"),
    "harm",
    applies_to=(DOSSIER, NEWS),
)
def victims_are_not_named(candidate: Candidate) -> Iterator[Problem]:
    """Named by own choice or in a judgment, and the desk knows which."""
    declared = candidate.grounds.get("named", [])
    for row in declared:
        unfounded = row["role"] in HARMED and (row["basis"] not in CONSENT or not row["consent"])
        if unfounded and (claim := where_named(candidate.content, row["name"])) is not None:
            message = _(
                "“%(name)s”: say by whose choice or in which judgment this name is public, or take it out."
            )
            yield Problem("C1", Message(message, {"name": short(row["name"])}), claim)
    known = " ".join([*(row["name"]["en"] for row in declared), *own_names(candidate)])
    for _where, pair, claim in own_voice(candidate):
        for pattern in TOLD_OF:
            for found in pattern.finditer(pair["en"]):
                if found["name"].split()[-1] not in known:
                    message = _(
                        "“%(name)s” seems to be a victim or a witness. Record why the name may stand."
                    )
                    yield Problem("C1", Message(message, {"name": found["name"]}), claim)


@rule("C2", gettext_lazy("Sensitive crimes do not show place, day or small numbers"), "harm")
def sensitive_crimes_are_blurred(candidate: Candidate) -> Iterator[Problem]:
    """Place at most the governorate, date at most the month, no count below three."""
    for crime in sensitive(candidate):
        if crime.place:
            message = _("%(code)s is sensitive: leave the place empty and choose the governorate only.")
            yield Problem("C2", Message(message, {"code": crime.code}), crime.key)
        if to_the_day(crime.when):
            message = _("%(code)s is sensitive: give the month at most, not the day.")
            yield Problem("C2", Message(message, {"code": crime.code}), crime.key)
        for text in (*crime.title, *crime.description):
            for found in filter(None, (pattern.search(text) for pattern in FEW)):
                message = _("%(code)s is sensitive: “%(text)s” tells of fewer than three people.")
                values = {"code": crime.code, "text": found.group()}
                yield Problem("C2", Message(message, values), crime.key)


def to_the_day(edtf: str) -> bool:
    """Say whether a partial date names a day."""
    return dates.parse_or_none(edtf) is not None and re.search(r"\d{4}-\d\d-\d\d", edtf) is not None


SENSITIVE = ("sgbv", "minor", "witness_risk")


def sensitive(candidate: Candidate, wanted: tuple[str, ...] = SENSITIVE) -> Iterator[CrimeView]:
    for crime in candidate.dossier.crimes:
        if candidate.grounds["sensitivity"].get(crime.key) in wanted:
            yield crime


@rule("C3", gettext_lazy("No minor can be identified"), "harm", applies_to=(DOSSIER, NEWS))
def minors_are_not_named(candidate: Candidate) -> Iterator[Problem]:
    for row in candidate.grounds.get("named", []):
        if row["minor"] and (claim := where_named(candidate.content, row["name"])) is not None:
            message = _("“%(name)s” was a minor. Take the name out.")
            yield Problem("C3", Message(message, {"name": short(row["name"])}), claim)
    if candidate.kind != DOSSIER:
        return
    minors = {crime.key: crime.code for crime in sensitive(candidate, ("minor",))}
    for crime in candidate.content["crimes"]:
        for row in candidate.grounds["named"] if crime["key"] in minors else ():
            if row["role"] == "victim" and where_named({"crimes": [crime]}, row["name"]) is not None:
                message = _("%(code)s concerns minors: “%(name)s” may not be named in it.")
                values = {"code": minors[crime["key"]], "name": short(row["name"])}
                yield Problem("C3", Message(message, values), crime["key"])


@rule(
    "C4", gettext_lazy("No statement rests on what readers cannot see"), "sources", applies_to=(DOSSIER, NEWS)
)
def held_sources_do_not_stand_alone(candidate: Candidate) -> Iterator[Problem]:
    """What readers cannot see is never the only support of a claim."""
    unseen = {source["n"] for source in candidate.content["sources"] if source["restricted"]}
    for claim in claims(candidate):
        cited = {cite.source for cite in supports(claim.cites)}
        if cited and cited <= unseen:
            message = _("%(claim)s: no source that readers can see supports it. Add one.")
            yield Problem("C4", Message(message, {"claim": named(claim)}), claim.row)


@rule("C5", gettext_lazy("No address, telephone, account or whereabouts"), "harm", applies_to=(DOSSIER, NEWS))
def no_contact_data(candidate: Candidate) -> Iterator[Problem]:
    """No address, telephone number or mailbox of anybody."""
    for _where, pair, claim in texts(candidate.content):
        for text in pair.values():
            for found in filter(None, (pattern.search(text) for pattern in CONTACTS)):
                message = _(
                    "“%(text)s” looks like an address, a telephone number or a whereabouts. Take it out."
                )
                yield Problem("C5", Message(message, {"text": found.group().strip()}), claim)


@rule(
    "C6",
    gettext_lazy("Relatives are named in their own public role only"),
    "harm",
    applies_to=(DOSSIER, NEWS),
)
def relatives_stay_out(candidate: Candidate) -> Iterator[Problem]:
    declared = candidate.grounds.get("named", [])
    for row in declared:
        private = row["role"] == "relative" and row["basis"] != "public_role"
        if private and (claim := where_named(candidate.content, row["name"])) is not None:
            message = _(
                "“%(name)s” is a relative. Say which public role of their own is meant, or take the name out."
            )
            yield Problem("C6", Message(message, {"name": short(row["name"])}), claim)
    known = " ".join(text for row in declared for text in row["name"].values())
    for _where, pair, claim in own_voice(candidate):
        for text in pair.values():
            for found in (match for pattern in KIN for match in pattern.finditer(text)):
                if found["name"] not in known:
                    message = _(
                        "“%(text)s” seems to name a relative. Take it out, or record why it may stand."
                    )
                    yield Problem("C6", Message(message, {"text": found.group().strip()}), claim)


@rule(
    "C7",
    gettext_lazy("No sect, religion or ethnicity, unless it is the persecution itself"),
    "harm",
    applies_to=(DOSSIER, NEWS),
)
def no_sect_or_ethnicity(candidate: Candidate) -> Iterator[Problem]:
    """Only as an element of persecution, and then with a reason: the second approval is the reviewer's."""
    persecution = set(of_persecution(candidate)) if candidate.kind == DOSSIER else set()
    for _where, pair, claim in own_voice(candidate):
        for found in (pattern.search(text) for pattern in SECTS for text in pair.values()):
            if found:
                message = _(
                    "“%(text)s”: sect, religion and ethnicity are told only as the ground of a persecution."
                )
                allowed = claim in persecution
                yield Problem("C7", Message(message, {"text": found.group().strip()}), claim, warning=allowed)


def of_persecution(candidate: Candidate) -> Iterator[str]:
    """Yield the keys of the crimes that somebody qualifies as persecution or genocide, and of their rows."""
    for crime in candidate.dossier.crimes:
        codes = [row.category_code for row in crime.qualifications]
        if any(code == "cah.persecution" or code.startswith("gen.") for code in codes):
            yield crime.key
            yield from (role.key for role in crime.roles)
            yield from (statement.key for statement in crime.statements)
            yield from (row.key for row in crime.qualifications)


@rule("C8", gettext_lazy("No reward and no call to act against a person"), "harm", applies_to=(DOSSIER, NEWS))
def nobody_is_called_to_act(candidate: Candidate) -> Iterator[Problem]:
    for _where, pair, claim in own_voice(candidate):
        for found in (pattern.search(text) for pattern in INCITES for text in pair.values()):
            if found:
                message = _("“%(text)s” calls on readers to act against a person. Take it out.")
                yield Problem("C8", Message(message, {"text": found.group().strip()}), claim)


OFFICIAL = {"gazette", "judgment", "court_doc"}


@rule("C9", gettext_lazy("A full date of birth comes from an official public list"), "harm")
def full_birth_dates_are_official(candidate: Candidate) -> Iterator[Problem]:
    """A day of birth identifies the family too; the mother's name is in no edition at all."""
    birth = candidate.dossier.facts.get("birth")
    if birth and to_the_day(birth.date) and not of_kind(candidate, birth.cites, OFFICIAL):
        message = _("Give the year of birth only, or cite the official public list that gives the day.")
        yield Problem("C9", Message(message), "birth")


@rule("C10", gettext_lazy("Nobody of the desk is named"), "harm", applies_to=(DOSSIER, NEWS))
def nobody_of_the_desk_is_named(candidate: Candidate) -> Iterator[Problem]:
    for name in candidate.grounds["staff_named"]:
        yield Problem(
            "C10", Message(_("“%(name)s” is somebody at the desk. Take the name out."), {"name": name})
        )


enforced_elsewhere(
    "C11",
    gettext_lazy("A text can be erased for safety without breaking the record"),
    "harm",
    applies_to=(DOSSIER, NEWS),
)
