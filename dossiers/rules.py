"""The publishing rules of domain.md §6: one function each, on frozen content and its grounds.

To add a rule, write a generator of Problems under `@rule(code, title, group)`, and beside the others a
test that it allows and one that it refuses or warns. `manage.py publishing_rules` lists them all.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from dossiers import vocabularies as v
from dossiers import wording
from dossiers.models.sources import MAX_QUOTE
from dossiers.patterns import CONTACTS, FEW, INCITES, KIN, SECTS, TOLD_OF
from dossiers.status import SETTLED
from publishing import dates, kinds
from publishing.canonical import Content
from publishing.kinds import Occasion, Problem

DOSSIER, NEWS = "dossier", "news"


@dataclass(frozen=True)
class Case:
    """What is checked: the content, what only the desk knows of it, and the occasion."""

    content: Content
    grounds: Content
    occasion: Occasion
    kind: str = DOSSIER

    @property
    def status(self) -> str:
        return str(self.content["status"]["code"])


Check = Callable[[Case], Iterator[Problem]]


@dataclass(frozen=True)
class Rule(kinds.Rule):
    check: Check | None = None  # None: held by the verbs or by the freezing itself
    applies_to: tuple[str, ...] = (DOSSIER,)


_rules: dict[str, Rule] = {}


def rule(
    code: str, title: Promise, group: str, warning: bool = False, applies_to: tuple[str, ...] = (DOSSIER,)
) -> Callable[[Check], Check]:
    """Register a rule under its code in domain.md §6."""

    def add(function: Check) -> Check:
        _rules[code] = Rule(code, title, group, warning, function, applies_to)
        return function

    return add


def held(code: str, title: Promise, group: str, applies_to: tuple[str, ...] = (DOSSIER,)) -> None:
    """Name a rule that the verbs or the freezing hold, so that the checklist can show it."""
    _rules[code] = Rule(code, title, group, warning=False, applies_to=applies_to)


def check(case: Case) -> list[Problem]:
    """Return every reason why this content may not be published, or needs a reason first."""
    return [problem for row in rules_of(case.kind) if row.check for problem in row.check(case)]


def rules_of(kind: str) -> list[Rule]:
    """Return the rules of a kind of document, in the order of domain.md."""
    return [row for row in all_rules() if kind in row.applies_to]


def not_needed(case: Case) -> set[str]:
    """Return the codes of rules that have nothing to say of this dossier, for the checklist."""
    content, grounds = case.content, case.grounds
    modes = {role["mode"] for crime in content["crimes"] for role in crime["roles"]}
    categories = {row["category"] for crime in content["crimes"] for row in crime["qualifications"]}
    sources = {source["kind"] for source in content["sources"]}
    needed = {
        "P6": case.status not in SETTLED,
        "P7": any(mode.startswith("ml.command_") for mode in modes),
        "P9": any(code.startswith(("wc.", "gen.")) for code in categories),
        "P10": any(mode.startswith("link.") for mode in modes),
        "P11": case.occasion.first,
        "P15": bool(content["portrait"]),
        "P17": bool(grounds["requests"]),
        "S2": "leaked_doc" in sources,
        "S6": bool({"red_notice", "diffusion", "un_notice"} & {row["type"] for row in content["actions"]}),
        "C2": any(code != "normal" for code in grounds["sensitivity"].values()),
        "W2": case.status in wording.CONVICTED,
    }
    return {code for code, there in needed.items() if not there}


def all_rules() -> list[Rule]:
    """Return every rule, in the order of domain.md."""
    return sorted(_rules.values(), key=lambda row: ("PSCW".index(row.code[0]), int(row.code[1:])))


@dataclass(frozen=True)
class Claim:
    """A row that must be supported, named as an editor would find it."""

    key: str
    label: str
    cites: list[dict[str, Any]]


def short(text: dict[str, str] | str, length: int = 60) -> str:
    """Return the beginning of a text, in the active language where it has one."""
    if isinstance(text, dict):
        here = "en" if get_language() == "en" else "ar"
        text = text[here] or text["ar"] or text["en"]
    return text if len(text) <= length else f"{text[:length].rstrip()}…"


def claims(content: Content) -> Iterator[Claim]:
    """Yield every claim of a dossier, in the order of the page."""
    for name in content["names"]:
        yield Claim(name["key"], _("The name “%(text)s”") % {"text": name["text"]}, name["cites"])
    for fact, label in v.IDENTITY_FACTS.items():
        value = content["identity"][fact]
        # "presumed alive" and "not known" are defaults, not statements by anybody.
        if value and value.get("code") not in {"presumed_alive", "unknown"}:
            yield Claim(fact, str(label), value["cites"])
    for row in content["identity"]["identifiers"]:
        label = _("The number “%(text)s” on an official list") % {"text": row["value"]}
        yield Claim(row["key"], label, row["cites"])
    for row in content["tenures"]:
        yield Claim(row["key"], _("The post “%(text)s”") % {"text": short(row["title"])}, row["cites"])
    for row in numbered(content):
        yield Claim(row["key"], _("Paragraph %(p)s: “%(text)s”") % row["named"], row["cites"])
    for crime in content["crimes"]:
        for role in crime["roles"]:
            for row in role.get("elements", []):
                yield Claim(
                    role["key"],
                    _("%(what)s: “%(text)s”")
                    % {"what": v.ELEMENTS[row["element"]], "text": short(row["text"])},
                    row["cites"],
                )
        for row in crime["qualifications"]:
            values = {"code": crime["code"], "text": short(row["category"])}
            yield Claim(row["key"], _("The qualification “%(text)s” of %(code)s") % values, row["cites"])


def numbered(content: Content) -> Iterator[dict[str, Any]]:
    """Yield every numbered paragraph with the words that name it."""
    for section in ("summary", "career", "legal", "reply", "differences"):
        for row in content[section]:
            yield {**row, "named": {"p": row["p"], "text": short(row["text"])}}
    for crime in content["crimes"]:
        yield {**crime, "named": {"p": crime["p"], "text": short(crime["title"])}}
        for row in crime["roles"]:
            words = short(row["text"]) or str(v.MODES[row["mode"]])
            yield {**row, "named": {"p": row["p"], "text": words}}
        for row in crime["statements"]:
            yield {**row, "named": {"p": row["p"], "text": short(row["text"])}}
    for row in content["actions"]:
        words = f"{v.ACTION_TYPES[row['type']]} · {short(row['authority'])}"
        yield {**row, "named": {"p": row["p"], "text": words}}


def supports(claim: Claim) -> list[dict[str, Any]]:
    return [cite for cite in claim.cites if cite["relation"] == "supports"]


def warned(code: str, message: str, claim: str = "") -> Problem:
    return Problem(code, message, claim, warning=True)


# --- Publication


@rule("P1", gettext_lazy("Every statement has a source"), "sources", applies_to=(DOSSIER, NEWS))
def every_claim_is_supported(case: Case) -> Iterator[Problem]:
    """Every published claim has a supporting citation to a source that is not secret, and its place."""
    if case.kind == NEWS:
        if not any(cite["relation"] == "supports" for cite in case.content["cites"]):
            yield Problem("P1", _("Add the source of this item."))
        if dates.parse_or_none(case.content["date"]) is None:
            yield Problem("P1", _("Give the date of this item."))
        return
    for claim in claims(case.content):
        if not supports(claim):
            message = _("%(claim)s: add a source that supports it.")
            yield Problem("P1", message % {"claim": claim.label}, claim.key)
        elif any(cite["locator_type"] != "whole" and not cite["locator"] for cite in claim.cites):
            message = _("%(claim)s: say where in the source, or choose “whole source”.")
            yield Problem("P1", message % {"claim": claim.label}, claim.key)


AUTHORITIES = {"judgment", "un_report", "opcw"}  # one of these states it of this person or crime
GOOD = {"A", "B", "C"}
CREDIBLE = {"1", "2", "3"}


def origins(case: Case, cites: list[dict[str, Any]], graded: bool = True) -> set[str]:
    """Return the distinct origins of supporting sources graded C3 or better, or of all of them."""
    known = {row["n"]: row for row in case.grounds["sources"]}
    reliable = {row["n"]: row["reliability"] in GOOD for row in case.content["sources"]}
    return {
        known[cite["source"]]["origin"]
        for cite in cites
        if cite["relation"] == "supports"
        and (not graded or (reliable[cite["source"]] and cite["credibility"] in CREDIBLE))
    }


def of_kind(case: Case, cites: list[dict[str, Any]], wanted: set[str]) -> bool:
    """Say whether a supporting citation leads to a source of one of these kinds."""
    found = {row["n"]: row["kind"] for row in case.content["sources"]}
    return any(found[cite["source"]] in wanted for cite in cites if cite["relation"] == "supports")


def _named(crime: dict[str, Any], what: Any) -> str:
    return _("%(code)s, %(what)s") % {"code": crime["code"], "what": what}


@rule("P2", gettext_lazy("Every crime has two independent sources, or a court or UN body"), "sources")
def crimes_are_corroborated(case: Case) -> Iterator[Problem]:
    """Two origins graded C3 or better, or one judgment or UN or OPCW report; a link rests on its post."""
    for crime in case.content["crimes"]:
        rows = [(crime["key"], crime["code"], crime["cites"], AUTHORITIES)]
        for role in crime["roles"]:
            # A role that is only alleged needs one public source; a national form the charge (§3.3).
            if not role["mode"].startswith("link.") and role["mode"] != "ml.unspecified":
                wanted = AUTHORITIES | ({"court_doc"} if role["mode"] in {"ml.national", "ml.jce"} else set())
                rows.append((role["key"], _named(crime, v.MODES[role["mode"]]), role["cites"], wanted))
        for row in crime["qualifications"]:
            label = _named(crime, v.CATEGORIES[row["category"]])
            rows.append((row["key"], label, row["cites"], AUTHORITIES))
        for key, label, cites, wanted in rows:
            if not of_kind(case, cites, wanted) and len(origins(case, cites)) < 2:
                message = _(
                    "%(claim)s: it needs two independent sources graded C3 or better, or one judgment or "
                    "report of the UN or the OPCW. Add a source, or grade those that are there."
                )
                yield Problem("P2", message % {"claim": label}, key)


@rule("P3", gettext_lazy("The person cannot be mistaken for another"), "law")
def the_person_is_identified(case: Case) -> Iterator[Problem]:
    """Primary names in both scripts, and two further facts that tell this person from another."""
    content = case.content
    for lang, label in v.NAME_SCRIPTS.items():
        if not any(name["kind"] == "primary" and name["lang"] == lang for name in content["names"]):
            message = _("Add the name used on this site in this script: %(script)s.")
            yield Problem("P3", message % {"script": label}, "names")
    if len(identifying(content)) < 2:
        yield Problem(
            "P3",
            _(
                "Two cited facts must tell this person from another: year or age, place of birth, "
                "father’s name, a dated post, a number on an official list."
            ),
            "birth",
        )


def identifying(content: Content) -> set[str]:
    """Return which identifying facts are there and cited (domain.md P3)."""
    identity = content["identity"]
    found = {fact for fact in ("birth_place",) if _cited(identity[fact])}
    # An age on a given day narrows the year of birth to two, so it counts as one.
    if _cited(identity["birth"]) or _cited(identity["age"]):
        found.add("birth")
    if any(name["father"] and name["cites"] for name in content["names"]):
        found.add("father")
    if any((row["span"] or row["in_post_on"]) and row["cites"] for row in content["tenures"]):
        found.add("post")
    if any(row["cites"] for row in identity["identifiers"]):
        found.add("list")
    return found


def _cited(fact: dict[str, Any] | None) -> bool:
    return bool(fact and fact["cites"])


@rule("P4", gettext_lazy("Arabic and English say the same"), "languages", applies_to=(DOSSIER, NEWS))
def both_languages_are_in_step(case: Case) -> Iterator[Problem]:
    """A text whose other language changed alone is confirmed by somebody before it is published."""
    for row in case.grounds["lagging"]:
        message = {
            "ar": _(
                "“%(text)s”: the English changed and the Arabic did not. Change it, or confirm the pair."
            ),
            "en": _(
                "“%(text)s”: the Arabic changed and the English did not. Change it, or confirm the pair."
            ),
        }[row["lang"]]
        yield Problem("P4", message % {"text": short(row["text"])}, row["claim"])


REQUIRED_PAIRS = {"title", "name", "text", "description", "authority", "alt"}
OPTIONAL_AT = {"roles", "qualifications", "note"}


@rule("P5", gettext_lazy("Every text is there in both languages"), "languages", applies_to=(DOSSIER, NEWS))
def both_languages_are_there(case: Case) -> Iterator[Problem]:
    """Every public text is in Arabic and in English."""
    if case.kind == NEWS:
        yield from _news_in_both_languages(case.content)
        return
    for where, pair, claim in texts(case.content):
        if where[0] == "sources":  # titles stand as printed; a translation helps the other reader only
            continue
        present = [lang for lang in ("ar", "en") if pair[lang].strip()]
        optional = where[-1] not in REQUIRED_PAIRS or bool(OPTIONAL_AT & set(where))
        if len(present) == 2 or (not present and optional):
            continue
        message = _("A text is empty in both languages: %(where)s.")
        if present:
            message = {
                "ar": _("“%(text)s”: the English is missing."),
                "en": _("“%(text)s”: the Arabic is missing."),
            }[present[0]]
        values = {"text": short(pair["ar"] or pair["en"]), "where": " › ".join(map(str, where))}
        yield Problem("P5", message % values, claim)


def _news_in_both_languages(content: Content) -> Iterator[Problem]:
    if not all(all(content[field].values()) for field in ("headline", "standfirst")):
        yield Problem("P5", _("Write the headline and the standfirst in both languages."))
    if any(any(content[f].values()) and not all(content[f].values()) for f in ("body", "byline")):
        yield Problem("P5", _("Write the text and its author in both languages, or in none."))


def texts(
    value: Any, where: tuple[str | int, ...] = (), claim: str = ""
) -> Iterator[tuple[tuple[Any, ...], dict[str, str], str]]:
    """Yield every bilingual text of a content with its path and the claim that it belongs to."""
    if isinstance(value, dict):
        if set(value) == {"ar", "en"}:
            yield where, value, claim
        else:
            claim = value.get("key") or claim
            for key, item in value.items():
                if key != "labels":
                    yield from texts(item, (*where, key), claim)
    elif isinstance(value, list):
        for index, item in enumerate(value, 1):
            yield from texts(item, (*where, index), claim)


FRESH = timedelta(days=30)


@rule("P6", gettext_lazy("The legal status was checked within 30 days"), "law")
def the_status_is_fresh(case: Case) -> Iterator[Problem]:
    """While anything is live, somebody looked within 30 days whether it still stands."""
    if case.status in SETTLED:
        return
    checked = case.content["checked"]
    if not checked or case.occasion.on - date.fromisoformat(checked) > FRESH:
        message = _(
            "Look whether the legal actions still stand, and give the day of checking (30 days at most)."
        )
        yield Problem("P6", message, "checked_on")
    elif date.fromisoformat(checked) > case.occasion.on:
        yield Problem(
            "P6", _("The day on which the legal status was checked is still to come."), "checked_on"
        )


@rule("P7", gettext_lazy("Superior responsibility rests on its three elements"), "law")
def superior_responsibility_is_complete(case: Case) -> Iterator[Problem]:
    """A post at the time, and control, knowledge and failure, each cited (Rome Statute 28)."""
    for crime, role in roles(case.content):
        if not role["mode"].startswith("ml.command_"):
            continue
        named = {row["element"] for row in role.get("elements", []) if row["cites"]}
        missing = [str(label) for element, label in v.ELEMENTS.items() if element not in named]
        if not held_at_the_time(case.content, crime, role):
            missing.insert(0, _("a post held at the time"))
        if missing:
            message = _(
                "%(code)s: superior responsibility lacks %(what)s, with sources. Add it, or choose "
                "“Held command of the unit at the time”."
            )
            values = {"code": crime["code"], "what": _(", ").join(missing)}
            yield Problem("P7", message % values, role["key"])


def roles(content: Content) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for crime in content["crimes"]:
        for role in crime["roles"]:
            yield crime, role


def held_at_the_time(content: Content, crime: dict[str, Any], role: dict[str, Any]) -> bool:
    """Say whether the role's post was held when the crime happened."""
    post = next((row for row in content["tenures"] if row["key"] == role["tenure"]), None)
    span = dates.parse_or_none(post["span"] or post["in_post_on"]) if post else None
    when = dates.parse_or_none(crime["when"])
    return bool(span and when and span.overlaps(when))


@rule("P8", gettext_lazy("A role that is thinly sourced is called alleged"), "sources")
def thin_support_is_called_alleged(case: Case) -> Iterator[Problem]:
    """With no support better than C3 a role is alleged; what a court established cites the court."""
    for crime, role in roles(case.content):
        strong = of_kind(case, role["cites"], AUTHORITIES) or origins(case, role["cites"])
        if role["assessment"] != "alleged" and not strong:
            message = _("%(code)s: no source of this role is graded C3 or better. Choose “Alleged”.")
            yield Problem("P8", message % {"code": crime["code"]}, role["key"])
        if role["assessment"] == "court_established" and not of_court(case, role):
            message = _(
                "%(code)s: “Established by a court” needs the judgment, or a legal action of conviction."
            )
            yield Problem("P8", message % {"code": crime["code"]}, role["key"])


def of_court(case: Case, role: dict[str, Any]) -> bool:
    convicted = any(row["type"] == "conviction" and row["cites"] for row in case.content["actions"])
    return convicted or of_kind(case, role["cites"], {"judgment", "court_doc"})


CONFLICT = date(2012, 2, 15)  # from which the Commission of Inquiry found the threshold met


@rule(
    "P9",
    gettext_lazy("War crimes before 15 February 2012 explain the conflict; genocide is a court’s word"),
    "law",
)
def qualifications_have_their_ground(case: Case) -> Iterator[Problem]:
    """`wc.*` before the conflict was found needs a legal note; `gen.*` is a court's or a UN body's word."""
    for crime in case.content["crimes"]:
        when = dates.parse_or_none(crime["when"])
        for row in crime["qualifications"]:
            values = {"code": crime["code"], "what": str(v.CATEGORIES[row["category"]])}
            early = when is not None and when.last is not None and when.last < CONFLICT
            if row["category"].startswith("wc.") and early and not all(row["note"].values()):
                message = _(
                    "%(code)s, %(what)s: add a legal note in both languages: which conflict, found by whom."
                )
                yield Problem("P9", message % values, row["key"])
            if row["category"].startswith("gen.") and row["by"] not in {"court", "un_body"}:
                message = _("%(code)s, %(what)s: only a court or a UN body may be the one who says so.")
                yield Problem("P9", message % values, row["key"])


@rule("P10", gettext_lazy("A link to a crime shows the post held at the time"), "law")
def a_link_needs_the_post_at_the_time(case: Case) -> Iterator[Problem]:
    """`link.*` says that somebody held a post when something happened: both dates must meet."""
    for crime, role in roles(case.content):
        if role["mode"].startswith("link.") and not held_at_the_time(case.content, crime, role):
            message = _("Paragraph %(p)s: choose a post that was held when %(code)s happened.")
            yield Problem("P10", message % {"p": role["p"], "code": crime["code"]}, role["key"])


NOTICE = timedelta(days=7)


@rule("P11", gettext_lazy("The person was asked for a reply"), "law")
def a_reply_was_asked_for(case: Case) -> Iterator[Problem]:
    """Seven days before the first publication, or not at all, for a reason that is written down."""
    if not case.occasion.first:
        return
    asked = [row for row in case.grounds["replies"] if row["outcome"] == "waived" or row["sent"]]
    if not asked:
        yield Problem(
            "P11", _("Ask the person for a reply, or say why not, under “Right of reply”."), "replies"
        )
    elif not any(_in_time(row, case.occasion.on) for row in asked):
        yield Problem(
            "P11",
            _("The request for a reply is less than seven days old. Wait, or say why you cannot."),
            "replies",
        )


def _in_time(row: dict[str, Any], on: date) -> bool:
    return row["outcome"] == "waived" or on - date.fromisoformat(row["sent"]) >= NOTICE


@rule(
    "P13",
    gettext_lazy("No statement rests on the campaign’s own material alone"),
    "sources",
    warning=True,
    applies_to=(DOSSIER, NEWS),
)
def not_the_campaign_alone(case: Case) -> Iterator[Problem]:
    found = {row["n"]: row["kind"] for row in case.content["sources"]}
    for claim in claims_of(case):
        kinds_found = {found[cite["source"]] for cite in supports(claim)}
        if kinds_found == {"campaign"}:
            message = _("%(claim)s: only the campaign’s own material supports it.")
            yield warned("P13", message % {"claim": claim.label}, claim.key)


def claims_of(case: Case) -> Iterator[Claim]:
    """Yield the claims of a dossier; a news item is one claim."""
    if case.kind == NEWS:
        yield Claim("", _("The item"), case.content["cites"])
    else:
        yield from claims(case.content)


@rule(
    "P14",
    gettext_lazy("Every web source has an archived copy with its hash"),
    "sources",
    warning=True,
    applies_to=(DOSSIER, NEWS),
)
def web_sources_are_archived(case: Case) -> Iterator[Problem]:
    """Without a capture a page can vanish; of social media and video it will, so there it blocks."""
    captured = {row["n"]: row["captured"] for row in case.grounds["sources"]}
    for row in case.content["sources"]:
        if row["url"] and not captured[row["n"]]:
            message = _("“%(title)s”: no archived copy with its SHA-256.") % {"title": short(row["title"])}
            vanishing = row["kind"] in {"social", "video"}
            yield Problem("P14", message, f"source {row['code']}", warning=not vanishing)


@rule("P15", gettext_lazy("The portrait may be shown and shows this person"), "harm")
def the_portrait_may_be_shown(case: Case) -> Iterator[Problem]:
    """Identity verified, kind of picture known, owner, licence, place, and words for it in both languages."""
    if not case.content["portrait"]:
        return
    shown, facts = case.content["portrait"], case.grounds["portrait"]
    wanted = {
        "portrait_identified": (facts["identified"], _("a second source that shows that this is the person")),
        "portrait_context": (facts["context"] != "unknown", _("the kind of picture")),
        "portrait_owner": (facts["owner"], _("who owns it")),
        "portrait_licence": (facts["licence"], _("why it may be published")),
        "portrait_place": (facts["place"], _("where and when it was taken")),
        "portrait_alt": (all(shown["alt"].values()), _("what it shows, in both languages")),
        "portrait_credit": (all(shown["credit"].values()), _("the credit, in both languages")),
    }
    for name, (there, what) in wanted.items():
        if not there:
            yield Problem("P15", _("The portrait lacks: %(what)s.") % {"what": what}, name)


YEAR = timedelta(days=365)


@rule("P16", gettext_lazy("Whether the person is alive was checked within a year"), "law", warning=True)
def life_status_is_fresh(case: Case) -> Iterator[Problem]:
    told = case.content["identity"]["life_status"]
    if not told or told["code"] in {"presumed_alive", "unknown"}:
        return
    checked = case.grounds["life_checked"]
    if not checked or case.occasion.on - date.fromisoformat(checked) > YEAR:
        message = _(
            "It is more than a year since somebody checked whether the person is alive, or nobody did."
        )
        yield warned("P16", message, "life_checked_on")


@rule("P17", gettext_lazy("No request of the person or for a correction is overdue"), "law")
def no_request_is_overdue(case: Case) -> Iterator[Problem]:
    for row in case.grounds["requests"]:
        late = date.fromisoformat(row["due"]) < case.occasion.on
        if row["outcome"] == "open" and row["weight"] == "material" and late:
            values = {"kind": str(v.REQUEST_KINDS[row["kind"]]), "day": dates.show(row["due"])}
            yield Problem("P17", _("A request is overdue since %(day)s: %(kind)s.") % values, "requests")


# --- Sources


@rule("S2", gettext_lazy("Leaked documents were verified twice"), "sources", applies_to=(DOSSIER, NEWS))
def leaks_are_verified(case: Case) -> Iterator[Problem]:
    known = {row["n"]: row["verifications"] for row in case.grounds["sources"]}
    for row in case.content["sources"]:
        if row["kind"] == "leaked_doc" and known[row["n"]] < 2:
            message = _("“%(title)s”: describe two independent verifications of this leaked document.")
            yield Problem("S2", message % {"title": short(row["title"])}, f"source {row['code']}")


@rule("S3", gettext_lazy("Sources that repeat each other are not counted twice"), "sources", warning=True)
def repeats_count_once(case: Case) -> Iterator[Problem]:
    for claim in claims(case.content):
        cited = {cite["source"] for cite in supports(claim)}
        if len(cited) > 1 and len(origins(case, claim.cites, graded=False)) == 1:
            message = _("%(claim)s: its sources all go back to one. They count as one.")
            yield warned("S3", message % {"claim": claim.label}, claim.key)


@rule("S4", gettext_lazy("Quotations are short"), "sources", applies_to=(DOSSIER, NEWS))
def quotations_are_short(case: Case) -> Iterator[Problem]:
    for claim in claims_of(case):
        if any(len(cite["quote"]) > MAX_QUOTE for cite in claim.cites):
            message = _("%(claim)s: a quotation may have at most 400 characters.")
            yield Problem("S4", message % {"claim": claim.label}, claim.key)


@rule(
    "S5",
    gettext_lazy("A dead link has an archived copy"),
    "sources",
    warning=True,
    applies_to=(DOSSIER, NEWS),
)
def dead_links_are_archived(case: Case) -> Iterator[Problem]:
    dead = {row["n"] for row in case.grounds["sources"] if row["dead"]}
    for row in case.content["sources"]:
        if row["n"] in dead and not row["archive_url"]:
            message = _("“%(title)s”: its address no longer answers, and there is no archived copy.")
            yield warned("S5", message % {"title": short(row["title"])}, f"source {row['code']}")


@rule("S6", gettext_lazy("An Interpol notice that is not published is called reported"), "law")
def unpublished_notices_are_reported(case: Case) -> Iterator[Problem]:
    """Only interpol.int shows that a notice is published; a notice elsewhere is “reported” (§3.6)."""
    hosts = {row["n"]: urlsplit(row["url"]).hostname or "" for row in case.content["sources"]}
    for row in case.content["actions"]:
        if row["type"] not in {"red_notice", "diffusion", "un_notice"} or row["status"] != "published":
            continue
        cited = {hosts[cite["source"]] for cite in row["cites"] if cite["relation"] == "supports"}
        if not any(host == "interpol.int" or host.endswith(".interpol.int") for host in cited):
            message = _("Paragraph %(p)s: choose the status “Reported”, or cite the notice on interpol.int.")
            yield Problem("S6", message % {"p": row["p"]}, row["key"])


# --- Harm to others

CONSENT = {"own_choice", "judgment"}
HARMED = {"victim", "witness", "informant"}


@rule(
    "C1",
    gettext_lazy("Victims and witnesses are named with their consent only"),
    "harm",
    applies_to=(DOSSIER, NEWS),
)
def victims_are_not_named(case: Case) -> Iterator[Problem]:
    """Named by own choice or in a judgment, and the desk knows which."""
    declared = case.grounds.get("named", [])
    for row in declared:
        unfounded = row["role"] in HARMED and (row["basis"] not in CONSENT or not row["consent"])
        if unfounded and (claim := where_named(case.content, row["name"])) is not None:
            message = _(
                "“%(name)s”: say by whose choice or in which judgment this name is public, or take it out."
            )
            yield Problem("C1", message % {"name": short(row["name"])}, claim)
    known = " ".join([*(row["name"]["en"] for row in declared), *own_names(case)])
    for _where, pair, claim in own_voice(case):
        for pattern in TOLD_OF:
            for found in pattern.finditer(pair["en"]):
                if found["name"].split()[-1] not in known:
                    message = _(
                        "“%(name)s” seems to be a victim or a witness. Record why the name may stand."
                    )
                    yield Problem("C1", message % {"name": found["name"]}, claim)


def own_names(case: Case) -> list[str]:
    return [row["text"] for row in case.content.get("names", [])]


def own_voice(case: Case) -> Iterator[tuple[tuple[Any, ...], dict[str, str], str]]:
    """Yield the texts that the campaign itself writes: not titles of sources, not verbatim charges."""
    verbatim = {"sources", "cases", "names", "tenures", "actions", "reply"}
    for where, pair, claim in texts(case.content):
        if where[0] not in verbatim and "authority" not in where:
            yield where, pair, claim


def where_named(content: Content, name: dict[str, str]) -> str | None:
    """Return the claim in whose text a name stands; None when it stands nowhere."""
    for where, pair, claim in texts(content):
        if where[0] not in {"sources", "cases"} and any(
            name[lang] and name[lang] in pair[lang] for lang in ("ar", "en")
        ):
            return claim
    return None


@rule("C2", gettext_lazy("Sensitive crimes do not show place, day or small numbers"), "harm")
def sensitive_crimes_are_blurred(case: Case) -> Iterator[Problem]:
    """Place at most the governorate, date at most the month, no count below three."""
    for crime in sensitive(case):
        when = dates.parse_or_none(crime["when"])
        if any(crime["place"].values()):
            message = _("%(code)s is sensitive: leave the place empty and choose the governorate only.")
            yield Problem("C2", message % {"code": crime["code"]}, crime["key"])
        if when is not None and re.search(r"\d{4}-\d\d-\d\d", crime["when"]):
            message = _("%(code)s is sensitive: give the month at most, not the day.")
            yield Problem("C2", message % {"code": crime["code"]}, crime["key"])
        for _where, pair, claim in texts(
            {"title": crime["title"], "description": crime["description"]}, claim=crime["key"]
        ):
            for found in (pattern.search(text) for pattern in FEW for text in pair.values()):
                if found:
                    message = _("%(code)s is sensitive: “%(text)s” tells of fewer than three people.")
                    yield Problem("C2", message % {"code": crime["code"], "text": found.group()}, claim)


def sensitive(case: Case, *kinds_of: str) -> Iterator[dict[str, Any]]:
    wanted = kinds_of or ("sgbv", "minor", "witness_risk")
    for crime in case.content["crimes"]:
        if case.grounds["sensitivity"].get(crime["key"]) in wanted:
            yield crime


@rule("C3", gettext_lazy("No minor can be identified"), "harm", applies_to=(DOSSIER, NEWS))
def minors_are_not_named(case: Case) -> Iterator[Problem]:
    for row in case.grounds.get("named", []):
        if row["minor"] and (claim := where_named(case.content, row["name"])) is not None:
            message = _("“%(name)s” was a minor. Take the name out.")
            yield Problem("C3", message % {"name": short(row["name"])}, claim)
    if case.kind != DOSSIER:
        return
    for crime in sensitive(case, "minor"):
        for row in case.grounds["named"]:
            if row["role"] == "victim" and where_named({"crimes": [crime]}, row["name"]) is not None:
                message = _("%(code)s concerns minors: “%(name)s” may not be named in it.")
                values = {"code": crime["code"], "name": short(row["name"])}
                yield Problem("C3", message % values, crime["key"])


@rule(
    "C4", gettext_lazy("No statement rests on what readers cannot see"), "sources", applies_to=(DOSSIER, NEWS)
)
def held_sources_do_not_stand_alone(case: Case) -> Iterator[Problem]:
    """What readers cannot see is never the only support of a claim."""
    unseen = {source["n"] for source in case.content["sources"] if source["held"]}
    for claim in claims_of(case):
        cited = {cite["source"] for cite in supports(claim)}
        if cited and cited <= unseen:
            message = _("%(claim)s: no source that readers can see supports it. Add one.")
            yield Problem("C4", message % {"claim": claim.label}, claim.key)


@rule("C5", gettext_lazy("No address, telephone, account or whereabouts"), "harm", applies_to=(DOSSIER, NEWS))
def no_contact_data(case: Case) -> Iterator[Problem]:
    """No address, telephone number or mailbox of anybody."""
    for _where, pair, claim in texts(case.content):
        for text in pair.values():
            for found in filter(None, (pattern.search(text) for pattern in CONTACTS)):
                message = _(
                    "“%(text)s” looks like an address, a telephone number or a whereabouts. Take it out."
                )
                yield Problem("C5", message % {"text": found.group().strip()}, claim)


@rule(
    "C6",
    gettext_lazy("Relatives are named in their own public role only"),
    "harm",
    applies_to=(DOSSIER, NEWS),
)
def relatives_stay_out(case: Case) -> Iterator[Problem]:
    declared = case.grounds.get("named", [])
    for row in declared:
        private = row["role"] == "relative" and row["basis"] != "public_role"
        if private and (claim := where_named(case.content, row["name"])) is not None:
            message = _(
                "“%(name)s” is a relative. Say which public role of their own is meant, or take the name out."
            )
            yield Problem("C6", message % {"name": short(row["name"])}, claim)
    known = " ".join(text for row in declared for text in row["name"].values())
    for _where, pair, claim in own_voice(case):
        for text in pair.values():
            for found in (match for pattern in KIN for match in pattern.finditer(text)):
                if found["name"] not in known:
                    message = _(
                        "“%(text)s” seems to name a relative. Take it out, or record why it may stand."
                    )
                    yield Problem("C6", message % {"text": found.group().strip()}, claim)


@rule(
    "C7",
    gettext_lazy("No sect, religion or ethnicity, unless it is the persecution itself"),
    "harm",
    applies_to=(DOSSIER, NEWS),
)
def no_sect_or_ethnicity(case: Case) -> Iterator[Problem]:
    """Only as an element of persecution, and then with a reason: the second approval is the reviewer's."""
    persecution = {
        crime["key"]
        for crime in case.content.get("crimes", [])
        if any(
            row["category"] == "cah.persecution" or row["category"].startswith("gen.")
            for row in crime["qualifications"]
        )
    }
    within = {
        row["key"]
        for crime in case.content.get("crimes", [])
        if crime["key"] in persecution
        for row in (*crime["roles"], *crime["statements"], *crime["qualifications"])
    }
    for _where, pair, claim in own_voice(case):
        for found in (pattern.search(text) for pattern in SECTS for text in pair.values()):
            if found:
                message = _(
                    "“%(text)s”: sect, religion and ethnicity are told only as the ground of a persecution."
                )
                allowed = claim in persecution | within
                yield Problem("C7", message % {"text": found.group().strip()}, claim, warning=allowed)


@rule("C8", gettext_lazy("No reward and no call to act against a person"), "harm", applies_to=(DOSSIER, NEWS))
def nobody_is_called_to_act(case: Case) -> Iterator[Problem]:
    for _where, pair, claim in own_voice(case):
        for found in (pattern.search(text) for pattern in INCITES for text in pair.values()):
            if found:
                message = _("“%(text)s” calls on readers to act against a person. Take it out.")
                yield Problem("C8", message % {"text": found.group().strip()}, claim)


OFFICIAL = {"gazette", "judgment", "court_doc"}


@rule("C9", gettext_lazy("A full date of birth comes from an official public list"), "harm")
def full_birth_dates_are_official(case: Case) -> Iterator[Problem]:
    """A day of birth identifies the family too; the mother's name is in no edition at all."""
    birth = case.content["identity"]["birth"]
    if birth and re.search(r"\d{4}-\d\d-\d\d", birth["edtf"]) and not of_kind(case, birth["cites"], OFFICIAL):
        message = _("Give the year of birth only, or cite the official public list that gives the day.")
        yield Problem("C9", message, "birth")


@rule("C10", gettext_lazy("Nobody of the desk is named"), "harm", applies_to=(DOSSIER, NEWS))
def nobody_of_the_desk_is_named(case: Case) -> Iterator[Problem]:
    for name in case.grounds["staff_named"]:
        yield Problem("C10", _("“%(name)s” is somebody at the desk. Take the name out.") % {"name": name})


# --- Wording


def status_of(case: Case, where: tuple[Any, ...]) -> str:
    """Return the legal status or basis that the words at this place must keep to."""
    headline = case.status
    if where[0] != "crimes":
        return headline
    crime = case.content["crimes"][where[1] - 1]
    proved = any(role["assessment"] == "court_established" for role in crime["roles"])
    if len(where) > 3 and where[2] == "roles":
        role = crime["roles"][where[3] - 1]
        if role["mode"].startswith("link."):
            return str(role["mode"])
        proved = role["assessment"] == "court_established"
    # A conviction in one case does not make the words of another true.
    return "charged" if headline in wording.CONVICTED and not proved else headline


def linted(case: Case) -> Iterator[tuple[wording.Finding, str]]:
    """Yield every finding of the linter with the claim that it is about."""
    for where, pair, claim in own_voice(case):
        for lang in ("ar", "en"):
            status = status_of(case, where) if case.kind == DOSSIER else news_status(case)
            for finding in wording.lint(pair[lang], lang, status):
                if case.kind == DOSSIER or case.content["dossiers"] or finding.of_character:
                    yield finding, claim


def news_status(case: Case) -> str:
    """Return the mildest legal status among the people a news item names."""
    order = ["none", *(code for code in v.LEGAL_STATUSES if code != "none")]
    return min(case.grounds.get("statuses") or ["none"], key=order.index)


def _by_rule(case: Case, code: str, warning: bool = False) -> Iterator[Problem]:
    for finding, claim in linted(case):
        if finding.rule == code:
            message = _("“%(word)s”: %(why)s %(instead)s")
            values = {"word": finding.word, "why": finding.why, "instead": finding.instead}
            yield Problem(code, message % values, claim, warning=warning)


@rule("W1", gettext_lazy("The words keep to the legal status"), "law", applies_to=(DOSSIER, NEWS))
def words_keep_to_the_status(case: Case) -> Iterator[Problem]:
    yield from _by_rule(case, "W1")


@rule("W2", gettext_lazy("A conviction names court, date and finality"), "law")
def convictions_are_complete(case: Case) -> Iterator[Problem]:
    yield from _by_rule(case, "W2")


@rule(
    "W3",
    gettext_lazy("Both languages state the same legal standing"),
    "languages",
    applies_to=(DOSSIER, NEWS),
)
def both_languages_state_the_same(case: Case) -> Iterator[Problem]:
    for _where, pair, claim in own_voice(case):
        if all(pair.values()) and not wording.same_row(pair["ar"], pair["en"]):
            message = _("“%(text)s”: the Arabic and the English do not state the same legal standing.")
            yield Problem("W3", message % {"text": short(pair)}, claim)


@rule("W4", gettext_lazy("No words about character"), "law", warning=True, applies_to=(DOSSIER, NEWS))
def no_words_about_character(case: Case) -> Iterator[Problem]:
    yield from _by_rule(case, "W4", warning=True)


@rule("W5", gettext_lazy("The file says when its status was checked"), "law")
def the_file_says_when_it_was_checked(case: Case) -> Iterator[Problem]:
    """The page itself always shows the presumption of innocence and the way to a correction."""
    if not case.content["checked"]:
        yield Problem(
            "W5", _("Give the day on which the legal status was checked. The page shows it."), "checked_on"
        )


@rule(
    "W6",
    gettext_lazy("Nicknames have somebody who uses them"),
    "law",
    warning=True,
    applies_to=(DOSSIER, NEWS),
)
def nicknames_are_attributed(case: Case) -> Iterator[Problem]:
    yield from _by_rule(case, "W6", warning=True)


# Held where a text is frozen, approved or taken down, and not by reading it.
held("P12", gettext_lazy("Readers are told what changed"), "languages", applies_to=(DOSSIER, NEWS))
held("S1", gettext_lazy("No secret source leaves the desk"), "sources", applies_to=(DOSSIER, NEWS))
held(
    "C11",
    gettext_lazy("A text can be erased for safety without breaking the record"),
    "harm",
    applies_to=(DOSSIER, NEWS),
)
