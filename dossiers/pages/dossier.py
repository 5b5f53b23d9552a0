"""Edition content → typed, read-only objects for pages, lists, the search and the rules.

Never imports working models: a page cannot show what no edition holds.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import cast

from dossiers import schema
from dossiers.pages.axis import Track, axis_of, years_of
from dossiers.pages.claims import Claim, claims
from dossiers.pages.rows import (
    Action,
    CaseView,
    CrimeView,
    Element,
    Fact,
    IdentifierView,
    InstitutionView,
    NameView,
    Paragraph,
    PortraitView,
    Post,
    QualificationView,
    Reference,
    Role,
    SourceView,
    period,
    references,
    source_view,
)
from dossiers.status import Proceeding, ends, proceedings
from publishing import dates
from publishing.bilingual import BLANK, Text
from publishing.canonical import Content
from publishing.pages.reading import EditionLabels

READERS = {"bl-dossier/1"}
FACTS = ("rank", "birth", "birth_place", "death", "life_status", "age")  # in the order of the page


class UnknownSchema(ValueError):
    """The content has a schema that this version cannot read."""


class Dossier:
    """One edition of a dossier, ready for a template."""

    def __init__(self, content: Content) -> None:
        if content["schema"] not in READERS:
            raise UnknownSchema(content["schema"])
        self._content = cast(schema.DossierContent, content)
        self._labels = EditionLabels(self._content["labels"])
        self.public_id = self._content["public_id"]

    def label(self, vocabulary: str, code: str | None) -> Text:
        return self._labels.get(vocabulary, code)

    def references(self, cites: Iterable[schema.CitationContent]) -> list[Reference]:
        return references(cites, self._labels)

    @cached_property
    def claims(self) -> list[Claim]:
        """Every statement of the page, once, in its order."""
        return list(claims(self))

    # Who it is

    @cached_property
    def names(self) -> list[NameView]:
        return [
            NameView(
                key=row["key"],
                text=row["text"],
                lang=row["lang"],
                kind=self.label("name_kinds", row["kind"]),
                code=row["kind"],
                father=row["father"],
                cites=self.references(row["cites"]),
            )
            for row in self._content["names"]
        ]

    @cached_property
    def name(self) -> Text:
        primary = {name.lang: name.text for name in self.names if name.code == "primary"}
        return Text(primary.get("ar", ""), primary.get("Latn", ""))

    @property
    def other_names(self) -> list[NameView]:
        return [name for name in self.names if name.code != "primary"]

    @property
    def primary_names(self) -> list[NameView]:
        return [name for name in self.names if name.code == "primary"]

    @property
    def gender(self) -> str:
        return self._content["identity"]["gender"]

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The facts of identity that are known, in the order of the page."""
        identity = self._content["identity"]
        found = {
            "rank": self._code("rank", "ranks", identity["rank"]),
            "birth": self._date("birth", identity["birth"]),
            "birth_place": self._place(identity["birth_place"]),
            "death": self._date("death", identity["death"]),
            "life_status": self._code("life_status", "life_statuses", identity["life_status"]),
            "age": self._age(identity["age"]),
        }
        return {key: fact for key, fact in found.items() if fact}

    def _code(self, key: str, vocabulary: str, row: schema.CodeFact | None) -> Fact | None:
        if row is None:
            return None
        text = self.label(vocabulary, row["code"])
        return Fact(key, row["code"], text=text, cites=self.references(row["cites"]))

    def _date(self, key: str, row: schema.DateFact | None) -> Fact | None:
        return Fact(key, date=row["edtf"], cites=self.references(row["cites"])) if row else None

    def _place(self, row: schema.PlaceFact | None) -> Fact | None:
        if row is None:
            return None
        return Fact("birth_place", text=Text.of(row["text"]), cites=self.references(row["cites"]))

    def _age(self, row: schema.AgeFact | None) -> Fact | None:
        if row is None:
            return None
        return Fact("age", date=row["on"], number=row["years"], cites=self.references(row["cites"]))

    @property
    def birth(self) -> Fact | None:
        return self.facts.get("birth")

    @property
    def birth_place(self) -> Fact | None:
        return self.facts.get("birth_place")

    @property
    def death(self) -> Fact | None:
        return self.facts.get("death")

    @property
    def age(self) -> Fact | None:
        return self.facts.get("age")

    @property
    def rank(self) -> Fact | None:
        return self.facts.get("rank")

    @property
    def life_status(self) -> Fact | None:
        """Whether alive, when a source says so; a default says nothing."""
        fact = self.facts.get("life_status")
        return fact if fact and fact.cites else None

    @cached_property
    def identifiers(self) -> list[IdentifierView]:
        return [
            IdentifierView(
                key=row["key"],
                scheme=self.label("identifier_schemes", row["scheme"]),
                value=row["value"],
                cites=self.references(row["cites"]),
            )
            for row in self._content["identity"]["identifiers"]
        ]

    @property
    def portrait(self) -> PortraitView | None:
        row = self._content["portrait"]
        return PortraitView(row["file"], Text.of(row["alt"]), Text.of(row["credit"])) if row else None

    # Paragraphs

    def _paragraphs(self, rows: list[schema.StatementContent]) -> list[Paragraph]:
        return [
            Paragraph(row["key"], row["p"], Text.of(row["text"]), self.references(row["cites"]))
            for row in rows
        ]

    @cached_property
    def summary(self) -> list[Paragraph]:
        return self._paragraphs(self._content["summary"])

    @cached_property
    def career(self) -> list[Paragraph]:
        return self._paragraphs(self._content["career"])

    @cached_property
    def legal(self) -> list[Paragraph]:
        return self._paragraphs(self._content["legal"])

    @cached_property
    def reply(self) -> list[Paragraph]:
        return self._paragraphs(self._content["reply"])

    @cached_property
    def differences(self) -> list[Paragraph]:
        return self._paragraphs(self._content["differences"])

    # Posts

    @property
    def office(self) -> Text:
        """The post named on the cover and in lists: the latest by its start."""
        dated = [post for post in self.posts if post.period]
        latest = max(dated or self.posts, key=_latest, default=None)
        return latest.title if latest else BLANK

    @cached_property
    def posts(self) -> list[Post]:
        return [self._post(row) for row in self._content["tenures"]]

    def _post(self, row: schema.TenureContent) -> Post:
        held = dates.parse_or_none(period(row))
        during = [
            (number, start)
            for number, start in enumerate(self._crime_starts, 1)
            if held and start and held.overlaps(start)
        ]
        starts = [start for _number, start in during]
        return Post(
            key=row["key"],
            title=Text.of(row["title"]),
            institution=self._institution(row["institution"]),
            span=row["span"],
            in_post_on=row["in_post_on"],
            rank=self.label("ranks", row["rank"]),
            rank_code=row["rank"],
            status=self.label("tenure_statuses", row["status"]),
            status_code=row["status"],
            cites=self.references(row["cites"]),
            track=Track.of(held, self.axis, starts) if held and self.axis else None,
            crimes=[number for number, _start in during],
        )

    def _institution(self, row: schema.InstitutionContent) -> InstitutionView:
        return InstitutionView(
            code=row["code"],
            name=Text.of(row["name"]),
            type=self.label("institution_types", row["type"]),
            governorate=self.label("governorates", row["governorate"]),
            parents=[
                InstitutionView(
                    above["code"], Text.of(above["name"]), self.label("institution_types", above["type"])
                )
                for above in row["parents"]
            ],
        )

    @cached_property
    def _crime_starts(self) -> list[dates.PartialDate | None]:
        """When each crime began, as a date of its own precision."""
        found = [dates.parse_or_none(row["when"]) for row in self._content["crimes"]]
        return [dates.PartialDate(d.edtf, d.start, d.start) if d and d.start else None for d in found]

    @cached_property
    def axis(self) -> tuple[int, int] | None:
        """First and last year of the common axis of the posts; None without two years."""
        spans = [dates.parse_or_none(period(row)) for row in self._content["tenures"]]
        points = [d for span in spans if span for d in (span.first, span.last) if d]
        points += [start.first for start in self._crime_starts if start and start.first]
        return axis_of(points)

    @property
    def axis_years(self) -> list[int]:
        return years_of(self.axis)

    # Crimes

    @cached_property
    def crimes(self) -> list[CrimeView]:
        return [self._crime(number, row) for number, row in enumerate(self._content["crimes"], 1)]

    def _crime(self, number: int, row: schema.CrimeContent) -> CrimeView:
        return CrimeView(
            key=row["key"],
            number=number,
            code=row["code"],
            p=row["p"],
            title=Text.of(row["title"]),
            description=Text.of(row["description"]),
            when=row["when"],
            within=row["when_kind"] == "within",
            place=Text.of(row["place"]),
            governorate=self.label("governorates", row["governorate"]),
            governorate_code=row["governorate"],
            conducts=[self.label("conducts", code) for code in row["conducts"]],
            conduct_codes=row["conducts"],
            cites=self.references(row["cites"]),
            roles=[self._role(role) for role in row["roles"]],
            statements=self._paragraphs(row["statements"]),
            qualifications=[self._qualification(q) for q in row["qualifications"]],
        )

    def _role(self, row: schema.RoleContent) -> Role:
        return Role(
            key=row["key"],
            p=row["p"],
            mode=self.label("modes", row["mode"]),
            mode_code=row["mode"],
            text=Text.of(row["text"]),
            assessment=self.label("assessments", row["assessment"]),
            attributed_to=row["attributed_to"],
            post=row["tenure"],
            assessment_code=row["assessment"],
            cites=self.references(row["cites"]),
            elements=[
                Element(
                    e["element"],
                    self.label("elements", e["element"]),
                    Text.of(e["text"]),
                    self.references(e["cites"]),
                )
                for e in row["elements"]
            ],
        )

    def _qualification(self, row: schema.QualificationContent) -> QualificationView:
        return QualificationView(
            key=row["key"],
            category=self.label("categories", row["category"]),
            category_code=row["category"],
            by=self.label("qualifiers", row["by"]),
            by_code=row["by"],
            authority=Text.of(row["authority"]),
            standard=self.label("standards", row["standard"]),
            date=row["date"],
            note=Text.of(row["note"]),
            cites=self.references(row["cites"]),
        )

    # Law

    @property
    def checked(self) -> str:
        """The day on which somebody last looked whether the status still stands."""
        return self._content["checked"]

    @property
    def status(self) -> Text:
        return self.label("legal_statuses", self.status_code)

    @property
    def status_code(self) -> str:
        return self._content["status"]["code"]

    @property
    def status_as_of(self) -> str:
        return self._content["status"]["as_of"]

    @property
    def status_basis(self) -> Action | None:
        """The action that the headline status rests on."""
        return self.action(self._content["status"]["basis"])

    def action(self, key: str | None) -> Action | None:
        return next((action for action in self.actions if action.key == key), None)

    @cached_property
    def actions(self) -> list[Action]:
        rows = self._content["actions"]
        numbers = {row["key"]: row["p"] for row in rows}
        after = {row["supersedes"]: row for row in rows if row["supersedes"]}
        return [self._action(row, numbers, after.get(row["key"])) for row in rows]

    def _action(
        self, row: schema.ActionContent, numbers: dict[str, int], after: schema.ActionContent | None
    ) -> Action:
        return Action(
            key=row["key"],
            p=row["p"],
            case=row["case"] or "",
            type=self.label("action_types", row["type"]),
            type_code=row["type"],
            authority=Text.of(row["authority"]),
            country=self.label("jurisdictions", row["country"]),
            country_code=row["country"],
            date=row["date"],
            public_date=row["public_date"],
            status=self.label("action_statuses", row["status"]),
            status_code=row["status"],
            status_date=row["status_date"],
            in_absentia=bool(row["in_absentia"]),
            charges=Text.of(row["charges"]),
            sentence=Text.of(row["sentence"]),
            list_ref=row["list_ref"],
            ends=numbers.get(row["supersedes"] or ""),
            ended_by=after["p"] if after else None,
            over=ends(after or row),
            cites=self.references(row["cites"]),
        )

    @cached_property
    def cases(self) -> list[CaseView]:
        """Return the actions by case, in the order in which their first action stands."""
        described = {row["key"]: row for row in self._content["cases"]}
        statuses = {row["case"]: row["code"] for row in self._content["status"]["cases"]}
        grouped: dict[str, list[Action]] = {}
        for action in self.actions:
            grouped.setdefault(action.case, []).append(action)
        return [
            self._case(described.get(key), statuses.get(key, "none"), actions)
            for key, actions in grouped.items()
        ]

    def _case(self, row: schema.CaseContent | None, code: str, actions: list[Action]) -> CaseView:
        if row is None:
            return CaseView(actions=actions)
        return CaseView(
            key=row["key"],
            name=Text.of(row["name"]),
            court=Text.of(row["court"]),
            number=row["number"],
            jurisdiction=self.label("jurisdictions", row["jurisdiction"]),
            jurisdiction_code=row["jurisdiction"],
            basis=self.label("case_bases", row["basis"]),
            status=self.label("legal_statuses", code) if code != "none" else BLANK,
            actions=actions,
        )

    def proceedings(self) -> list[Proceeding]:
        return proceedings(self._content["actions"])

    # Sources

    @cached_property
    def sources(self) -> list[SourceView]:
        cited = self._cited_in()
        return [
            source_view(row, self._labels, sorted(cited.get(row["n"], ())))
            for row in self._content["sources"]
        ]

    def _cited_in(self) -> dict[int, set[int]]:
        """Return, for each source, the numbered paragraphs that cite it, or under which something does."""
        found: dict[int, set[int]] = {}
        for claim in self.claims:
            for cite in claim.cites:
                if claim.paragraph is not None:
                    found.setdefault(cite.source, set()).add(claim.paragraph)
        return found


def _latest(post: Post) -> tuple[bool, str, str]:
    """Order posts by how late they end, then by how late they begin; an open end is the latest."""
    held = dates.parse_or_none(post.period)
    if held is None:
        return (False, "", "")
    end = held.last.isoformat() if held.last else "9999"
    return (True, end, held.first.isoformat() if held.first else "")
