"""Loads the sample record through the doors an editor uses: working rows, submit, approve.

Each document is one transaction: a run that was interrupted is completed by the next, and a second
run of a complete record changes nothing.
"""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils.text import slugify

from campaign.models import Link, LinkList, Page
from dossiers import models as d
from dossiers.vocabularies import IDENTITY_FACTS
from news.models import NewsCitation, NewsItem
from publishing import verbs
from publishing.models import Submission
from publishing.working.freezing import both

FOLDER = Path(__file__).parent / "sample"
LIST_SOURCES = {"eu_reg_36_2012": "eu-36-2012", "ofac_sdn": "ofac-sdn"}
# How sure the facts are of a row, on the scale of credibility (domain.md §3.7).
CREDIBILITY = {"high": "2", "medium": "3"}
YEAR = timedelta(days=365)
PLACE = ("locator_type", "locator", "quote", "quote_lang")
PAGES = ("statement", "about", "methodology", "legal", "corrections", "safety", "cite")
Row = dict[str, Any]
T = TypeVar("T", bound=models.Model)


class SampleRecord:
    """The files of the sample and the two people who bring them in."""

    def __init__(self, editor: User, reviewer: User) -> None:
        self.editor, self.reviewer = editor, reviewer
        self.facts: Row = json.loads((FOLDER / "record.json").read_text("utf-8"))
        self.additions: Row = json.loads((FOLDER / "additions.json").read_text("utf-8"))
        self.sources: dict[str, d.Source] = {}
        self.published = 0
        # The sample stands as it was compiled: its statuses were checked on that day and not since.
        self.compiled = date.fromisoformat(self.facts["compiled"])
        self.at = datetime.combine(self.compiled, time(12), UTC)
        self.reasons: dict[str, str] = self.additions["reasons"]
        # Where in a source a statement is found, by both.
        self.places: dict[tuple[str, str], Row] = {
            (row["source"], row["claim"]): row for row in reversed(self.facts["pinpoints"])
        }

    def load(self) -> int:
        """Load what is not there yet. Return how many documents were published by this run."""
        with transaction.atomic():
            self.sources = {row["id"]: self.source(n, row) for n, row in enumerate(self.facts["sources"], 1)}
        for row in self.facts["persons"]:
            self.publish_once("dossier", d.Perpetrator.objects.filter(slug=row["id"]), self.dossier, row)
        for row in self.facts["drafts"]:
            self.draft_once(row)
        for row in self.facts["news"]:  # the seed names all twelve; one of which nothing is known says so
            slug = news_slug(row)
            self.publish_once("news", NewsItem.objects.filter(slug=slug), self.news, {**row, "slug": slug})
        for slug in PAGES:
            self.publish_once("page", Page.objects.filter(slug=slug), self.page, {"slug": slug})
        self.publish_once("links", LinkList.objects.all(), self.links, {})
        return self.published

    def publish_once(
        self, kind: str, existing: models.QuerySet[Any], make: Callable[[Row], Any], row: Row
    ) -> None:
        """Make, submit and approve one document, unless an editor's desk already has it."""
        if existing.exists():
            return
        with transaction.atomic():
            working = make(row)
            submission = verbs.submit(kind, working, self.editor, reasons=self.reasons, at=self.at)
            verbs.approve(submission, self.reviewer, at=self.at)
            # Written, sent and approved on one day: nothing was changed since.
            type(working)._base_manager.filter(pk=working.pk).update(updated_at=self.at)
        self.published += 1

    def draft_once(self, row: Row) -> None:
        """Leave a further person at the desk: nothing is narrated yet, so nothing is submitted."""
        if not d.Perpetrator.objects.filter(slug=row["id"]).exists():
            with transaction.atomic():
                self.dossier(row)

    def source(self, number: int, row: Row) -> d.Source:
        code = f"SRC-{number:04}"
        existing = d.Source.objects.filter(code=code).first()
        return existing or save(
            d.Source(
                code=code,
                kind=row["type"],
                title=row["title"],
                publisher=row["publisher"] or "",
                issued=row["date"] or "",
                lang=row["lang"],
                url=row["url"] or "",
                archive_url=row.get("archive_url", ""),
                unarchived="not_yet" if row["url"] else "offline",
                **{
                    f"read_via_{lang}": text
                    for lang, text in self.additions["read_via"].get(row["id"], {}).items()
                },
                reliability=row["reliability"],
                int_notes="\n".join(filter(None, [row.get("note"), row.get("read_via")])),
            )
        )

    def dossier(self, row: Row) -> d.Perpetrator:
        person = self.person(row)
        self.names(person, row)
        self.identifiers(person, row)
        self.statements(person, row)
        tenures = self.tenures(person, row)
        actions = self.actions(person, row)
        crimes = self.crimes(person, row, actions)
        decided = {a.case: a for a in actions.values()}  # the last of each case
        cases = {
            row["id"]: decided[case]
            for row in self.facts["cases"]
            if (case := self.case(row["id"])) in decided
        }
        self.differences(person, row, {**tenures, **actions, **crimes, **cases})
        self.fairness(person, row)
        return person

    def fairness(self, person: d.Perpetrator, row: Row) -> None:
        """Nobody was asked for the sample; the other people it names are in public acts of courts."""
        save(
            d.ReplyRequest(
                perpetrator=person, outcome="waived", waiver="official_record", note=self.additions["waiver"]
            )
        )
        for order, named in enumerate(self.additions["named"].get(row["id"], [])):
            save(d.NamedPerson(perpetrator=person, order=order, **named))

    def person(self, row: Row) -> d.Perpetrator:
        birth, death, age = row["birth"] or {}, row["death"] or {}, row["age_record"] or {}
        # When a page was last read that says whether he lives; nobody has looked since.
        looked = date.fromisoformat(row.get("life_status_as_of") or self.facts["compiled"])
        stale = row["life_status"] == "alive" and self.compiled - looked > YEAR
        person = save(
            d.Perpetrator(
                slug=row["id"],
                gender=row["gender"],
                rank=row["rank"]["code"] if row["rank"] else "",
                # What a page said more than a year ago is presumed (domain.md P16).
                life_status="presumed_alive" if stale else row["life_status"],
                birth=birth.get("edtf") or "",
                birth_place_ar=birth.get("place_ar") or "",
                birth_place_en=birth.get("place_en") or "",
                death=death.get("edtf") or "",
                age=age.get("age"),
                age_on=age.get("on") or "",
                checked_on=self.compiled,
                life_checked_on=looked,
                int_notes="\n".join(unsourced_notes(row)),
            )
        )
        facts = {
            "rank": row["rank"] or {},
            "birth": birth if birth.get("edtf") else {},
            "birth_place": birth if birth.get("place_en") else {},
            "death": death,
            "life_status": death or {"sources": row.get("life_sources", [])},
            "age": age,
        }
        places = {"birth_place": "birth", "age": "age_record"}
        for fact, value in facts.items():
            claim = f"{row['id']}#{places.get(fact, fact)}"
            self.cite(value.get("sources", []), claim, perpetrator=person, fact=fact)
        return person

    def names(self, person: d.Perpetrator, row: Row) -> None:
        for order, name in enumerate(sure(row["names"])):
            made = save(
                d.Name(
                    perpetrator=person,
                    text=name["text"],
                    lang="ar" if name["script"] == "Arab" else "Latn",
                    kind=name["kind"],
                    order=order,
                )
            )
            self.cite(name["sources"], f"{row['id']}#name:{name['text']}", name=made)

    def identifiers(self, person: d.Perpetrator, row: Row) -> None:
        for order, number in enumerate(row["official_ids"]):
            made = save(
                d.Identifier(perpetrator=person, scheme=number["scheme"], value=number["value"], order=order)
            )
            claim = f"{row['id']}#id:{number['scheme']}"
            self.cite(number["sources"], claim, identifier=made, entry=number["value"])

    def statements(self, person: d.Perpetrator, row: Row) -> None:
        """The narrative, a paragraph each, and what was noted of the facts of identity."""
        paragraphs = self.narrative(row)
        for order, paragraph in enumerate(paragraphs):
            made = save(
                d.Statement(
                    perpetrator=person,
                    section="summary",
                    text_ar=paragraph["ar"],
                    text_en=paragraph["en"],
                    order=order,
                )
            )
            self.cite_places(paragraph["pinpoints"], statement=made)
        for order, difference in enumerate(row["discrepancies"], len(paragraphs)):
            sources = [code for value in difference["values"] for code in value["sources"]]
            if not sources:
                continue
            key = f"{row['id']}/{difference['field']}"
            words = self.additions["differences"].get(key) or {"ar": difference["note_ar"]}
            made = save(
                d.Statement(
                    perpetrator=person,
                    section="differences",
                    fact=difference["field"] if difference["field"] in IDENTITY_FACTS else "",
                    text_ar=words["ar"],
                    text_en=words.get("en") or difference["note_en"],
                    order=order,
                )
            )
            self.cite(sources, f"{row['id']}#discrepancy:{difference['field']}", statement=made)

    def narrative(self, row: Row) -> list[Row]:
        for told in self.facts["narrative"]:
            if told["person_id"] == row["id"]:
                return list(told["paragraphs"])
        places = [{"source": code, **self.place(code, f"{row['id']}#text")} for code in row["text_sources"]]
        return [{"ar": row["text_ar"], "en": row["text_en"], "pinpoints": places}]

    def differences(self, person: d.Perpetrator, row: Row, rows: dict[str, models.Model]) -> None:
        """What sources differ about, beside the row that it concerns."""
        noted = [one for one in self.facts["contradictions"] if one["person_id"] == row["id"]]
        for order, one in enumerate(noted, 100):
            _person, _hash, fact = one["claim"].partition("#")
            concerned = rows.get(one["claim"])
            made = save(
                d.Statement(
                    perpetrator=person,
                    section="differences",
                    fact=fact if fact in IDENTITY_FACTS else "",
                    tenure=concerned if isinstance(concerned, d.Tenure) else None,
                    action=concerned if isinstance(concerned, d.LegalAction) else None,
                    crime=concerned if isinstance(concerned, d.Crime) else None,
                    text_ar=one["note_ar"],
                    text_en=one["note_en"],
                    order=order,
                )
            )
            # A note that no source supports reports what each of them says.
            reports = all(cited["relation"] != "supports" for cited in one["citations"])
            relation = {"relation": "supports"} if reports else {}
            self.cite_places([{**cited, **relation} for cited in one["citations"]], statement=made)

    def tenures(self, person: d.Perpetrator, row: Row) -> dict[str, d.Tenure]:
        tenures: dict[str, d.Tenure] = {}
        for order, post in enumerate(of_person(self.facts["positions"], row)):
            made = tenures[post["id"]] = save(
                d.Tenure(
                    perpetrator=person,
                    title_ar=post["title_ar"],
                    title_en=post["title_en"],
                    institution=self.institution(post),
                    span=post["span"] or "",
                    in_post_on=(post["in_post_on"] or [""])[0],
                    rank=post["rank"] or "",
                    status=post["status"],
                    int_notes=post.get("note", ""),
                    order=order,
                )
            )
            self.cite(post["sources"], post["id"], tenure=made)
        return tenures

    def institution(self, post: Row) -> d.Institution:
        place = self.additions["institutions"][post["id"]]
        existing = d.Institution.objects.filter(code=place["code"]).first()
        if existing:
            return existing
        parent = None
        if above := place.get("parent"):
            named = next(p for p in self.facts["positions"] if self.place_code(p) == above)
            parent = self.institution(named)
        dated: Row = self.additions["institution_dates"].get(place["code"], {})
        return save(
            d.Institution(
                code=place["code"],
                name_ar=post["institution_ar"],
                name_en=post["institution_en"],
                type=place["type"],
                governorate=place.get("governorate", ""),
                inception=dated.get("inception", ""),
                dissolution=dated.get("dissolution", ""),
                parent=parent,
            )
        )

    def place_code(self, post: Row) -> str:
        return str(self.additions["institutions"][post["id"]]["code"])

    def actions(self, person: d.Perpetrator, row: Row) -> dict[str, d.LegalAction]:
        rows = [a for a in sure(self.facts["legal_actions"]) if row["id"] in a["person_ids"]]
        made: dict[str, d.LegalAction] = {}
        for order, action in enumerate(sorted(rows, key=lambda a: a["date"] or a["public_date"] or "9999")):
            made[action["id"]] = save(
                d.LegalAction(
                    perpetrator=person,
                    case=self.case(action["case_id"]),
                    type=action["type"],
                    authority_ar=action["authority_ar"],
                    authority_en=action["authority_en"],
                    **self.additions["standing"].get(action["id"], {}),
                    country=action["country"],
                    date=action["date"] or "",
                    public_date=action["public_date"] or "",
                    # An arrest that was carried out is custody.
                    status="custody" if action["type"] == "arrest" else action["status"],
                    status_date=action["status_date"] or "",
                    in_absentia=action["in_absentia"],
                    finality=action["finality"],
                    charges_ar=action["charges_ar"] or "",
                    charges_en=action["charges_en"] or "",
                    sentence_ar=action["sentence_ar"] or "",
                    sentence_en=action["sentence_en"] or "",
                    list_ref=action["list_ref"] or "",
                    supersedes=made.get(action["supersedes"] or ""),
                    int_notes=action.get("note", ""),
                    order=order,
                )
            )
            entry = action["list_ref"] if action["type"] == "sanction" else None
            self.cite(action["sources"], action["id"], legal_action=made[action["id"]], entry=entry)
        return made

    def case(self, case_id: str | None) -> d.Case | None:
        row = next((case for case in self.facts["cases"] if case["id"] == case_id), None)
        if row is None:
            return None
        existing = d.Case.objects.filter(name_en=row["name_en"]).first()
        return existing or save(
            d.Case(
                name_ar=row["name_ar"],
                name_en=row["name_en"],
                jurisdiction=row["jurisdiction"],
                court_ar=row["court_ar"],
                court_en=row["court_en"],
                number=row["number"] or "",
                basis=row["basis"] or "",
            )
        )

    def crimes(
        self, person: d.Perpetrator, row: Row, actions: dict[str, d.LegalAction]
    ) -> dict[str, d.Crime]:
        crimes: dict[str, d.Crime] = {}
        for order, entry in enumerate(of_person(self.facts["crimes"], row)):
            crime = crimes[entry["incident_id"]] = self.crime(entry["incident_id"])
            basis = next((actions[key] for key in entry["legal_action_ids"] if key in actions), None)
            role = save(
                d.Participation(
                    perpetrator=person,
                    crime=crime,
                    mode=self.additions["modes"].get(entry["id"], entry["mode"]),
                    action=basis,
                    role_text_ar=self.role(entry, "ar"),
                    role_text_en=self.role(entry, "en"),
                    assessment="court_established"
                    if entry["legal_state"] == "court_established"
                    else "alleged",
                    int_notes=entry.get("note", ""),
                    order=order,
                )
            )
            self.cite(entry["sources"], entry["id"], participation=role, confidence=entry["confidence"])
            for place, category in enumerate(entry["categories"]):
                self.qualify(person, crime, entry, category, basis, place)
        return crimes

    def role(self, entry: Row, lang: str) -> str:
        """Return the role in words; a conviction names court, date and finality (W2)."""
        words: Row = self.additions["roles"].get(entry["id"], {})
        return str(words.get(lang) or entry[f"text_{lang}"])

    def qualify(
        self,
        person: d.Perpetrator,
        crime: d.Crime,
        entry: Row,
        category: str,
        basis: d.LegalAction | None,
        order: int,
    ) -> None:
        """A category that no authority itemised is the campaign's own, and says so."""
        own = entry["category_basis"] == "project"
        made = save(
            d.Qualification(
                perpetrator=person,
                crime=crime,
                category=category,
                by="campaign" if own else entry["by"],
                authority_ar="" if own or basis is None else both(basis, "authority")["ar"],
                authority_en="" if own or basis is None else both(basis, "authority")["en"],
                standard={"project": "alleged", "listing": "admin"}.get(entry["category_basis"], ""),
                date="" if own or basis is None else basis.date,
                order=order,
                **self.additions["legal_notes"].get(f"{entry['id']}/{category}", {}),
            )
        )
        self.cite(entry["sources"], entry["id"], qualification=made, confidence=entry["confidence"])

    def crime(self, incident_id: str) -> d.Crime:
        number, row = next((n, i) for n, i in enumerate(self.facts["incidents"], 1) if i["id"] == incident_id)
        code = f"INC-{number:04}"
        existing = d.Crime.objects.filter(code=code).first()
        if existing:
            return existing
        crime = save(
            d.Crime(
                code=code,
                title_ar=row["title_ar"],
                title_en=row["title_en"],
                description_ar=row["text_ar"],
                description_en=row["text_en"],
                when=row["when"] or "",
                when_kind=row["when_kind"],
                place_ar=row["place_ar"] or "",
                place_en=row["place_en"] or "",
                governorate=row["governorate_code"] or "",
                conducts=row["conducts"],
                int_notes=row.get("note", ""),
            )
        )
        self.cite(row["sources"], row["id"], crime=crime, confidence=row["confidence"])
        self.tolls(crime, [one for one in self.facts["tolls"] if one["incident_id"] == incident_id])
        return crime

    def tolls(self, crime: d.Crime, rows: list[Row]) -> None:
        told = ("kind", "least", "most", "text_ar", "text_en", "standard", "as_of")
        for order, row in enumerate(rows):
            made = save(d.Toll(crime=crime, order=order, **{name: row[name] for name in told}))
            self.cite_places(row["pinpoints"], toll=made)

    def news(self, row: Row) -> NewsItem:
        item = save(
            NewsItem(
                slug=row["slug"],
                kind=row["kind"],
                headline_ar=row["headline_ar"],
                headline_en=row["headline_en"],
                standfirst_ar=row["standfirst_ar"],
                standfirst_en=row["standfirst_en"],
                body_ar=row["body_ar"],
                body_en=row["body_en"],
                event_date=row["date"] or "",
                int_notes=row.get("note", ""),
            )
        )
        for code in row["sources"]:
            save(NewsCitation(item=item, source=self.sources[code], **self.place(code, row["id"])))
        return item

    def page(self, row: Row) -> Page:
        texts = {
            lang: (FOLDER / "pages" / f"{row['slug']}.{lang}.md").read_text("utf-8").partition("\n")
            for lang in ("ar", "en")
        }
        return save(
            Page(
                slug=row["slug"],
                title_ar=texts["ar"][0].removeprefix("# "),
                title_en=texts["en"][0].removeprefix("# "),
                body_ar=texts["ar"][2],
                body_en=texts["en"][2],
            )
        )

    def links(self, _row: Row) -> LinkList:
        links = save(LinkList())
        for order, row in enumerate(self.facts["links"]):
            save(
                Link(
                    list=links,
                    name_ar=row["name_ar"],
                    name_en=row["name_en"],
                    url=row["url"],
                    kind=row["kind"],
                    text_ar=row["text_ar"],
                    text_en=row["text_en"],
                    order=order,
                )
            )
        return links

    def cite(
        self, codes: Iterable[str], stated: str, entry: str | None = None, confidence: str = "", **claim: Any
    ) -> None:
        """Cite each source once, where `stated` is found in it; `entry` is the number in a list."""
        for code in dict.fromkeys(codes):
            place = self.place(code, stated)
            if not place and entry and code in LIST_SOURCES.values():
                place = {"locator_type": "table", "locator": entry}
            save(
                d.Citation(
                    source=self.sources[code],
                    accessed=self.additions["read_on"].get(code),
                    credibility=CREDIBILITY.get(confidence, ""),
                    **place,
                    **claim,
                )
            )

    def place(self, code: str, fact: str) -> Row:
        """Return where in a source a fact is found, and in which words, as far as known."""
        row = self.places.get((code, fact))
        return {name: row[name] for name in PLACE} if row else {}

    def cite_places(self, rows: Iterable[Row], **claim: Any) -> None:
        for row in rows:
            place = {name: row[name] for name in PLACE if name in row}
            citation = d.Citation(
                source=self.sources[row["source"]],
                relation=row.get("relation", "supports"),
                accessed=self.additions["read_on"].get(row["source"]),
                **place,
                **claim,
            )
            save(citation)


def written_beside_the_sample() -> list[str]:
    """Return the addresses of dossiers and news that are not of the sample, and of what others sent."""
    facts: Row = json.loads((FOLDER / "record.json").read_text("utf-8"))
    people = {row["id"] for row in (*facts["persons"], *facts["drafts"])}
    news = {news_slug(row) for row in facts["news"]}
    dossiers = d.Perpetrator.objects.exclude(slug__in=people).values_list("slug", flat=True)
    items = NewsItem.objects.exclude(slug__in=news).values_list("slug", flat=True)
    others = Submission.objects.exclude(submitted_by__username__startswith="sample-")
    return sorted({*dossiers, *items, *others.values_list("slug", flat=True)})


def news_slug(row: Row) -> str:
    return str(slugify(row["headline_en"]))[:80].strip("-")


def save(row: T) -> T:
    """Check a row as a form would, then keep it: the constraints by the database itself."""
    row.full_clean(validate_constraints=False)
    row.save()
    return row


def sure(rows: Iterable[Row]) -> list[Row]:
    """Leave out rows that rest on an aggregator alone."""
    return [row for row in rows if row.get("confidence") != "low"]


def of_person(rows: Iterable[Row], person: Row) -> list[Row]:
    return [row for row in sure(rows) if row["person_id"] == person["id"]]


def unsourced_notes(row: Row) -> list[str]:
    """Return notes for editors about what was left out; no source is named for them."""
    return [note["note_en"] for note in row["discrepancies"] if not note["values"]]
