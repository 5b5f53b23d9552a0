"""The crimes that a dossier names: what happened, who had which part in it, how it is qualified."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from dossiers import schema
from dossiers.pages.claim import Claim, ClaimKind, When, paragraph
from dossiers.pages.rows import Paragraph, Reference, paragraphs, references
from publishing.bilingual import BLANK, Message, Text, in_both
from publishing.pages.reading import EditionLabels


@dataclass(frozen=True)
class Element:
    """A finding that superior responsibility rests on (Rome Statute 28)."""

    code: str
    label: Text
    text: Text
    cites: list[Reference]

    @classmethod
    def of(cls, row: schema.ElementContent, labels: EditionLabels) -> "Element":
        label = labels.get("elements", row["element"])
        return cls(row["element"], label, Text.of(row["text"]), references(row["cites"], labels))


@dataclass(frozen=True)
class Role:
    key: str
    p: int
    phrase: Text  # the degree of proof and the role
    mode: Text
    mode_code: str
    text: Text
    degree: str
    action: str | None  # the key of the legal action that it rests on
    attributed_to: int | None
    post: str | None  # the key of the post that it was held in
    assessment_code: str
    cites: list[Reference]
    elements: list[Element]

    @classmethod
    def of(cls, row: schema.RoleContent, labels: EditionLabels) -> "Role":
        return cls(
            key=row["key"],
            p=row["p"],
            phrase=Text.of(row["phrase"]),
            mode=labels.get("modes", row["mode"]),
            mode_code=row["mode"],
            text=Text.of(row["text"]),
            degree=row["degree"],
            action=row["action"],
            attributed_to=row["attributed_to"],
            post=row["tenure"],
            assessment_code=row["assessment"],
            cites=references(row["cites"], labels),
            elements=[Element.of(element, labels) for element in row["elements"]],
        )


OFFICES = {
    "Investigating",
    "Public",
    "Jury",
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
}


def definite(name: str) -> str:
    """Return the English name of an authority as it stands in a sentence: "the Paris Assize Court"."""
    first, space, rest = name.partition(" ")
    if not rest or first.lower() in {"the", "a", "an"}:
        return name
    return f"the {first.lower() if first in OFFICES else first}{space}{rest}"


@dataclass(frozen=True)
class QualificationView:
    key: str
    category: Text
    category_code: str
    by: Text
    by_code: str
    authority: Text
    standard: Text
    date: str
    note: Text
    cites: list[Reference]

    @property
    def said_by(self) -> Text:
        """Who says that the crime is of this category: printed before it, in one weight."""
        if self.by_code == "campaign":
            return Text.of(in_both(Message(_("this file’s own classification"))))
        who = self.authority or self.by
        if self.authority and self.by_code != "ngo":  # an organisation bears a name of its own
            who = Text(who.ar, definite(who.en))
        return Text.of(in_both(Message(_("according to %(who)s"), {"who": who})))

    @classmethod
    def of(cls, row: schema.QualificationContent, labels: EditionLabels) -> "QualificationView":
        return cls(
            key=row["key"],
            category=labels.get("categories", row["category"]),
            category_code=row["category"],
            by=labels.get("qualifiers", row["by"]),
            by_code=row["by"],
            authority=Text.of(row["authority"]),
            standard=labels.get("standards", row["standard"]),
            date=row["date"],
            note=Text.of(row["note"]),
            cites=references(row["cites"], labels),
        )


@dataclass(frozen=True)
class TollView:
    """How many were killed, injured or held, according to whom."""

    key: str
    kind: Text
    text: Text
    standard: Text
    as_of: str
    cites: list[Reference]

    @classmethod
    def of(cls, row: schema.TollContent, labels: EditionLabels) -> "TollView":
        return cls(
            key=row["key"],
            kind=labels.get("toll_kinds", row["kind"]),
            text=Text.of(row["text"]),
            standard=labels.get("standards", row["standard"]),
            as_of=row["as_of"],
            cites=references(row["cites"], labels),
        )


@dataclass(frozen=True)
class CrimeView:
    key: str
    number: int
    code: str
    p: int
    title: Text
    description: Text
    when: str
    within: bool
    place: Text
    governorate: Text
    governorate_code: str
    conducts: list[Text]
    conduct_codes: list[str]
    cites: list[Reference]
    tolls: list[TollView]
    roles: list[Role]
    statements: list[Paragraph]
    qualifications: list[QualificationView]

    @classmethod
    def of(cls, number: int, row: schema.CrimeContent, labels: EditionLabels) -> "CrimeView":
        return cls(
            key=row["key"],
            number=number,
            code=row["code"],
            p=row["p"],
            title=Text.of(row["title"]),
            description=Text.of(row["description"]),
            when=row["when"],
            within=row["when_kind"] == "within",
            place=Text.of(row["place"]),
            governorate=labels.get("governorates", row["governorate"]),
            governorate_code=row["governorate"],
            conducts=[labels.get("conducts", code) for code in row["conducts"]],
            conduct_codes=row["conducts"],
            cites=references(row["cites"], labels),
            tolls=[TollView.of(toll, labels) for toll in row["tolls"]],
            roles=[Role.of(role, labels) for role in row["roles"]],
            statements=paragraphs(row["statements"], labels),
            qualifications=[QualificationView.of(q, labels) for q in row["qualifications"]],
        )


def claims(crime: CrimeView) -> Iterator[Claim]:
    place = f"c{crime.number}"
    yield Claim(
        ClaimKind.HEADING,
        f"{crime.key}-title",
        place,
        crime.title,
        [],
        date=crime.when,
        parts=(crime.title, When(crime.when, crime.within), crime.place, crime.governorate),
        crime=crime,
    )
    yield Claim(
        ClaimKind.CRIME,
        crime.key,
        f"p{crime.p}",
        crime.description,
        crime.cites,
        p=crime.p,
        parts=(crime.description,),
        crime=crime,
    )
    for toll in crime.tolls:
        yield _toll_claim(toll, crime)
    for role in crime.roles:
        yield from _role_claims(role, crime)
    for row in crime.statements:
        yield paragraph(row, crime)
    for q in crime.qualifications:
        yield _qualification_claim(q, crime)


def _toll_claim(toll: TollView, crime: CrimeView) -> Claim:
    return Claim(
        ClaimKind.TOLL,
        toll.key,
        f"c{crime.number}",
        toll.text,
        toll.cites,
        about=toll.kind,
        under=crime.p,
        parts=(toll.kind, toll.text),
        limits=(toll.standard, When(toll.as_of)),
        crime=crime,
    )


def _role_claims(role: Role, crime: CrimeView) -> Iterator[Claim]:
    yield Claim(
        ClaimKind.ROLE,
        role.key,
        f"p{role.p}",
        role.text or role.phrase,
        role.cites,
        about=role.phrase if role.text else BLANK,
        p=role.p,
        parts=(role.phrase, role.text),
        crime=crime,
    )
    for element in role.elements:
        yield Claim(
            ClaimKind.ELEMENT,
            f"{role.key}-{element.code}",
            f"p{role.p}",
            element.text,
            element.cites,
            about=element.label,
            under=role.p,
            parts=(element.text,),
            crime=crime,
        )


def _qualification_claim(q: QualificationView, crime: CrimeView) -> Claim:
    return Claim(
        ClaimKind.QUALIFICATION,
        q.key,
        f"c{crime.number}",
        q.category,
        q.cites,
        about=q.said_by,
        under=crime.p,
        parts=(q.category, q.by, q.authority),
        limits=(q.standard, When(q.date)),
        crime=crime,
    )
