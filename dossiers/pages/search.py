"""What a dossier, and each thing that it names, is found by: names, passages, facets. Reads editions only."""

from collections.abc import Iterable
from typing import Any

from dossiers.pages.dossier import SECTIONS, Dossier
from publishing import dates
from publishing.bilingual import Text
from publishing.canonical import Content
from publishing.search import keys

Passage = list[str]  # [anchor, Arabic, English], as kinds.Row keeps it


def names(content: Content) -> list[list[Any]]:
    """Return every spelling of the name, the primary ones first."""
    found = []
    for row in content["names"]:
        found.append([row["text"], row["lang"], row["kind"] == "primary", ""])
        if whole := with_father(row["text"], row["father"]):
            found.append([row["text"], row["lang"], False, whole])
    return sorted(found, key=lambda name: not name[2])


def with_father(name: str, father: str) -> str:
    """Return given, father, family (domain.md §4); empty where that makes no name, or says nothing new."""
    words = name.split()
    # A given name of two words stays together: عبد السلام, Abdel Salam.
    given = 2 if len(keys.words(" ".join(words[:2]))) == 1 else 1
    kunya = keys.key(words[0]) in {"ابو", "abu"} if words else True
    known = set(keys.key(name).split())
    if not father or kunya or len(words) <= given or set(keys.key(father).split()) <= known:
        return ""
    return " ".join([*words[:given], father, *words[given:]])


def facets(content: Content, countries: Iterable[str]) -> dict[str, list[str]]:
    """Return what the register is narrowed by; an institution stands for those above it too."""
    crimes, tenures = content["crimes"], content["tenures"]
    places = [tenure["institution"] for tenure in tenures]
    ranks = [tenure["rank"] for tenure in tenures] + [(content["identity"]["rank"] or {}).get("code", "")]
    found = {
        "institution": [place["code"] for place in places]
        + [above["code"] for place in places for above in place["parents"]],
        "rank": ranks,
        "mode": [role["mode"] for crime in crimes for role in crime["roles"]],
        "category": [row["category"] for crime in crimes for row in crime["qualifications"]],
        "conduct": [code for crime in crimes for code in crime["conducts"]],
        "governorate": [crime["governorate"] for crime in crimes],
        "year": [year for crime in crimes for year in years(crime["when"])],
        "country": list(countries),
    }
    there = {name: sorted({code for code in codes if code}) for name, codes in found.items()}
    return {name: codes for name, codes in there.items() if codes}


def years(edtf: str) -> list[str]:
    """Return each year from the first to the last that a date names; none of an open or unknown end."""
    when = dates.parse_or_none(edtf)
    if when is None or not (when.first or when.last):
        return []
    first, last = (when.first or when.last), (when.last or when.first)
    return [f"{year:04}" for year in range(first.year, last.year + 1)] if first and last else []


def passages(content: Content) -> list[Passage]:
    """Return the statements of a dossier that are its own; crimes and sources are found as themselves."""
    dossier = Dossier(content)
    cases = {case["key"]: case for case in content["cases"]}
    found: list[Passage] = []
    for raw, post in zip(content["tenures"], dossier.posts, strict=True):
        found.append(_joined("positions", raw["title"], raw["institution"]["name"], post.rank))
    for section in SECTIONS:
        found += [_joined(f"p{row['p']}", row["text"]) for row in content[section]]
    for crime in content["crimes"]:
        found += [_joined(f"p{row['p']}", row["text"]) for row in crime["roles"] + crime["statements"]]
    for raw, action in zip(content["actions"], dossier.actions, strict=True):
        case = cases.get(raw["case"])
        parts = [case["name"], case["court"], case["number"]] if case else []
        found.append(
            _joined(
                f"p{raw['p']}", action.type, raw["authority"], raw["charges"], raw["sentence"],
                raw["list_ref"], *parts,
            )
        )  # fmt: skip
    return [passage for passage in found if passage[1] or passage[2]]


def crime_passages(raw: dict[str, Any], dossier: Dossier) -> list[Passage]:
    conducts = [dossier.label("conducts", code) for code in raw["conducts"]]
    governorate = dossier.label("governorates", raw["governorate"])
    return [_joined("", raw["title"], raw["place"], governorate, *conducts), _joined("", raw["description"])]


def institution_passages(place: dict[str, Any], dossier: Dossier) -> list[Passage]:
    kind = dossier.label("institution_types", place["type"])
    return [_joined("", place["name"], kind, dossier.label("governorates", place["governorate"]))]


def source_passages(raw: dict[str, Any]) -> list[Passage]:
    """Return the title as printed and what it means; each side has only what is in its language."""
    own, other = ("ar", "en") if raw["lang"] == "ar" else ("en", "ar")
    printed = " · ".join(
        dict.fromkeys(
            part for part in (raw["title"], raw["title_translation"][own], raw["publisher"]) if part
        )
    )
    sides = {own: " · ".join(filter(None, [printed, raw["symbol"]])), other: raw["title_translation"][other]}
    return [["", sides["ar"], sides["en"]]]


def _joined(anchor: str, *parts: dict[str, str] | Text | str) -> Passage:
    """Return a passage of parts, each once, in both languages."""
    sides = []
    for lang in ("ar", "en"):
        texts = [_in(part, lang) for part in parts]
        sides.append(" · ".join(dict.fromkeys(text for text in texts if text)))
    return [anchor, *sides]


def _in(part: dict[str, str] | Text | str, lang: str) -> str:
    if isinstance(part, str):
        return part
    return part[lang] if isinstance(part, dict) else str(getattr(part, lang))
