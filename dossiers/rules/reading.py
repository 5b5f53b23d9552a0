"""Reading frozen content: its claims, its texts in both languages, and what supports them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

from dossiers import vocabularies as v
from dossiers.pages.claim import Claim, ClaimKind
from dossiers.pages.crimes import CrimeView, Role
from dossiers.pages.rows import Reference, references
from dossiers.rules.registry import NEWS, Candidate
from publishing import dates
from publishing.bilingual import BLANK, Message, Series, Text, Words
from publishing.canonical import Content
from publishing.kinds import Problem
from publishing.pages.reading import EditionLabels

SHORT = 60  # characters of a text that name it in a message


def short(text: Text | Mapping[str, str] | str) -> Text:
    """Return the beginning of a text, in each of its languages."""
    whole = Text(text, text) if isinstance(text, str) else text if isinstance(text, Text) else Text.of(text)
    return Text(_short(whole.ar), _short(whole.en))


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"


def claims(candidate: Candidate) -> list[Claim]:
    """Return every statement that must be supported, in the order of the page; a news item is one."""
    if candidate.kind == NEWS:
        cites = references(candidate.content["cites"], EditionLabels(candidate.content["labels"]))
        return [Claim(ClaimKind.PARAGRAPH, "", "", BLANK, cites)]
    found = candidate.dossier.claims
    return [claim for claim in found if claim.kind != ClaimKind.HEADING and claim.stated]


def named(claim: Claim) -> Words:
    """Return what an editor calls a statement."""
    match claim.kind:
        case ClaimKind.NAME:
            return Message(_("The name “%(text)s”"), {"text": claim.text})
        case ClaimKind.FACT:
            return v.IDENTITY_FACTS[claim.key]
        case ClaimKind.IDENTIFIER:
            return Message(_("The number “%(text)s” on an official list"), {"text": claim.text})
        case ClaimKind.POST:
            return Message(_("The post “%(text)s”"), {"text": short(claim.text)})
        case ClaimKind.ELEMENT:
            return Message(_("%(what)s: “%(text)s”"), {"what": claim.about, "text": short(claim.text)})
        case ClaimKind.TOLL:
            return Message(_("The figure “%(text)s”"), {"text": short(claim.text)})
        case ClaimKind.QUALIFICATION:
            code = claim.crime.code if claim.crime else ""
            return Message(_("The qualification “%(text)s” of %(code)s"), {"text": claim.text, "code": code})
    if claim.p is None:
        return Message(_("The item"))
    return Message(_("Paragraph %(p)s: “%(text)s”"), {"p": claim.p, "text": paragraph_words(claim)})


def paragraph_words(claim: Claim) -> Words:
    if claim.kind == ClaimKind.CRIME and claim.crime:
        return short(claim.crime.title)
    if claim.kind == ClaimKind.ACTION:
        return Series([claim.text, short(claim.about)])
    return short(claim.text)


# Phrases that are made of other texts when a content is frozen; those texts are checked themselves.
MADE = {"long", "short", "phrase", "period", "result", "scope"}


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
                if key != "labels" and key not in MADE:
                    yield from texts(item, (*where, key), claim)
    elif isinstance(value, list):
        for index, item in enumerate(value, 1):
            yield from texts(item, (*where, index), claim)


NAMES = {"authority", "city", "court", "institution"}


def own_names(candidate: Candidate) -> list[str]:
    return [row["text"] for row in candidate.content.get("names", [])]


def own_voice(candidate: Candidate) -> Iterator[tuple[tuple[Any, ...], dict[str, str], str]]:
    """Yield the texts that the campaign itself writes, charges and titles among them (domain.md W1).

    Not the titles of sources, nor names of people, courts and institutions, nor what the person replied.
    """
    for where, pair, claim in texts(candidate.content):
        if where[0] not in {"sources", "names", "reply"} and not NAMES & set(where):
            yield where, pair, claim


def where_named(content: Content, name: dict[str, str]) -> str | None:
    """Return the claim in whose text a name stands; None when it stands nowhere."""
    for where, pair, claim in texts(content):
        if where[0] not in {"sources", "cases"} and any(
            name[lang] and name[lang] in pair[lang] for lang in ("ar", "en")
        ):
            return claim
    return None


def roles(candidate: Candidate) -> Iterator[tuple[CrimeView, Role]]:
    for crime in candidate.dossier.crimes:
        for role in crime.roles:
            yield crime, role


def held_at_the_time(candidate: Candidate, crime: CrimeView, role: Role) -> bool:
    """Say whether the role's post was held when the crime happened."""
    post = next((post for post in candidate.dossier.posts if post.key == role.post), None)
    span = dates.parse_or_none(post.held) if post else None
    when = dates.parse_or_none(crime.when)
    return bool(span and when and span.overlaps(when))


def supports(cites: Iterable[Reference]) -> list[Reference]:
    return [cite for cite in cites if cite.relation == "supports"]


def of_kind(candidate: Candidate, cites: Iterable[Reference], wanted: set[str]) -> bool:
    """Say whether a supporting citation leads to a source of one of these kinds."""
    kinds = {source.n: source.kind_code for source in candidate.dossier.sources}
    return any(kinds[cite.source] in wanted for cite in supports(cites))


AUTHORITIES = {"judgment", "un_report", "opcw"}  # one of these states it of this person or crime
GOOD = {"A", "B", "C"}
CREDIBLE = {"1", "2", "3"}


def origins(candidate: Candidate, cites: Iterable[Reference], graded: bool = True) -> set[str]:
    """Return the distinct origins of supporting sources graded C3 or better, or of all of them."""
    known = {row["n"]: row["origin"] for row in candidate.grounds["sources"]}
    reliable = {source.n for source in candidate.dossier.sources if source.reliability_code in GOOD}
    return {
        known[cite.source]
        for cite in supports(cites)
        if not graded or (cite.source in reliable and cite.credibility in CREDIBLE)
    }


def warned(code: str, message: Words, claim: str = "") -> Problem:
    return Problem(code, message, claim, warning=True)
