"""Reading frozen content: its claims, its texts in both languages, and what supports them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop as _

from dossiers import vocabularies as v
from dossiers.pages.dossier import SECTIONS
from dossiers.rules.registry import NEWS, Candidate
from publishing import dates
from publishing.bilingual import Message, Series, Text, Words
from publishing.canonical import Content
from publishing.kinds import Problem

SHORT = 60  # characters of a text that name it in a message


@dataclass(frozen=True)
class Claim:
    """A row that must be supported, named as an editor would find it."""

    key: str
    label: Words
    cites: list[dict[str, Any]]


def short(text: dict[str, str] | str) -> Text:
    """Return the beginning of a text, in each of its languages."""
    pair = {"ar": text, "en": text} if isinstance(text, str) else text
    return Text(_short(pair["ar"]), _short(pair["en"]))


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"


def claims(content: Content) -> Iterator[Claim]:
    """Yield every claim of a dossier, in the order of the page."""
    for name in content["names"]:
        yield Claim(name["key"], Message(_("The name “%(text)s”"), {"text": name["text"]}), name["cites"])
    for fact, label in v.IDENTITY_FACTS.items():
        value = content["identity"][fact]
        # "presumed alive" and "not known" are defaults, not statements by anybody.
        if value and value.get("code") not in {"presumed_alive", "unknown"}:
            yield Claim(fact, label, value["cites"])
    for row in content["identity"]["identifiers"]:
        words = Message(_("The number “%(text)s” on an official list"), {"text": row["value"]})
        yield Claim(row["key"], words, row["cites"])
    for row in content["tenures"]:
        yield Claim(
            row["key"], Message(_("The post “%(text)s”"), {"text": short(row["title"])}), row["cites"]
        )
    for row in numbered(content):
        yield Claim(row["key"], Message(_("Paragraph %(p)s: “%(text)s”"), row["named"]), row["cites"])
    for crime in content["crimes"]:
        for role in crime["roles"]:
            for row in role.get("elements", []):
                yield Claim(
                    role["key"],
                    Message(
                        _("%(what)s: “%(text)s”"),
                        {"what": v.ELEMENTS[row["element"]], "text": short(row["text"])},
                    ),
                    row["cites"],
                )
        for row in crime["qualifications"]:
            values = {"code": crime["code"], "text": short(row["category"])}
            yield Claim(
                row["key"], Message(_("The qualification “%(text)s” of %(code)s"), values), row["cites"]
            )


def claims_of(candidate: Candidate) -> Iterator[Claim]:
    """Yield the claims of a dossier; a news item is one claim."""
    if candidate.kind == NEWS:
        yield Claim("", Message(_("The item")), candidate.content["cites"])
    else:
        yield from claims(candidate.content)


def numbered(content: Content) -> Iterator[dict[str, Any]]:
    """Yield every numbered paragraph with the words that name it."""
    for section in SECTIONS:
        for row in content[section]:
            yield {**row, "named": {"p": row["p"], "text": short(row["text"])}}
    for crime in content["crimes"]:
        yield {**crime, "named": {"p": crime["p"], "text": short(crime["title"])}}
        for row in crime["roles"]:
            words = short(row["text"]) or v.MODES[row["mode"]]
            yield {**row, "named": {"p": row["p"], "text": words}}
        for row in crime["statements"]:
            yield {**row, "named": {"p": row["p"], "text": short(row["text"])}}
    for row in content["actions"]:
        title = Series([v.ACTION_TYPES[row["type"]], short(row["authority"])])
        yield {**row, "named": {"p": row["p"], "text": title}}


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


def own_names(candidate: Candidate) -> list[str]:
    return [row["text"] for row in candidate.content.get("names", [])]


def own_voice(candidate: Candidate) -> Iterator[tuple[tuple[Any, ...], dict[str, str], str]]:
    """Yield the texts that the campaign itself writes: not titles of sources, not verbatim charges."""
    verbatim = {"sources", "cases", "names", "tenures", "actions", "reply"}
    for where, pair, claim in texts(candidate.content):
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


def supports(claim: Claim) -> list[dict[str, Any]]:
    return [cite for cite in claim.cites if cite["relation"] == "supports"]


def of_kind(candidate: Candidate, cites: list[dict[str, Any]], wanted: set[str]) -> bool:
    """Say whether a supporting citation leads to a source of one of these kinds."""
    found = {row["n"]: row["kind"] for row in candidate.content["sources"]}
    return any(found[cite["source"]] in wanted for cite in cites if cite["relation"] == "supports")


AUTHORITIES = {"judgment", "un_report", "opcw"}  # one of these states it of this person or crime


GOOD = {"A", "B", "C"}


CREDIBLE = {"1", "2", "3"}


def origins(candidate: Candidate, cites: list[dict[str, Any]], graded: bool = True) -> set[str]:
    """Return the distinct origins of supporting sources graded C3 or better, or of all of them."""
    known = {row["n"]: row for row in candidate.grounds["sources"]}
    reliable = {row["n"]: row["reliability"] in GOOD for row in candidate.content["sources"]}
    return {
        known[cite["source"]]["origin"]
        for cite in cites
        if cite["relation"] == "supports"
        and (not graded or (reliable[cite["source"]] and cite["credibility"] in CREDIBLE))
    }


def warned(code: str, message: Words, claim: str = "") -> Problem:
    return Problem(code, message, claim, warning=True)
