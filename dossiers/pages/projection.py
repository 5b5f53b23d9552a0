"""A dossier's edition → how it is listed, and how it lists what it names."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from dossiers.pages import search
from dossiers.pages.claim import Claim, ClaimKind
from dossiers.pages.crimes import CrimeView, QualificationView
from dossiers.pages.dossier import Dossier
from dossiers.pages.law import Standing
from dossiers.pages.posts import InstitutionView, Post
from dossiers.pages.rows import Reference
from dossiers.pages.sources import SourceView
from dossiers.vocabularies import LEGAL_STATUSES
from publishing import dates
from publishing.bilingual import BLANK, Text
from publishing.kinds import ListingRow, Named

UNDATED = "9999"
NONE = "none"  # the facet of what has no such value


def row(dossier: Dossier) -> ListingRow:
    return ListingRow(
        slug="",  # the document's own
        title=dossier.name,
        sort=dossier.public_id[3:].zfill(6),
        data={
            "office": dossier.office.pair,
            "crimes": len(dossier.crimes),
            "status": {"code": dossier.status_code, **dossier.status_short.pair},
            "portrait": dossier.portrait.file if dossier.portrait else None,
        },
        facets={"status": [dossier.status_code], **search.facets(dossier)},
        parts=search.parts(dossier),
        names=search.names(dossier),
        passages=search.passages(dossier),
    )


def names(dossier: Dossier) -> Iterator[Named]:
    """Yield the crimes, institutions, proceedings, sources and actions that the dossier names."""
    who = {"name": dossier.name.pair}
    for crime in dossier.crimes:
        yield Named("crime", crime.code, {**who, **_crime(crime)}, _crime_row(crime))
    yield from _institutions(dossier, who)
    yield from _cases(dossier, who)
    parts: Counter[str] = Counter()
    for found in dossier.standings:
        yield _proceeding(found, parts[found.case] if found.case else 0, dossier, who)
        parts[found.case] += 1
    yield from _sources(dossier, who)
    for action in dossier.actions:
        yield Named("action", action.key)


# Crimes


def _crime(crime: CrimeView) -> dict[str, Any]:
    return {
        "number": crime.number,
        "p": crime.p,
        "description": crime.description.pair,
        "conducts": [label.pair for label in crime.conducts],
        "conduct_codes": crime.conduct_codes,
        "governorate": crime.governorate_code,
        "sources": _numbers(crime.cites),
        "tolls": [
            {
                "kind": toll.kind.pair,
                "text": toll.text.pair,
                "standard": toll.standard.pair,
                "as_of": toll.as_of,
                "sources": _numbers(toll.cites),
            }
            for toll in crime.tolls
        ],
        "roles": [
            {
                "p": role.p,
                "phrase": role.phrase.pair,
                "text": role.text.pair,
                "sources": _numbers(role.cites),
            }
            for role in crime.roles
        ],
        "qualifications": [_qualification(q) for q in crime.qualifications],
    }


def _qualification(q: QualificationView) -> dict[str, Any]:
    return {
        "category": q.category.pair,
        "said_by": q.said_by.pair,
        "standard": q.standard.pair,
        "date": q.date,
        "sources": _numbers(q.cites),
    }


def _numbers(cites: Iterable[Reference]) -> list[int]:
    """Return the numbers of the sources that support a statement, in the dossier that makes it."""
    return sorted({cite.source for cite in cites if cite.relation == "supports"})


def _crime_row(crime: CrimeView) -> ListingRow:
    when = dates.parse_or_none(crime.when)
    start = (when.first or when.last) if when else None
    return ListingRow(
        slug=crime.code,
        title=crime.title,
        sort=f"{start.isoformat() if start else UNDATED} {crime.code}",
        data={
            "when": crime.when,
            "within": crime.within,
            "place": crime.place.pair,
            "governorate": crime.governorate.pair,
        },
        facets={
            "governorate": [crime.governorate_code or NONE],
            "year": [f"{when.first.year:04}" if when and when.first else NONE],
        },
        passages=search.crime_passages(crime),
    )


# Institutions


def _institutions(dossier: Dossier, who: dict[str, Any]) -> Iterator[Named]:
    """Yield each institution of a post and every one above it, once, with the posts held in it."""
    places: dict[str, InstitutionView] = {}
    posts: dict[str, list[dict[str, Any]]] = {}
    crimes = {crime.number: crime for crime in dossier.crimes}
    for post in dossier.posts:
        place = post.institution
        places.setdefault(place.code, place)
        posts.setdefault(place.code, []).append(_post(post, crimes))
        for index, above in enumerate(place.parents):
            rest = place.parents[index + 1 :]
            places.setdefault(above.code, InstitutionView(above.code, above.name, above.type, parents=rest))
    for code, place in sorted(places.items()):
        yield Named("institution", code, {**who, "posts": posts.get(code, [])}, _institution_row(place))


def _post(post: Post, crimes: dict[int, CrimeView]) -> dict[str, Any]:
    return {
        "title": post.title.pair,
        "held": post.held,
        "period": post.period.pair,
        # What began while it was held, as far as the dates settle that.
        "crimes": [{"code": crimes[n].code} for n in post.crimes],
        "phrase": post.phrase.pair,
        "status": (post.status if post.status_code != "confirmed" else BLANK).pair,
        "sources": _numbers(post.cites),
    }


def _institution_row(place: InstitutionView) -> ListingRow:
    above = sorted({one.code for one in place.parents})
    return ListingRow(
        slug=place.code,
        title=place.name,
        sort=place.code,
        data={
            "type": place.type.pair,
            "inception": place.inception,
            "dissolution": place.dissolution,
            "parents": [{"code": one.code, "name": one.name.pair} for one in place.parents],
        },
        facets={"above": above} if above else {},
        passages=search.institution_passages(place),
    )


# Proceedings


def _cases(dossier: Dossier, who: dict[str, Any]) -> Iterator[Named]:
    """Yield the cases with the steps that this file tells, and what stands against its person."""
    for case in dossier.cases:
        if not case.key:
            continue
        data = {
            **who,
            "standings": [one.long.pair for one in case.standings],
            "steps": [
                {
                    "p": action.p,
                    "type": action.type.pair,
                    "in_absentia": action.in_absentia,
                    "authority": action.authority.pair,
                    "date": action.date or action.public_date,
                    "status": action.status.pair,
                    "ended_by": action.ended_by,
                    "over": action.over,
                    "status_date": action.status_date if action.status_code != "unknown" else "",
                }
                for action in case.actions
            ],
        }
        row = ListingRow(
            slug=case.key,
            title=case.name,
            sort=case.name.en[:80],
            data={"court": case.court.pair, "number": case.number, "country": case.jurisdiction.pair},
        )
        yield Named("case", case.key, data, row)


def _proceeding(found: Standing, part: int, dossier: Dossier, who: dict[str, Any]) -> Named:
    """Return what stands against the person in a case, or by an action outside a case, with its status."""
    action = found.action
    case = next((one for one in dossier.cases if one.key and one.key == found.case), None)
    country_code = case.jurisdiction_code if case else action.country_code
    known = found.code != NONE
    data = {
        **who,
        "case": (case.name if case else BLANK).pair,
        "number": case.number if case else "",
        "entry": action.list_ref,  # the person's own number, such as that on a list
        "country": {"code": country_code, **(case.jurisdiction if case else action.country).pair},
        "offence": found.offence.pair,
        "court": (found.told.authority or (case.court if case else BLANK)).pair,
        "result": found.result.pair,
        "date": found.told.date or found.told.public_date or found.told.status_date,
        "sentence": found.sentence.pair,
        "p": found.told.p,
    }
    key = f"{dossier.public_id}/{found.case or action.key}" + (f"/{part}" if part else "")
    facets = {"country": [country_code or NONE], **({"status": [found.code]} if known else {})}
    # In a country the furthest advanced first, the oldest of these, and the people of one case together.
    far = 99 - list(LEGAL_STATUSES).index(found.code)
    case_name = (case.name if case else found.told.authority).en
    sort = f"{country_code} {far} {data['date'][:10]} {case_name[:40]} {dossier.public_id} {found.told.p:04}"
    kind = "sanction" if action.type_code == "sanction" and not case else "proceeding"
    title = case.name if case else action.type
    return Named(kind, key, {}, ListingRow(key, title, sort, data, facets))


# Sources


def _sources(dossier: Dossier, who: dict[str, Any]) -> Iterator[Named]:
    for source in dossier.sources:
        if source.restricted:
            continue
        statements = [
            {**_statement(claim), **_place(cite)}
            for claim in dossier.claims
            for cite in claim.cites
            if cite.source == source.n
        ]
        data = {**who, "number": source.n, "statements": statements}
        yield Named("source", source.code, data, _source_row(source))


def _source_row(source: SourceView) -> ListingRow:
    title = source.title[:300]  # a list shows the beginning of a long title; its own page shows it whole
    return ListingRow(
        slug=source.code,
        title=Text(title, title),
        sort=source.code,
        data={
            "kind": source.kind.pair,
            "reliability": source.reliability.pair,
            "title": source.title,
            "title_translation": source.title_translation.pair,
            "publisher": source.publisher,
            "issued": source.issued,
            "lang": source.lang,
            "url": source.url,
            "archive_url": source.archive_url,
            "archive_sha256": source.archive_sha256,
            "unarchived": source.unarchived.pair,
            "dead": source.dead,
            "symbol": source.symbol,
            "read_via": source.read_via.pair,
        },
        passages=search.source_passages(source),
    )


def _statement(claim: Claim) -> dict[str, Any]:
    """Return where a statement stands; one without a paragraph of its own says what it is."""
    return {
        "what": claim.key if claim.kind == ClaimKind.FACT else str(claim.kind),
        "anchor": claim.anchor,
        "p": claim.paragraph,
    }


def _place(cite: Reference) -> dict[str, Any]:
    return {
        "relation": cite.relation,
        "place": cite.place.pair,
        "locator": cite.locator,
        "quote": cite.quote,
        "quote_lang": cite.quote_lang,
    }
