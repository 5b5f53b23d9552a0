"""What a dossier, and each thing that it names, is found by: names, passages, facets. Reads editions only."""

from dossiers.pages.claim import Claim, ClaimKind, When
from dossiers.pages.crimes import CrimeView, Role
from dossiers.pages.dossier import Dossier
from dossiers.pages.law import CaseView
from dossiers.pages.posts import InstitutionView
from dossiers.pages.sources import SourceView
from publishing import dates
from publishing.bilingual import LANGUAGES, Text
from publishing.kinds import NameRow, PassageRow
from publishing.search import keys


def names(dossier: Dossier) -> list[NameRow]:
    """Return every spelling of the name, the primary ones first."""
    found: list[NameRow] = []
    for name in dossier.names:
        primary = name.code == "primary"
        found.append({"text": name.text, "lang": name.lang, "primary": primary, "read_as": ""})
        if whole := with_father(name.text, name.father):
            found.append({"text": name.text, "lang": name.lang, "primary": False, "read_as": whole})
    return sorted(found, key=lambda name: not name["primary"])


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


def facets(dossier: Dossier) -> dict[str, list[str]]:
    """Return what the register is narrowed by; an institution stands for those above it too."""
    posts = dossier.posts
    places = [post.institution for post in posts]
    found = {
        "institution": [one.code for place in places for one in (place, *place.parents)],
        "rank": [*(post.rank_code for post in posts), dossier.rank.code if dossier.rank else ""],
        # Where there are proceedings or measures: the jurisdiction of each case and action.
        "country": [
            *(case.jurisdiction_code for case in dossier.cases),
            *(action.country_code for action in dossier.actions),
        ],
    }
    return _there(found)


def parts(dossier: Dossier) -> dict[str, dict[str, list[str]]]:
    """Return the same of each incident, with the legal status of the person over that incident.

    A conviction of something else is no status over an incident; only with a mere link goes the person's own.
    """
    over = {key: one.code for one in dossier.standings for key in one.actions}

    def status(role: Role) -> str:
        link = role.mode_code.startswith("link.")
        return over.get(role.action or "", dossier.status_code if link else "none")

    return {
        crime.code: _there(
            {
                "mode": [role.mode_code for role in crime.roles],
                "category": [row.category_code for row in crime.qualifications],
                "conduct": crime.conduct_codes,
                "governorate": [crime.governorate_code],
                "year": years(crime.when),
                "status": [status(role) for role in crime.roles],
            }
        )
        for crime in dossier.crimes
    }


def _there(found: dict[str, list[str]]) -> dict[str, list[str]]:
    there = {name: sorted({code for code in codes if code}) for name, codes in found.items()}
    return {name: codes for name, codes in there.items() if codes}


def years(edtf: str) -> list[str]:
    """Return each year from the first to the last that a date names; none of an open or unknown end."""
    when = dates.parse_or_none(edtf)
    if when is None or not (when.first or when.last):
        return []
    first, last = (when.first or when.last), (when.last or when.first)
    return [f"{year:04}" for year in range(first.year, last.year + 1)] if first and last else []


# Statements that are the dossier's own; crimes and sources are found as themselves.
OWN = {ClaimKind.POST, ClaimKind.PARAGRAPH, ClaimKind.ROLE, ClaimKind.ACTION}


def passages(dossier: Dossier) -> list[PassageRow]:
    cases = {action.key: case for case in dossier.cases for action in case.actions}
    found = [
        _passage(claim.anchor, *_words(claim, cases.get(claim.key)))
        for claim in dossier.claims
        if claim.kind in OWN
    ]
    return [passage for passage in found if passage["ar"] or passage["en"]]


def _words(claim: Claim, case: CaseView | None) -> list[Text | str]:
    """Return the words of a statement, without its dates; of a role those in which it is told."""
    if claim.kind == ClaimKind.ROLE:
        return [part for part in claim.parts[1:] if not isinstance(part, When)]
    words = [part for part in claim.parts if not isinstance(part, When)]
    return [*words, case.name, case.court, case.number] if case else words


def crime_passages(crime: CrimeView) -> list[PassageRow]:
    heading = _passage("", crime.title, crime.place, crime.governorate, *crime.conducts)
    return [heading, _passage("", crime.description)]


def institution_passages(place: InstitutionView) -> list[PassageRow]:
    return [_passage("", place.name, place.type, place.governorate)]


def source_passages(source: SourceView) -> list[PassageRow]:
    """Return the title as printed and what it means; each side has only what is in its language."""
    own, other = ("ar", "en") if source.lang == "ar" else ("en", "ar")
    translated = {"ar": source.title_translation.ar, "en": source.title_translation.en}
    printed = dict.fromkeys(part for part in (source.title, translated[own], source.publisher) if part)
    sides = {
        own: " · ".join([*printed, *([source.symbol] if source.symbol else [])]),
        other: translated[other],
    }
    return [{"anchor": "", "ar": sides["ar"], "en": sides["en"]}]


def _passage(anchor: str, *parts: Text | str) -> PassageRow:
    """Return a passage of parts, each once, in both languages."""
    sides = {}
    for lang in LANGUAGES:
        texts = [part if isinstance(part, str) else str(getattr(part, lang)) for part in parts]
        sides[lang] = " · ".join(dict.fromkeys(text for text in texts if text))
    return {"anchor": anchor, "ar": sides["ar"], "en": sides["en"]}
