"""Edition content → typed, read-only objects for templates. Reads every schema ever published.

Never imports working models: a page cannot show what no edition holds.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from dossiers import status
from publishing import dates
from publishing.bilingual import BLANK, Text
from publishing.models import Mention
from publishing.pages.reading import Labels

SECTIONS = ("summary", "career", "legal", "reply", "differences")  # of statements, in the order of the page
READERS = {"bl-dossier/1", "bl-dossier/2"}


class UnknownSchema(ValueError):
    """The content has a schema that this version cannot read."""


@dataclass(frozen=True)
class Cite:
    """A reference to a source of this edition."""

    source: int
    relation: str
    place: Text
    locator: str
    quote: str


@dataclass(frozen=True)
class Paragraph:
    p: int
    text: Text
    cites: list[Cite]


@dataclass(frozen=True)
class Name:
    text: str
    lang: str
    kind: Text
    code: str
    cites: list[Cite]

    @property
    def dir(self) -> str:
        return "rtl" if self.lang == "ar" else "ltr"

    @property
    def html_lang(self) -> str:
        return "ar" if self.lang == "ar" else "en"


@dataclass(frozen=True)
class Fact:
    """A fact of identity: a date, a label or a text, with its references."""

    date: str = ""
    text: Text = BLANK
    number: int | None = None
    cites: list[Cite] = field(default_factory=list)


@dataclass(frozen=True)
class Institution:
    code: str
    name: Text
    type: Text
    parents: list["Institution"] = field(default_factory=list)  # from the one directly above upwards


@dataclass(frozen=True)
class Track:
    """Where a post lies on the common axis, in percent of its length, for each direction."""

    start: float
    width: float
    ticks: list[float]

    @classmethod
    def of(
        cls, held: dates.PartialDate, axis: tuple[int, int], starts: list[dates.PartialDate] | None = None
    ) -> "Track":
        """Place a span, and the days that crimes began in it, on an axis of years."""
        first, last = axis
        length = (last - first) or 1

        def at(day: date) -> float:
            return round(100 * (day.year + (day.timetuple().tm_yday - 1) / 366 - first) / length, 2)

        begin = at(held.first) if held.first else 0.0
        end = at(held.last) if held.last else 100.0
        ticks = [at(start.first) for start in starts or [] if start.first]
        return cls(begin, round(max(end - begin, 1.0), 2), ticks)

    def mirrored(self) -> "Track":
        return Track(
            round(100 - self.start - self.width, 2), self.width, [round(100 - x, 2) for x in self.ticks]
        )


@dataclass(frozen=True)
class Post:
    title: Text
    institution: Institution
    span: str
    in_post_on: str
    rank: Text
    status: Text
    status_code: str
    cites: list[Cite]
    track: Track | None
    crimes: list[int]


@dataclass(frozen=True)
class Element:
    """A finding that superior responsibility rests on (Rome Statute 28)."""

    label: Text
    text: Text
    cites: list[Cite]


@dataclass(frozen=True)
class Role:
    p: int
    mode: Text
    text: Text
    assessment: Text
    attributed_to: int | None
    cites: list[Cite]
    elements: list[Element]


@dataclass(frozen=True)
class Qualification:
    category: Text
    by: Text
    by_code: str
    authority: Text
    standard: Text
    date: str
    note: Text
    cites: list[Cite]


@dataclass(frozen=True)
class Crime:
    number: int
    code: str
    p: int
    title: Text
    description: Text
    when: str
    within: bool
    place: Text
    governorate: Text
    conducts: list[Text]
    cites: list[Cite]
    roles: list[Role]
    statements: list[Paragraph]
    qualifications: list[Qualification]


@dataclass(frozen=True)
class Action:
    key: str
    p: int
    type: Text
    authority: Text
    country: Text
    date: str
    public_date: str
    status: Text
    status_date: str
    in_absentia: bool
    charges: Text
    sentence: Text
    list_ref: str
    ends: int | None
    ended_by: int | None
    over: bool  # what it ended, or what ended it, is over and not replaced by the like
    cites: list[Cite]


@dataclass(frozen=True)
class Case:
    """A case with its actions in order; the rows without a case come as one with no name."""

    name: Text
    court: Text
    number: str
    jurisdiction: Text
    basis: Text
    status: Text
    actions: list[Action]


@dataclass(frozen=True)
class Source:
    n: int
    code: str
    held: bool
    kind: Text
    reliability: Text
    title: str
    title_translation: Text
    publisher: str
    issued: str
    lang: str
    url: str
    archive_url: str
    symbol: str
    cited_in: list[int]

    @property
    def dir(self) -> str:
        return "rtl" if self.lang in {"ar", "fa"} else "ltr"


class Dossier:
    """One edition of a dossier, ready for a template."""

    def __init__(self, content: dict[str, Any]) -> None:
        if content["schema"] not in READERS:
            raise UnknownSchema(content["schema"])
        self._content = content
        self._labels = Labels(content["labels"])
        self.public_id: str = content["public_id"]

    def label(self, vocabulary: str, code: str | None) -> Text:
        return self._labels.get(vocabulary, code)

    def cites(self, row: dict[str, Any]) -> list[Cite]:
        return [
            Cite(
                cite["source"],
                cite["relation"],
                self.label("locator_types", cite["locator_type"]) if cite["locator"] else BLANK,
                cite["locator"],
                cite["quote"],
            )
            for cite in row["cites"]
        ]

    @cached_property
    def names(self) -> list[Name]:
        return [
            Name(
                row["text"], row["lang"], self.label("name_kinds", row["kind"]), row["kind"], self.cites(row)
            )
            for row in self._content["names"]
        ]

    @cached_property
    def name(self) -> Text:
        primary = {name.lang: name.text for name in self.names if name.code == "primary"}
        return Text(primary.get("ar", ""), primary.get("Latn", ""))

    @property
    def other_names(self) -> list[Name]:
        return [name for name in self.names if name.code != "primary"]

    @property
    def primary_names(self) -> list[Name]:
        return [name for name in self.names if name.code == "primary"]

    @property
    def gender(self) -> str:
        return str(self._content["identity"]["gender"])

    def fact(self, name: str) -> Fact | None:
        """Return a fact of identity, or None when it is not known."""
        row = self._content["identity"][name]
        if not row:
            return None
        text = Text.of(row.get("text"))
        if "code" in row:
            text = self.label({"rank": "ranks", "life_status": "life_statuses"}[name], row["code"])
        date = row.get("edtf") or row.get("on") or ""
        return Fact(date, text, row.get("years"), self.cites(row))

    @cached_property
    def birth(self) -> Fact | None:
        return self.fact("birth")

    @cached_property
    def birth_place(self) -> Fact | None:
        return self.fact("birth_place")

    @cached_property
    def death(self) -> Fact | None:
        return self.fact("death")

    @cached_property
    def age(self) -> Fact | None:
        return self.fact("age")

    @cached_property
    def rank(self) -> Fact | None:
        return self.fact("rank")

    @cached_property
    def life_status(self) -> Fact | None:
        """Whether alive, when a source says so; a default says nothing."""
        fact = self.fact("life_status")
        return fact if fact and fact.cites else None

    @property
    def identifiers(self) -> list[tuple[Text, str, list[Cite]]]:
        return [
            (self.label("identifier_schemes", row["scheme"]), row["value"], self.cites(row))
            for row in self._content["identity"]["identifiers"]
        ]

    @property
    def portrait(self) -> dict[str, Any] | None:
        row = self._content["portrait"]
        return {**row, "alt": Text.of(row["alt"]), "credit": Text.of(row["credit"])} if row else None

    def section(self, name: str) -> list[Paragraph]:
        return [Paragraph(row["p"], Text.of(row["text"]), self.cites(row)) for row in self._content[name]]

    @property
    def summary(self) -> list[Paragraph]:
        return self.section("summary")

    @property
    def career(self) -> list[Paragraph]:
        return self.section("career")

    @property
    def legal(self) -> list[Paragraph]:
        return self.section("legal")

    @property
    def reply(self) -> list[Paragraph]:
        return self.section("reply")

    @property
    def differences(self) -> list[Paragraph]:
        return self.section("differences")

    @property
    def office(self) -> Text:
        """The post named on the cover and in lists: the latest by its start."""
        rows = self._content["tenures"]
        dated = [row for row in rows if row["span"] or row["in_post_on"]]
        latest = max(dated or rows, key=lambda row: _latest(row), default=None)
        return Text.of(latest["title"]) if latest else BLANK

    @cached_property
    def posts(self) -> list[Post]:
        axis = self.axis
        return [self._post(row, axis) for row in self._content["tenures"]]

    def _post(self, row: dict[str, Any], axis: tuple[int, int] | None) -> Post:
        held = dates.parse_or_none(row["span"] or row["in_post_on"])
        during = [
            (number, start)
            for number, start in enumerate(self._crime_starts, 1)
            if held and start and held.overlaps(start)
        ]
        place = row["institution"]
        return Post(
            title=Text.of(row["title"]),
            institution=self._institution(place, [self._institution(above) for above in place["parents"]]),
            span=row["span"],
            in_post_on=row["in_post_on"],
            rank=self.label("ranks", row["rank"]),
            status=self.label("tenure_statuses", row["status"]),
            status_code=row["status"],
            cites=self.cites(row),
            track=Track.of(held, axis, [start for _number, start in during]) if held and axis else None,
            crimes=[number for number, _start in during],
        )

    def _institution(self, row: dict[str, Any], parents: list[Institution] | None = None) -> Institution:
        name, kind = Text.of(row["name"]), self.label("institution_types", row["type"])
        return Institution(row["code"], name, kind, parents or [])

    @cached_property
    def _crime_starts(self) -> list[dates.PartialDate | None]:
        """When each crime began, as a date of its own precision."""
        found = [dates.parse_or_none(row["when"]) for row in self._content["crimes"]]
        return [dates.PartialDate(d.edtf, d.start, d.start) if d and d.start else None for d in found]

    @cached_property
    def axis(self) -> tuple[int, int] | None:
        """First and last year of the common axis of the posts; None without two years."""
        spans = [dates.parse_or_none(row["span"] or row["in_post_on"]) for row in self._content["tenures"]]
        points = [d for span in spans if span for d in (span.first, span.last) if d]
        points += [start.first for start in self._crime_starts if start and start.first]
        return axis_of(points)

    @property
    def axis_years(self) -> list[int]:
        return years_of(self.axis)

    @cached_property
    def crimes(self) -> list[Crime]:
        return [self._crime(number, row) for number, row in enumerate(self._content["crimes"], 1)]

    def _crime(self, number: int, row: dict[str, Any]) -> Crime:
        return Crime(
            number=number,
            code=row["code"],
            p=row["p"],
            title=Text.of(row["title"]),
            description=Text.of(row["description"]),
            when=row["when"],
            within=row["when_kind"] == "within",
            place=Text.of(row["place"]),
            governorate=self.label("governorates", row["governorate"]),
            conducts=[self.label("conducts", code) for code in row["conducts"]],
            cites=self.cites(row),
            roles=[self._role(role) for role in row["roles"]],
            statements=[Paragraph(s["p"], Text.of(s["text"]), self.cites(s)) for s in row["statements"]],
            qualifications=[self._qualification(q) for q in row["qualifications"]],
        )

    def _role(self, row: dict[str, Any]) -> Role:
        return Role(
            row["p"],
            self.label("modes", row["mode"]),
            Text.of(row["text"]),
            self.label("assessments", row["assessment"]),
            row["attributed_to"],
            self.cites(row),
            [
                Element(self.label("elements", e["element"]), Text.of(e["text"]), self.cites(e))
                for e in row.get("elements", [])  # since bl-dossier/2
            ],
        )

    def _qualification(self, row: dict[str, Any]) -> Qualification:
        return Qualification(
            self.label("categories", row["category"]),
            self.label("qualifiers", row["by"]),
            row["by"],
            Text.of(row["authority"]),
            self.label("standards", row["standard"]),
            row["date"],
            Text.of(row.get("note")),  # since bl-dossier/2
            self.cites(row),
        )

    @property
    def checked(self) -> str:
        """The day on which somebody last looked whether the status still stands; since bl-dossier/2."""
        return str(self._content.get("checked", ""))

    @property
    def status(self) -> Text:
        return self.label("legal_statuses", self._content["status"]["code"])

    @property
    def status_code(self) -> str:
        return str(self._content["status"]["code"])

    @property
    def status_as_of(self) -> str:
        return str(self._content["status"]["as_of"])

    @property
    def status_basis(self) -> Action | None:
        """The action that the headline status rests on."""
        key = self._content["status"]["basis"]
        return next((action for action in self.actions if action.key == key), None)

    @cached_property
    def actions(self) -> list[Action]:
        rows = self._content["actions"]
        numbers = {row["key"]: row["p"] for row in rows}
        after = {row["supersedes"]: row for row in rows if row["supersedes"]}
        return [self._action(row, numbers, after.get(row["key"])) for row in rows]

    def _action(self, row: dict[str, Any], numbers: dict[str, int], after: dict[str, Any] | None) -> Action:
        return Action(
            key=row["key"],
            p=row["p"],
            type=self.label("action_types", row["type"]),
            authority=Text.of(row["authority"]),
            country=self.label("jurisdictions", row["country"]),
            date=row["date"],
            public_date=row["public_date"],
            status=self.label("action_statuses", row["status"]),
            status_date=row["status_date"],
            in_absentia=bool(row["in_absentia"]),
            charges=Text.of(row["charges"]),
            sentence=Text.of(row["sentence"]),
            list_ref=row["list_ref"],
            ends=numbers.get(row["supersedes"] or ""),
            ended_by=after["p"] if after else None,
            over=status.ends(after or row),
            cites=self.cites(row),
        )

    @cached_property
    def cases(self) -> list[Case]:
        """Return the actions by case, in the order in which their first action stands."""
        described = {row["key"]: row for row in self._content["cases"]}
        statuses = {
            row["case"]: row["code"] for row in self._content["status"]["cases"] if row["code"] != "none"
        }
        grouped: dict[str, list[Action]] = {}
        for row, action in zip(self._content["actions"], self.actions, strict=True):
            grouped.setdefault(row["case"] or "", []).append(action)
        return [
            self._case(described.get(key), statuses.get(key), actions) for key, actions in grouped.items()
        ]

    def _case(self, row: dict[str, Any] | None, status: str | None, actions: list[Action]) -> Case:
        blank = BLANK
        if row is None:
            return Case(blank, blank, "", blank, blank, blank, actions)
        return Case(
            Text.of(row["name"]),
            Text.of(row["court"]),
            row["number"],
            self.label("jurisdictions", row["jurisdiction"]),
            self.label("case_bases", row["basis"]),
            self.label("legal_statuses", status),
            actions,
        )

    @cached_property
    def sources(self) -> list[Source]:
        cited = cited_paragraphs(self._content)
        return [
            Source(
                n=row["n"],
                code=row["code"],
                held=row["held"],
                kind=self.label("source_kinds", row["kind"]),
                reliability=self.label("reliabilities", row["reliability"]),
                title=row["title"],
                title_translation=Text.of(row["title_translation"]),
                publisher=row["publisher"],
                issued=row["issued"],
                lang=row["lang"],
                url=row["url"],
                archive_url=row["archive_url"],
                symbol=row["symbol"],
                cited_in=cited.get(row["n"], []),
            )
            for row in self._content["sources"]
        ]


def cited_paragraphs(content: dict[str, Any]) -> dict[int, list[int]]:
    """Return, for each source number, the numbered paragraphs that cite it."""
    found: dict[int, list[int]] = {}

    def walk(value: Any, paragraph: int | None) -> None:
        if isinstance(value, list):
            for item in value:
                walk(item, paragraph)
        elif isinstance(value, dict):
            paragraph = value.get("p", paragraph)
            for cite in value.get("cites", []):
                if paragraph and paragraph not in found.setdefault(cite["source"], []):
                    found[cite["source"]].append(paragraph)
            for key, item in value.items():
                if key != "cites":
                    walk(item, paragraph)

    walk({key: value for key, value in content.items() if key not in {"sources", "labels"}}, None)
    # In the order of the page: a content that was read back lists its parts by name.
    return {number: sorted(paragraphs) for number, paragraphs in found.items()}


def _latest(row: dict[str, Any]) -> tuple[bool, str, str]:
    """Order posts by how late they end, then by how late they begin; an open end is the latest."""
    held = dates.parse_or_none(row["span"] or row["in_post_on"])
    if held is None:
        return (False, "", "")
    end = held.last.isoformat() if held.last else "9999"
    return (True, end, held.first.isoformat() if held.first else "")


def axis_of(points: list[date]) -> tuple[int, int] | None:
    """Return the first year of a common axis and the year after its last; None without two years."""
    years = {p.year for p in points}
    if len(years) < 2:
        return None
    first, last = min(years), max(years) + 1
    while not _step(last - first):
        last += 1
    return first, last


def years_of(axis: tuple[int, int] | None) -> list[int]:
    """Return the years to write under an axis, at equal distances from its first to its last."""
    if not axis:
        return []
    first, last = axis
    return list(range(first, last + 1, _step(last - first)))


def _step(length: int) -> int:
    """Return the years between labels: four, five or three equal parts; 0 when there are none."""
    return next((length // parts for parts in (4, 5, 3) if length % parts == 0), length if length < 4 else 0)


def mentions_of(kind: str, key: str) -> QuerySet[Mention]:
    """Return how each live document names this thing, in the order of the documents' numbers."""
    rows = Mention.objects.filter(kind=kind, key=key).select_related("document")
    return rows.order_by("document__public_id")


def crimes_named(codes: list[str]) -> dict[str, list[Mention]]:
    """Return, for each of these crimes, how live dossiers name it."""
    named: dict[str, list[Mention]] = {}
    for mention in Mention.objects.filter(kind="crime", key__in=codes).select_related("document"):
        named.setdefault(mention.key, []).append(mention)
    return named
