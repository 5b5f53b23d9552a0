"""A dossier's content → how it is listed, and how it lists what it names."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from dossiers import status
from dossiers import vocabularies as v
from dossiers.pages import search
from dossiers.pages.dossier import Action, Dossier
from publishing import dates
from publishing.bilingual import BLANK, Text
from publishing.canonical import Content
from publishing.kinds import Named, Row

UNDATED = "9999"
NONE = "none"  # the facet of what has no such value


def pair(text: Text) -> dict[str, str]:
    return {"ar": text.ar, "en": text.en}


def row(content: Content) -> Row:
    dossier = Dossier(content)
    return Row(
        slug="",  # the document's own
        title_ar=dossier.name.ar,
        title_en=dossier.name.en,
        sort=content["public_id"][3:].zfill(6),
        data={
            "office": pair(dossier.office),
            "crimes": len(content["crimes"]),
            "status": {"code": dossier.status_code, **pair(dossier.status)},
            "portrait": content["portrait"],
        },
        facets={"status": [dossier.status_code], **search.facets(content, _countries(content))},
        names=search.names(content),
        passages=search.passages(content),
    )


def _countries(content: Content) -> list[str]:
    """Return where there are proceedings or measures: the jurisdiction of each case and action."""
    cases = [case["jurisdiction"] for case in content["cases"]]
    return cases + [action["country"] for action in content["actions"]]


def names(content: Content) -> Iterator[Named]:
    """Yield the crimes, institutions, proceedings, sources and actions that the dossier names."""
    dossier = Dossier(content)
    who = {"name": pair(dossier.name)}
    yield from _crimes(content, dossier, who)
    yield from _institutions(content, dossier, who)
    yield from _proceedings(content, dossier, who)
    yield from _sources(content, dossier, who)
    for action in content["actions"]:
        yield Named("action", action["key"])


def _crimes(content: Content, dossier: Dossier, who: dict[str, Any]) -> Iterator[Named]:
    for raw, crime in zip(content["crimes"], dossier.crimes, strict=True):
        data = {
            **who,
            "number": crime.number,
            "p": crime.p,
            "description": pair(crime.description),
            "conducts": [pair(label) for label in crime.conducts],
            "sources": _numbers(raw),
            "roles": [
                {
                    "p": role.p,
                    "mode": pair(role.mode),
                    "text": pair(role.text),
                    "assessment": pair(role.assessment),
                    "sources": _numbers(said),
                }
                for said, role in zip(raw["roles"], crime.roles, strict=True)
            ],
            "qualifications": [
                {
                    "category": pair(q.category),
                    "by": pair(q.by),
                    "by_code": q.by_code,
                    "authority": pair(q.authority),
                    "standard": pair(q.standard),
                    "date": q.date,
                    "sources": _numbers(said),
                }
                for said, q in zip(raw["qualifications"], crime.qualifications, strict=True)
            ],
        }
        yield Named("crime", crime.code, data, _crime_row(raw, dossier))


def _numbers(row: dict[str, Any]) -> list[int]:
    """Return the numbers of the sources that support a statement, in the dossier that makes it."""
    return sorted({cite["source"] for cite in row["cites"] if cite["relation"] == "supports"})


def _crime_row(raw: dict[str, Any], dossier: Dossier) -> Row:
    when = dates.parse_or_none(raw["when"])
    start = (when.first or when.last) if when else None
    return Row(
        slug=raw["code"],
        title_ar=raw["title"]["ar"],
        title_en=raw["title"]["en"],
        sort=f"{start.isoformat() if start else UNDATED} {raw['code']}",
        data={
            "when": raw["when"],
            "within": raw["when_kind"] == "within",
            "place": raw["place"],
            "governorate": pair(dossier.label("governorates", raw["governorate"])),
        },
        facets={
            "governorate": [raw["governorate"] or NONE],
            "year": [f"{when.first.year:04}" if when and when.first else NONE],
        },
        passages=search.crime_passages(raw, dossier),
    )


def _institutions(content: Content, dossier: Dossier, who: dict[str, Any]) -> Iterator[Named]:
    """Yield each institution of a post and every one above it, once, with the posts held in it."""
    places: dict[str, dict[str, Any]] = {}
    posts: dict[str, list[dict[str, Any]]] = {}
    for raw, held in zip(content["tenures"], dossier.posts, strict=True):
        place = raw["institution"]
        places.setdefault(place["code"], place)
        posts.setdefault(place["code"], []).append(
            {
                "title": raw["title"],
                "span": raw["span"],
                "in_post_on": raw["in_post_on"],
                "status": pair(held.status) if held.status_code != "confirmed" else both(""),
                "sources": _numbers(raw),
            }
        )
        above = place["parents"]
        for index, parent in enumerate(above):
            places.setdefault(parent["code"], {**parent, "governorate": "", "parents": above[index + 1 :]})
    for code, place in sorted(places.items()):
        yield Named(
            "institution", code, {**who, "posts": posts.get(code, [])}, _institution_row(place, dossier)
        )


def _institution_row(place: dict[str, Any], dossier: Dossier) -> Row:
    return Row(
        slug=place["code"],
        title_ar=place["name"]["ar"],
        title_en=place["name"]["en"],
        sort=place["code"],
        data={
            "type": pair(dossier.label("institution_types", place["type"])),
            "parents": [{"code": above["code"], "name": above["name"]} for above in place["parents"]],
        },
        facets={"above": sorted({above["code"] for above in place["parents"]})} if place["parents"] else {},
        passages=search.institution_passages(place, dossier),
    )


def _proceedings(content: Content, dossier: Dossier, who: dict[str, Any]) -> Iterator[Named]:
    """Yield what stands against the person: each case, and each action outside a case, with its status."""
    cases = {case["key"]: case for case in content["cases"]}
    rows = zip(content["actions"], dossier.actions, strict=True)
    actions = {raw["key"]: (raw, action) for raw, action in rows}
    for found in status.proceedings(content["actions"]):
        raw, action = actions[found["basis"] or found["last"]]
        case = cases.get(found["case"])
        country = case["jurisdiction"] if case else raw["country"]
        title = Text.of(case["name"]) if case else action.type
        # Cases of one country together, and the people of one case together.
        group = found["case"] or f"~{_short(raw['type'], raw['authority'])}"
        known = found["code"] != NONE
        data = {
            **who,
            "group": group,
            "court": case["court"] if case else raw["authority"],
            "number": case["number"] if case else raw["list_ref"],
            "country": pair(dossier.label("jurisdictions", country)),
            "status": {
                "code": found["code"],
                **(_status(found["code"], dossier) if known else _as_it_stands(action)),
            },
            "as_of": found["as_of"] or raw["status_date"] or raw["date"],
            "p": action.p,
        }
        key = f"{content['public_id']}/{found['case'] or raw['key']}"
        facets = {"country": [country or NONE], **({"status": [found["code"]]} if known else {})}
        sort = f"{country} {group} {content['public_id']} {raw['key'][:8]}"
        kind = "sanction" if raw["type"] == "sanction" and not case else "proceeding"
        yield Named(kind, key, {}, Row(key, title.ar, title.en, sort, data, facets))


def _short(*parts: Any) -> str:
    """Return a short key that is the same for the same parts."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:24]


def _as_it_stands(action: Action) -> dict[str, str]:
    """Return what to say of an action that makes nobody wanted, charged or convicted."""
    kind, state = action.type, action.status
    return {"ar": f"{kind.ar}: {state.ar}", "en": f"{kind.en}: {state.en}"}


def _status(code: str, dossier: Dossier) -> dict[str, str]:
    """Return the label of a status. An edition carries those of its headline and of its cases only."""
    carried = dossier.label("legal_statuses", code)
    label = v.LEGAL_STATUSES[code]
    return pair(carried) if carried else {"ar": label.ar, "en": label.en}


def _sources(content: Content, dossier: Dossier, who: dict[str, Any]) -> Iterator[Named]:
    said = _said(content)
    for raw in content["sources"]:
        if raw["held"]:
            continue
        shown = {key: value for key, value in raw.items() if key not in {"n", "held", "code"}}
        shown["kind"] = pair(dossier.label("source_kinds", raw["kind"]))
        shown["reliability"] = pair(dossier.label("reliabilities", raw["reliability"]))
        statements = [
            {**claim, **_place(cite, dossier)}
            for claim, cites in said
            for cite in cites
            if cite["source"] == raw["n"]
        ]
        data = {**who, "number": raw["n"], "statements": statements}
        # A list shows the beginning of a long title; its own page shows it whole.
        title = raw["title"][:300]
        yield Named("source", raw["code"], data, _source_row(raw, title, shown))


def _source_row(raw: dict[str, Any], title: str, shown: dict[str, Any]) -> Row:
    return Row(raw["code"], title, title, raw["code"], shown, passages=search.source_passages(raw))


def _place(cite: dict[str, Any], dossier: Dossier) -> dict[str, Any]:
    place = dossier.label("locator_types", cite["locator_type"]) if cite["locator"] else BLANK
    return {
        "relation": cite["relation"],
        "place": pair(place),
        "locator": cite["locator"],
        "quote": cite["quote"],
    }


Claim = tuple[dict[str, Any], list[dict[str, Any]]]


def _said(content: Content) -> list[Claim]:
    """Return every statement of the page, in its order, with the citations it carries."""
    return [claim for claim in _claims(content, Dossier(content)) if claim[1]]


def _claims(content: Content, dossier: Dossier) -> Iterator[Claim]:
    for raw, name in zip(content["names"], dossier.names, strict=True):
        yield _claim("name", "identity", both(name.text), both(name.kind)), raw["cites"]
    identity = content["identity"]
    for what in ("rank", "birth", "birth_place", "death", "life_status", "age"):
        if raw := identity[what]:
            fact = dossier.fact(what)
            text = pair(fact.text) if fact else both("")
            claim = _claim(what, "identity", text)
            yield (
                {**claim, "date": raw.get("edtf") or raw.get("on") or "", "n": raw.get("years")},
                raw["cites"],
            )
    for raw in identity["identifiers"]:
        scheme = pair(dossier.label("identifier_schemes", raw["scheme"]))
        yield _claim("identifier", "identity", both(raw["value"]), scheme), raw["cites"]
    for raw in content["tenures"]:
        date = raw["span"] or raw["in_post_on"]
        yield (
            {**_claim("post", "positions", raw["title"], raw["institution"]["name"]), "date": date},
            raw["cites"],
        )
    for section in ("summary", "career"):
        yield from _paragraphs(content[section])
    for number, (raw, crime) in enumerate(zip(content["crimes"], dossier.crimes, strict=True), 1):
        yield _claim("paragraph", f"p{raw['p']}", raw["description"], p=raw["p"]), raw["cites"]
        for said, role in zip(raw["roles"], crime.roles, strict=True):
            yield _claim("paragraph", f"p{role.p}", pair(role.text or role.mode), p=role.p), said["cites"]
        yield from _paragraphs(raw["statements"])
        for said, q in zip(raw["qualifications"], crime.qualifications, strict=True):
            yield (
                _claim("qualification", f"c{number}", pair(q.category), pair(q.authority or q.by)),
                said["cites"],
            )
    yield from _paragraphs(content["legal"])
    for raw, action in zip(content["actions"], dossier.actions, strict=True):
        claim = _claim("paragraph", f"p{action.p}", pair(action.type), raw["authority"], p=action.p)
        yield {**claim, "date": raw["date"]}, raw["cites"]
    for section in ("reply", "differences"):
        yield from _paragraphs(content[section])


def _paragraphs(rows: Iterable[dict[str, Any]]) -> Iterator[Claim]:
    for row in rows:
        yield _claim("paragraph", f"p{row['p']}", row["text"], p=row["p"]), row["cites"]


def _claim(
    what: str,
    anchor: str,
    text: dict[str, str],
    more: dict[str, str] | None = None,
    p: int | None = None,
) -> dict[str, Any]:
    return {"what": what, "anchor": anchor, "p": p, "text": text, "more": more, "date": "", "n": None}


def both(text: str | Text) -> dict[str, str]:
    """Return a text that is the same in both languages, such as a name or a number, as a pair."""
    return pair(text) if isinstance(text, Text) else {"ar": text, "en": text}
