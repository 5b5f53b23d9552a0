"""Edition content → typed, read-only objects for pages, lists, the search and the rules.

Never imports working models: a page cannot show what no edition holds.
"""

from functools import cached_property
from typing import cast

from dossiers import schema
from dossiers.pages.axis import axis_of, years_of
from dossiers.pages.claim import Claim
from dossiers.pages.claims import claims
from dossiers.pages.crimes import CrimeView
from dossiers.pages.distress import is_distressing
from dossiers.pages.identity import Fact, IdentifierView, NameView, PortraitView, facts_of
from dossiers.pages.law import Action, CaseView, Standing, actions_of, cases_of, standings_of
from dossiers.pages.posts import Beginnings, Post
from dossiers.pages.rows import Paragraph, Reference, paragraphs
from dossiers.pages.sources import SourceView
from dossiers.status import DEAD
from publishing import dates
from publishing.bilingual import BLANK, Text
from publishing.canonical import Content
from publishing.pages.reading import EditionLabels, UnknownSchema

READERS = {"bl-dossier/1"}


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

    @cached_property
    def claims(self) -> list[Claim]:
        """Every statement of the page, once, in its order."""
        return list(claims(self))

    # Who it is

    @cached_property
    def names(self) -> list[NameView]:
        return [NameView.of(row, self._labels) for row in self._content["names"]]

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
        return facts_of(self._content["identity"], self._labels)

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

    @property
    def life_checked(self) -> str:
        """The day of the newest page that tells of the life of somebody not known to be dead."""
        code = self._content["identity"]["life_status"]
        alive = code is not None and code["code"] not in DEAD
        return self._content["life_checked"] if alive else ""

    @cached_property
    def identifiers(self) -> list[IdentifierView]:
        return [IdentifierView.of(row, self._labels) for row in self._content["identity"]["identifiers"]]

    @property
    def same_name(self) -> Text:
        """What tells the person from others of the same name."""
        return Text.of(self._content["identity"]["same_name"])

    @property
    def portrait(self) -> PortraitView | None:
        row = self._content["portrait"]
        return PortraitView(row["file"], Text.of(row["alt"]), Text.of(row["credit"])) if row else None

    # Paragraphs

    def _paragraphs(self, rows: list[schema.StatementContent]) -> list[Paragraph]:
        return paragraphs(rows, self._labels)

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

    def differences_about(self, key: str) -> list[Paragraph]:
        """Return the paragraphs that stand beside what sources differ about, by its key."""
        return [row for row in self.differences if row.about == key]

    @property
    def differences_apart(self) -> list[Paragraph]:
        """Those that stand beside nothing on the page."""
        shown = {*(claim.row for claim in self.claims)}
        return [row for row in self.differences if not row.about or row.about not in shown]

    # Posts

    @property
    def office(self) -> Text:
        """The post named on the cover and in lists, with its years: the latest by its end."""
        dated = [post for post in self.posts if post.held]
        latest = max(dated or self.posts, key=_latest, default=None)
        return latest.phrase if latest else BLANK

    @cached_property
    def posts(self) -> list[Post]:
        rows = self._content["tenures"]
        return [Post.of(row, self._labels, self.axis, self._beginnings) for row in rows]

    @cached_property
    def _beginnings(self) -> Beginnings:
        """When each crime began, as a date of its own precision."""
        found = enumerate((dates.parse_or_none(row["when"]) for row in self._content["crimes"]), 1)
        return [(n, dates.PartialDate(d.edtf, d.start, d.start)) for n, d in found if d and d.start]

    @cached_property
    def axis(self) -> tuple[int, int] | None:
        """First and last year of the common axis of the posts; None without two years."""
        spans = [dates.parse_or_none(row["held"]) for row in self._content["tenures"]]
        points = [d for span in spans if span for d in (span.first, span.last) if d]
        points += [start.first for _number, start in self._beginnings if start.first]
        return axis_of(points)

    @property
    def axis_years(self) -> list[int]:
        return years_of(self.axis)

    # Crimes

    @cached_property
    def crimes(self) -> list[CrimeView]:
        rows = enumerate(self._content["crimes"], 1)
        return [CrimeView.of(number, row, self._labels) for number, row in rows]

    @property
    def distressing(self) -> bool:
        """Say whether what it tells of is torture or sexual violence: a line before it warns of that."""
        codes = [code for crime in self.crimes for code in crime.conduct_codes]
        return is_distressing(codes, *(paragraph.text for paragraph in self.summary))

    # Law

    @property
    def checked(self) -> str:
        """The day on which somebody last looked whether the status still stands."""
        return self._content["checked"]

    @property
    def status(self) -> Text:
        """The legal status with its scope, as the file itself prints it (domain.md W2)."""
        return Text.of(self._content["status"]["long"])

    @property
    def status_short(self) -> Text:
        """The same with city and year, as lists print it."""
        return Text.of(self._content["status"]["short"])

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
        return actions_of(self._content["actions"], self._labels)

    @cached_property
    def cases(self) -> list[CaseView]:
        return cases_of(self._content, self.actions, self.standings, self._labels)

    @cached_property
    def standings(self) -> list[Standing]:
        """What stands in each case and after each action: what ended first, then the gravest."""
        return standings_of(self._content["status"]["proceedings"], self.actions)

    # Sources

    @cached_property
    def sources(self) -> list[SourceView]:
        cited = self._cited()
        rows = self._content["sources"]
        return [SourceView.of(row, self._labels, cited.get(row["n"], ())) for row in rows]

    def _cited(self) -> dict[int, list[tuple[Reference, int | None]]]:
        """Return what cites each source, with the numbered paragraph that it is or stands under."""
        found: dict[int, list[tuple[Reference, int | None]]] = {}
        for claim in self.claims:
            for cite in claim.cites:
                found.setdefault(cite.source, []).append((cite, claim.paragraph))
        return found


def shown_on_a_card(dossier: Dossier) -> list[str]:
    """Return the texts of a file's card for other sites, in the language at hand."""
    return [str(dossier.office), str(dossier.status_short), str(dossier.same_name)]


def _latest(post: Post) -> tuple[bool, str, str]:
    """Order posts by how late they end, then by how late they begin; an open end is the latest."""
    held = dates.parse_or_none(post.held)
    if held is None:
        return (False, "", "")
    end = held.last.isoformat() if held.last else "9999"
    return (True, end, held.first.isoformat() if held.first else "")
