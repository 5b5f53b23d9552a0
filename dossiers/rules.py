"""The publishing rules of domain.md §6 that concern a dossier: one function each, on frozen content.

To add a rule, write a generator of Problems under `@rule("code")` and a test beside the others.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dossiers import vocabularies as v
from publishing import dates
from publishing.canonical import Content
from publishing.kinds import Problem

Rule = Callable[[Content], Iterator[Problem]]
_rules: dict[str, Rule] = {}


def rule(code: str) -> Callable[[Rule], Rule]:
    """Register a rule under its code in domain.md §6."""

    def add(function: Rule) -> Rule:
        _rules[code] = function
        return function

    return add


def check(content: Content) -> list[Problem]:
    """Return every reason why this content may not be published."""
    return [problem for function in _rules.values() for problem in function(content)]


def codes() -> list[str]:
    return list(_rules)


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


@rule("P1")
def every_claim_is_supported(content: Content) -> Iterator[Problem]:
    """Every published claim has a supporting citation to a source that is not secret."""
    for claim in claims(content):
        if not any(cite["relation"] == "supports" for cite in claim.cites):
            message = _("%(claim)s: add a source that supports it.")
            yield Problem("P1", message % {"claim": claim.label}, claim.key)


@rule("C4")
def held_sources_do_not_stand_alone(content: Content) -> Iterator[Problem]:
    """What readers cannot see is never the only support of a claim."""
    held = {source["n"] for source in content["sources"] if source["held"]}
    for claim in claims(content):
        supports = {cite["source"] for cite in claim.cites if cite["relation"] == "supports"}
        if supports and supports <= held:
            message = _("%(claim)s: no source that readers can see supports it. Add one.")
            yield Problem("C4", message % {"claim": claim.label}, claim.key)


@rule("P3")
def the_person_is_identified(content: Content) -> Iterator[Problem]:
    """Primary names in both scripts, and two further facts that tell this person from another."""
    for lang, label in v.NAME_SCRIPTS.items():
        if not any(name["kind"] == "primary" and name["lang"] == lang for name in content["names"]):
            message = _("Add the name used on this site in this script: %(script)s.")
            yield Problem("P3", message % {"script": label})
    if len(identifying(content)) < 2:
        yield Problem(
            "P3",
            _(
                "Two cited facts must tell this person from another: year or age, place of birth, "
                "father’s name, a dated post, a number on an official list."
            ),
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


REQUIRED_PAIRS = {"title", "name", "text", "description", "authority", "alt"}
OPTIONAL_AT = {"roles", "qualifications", "note"}


@rule("P5")
def both_languages_are_there(content: Content) -> Iterator[Problem]:
    """Every public text is in Arabic and in English."""
    for where, pair in pairs(content):
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
        yield Problem("P5", message % values)


def pairs(value: Any, where: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[Any, ...], dict[str, str]]]:
    """Yield every bilingual text of a content with its path."""
    if isinstance(value, dict):
        if set(value) == {"ar", "en"}:
            yield where, value
        else:
            for key, item in value.items():
                if key != "labels":
                    yield from pairs(item, (*where, key))
    elif isinstance(value, list):
        for index, item in enumerate(value, 1):
            yield from pairs(item, (*where, index))


@rule("P10")
def a_link_needs_the_post_at_the_time(content: Content) -> Iterator[Problem]:
    """`link.*` says that somebody held a post when something happened: both dates must meet."""
    posts = {row["key"]: row for row in content["tenures"]}
    for crime in content["crimes"]:
        for role in crime["roles"]:
            if not role["mode"].startswith("link."):
                continue
            post = posts.get(role["tenure"] or "")
            held = dates.parse_or_none(post["span"] or post["in_post_on"]) if post else None
            when = dates.parse_or_none(crime["when"])
            if held is None or when is None or not held.overlaps(when):
                message = _("Paragraph %(p)s: choose a post that was held when %(code)s happened.")
                yield Problem("P10", message % {"p": role["p"], "code": crime["code"]}, role["key"])


# Obvious contact data. A docket such as “3 StR 454/22” or a number of victims is none.
CONTACTS = [
    re.compile(r"(?<![\w/])(?:\+|00)\d[\d\s().-]{7,}\d"),
    re.compile(r"(?<!\d)09\d{2}[\s-]?\d{3}[\s-]?\d{3}(?!\d)"),
    re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", re.I),
    re.compile(r"\b\d{1,5}\s+(?:[A-Z][\w’'-]+\s+){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane)"),
    re.compile(r"\b(?:home address|lives at|resides at)\b", re.I),
    re.compile(r"(?:بناء|بناية|طابق|شقة|دخلة)\s*(?:رقم)?\s*[\d٠-٩]+"),
    re.compile(r"(?:عنوان منزله|عنوان بيته|يسكن في شارع|رقم هاتفه)"),
]


@rule("C5")
def no_contact_data(content: Content) -> Iterator[Problem]:
    """No address, telephone number or mailbox of anybody."""
    for _where, pair in pairs(content):
        for text in pair.values():
            for found in filter(None, (pattern.search(text) for pattern in CONTACTS)):
                message = _("“%(text)s” looks like an address or a telephone number. Take it out.")
                yield Problem("C5", message % {"text": found.group().strip()})
