"""P18 to P20: a short statement is refused where it could be taken further than its source goes."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from dossiers.degree import COMMISSIONS
from dossiers.pages.crimes import CrimeView, Role
from dossiers.pages.law import Action
from dossiers.rules.reading import of_kind, roles
from dossiers.rules.registry import Candidate, rule
from publishing import dates
from publishing.bilingual import Message
from publishing.kinds import Problem

# What somebody is accused or cleared of; a list or an arrest has its scope in the body that acted.
OF_SOMETHING = {"complaint", "investigation", "warrant", "indictment", "conviction", "acquittal"}


@rule("P18", gettext_lazy("Every legal action says of what, by whom and when"), "law")
def a_status_has_its_scope(candidate: Candidate) -> Iterator[Problem]:
    """A status is printed with its scope, so what it rests on names offence, authority and day."""
    for action in candidate.dossier.actions:
        values = {"p": action.p, "what": action.type}
        if not (action.authority.ar and action.authority.en):
            message = _("Paragraph %(p)s, %(what)s: name the authority in both languages.")
            yield Problem("P18", Message(message, values), action.key)
        if action.type_code in OF_SOMETHING and not (action.offence.ar and action.offence.en):
            message = _("Paragraph %(p)s, %(what)s: say of what, in a few words and in both languages.")
            yield Problem("P18", Message(message, values), action.key)
        if action.type_code in OF_SOMETHING and not (action.date or action.public_date):
            message = _("Paragraph %(p)s, %(what)s: give its date, or the day on which it was made public.")
            yield Problem("P18", Message(message, values), action.key)


@rule("P19", gettext_lazy("Every post says how long it was held, or as of when"), "law")
def an_office_has_its_years(candidate: Candidate) -> Iterator[Problem]:
    """A post without an end is told as of its newest source, so one of its sources has a date."""
    for row in candidate.content["tenures"]:
        span = dates.parse_or_none(row["span"])
        ended = span is not None and (not span.interval or span.end is not None)
        if not ended and not row["in_post_on"] and not row["as_of"]:
            message = _(
                "“%(post)s”: give its end, a day on which it was held, or a source that has a date. "
                "Otherwise it would seem to be held today."
            )
            yield Problem("P19", Message(message, {"post": row["title"]["ar"]}), row["key"])


COURT = {"final", "not_final", "absentia", "absentia_final"}
# The words without which a body has not named this mode of liability, Arabic and English.
WORDS = {
    "ml.direct": r"individual|himself|herself|in person|perpetrator|منفرد|بنفسه|بنفسها|فاعل",
    "ml.joint": r"co-perpetrat|joint|together with others|Mittäter|شريك|بالاشتراك مع",
    "ml.through": r"through (?:an)?other|بواسط|عن طريق",
    "ml.order": r"\border(?:ed|ing|s)?\b|أمر|أوامر",
    "ml.solicit": r"solicit|induc|incit|حث|تحريض|إغراء",
    "ml.aid": r"\baid|abet|assist|Beihilfe|مساعد|معاون|عون",
    "ml.common_purpose": r"common purpose|criminal (?:group|organi[sz]ation)|قصد مشترك|جماعة",
    "ml.attempt": r"attempt|شروع",
    "ml.command_mil": r"command|superior|قائد|قيادة|رئيس",
    "ml.command_civ": r"command|superior|قائد|رئيس",
    "ml.national": r"complic|accessor|تواطؤ|اشتراك|متدخل",
    "ml.conspiracy": r"conspir|تآمر|اتفاق",
    "ml.jce": r"joint criminal|مشروع إجرامي",
}


@rule("P20", gettext_lazy("No role goes further than the body that names it"), "law")
def a_role_keeps_to_its_body(candidate: Candidate) -> Iterator[Problem]:
    """The degree of proof is that of the action or source, and the mode is in that body's own words."""
    known = {action.key: action for action in candidate.dossier.actions}
    for crime, role in roles(candidate):
        action = known.get(role.action or "")
        yield from _too_high(candidate, crime, role, action)
        if action is None or role.mode_code not in WORDS:
            continue
        said = " ".join([*action.offence, *action.charges])
        if not re.search(WORDS[role.mode_code], said, re.IGNORECASE):
            message = _(
                "%(code)s: paragraph %(p)s does not say “%(mode)s”. Choose the role that it names, or "
                "“Role whose mode is not specified”."
            )
            values = {"code": crime.code, "p": action.p, "mode": role.mode}
            yield Problem("P20", Message(message, values), role.key)


def _too_high(candidate: Candidate, crime: CrimeView, role: Role, action: Action | None) -> Iterator[Problem]:
    if role.assessment_code == "court_established" and role.degree not in COURT:
        message = _(
            "%(code)s: “Established by a court” needs the conviction of this person that stands: choose it "
            "under “according to the legal action”."
        )
        yield Problem("P20", Message(message, {"code": crime.code}), role.key)
    found = action is not None or of_kind(candidate, role.cites, {*COMMISSIONS, "judgment", "court_doc"})
    if role.assessment_code == "credible" and not found:
        message = _(
            "%(code)s: only a court, a UN body or the OPCW makes a role more than alleged. Choose “Alleged”, "
            "or add that source."
        )
        yield Problem("P20", Message(message, {"code": crime.code}), role.key)
