"""A dossier's content → how it is listed, and how it lists what it names."""

from collections.abc import Iterator
from typing import Any

from dossiers.public import Dossier, cited_paragraphs
from publishing import dates
from publishing.canonical import Content
from publishing.kinds import Named, Row
from publishing.public import Text

UNDATED = "9999"


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
    )


def names(content: Content) -> Iterator[Named]:
    """Yield the crimes, institutions, sources and legal actions that the dossier names."""
    dossier = Dossier(content)
    who = {"name": pair(dossier.name)}
    yield from _crimes(content, dossier, who)
    yield from _institutions(content, dossier, who)
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
            "roles": [
                {
                    "p": role.p,
                    "mode": pair(role.mode),
                    "text": pair(role.text),
                    "assessment": pair(role.assessment),
                }
                for role in crime.roles
            ],
            "qualifications": [
                {
                    "category": pair(q.category),
                    "by": pair(q.by),
                    "by_code": q.by_code,
                    "authority": pair(q.authority),
                    "standard": pair(q.standard),
                    "date": q.date,
                }
                for q in crime.qualifications
            ],
        }
        yield Named("crime", crime.code, data, _crime_row(raw, dossier))


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
    )


def _institutions(content: Content, dossier: Dossier, who: dict[str, Any]) -> Iterator[Named]:
    """Yield each institution of a post and every one above it, once, with the posts held in it."""
    places: dict[str, dict[str, Any]] = {}
    posts: dict[str, list[dict[str, Any]]] = {}
    for tenure in content["tenures"]:
        place = tenure["institution"]
        places.setdefault(place["code"], place)
        posts.setdefault(place["code"], []).append(
            {"title": tenure["title"], "span": tenure["span"], "in_post_on": tenure["in_post_on"]}
        )
        above = place["parents"]
        for index, parent in enumerate(above):
            places.setdefault(parent["code"], {**parent, "governorate": "", "parents": above[index + 1 :]})
    for code, place in sorted(places.items()):
        data = {**who, "posts": posts.get(code, [])}
        yield Named("institution", code, data, _institution_row(place, dossier))


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
    )


def _sources(content: Content, dossier: Dossier, who: dict[str, Any]) -> Iterator[Named]:
    cited = cited_paragraphs(content)
    for raw in content["sources"]:
        if raw["held"]:
            continue
        shown = {key: value for key, value in raw.items() if key not in {"n", "held", "code"}}
        shown["kind"] = pair(dossier.label("source_kinds", raw["kind"]))
        shown["reliability"] = pair(dossier.label("reliabilities", raw["reliability"]))
        data = {**who, "number": raw["n"], "paragraphs": cited.get(raw["n"], [])}
        # A list shows the beginning of a long title; its own page shows it whole.
        title = raw["title"][:300]
        yield Named("source", raw["code"], data, Row(raw["code"], title, title, raw["code"], shown))
