"""Working models → the content that an edition freezes.

An allow-list: what is not named here leaves no desk. Internal notes, secret sources and mothers'
names are therefore in no edition. Pure reading: no writes, no request, no clock.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Model, Prefetch, Q
from django.utils.translation import gettext_noop as _

from dossiers import schema
from dossiers import vocabularies as v
from dossiers.citing import Sources, UsedLabels
from dossiers.degree import degree, in_words, phrase
from dossiers.models import (
    Case,
    Citation,
    Crime,
    Identifier,
    Institution,
    LegalAction,
    Participation,
    Perpetrator,
    Qualification,
    Source,
    Statement,
    Tenure,
    Toll,
)
from dossiers.office import Office
from dossiers.rules.reading import short
from dossiers.standing import Life, derive
from dossiers.status import DEAD, Proceeding, proceedings
from publishing.bilingual import Message, Pair, Text
from publishing.canonical import Content
from publishing.kinds import Draft, Problem
from publishing.pages.pictures import digests, renditions
from publishing.working.freezing import NO_NOTE, Pairs, both, staff_named


class Paragraphs:
    """Hands out paragraph numbers, in the order of the page."""

    def __init__(self) -> None:
        self.last = 0

    def number(self) -> int:
        self.last += 1
        return self.last


def freeze(person: Perpetrator) -> Draft:
    """Return the working copy of one dossier as a draft."""
    return Freezer(fetch(person)).draft()


def fetch(person: Perpetrator) -> Perpetrator:
    """Return the person with all that a dossier needs but its citations, in a fixed number of queries."""
    return Perpetrator.objects.prefetch_related(
        "names",
        "identifiers",
        "statements",
        Prefetch("tenures", Tenure.objects.select_related("institution__parent__parent")),
        Prefetch("participations", Participation.objects.select_related("attributed_to", "crime", "action")),
        "participations__crime__qualifications",
        "participations__crime__tolls",
        Prefetch("legal_actions", LegalAction.objects.select_related("case")),
        "reply_requests",
        "named_people",
        "subject_requests",
    ).get(pk=person.pk)


def citations_of(person: Perpetrator) -> dict[UUID, list[Citation]]:
    """Return the citations of a fetched dossier by the claim that they support, in one query."""
    crimes = [role.crime for role in person.participations.all()]
    claims: dict[str, Iterable[Model]] = {
        "perpetrator": [person],
        "name": person.names.all(),
        "identifier": person.identifiers.all(),
        "statement": person.statements.all(),
        "tenure": person.tenures.all(),
        "participation": person.participations.all(),
        "crime": crimes,
        "toll": [row for crime in crimes for row in crime.tolls.all()],
        "qualification": [row for crime in crimes for row in crime.qualifications.all()],
        "legal_action": person.legal_actions.all(),
    }
    wanted = Q()
    for claim, rows in claims.items():
        wanted |= Q(**{f"{claim}__in": [row.pk for row in rows]})
    found: dict[UUID, list[Citation]] = {}
    for citation in Citation.objects.select_related("source__origin__origin").filter(wanted):
        found.setdefault(citation.claim_id, []).append(citation)
    return found


class Freezer:
    """Builds the content of one dossier, part by part, in the order of the page."""

    def __init__(self, person: Perpetrator) -> None:
        self.person = person
        self.citations = citations_of(person)
        self.life = Life(person.life_status, person.death, person.gender)
        self.found: list[Proceeding] = []
        self.labels = UsedLabels()
        self.sources = Sources(self.labels)
        self.paragraphs = Paragraphs()
        self.problems: list[Problem] = []
        self.pairs = Pairs()

    def both(self, row: Any, field: str) -> Pair:
        return self.pairs.both(row, field, row.pk.hex if row is not self.person else field)

    def draft(self) -> Draft:
        person = self.person
        statements = list(person.statements.all())
        # In the order of the page: paragraphs and sources are numbered as they are met.
        names, identity, portrait = self.names(), self.identity(), self.portrait()
        summary, career = self.statements(statements, "summary"), self.statements(statements, "career")
        tenures = [self.tenure(row) for row in person.tenures.all()]
        # What courts did decides how far a role is established; it is told after the crimes.
        self.found = proceedings(map(bare, person.legal_actions.all()), person.life_status)
        crimes, legal = self.crimes(statements), self.statements(statements, "legal")
        actions = [self.action(row) for row in in_order(person.legal_actions.all(), self.found)]
        content: schema.DossierContent = {
            "schema": "bl-dossier/1",
            "public_id": person.public_id,
            "checked": day(person.checked_on),
            "life_checked": day(person.life_checked_on),
            "names": names,
            "identity": identity,
            "portrait": portrait,
            "summary": summary,
            "career": career,
            "tenures": tenures,
            "crimes": crimes,
            "legal": legal,
            "actions": actions,
            "reply": self.statements(statements, "reply"),
            "differences": self.statements(statements, "differences"),
            "cases": self.cases(),
            "status": self.status(actions),
            "sources": self.sources.listed(),
            "labels": self.labels.listed(),
            "note": NO_NOTE,
        }
        return Draft(person.public_id, person.slug, content, tuple(self.problems), self.grounds(content))

    def status(self, actions: list[schema.ActionContent]) -> schema.StatusContent:
        status = derive(actions, self.life)
        for code in (status["code"], *(one["code"] for one in status["proceedings"])):
            self.labels.use("legal_statuses", code)
        return status

    def grounds(self, content: Content) -> Content:
        """Return what the rules must know and no edition shows."""
        person = self.person
        return {
            "sources": self.sources.grounds(),
            "lagging": self.pairs.lagging,
            "staff_named": staff_named(content),
            "portrait": {
                "owner": person.portrait_owner,
                "licence": person.portrait_licence,
                "context": person.portrait_context,
                "place": person.portrait_place,
                "identified": person.portrait_identified,
            },
            "sensitivity": {row.crime_id.hex: row.crime.sensitivity for row in person.participations.all()},
            "replies": [
                {"sent": day(row.sent_on), "outcome": row.outcome, "waiver": row.waiver}
                for row in person.reply_requests.all()
            ],
            "named": [
                {
                    "name": both(row, "name"),
                    "role": row.role,
                    "minor": row.minor,
                    "basis": row.basis,
                    "consent": bool(row.int_consent),
                }
                for row in person.named_people.all()
            ],
            "requests": [
                {"kind": row.kind, "weight": row.weight, "due": day(row.due_on), "outcome": row.outcome}
                for row in person.subject_requests.all()
            ],
        }

    def cites(self, row: Any, about: Any, element: str = "") -> list[schema.CitationContent]:
        rows = [citation for citation in self.citations.get(row.pk, []) if citation.element == element]
        return self._cites(rows, about, row.pk.hex)

    def _cites(self, citations: Iterable[Citation], about: Any, claim: str) -> list[schema.CitationContent]:
        citations = list(citations)
        shown = self.sources.cite(citations)
        if citations and not shown:
            message = _(
                "%(claim)s: it rests only on secret sources, which never leave the desk. Add another."
            )
            self.problems.append(Problem("S1", Message(message, {"claim": about}), claim))
        return shown

    def names(self) -> list[schema.NameContent]:
        rows = sorted(self.person.names.all(), key=lambda name: (name.kind != "primary", name.lang != "ar"))
        return [
            {
                "key": row.pk.hex,
                "lang": row.lang,
                "kind": self.labels.use("name_kinds", row.kind),
                "text": row.text,
                "father": row.father,
                "cites": self.cites(row, row.text),
            }
            for row in rows
        ]

    def identity(self) -> schema.IdentityContent:
        person = self.person
        place = self.both(person, "birth_place")
        return {
            "gender": self.labels.use("genders", person.gender),
            "rank": self.code("rank", "ranks", person.rank),
            "birth": self.date("birth", person.birth),
            "birth_place": {"text": place, "cites": self.facts("birth_place")}
            if any(place.values())
            else None,
            "death": self.date("death", person.death),
            "life_status": self.code("life_status", "life_statuses", person.life_status),
            "age": self.age(),
            "identifiers": [self.identifier(row) for row in person.identifiers.all()],
            "same_name": self.both(person, "same_name"),
        }

    def identifier(self, row: Identifier) -> schema.IdentifierContent:
        cites = self.cites(row, row.value)
        return {
            "key": row.pk.hex,
            "scheme": self.labels.use("identifier_schemes", row.scheme),
            "value": row.value,
            "as_of": self.sources.newest(cites),  # lists change: a number is of the day on which it was read
            "cites": cites,
        }

    def code(self, fact: str, vocabulary: str, code: str) -> schema.CodeFact | None:
        return {"code": self.labels.use(vocabulary, code), "cites": self.facts(fact)} if code else None

    def date(self, fact: str, edtf: str) -> schema.DateFact | None:
        return {"edtf": edtf, "cites": self.facts(fact)} if edtf else None

    def age(self) -> schema.AgeFact | None:
        years, on = self.person.age, self.person.age_on
        return {"years": years, "on": on, "cites": self.facts("age")} if years is not None else None

    def facts(self, fact: str) -> list[schema.CitationContent]:
        """Return what supports one fact of identity."""
        citations = [citation for citation in self.citations.get(self.person.pk, []) if citation.fact == fact]
        return self._cites(citations, v.IDENTITY_FACTS[fact], fact)

    def portrait(self) -> schema.PortraitContent | None:
        person = self.person
        if not person.portrait:
            return None
        return {
            "file": person.portrait_name,
            "width": person.portrait_width,
            "height": person.portrait_height,
            "alt": self.both(person, "portrait_alt"),
            "credit": self.both(person, "portrait_credit"),
            "renditions": self.renditions(person.portrait_name),
        }

    def renditions(self, name: str) -> list[schema.RenditionContent]:
        """Return every file that pages show of a picture, by the digest of its bytes."""
        found = digests(Path(settings.MEDIA_ROOT) / "portraits", renditions(name))
        if len(found) < len(renditions(name)):
            message = _("A file of the portrait is missing. Upload the portrait again.")
            self.problems.append(Problem("P15", Message(message), "portrait"))
        return [{"file": file, "sha256": digest} for file, digest in found.items()]

    def statements(self, rows: list[Statement], section: str) -> list[schema.StatementContent]:
        """Return the paragraphs of a section; those of a crime stand under it, but where sources differ."""
        apart = section == "differences"
        return [self.statement(row) for row in rows if row.section == section and (apart or not row.crime_id)]

    def statement(self, row: Statement) -> schema.StatementContent:
        number = self.paragraphs.number()
        return {
            "key": row.pk.hex,
            "p": number,
            "about": about(row),
            "text": self.both(row, "text"),
            "cites": self.cites(row, paragraph(number)),
        }

    def tenure(self, row: Tenure) -> schema.TenureContent:
        title, cites = self.both(row, "title"), self.cites(row, row)
        office = Office(
            title=Text.of(title),
            span=row.span,
            in_post_on=row.in_post_on,
            as_of=self.sources.newest(cites),
            dissolved=row.institution.dissolution,
            status=row.status,
            dead=self.person.life_status in DEAD,
        )
        return {
            "key": row.pk.hex,
            "title": title,
            "institution": self.institution(row.institution),
            "span": row.span,
            "in_post_on": row.in_post_on,
            "as_of": office.as_of,
            "held": office.held,
            "former": office.former,
            "period": office.period.pair,
            "phrase": office.phrase.pair,
            "rank": self.labels.use("ranks", row.rank),
            "status": self.labels.use("tenure_statuses", row.status),
            "cites": cites,
        }

    def institution(self, row: Institution) -> schema.InstitutionContent:
        return {
            "code": row.code,
            "name": self.both(row, "name"),
            "type": self.labels.use("institution_types", row.type),
            "governorate": self.labels.use("governorates", row.governorate),
            "inception": row.inception,
            "dissolution": row.dissolution,
            "parents": [
                {
                    "code": above.code,
                    "name": self.both(above, "name"),
                    "type": self.labels.use("institution_types", above.type),
                }
                for above in row.ancestors()
            ],
        }

    def crimes(self, statements: list[Statement]) -> list[schema.CrimeContent]:
        """Group the person's roles by crime, in the order in which the editor put them."""
        grouped: dict[Any, list[Participation]] = {}
        for row in self.person.participations.all():
            grouped.setdefault(row.crime_id, []).append(row)
        return [self.crime(rows[0].crime, rows, statements) for rows in grouped.values()]

    def crime(
        self, crime: Crime, roles: list[Participation], statements: list[Statement]
    ) -> schema.CrimeContent:
        number = self.paragraphs.number()
        return {
            "key": crime.pk.hex,
            "code": crime.code,
            "p": number,
            "title": self.both(crime, "title"),
            "description": self.both(crime, "description"),
            "when": crime.when,
            "when_kind": "within" if crime.when_kind == "within" else "span",
            "place": self.both(crime, "place"),
            "governorate": self.labels.use("governorates", crime.governorate),
            "conducts": [self.labels.use("conducts", code) for code in crime.conducts],
            "cites": self.cites(crime, crime.code),
            "tolls": [self.toll(row) for row in crime.tolls.all()],
            "roles": [self.role(row) for row in roles],
            "statements": [
                self.statement(row)
                for row in statements
                if row.crime_id == crime.pk and row.section != "differences"
            ],
            "qualifications": [
                self.qualification(row)
                for row in crime.qualifications.all()
                if row.perpetrator_id in {None, self.person.pk}
            ],
        }

    def toll(self, row: Toll) -> schema.TollContent:
        return {
            "key": row.pk.hex,
            "kind": self.labels.use("toll_kinds", row.kind),
            "least": row.least,
            "most": row.most,
            "text": self.both(row, "text"),
            "standard": self.labels.use("standards", row.standard),
            "as_of": row.as_of,
            "cites": self.cites(row, v.TOLL_KINDS[row.kind]),
        }

    def role(self, row: Participation) -> schema.RoleContent:
        number = self.paragraphs.number()
        cites = self.cites(row, v.MODES[row.mode])
        action = bare(row.action) if row.action else None
        code = degree(row.mode, row.assessment, action, self.found, self.sources.kinds(cites))
        alleger = row.attributed_to
        shown = alleger is not None and alleger.confidentiality == "public"
        by = (alleger.publisher or alleger.title) if alleger and shown else ""
        return {
            "key": row.pk.hex,
            "p": number,
            "mode": self.labels.use("modes", row.mode),
            "text": self.both(row, "role_text"),
            "assessment": self.labels.use("assessments", row.assessment),
            "action": row.action_id.hex if row.action_id else None,
            "degree": code,
            "phrase": phrase(code, in_words(row.mode), self.life, Text(by, by)).pair,
            "attributed_to": self.sources.number_of(row.attributed_to),
            "tenure": row.tenure_id.hex if row.tenure_id else None,
            "elements": self.elements(row),
            "cites": cites,
        }

    def elements(self, row: Participation) -> list[schema.ElementContent]:
        """Return the findings that superior responsibility rests on, each with its sources (P7)."""
        return [
            {
                "element": self.labels.use("elements", element),
                "text": self.both(row, f"cr_{element}"),
                "cites": self.cites(row, v.ELEMENTS[element], element),
            }
            for element in v.ELEMENTS
            if row.mode.startswith("ml.command_") and any(both(row, f"cr_{element}").values())
        ]

    def qualification(self, row: Qualification) -> schema.QualificationContent:
        return {
            "key": row.pk.hex,
            "category": self.labels.use("categories", row.category),
            "by": self.labels.use("qualifiers", row.by),
            "authority": self.both(row, "authority"),
            "standard": self.labels.use("standards", row.standard),
            "date": row.date,
            "of_person": row.perpetrator_id is not None,
            "note": self.both(row, "note"),
            "cites": self.cites(row, v.CATEGORIES[row.category]),
        }

    def action(self, row: LegalAction) -> schema.ActionContent:
        number = self.paragraphs.number()
        for vocabulary, code in (
            ("action_types", row.type),
            ("jurisdictions", row.country),
            ("action_statuses", row.status),
            ("finalities", row.finality),
        ):
            self.labels.use(vocabulary, code)
        for field in row.bilingual:
            self.both(row, field)  # notes which of the two languages lags behind
        return {**bare(row), "p": number, "cites": self.cites(row, row)}

    def cases(self) -> list[schema.CaseContent]:
        used: dict[Any, Case] = {
            row.case_id: row.case for row in self.person.legal_actions.all() if row.case is not None
        }
        return [
            {
                "key": case.pk.hex,
                "name": self.both(case, "name"),
                "jurisdiction": self.labels.use("jurisdictions", case.jurisdiction),
                "court": self.both(case, "court"),
                "number": case.number,
                "basis": self.labels.use("case_bases", case.basis),
            }
            for case in used.values()
        ]


def in_order(rows: Iterable[LegalAction], found: list[Proceeding]) -> list[LegalAction]:
    """Return legal actions as a page groups them: the furthest case first, what belongs to no case last."""
    reached: dict[str, int] = {}
    for one in found:
        reached[one.case] = max(list(v.LEGAL_STATUSES).index(one.code), reached.get(one.case, 0))
    cases: dict[str, list[LegalAction]] = {}
    for row in rows:
        cases.setdefault(row.case_id.hex if row.case_id else "", []).append(row)
    order = sorted(cases, key=lambda case: (not case, -reached.get(case, 0)))
    return [row for case in order for row in cases[case]]


def bare(row: LegalAction) -> schema.ActionContent:
    """Return what the status and the degree of a role are derived from: an action without its place."""
    return {
        "key": row.pk.hex,
        "p": 0,
        "case": row.case_id.hex if row.case_id else None,
        "type": row.type,
        "authority": both(row, "authority"),
        "country": row.country,
        "date": row.date,
        "public_date": row.public_date,
        "status": row.status,
        "status_date": row.status_date,
        "in_absentia": row.in_absentia,
        "finality": row.finality,
        "city": both(row, "city"),
        "offence": both(row, "offence"),
        "charges": both(row, "charges"),
        "sentence": both(row, "sentence"),
        "list_ref": row.list_ref,
        "supersedes": row.supersedes_id.hex if row.supersedes_id else None,
        "cites": [],
    }


def held_back(content: Content) -> list[Problem]:
    """Return the sources that the desk holds back today and this frozen content still shows (S1, C4)."""
    shown = {row["code"]: row["title"] for row in content["sources"] if row["code"]}
    found = Source.objects.filter(code__in=shown).exclude(confidentiality="public")
    message = _("“%(title)s” is held back since this was sent. Return it, and send it again without.")
    return [
        Problem("S1", Message(message, {"title": short(shown[code])}), f"source {code}")
        for code in found.values_list("code", flat=True)
    ]


def day(date: Any) -> str:
    return date.isoformat() if date else ""


def about(row: Statement) -> str:
    """Return what a paragraph on differing sources concerns: the key of a row, or a fact of identity."""
    if row.section != "differences":
        return ""
    key = row.action_id or row.tenure_id or row.crime_id
    return key.hex if key else row.fact


def paragraph(number: int) -> Message:
    return Message(_("Paragraph %(number)s"), {"number": number})
