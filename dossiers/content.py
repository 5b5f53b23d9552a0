"""Working models → the content that an edition freezes.

An allow-list: what is not named here leaves no desk. Internal notes, secret sources and mothers'
names are therefore in no edition. Pure reading: no writes, no request, no clock.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_noop as _

from dossiers import vocabularies as v
from dossiers.models import (
    Case,
    Citation,
    CitationBase,
    Crime,
    Institution,
    LegalAction,
    Participation,
    Perpetrator,
    Qualification,
    Source,
    Statement,
    Tenure,
)
from dossiers.rules.reading import short
from dossiers.status import derive
from publishing.bilingual import Message, Text, Vocabulary
from publishing.canonical import Content
from publishing.kinds import Draft, Problem
from publishing.working.freezing import Pairs, both, staff_named

SCHEMA = "bl-dossier/2"
CITED = Prefetch("citations", Citation.objects.select_related("source"))


class Labels:
    """The codes a content uses, with their labels of today, so that it explains itself for ever."""

    def __init__(self) -> None:
        self._used: dict[tuple[str, str], Text] = {}

    def use(self, vocabulary: str, code: str) -> str:
        if code:
            table: Vocabulary = getattr(v, vocabulary.upper())
            self._used[vocabulary, code] = table[code]
        return code

    def listed(self) -> list[dict[str, str]]:
        return [
            {"vocabulary": vocabulary, "code": code, "ar": label.ar, "en": label.en}
            for (vocabulary, code), label in sorted(self._used.items())
        ]


class Sources:
    """The sources a content cites, numbered in the order in which a reader meets them."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._numbers: dict[Any, int] = {}
        self._listed: list[dict[str, Any]] = []
        self._rows: list[Source] = []

    def grounds(self) -> list[dict[str, Any]]:
        """Return what the rules must know of each source, in the order of their numbers."""
        return [
            {
                "n": number,
                "origin": origin(row),
                "verifications": len([part for part in row.verifications.split("\n\n") if part.strip()]),
                "captured": bool(row.archive_url and row.archive_sha256),
                "dead": row.link_dead,
                "web": bool(row.url),
            }
            for number, row in enumerate(self._rows, 1)
        ]

    def cite(self, citations: Iterable[CitationBase]) -> list[dict[str, Any]]:
        """Return the citations that may be shown. Secret sources are passed over (S1)."""
        return [
            {
                "source": self._number(citation.source),
                "relation": citation.relation,
                **self._place(citation),
                "credibility": citation.credibility,
            }
            for citation in citations
            if citation.source.confidentiality != "secret"
        ]

    def _place(self, citation: CitationBase) -> dict[str, str]:
        """Where in the source, in its words; nothing of the kind for a source that is held."""
        if citation.source.confidentiality != "public":
            return {"locator_type": self._labels.use("locator_types", "whole"), "locator": "", "quote": ""}
        return {
            "locator_type": self._labels.use("locator_types", citation.locator_type),
            "locator": citation.locator,
            "quote": citation.quote,
        }

    def number_of(self, source: Source | None) -> int | None:
        shown = source is not None and source.confidentiality != "secret"
        return self._number(source) if shown and source else None

    def listed(self) -> list[dict[str, Any]]:
        return self._listed

    def _number(self, source: Source) -> int:
        if source.pk not in self._numbers:
            self._numbers[source.pk] = len(self._listed) + 1
            self._listed.append({"n": len(self._listed) + 1, **self._describe(source)})
            self._rows.append(source)
        return self._numbers[source.pk]

    def _describe(self, source: Source) -> dict[str, Any]:
        held = source.confidentiality == "restricted"  # kind and grade, and nothing else (C4)
        return {
            "code": "" if held else source.code,
            "held": held,
            "kind": self._labels.use("source_kinds", source.kind),
            "reliability": self._labels.use("reliabilities", source.reliability),
            "title": "" if held else source.title,
            "title_translation": {"ar": "", "en": ""} if held else both(source, "title_translation"),
            "publisher": "" if held else source.publisher,
            "issued": "" if held else source.issued,
            "lang": "" if held else source.lang,
            "url": "" if held else source.url,
            "archive_url": "" if held else source.archive_url,
            "symbol": "" if held else source.symbol,
        }


def origin(source: Source) -> str:
    """Return what this source goes back to: sources that repeat one another count as one (S3)."""
    return (source.origin_id or source.pk).hex


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
    """Return the person with all that a dossier needs, in a fixed number of queries."""
    crimes = Prefetch(
        "crime", Crime.objects.prefetch_related(CITED, Prefetch("qualifications", _qualifications()))
    )
    return Perpetrator.objects.prefetch_related(
        CITED,
        Prefetch("names__citations", CITED.queryset),
        Prefetch("identifiers__citations", CITED.queryset),
        Prefetch("statements", Statement.objects.prefetch_related(CITED)),
        Prefetch(
            "tenures", Tenure.objects.select_related("institution__parent__parent").prefetch_related(CITED)
        ),
        Prefetch(
            "participations",
            Participation.objects.select_related("attributed_to").prefetch_related(crimes, CITED),
        ),
        Prefetch("legal_actions", LegalAction.objects.select_related("case").prefetch_related(CITED)),
        "reply_requests",
        "named_people",
        "subject_requests",
    ).get(pk=person.pk)


def _qualifications() -> Any:
    return Qualification.objects.prefetch_related(CITED)


class Freezer:
    """Builds the content of one dossier, part by part, in the order of the page."""

    def __init__(self, person: Perpetrator) -> None:
        self.person = person
        self.labels = Labels()
        self.sources = Sources(self.labels)
        self.paragraphs = Paragraphs()
        self.problems: list[Problem] = []
        self.pairs = Pairs()

    def both(self, row: Any, field: str) -> dict[str, str]:
        return self.pairs.both(row, field, row.pk.hex if row is not self.person else field)

    def draft(self) -> Draft:
        person = self.person
        statements = list(person.statements.all())
        content: Content = {
            "schema": SCHEMA,
            "public_id": person.public_id,
            "checked": person.checked_on.isoformat() if person.checked_on else "",
            "names": self.names(),
            "identity": self.identity(),
            "portrait": self.portrait(),
            "summary": self.statements(statements, "summary"),
            "career": self.statements(statements, "career"),
            "tenures": [self.tenure(row) for row in person.tenures.all()],
            "crimes": self.crimes(statements),
            "legal": self.statements(statements, "legal"),
            "actions": [self.action(row) for row in person.legal_actions.all()],
            "reply": self.statements(statements, "reply"),
            "differences": self.statements(statements, "differences"),
        }
        content["cases"] = self.cases()
        content["status"] = derive(content["actions"])
        self.labels.use("legal_statuses", content["status"]["code"])
        for case in content["status"]["cases"]:
            self.labels.use("legal_statuses", case["code"])
        content["sources"] = self.sources.listed()
        content["labels"] = self.labels.listed()
        return Draft(person.public_id, person.slug, content, tuple(self.problems), self.grounds(content))

    def grounds(self, content: Content) -> Content:
        """Return what the rules must know and no edition shows."""
        person = self.person
        return {
            "sources": self.sources.grounds(),
            "lagging": self.pairs.lagging,
            "staff_named": staff_named(content),
            "life_checked": day(person.life_checked_on),
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

    def cites(self, row: Any, about: Any, element: str = "") -> list[dict[str, Any]]:
        rows = [citation for citation in row.citations.all() if citation.element == element]
        return self._cites(rows, about, row.pk.hex)

    def _cites(self, citations: Iterable[Citation], about: Any, claim: str) -> list[dict[str, Any]]:
        citations = list(citations)
        shown = self.sources.cite(citations)
        if citations and not shown:
            message = _(
                "%(claim)s: it rests only on secret sources, which never leave the desk. Add another."
            )
            self.problems.append(Problem("S1", Message(message, {"claim": about}), claim))
        return shown

    def names(self) -> list[dict[str, Any]]:
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

    def identity(self) -> dict[str, Any]:
        person = self.person
        facts: dict[str, dict[str, Any]] = {
            "rank": {"code": self.labels.use("ranks", person.rank)} if person.rank else {},
            "birth": {"edtf": person.birth} if person.birth else {},
            "birth_place": {"text": self.both(person, "birth_place")},
            "death": {"edtf": person.death} if person.death else {},
            "life_status": {"code": self.labels.use("life_statuses", person.life_status)},
            "age": {"years": person.age, "on": person.age_on} if person.age is not None else {},
        }
        if not any(facts["birth_place"]["text"].values()):
            facts["birth_place"] = {}
        shown = {name: self.fact(name, values) for name, values in facts.items()}
        return {
            "gender": self.labels.use("genders", person.gender),
            **shown,
            "identifiers": [
                {
                    "key": row.pk.hex,
                    "scheme": self.labels.use("identifier_schemes", row.scheme),
                    "value": row.value,
                    "cites": self.cites(row, row.value),
                }
                for row in person.identifiers.all()
            ],
        }

    def fact(self, name: str, values: dict[str, Any]) -> dict[str, Any] | None:
        if not values:
            return None
        citations = [citation for citation in self.person.citations.all() if citation.fact == name]
        return {**values, "cites": self._cites(citations, v.IDENTITY_FACTS[name], name)}

    def portrait(self) -> dict[str, Any] | None:
        person = self.person
        if not person.portrait:
            return None
        return {
            "file": person.portrait_name,
            "width": person.portrait_width,
            "height": person.portrait_height,
            "alt": self.both(person, "portrait_alt"),
            "credit": self.both(person, "portrait_credit"),
        }

    def statements(self, rows: list[Statement], section: str) -> list[dict[str, Any]]:
        return [self.statement(row) for row in rows if row.section == section and row.crime_id is None]

    def statement(self, row: Statement) -> dict[str, Any]:
        number = self.paragraphs.number()
        return {
            "key": row.pk.hex,
            "p": number,
            "text": self.both(row, "text"),
            "cites": self.cites(row, paragraph(number)),
        }

    def tenure(self, row: Tenure) -> dict[str, Any]:
        return {
            "key": row.pk.hex,
            "title": self.both(row, "title"),
            "institution": self.institution(row.institution),
            "span": row.span,
            "in_post_on": row.in_post_on,
            "rank": self.labels.use("ranks", row.rank),
            "status": self.labels.use("tenure_statuses", row.status),
            "cites": self.cites(row, row),
        }

    def institution(self, row: Institution) -> dict[str, Any]:
        return {
            "code": row.code,
            "name": self.both(row, "name"),
            "type": self.labels.use("institution_types", row.type),
            "governorate": self.labels.use("governorates", row.governorate),
            "parents": [
                {
                    "code": above.code,
                    "name": self.both(above, "name"),
                    "type": self.labels.use("institution_types", above.type),
                }
                for above in row.ancestors()
            ],
        }

    def crimes(self, statements: list[Statement]) -> list[dict[str, Any]]:
        """Group the person's roles by crime, in the order in which the editor put them."""
        grouped: dict[Any, list[Participation]] = {}
        for row in self.person.participations.all():
            grouped.setdefault(row.crime_id, []).append(row)
        return [self.crime(rows[0].crime, rows, statements) for rows in grouped.values()]

    def crime(self, crime: Crime, roles: list[Participation], statements: list[Statement]) -> dict[str, Any]:
        number = self.paragraphs.number()
        return {
            "key": crime.pk.hex,
            "code": crime.code,
            "p": number,
            "title": self.both(crime, "title"),
            "description": self.both(crime, "description"),
            "when": crime.when,
            "when_kind": crime.when_kind,
            "place": self.both(crime, "place"),
            "governorate": self.labels.use("governorates", crime.governorate),
            "conducts": [self.labels.use("conducts", code) for code in crime.conducts],
            "cites": self.cites(crime, crime.code),
            "roles": [self.role(row) for row in roles],
            "statements": [self.statement(row) for row in statements if row.crime_id == crime.pk],
            "qualifications": [
                self.qualification(row)
                for row in crime.qualifications.all()
                if row.perpetrator_id in {None, self.person.pk}
            ],
        }

    def role(self, row: Participation) -> dict[str, Any]:
        return {
            "key": row.pk.hex,
            "p": self.paragraphs.number(),
            "mode": self.labels.use("modes", row.mode),
            "text": self.both(row, "role_text"),
            "assessment": self.labels.use("assessments", row.assessment),
            "attributed_to": self.sources.number_of(row.attributed_to),
            "tenure": row.tenure_id.hex if row.tenure_id else None,
            "elements": self.elements(row),
            "cites": self.cites(row, v.MODES[row.mode]),
        }

    def elements(self, row: Participation) -> list[dict[str, Any]]:
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

    def qualification(self, row: Qualification) -> dict[str, Any]:
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

    def action(self, row: LegalAction) -> dict[str, Any]:
        return {
            "key": row.pk.hex,
            "p": self.paragraphs.number(),
            "case": row.case_id.hex if row.case_id else None,
            "type": self.labels.use("action_types", row.type),
            "authority": self.both(row, "authority"),
            "country": self.labels.use("jurisdictions", row.country),
            "date": row.date,
            "public_date": row.public_date,
            "status": self.labels.use("action_statuses", row.status),
            "status_date": row.status_date,
            "in_absentia": row.in_absentia,
            "finality": self.labels.use("finalities", row.finality),
            "charges": self.both(row, "charges"),
            "sentence": self.both(row, "sentence"),
            "list_ref": row.list_ref,
            "supersedes": row.supersedes_id.hex if row.supersedes_id else None,
            "cites": self.cites(row, row),
        }

    def cases(self) -> list[dict[str, Any]]:
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


def paragraph(number: int) -> Message:
    return Message(_("Paragraph %(number)s"), {"number": number})
