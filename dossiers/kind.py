"""What publishing knows of a dossier."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dossiers import content as working
from dossiers import rules
from dossiers import vocabularies as v
from dossiers.desk import second_look
from dossiers.models import Perpetrator
from dossiers.pages import projection
from dossiers.pages.chain_of_command import command
from dossiers.pages.dossier import SECTIONS, Cite, Dossier, Paragraph
from dossiers.pages.dossier_page import dossier_page
from publishing import dates
from publishing.canonical import Content
from publishing.kinds import Draft, Kind, Named, Occasion, Problem, Row, Rule
from publishing.pages.pictures import renditions
from publishing.pages.reading import EditionView
from publishing.working import history

Line = tuple[str, str, str]


class DossierKind(Kind):
    name = "dossier"
    label = gettext_lazy("Dossier")

    def freeze(self, working_copy: Perpetrator) -> Draft:
        return working.freeze(working_copy)

    def check(self, content: Content, grounds: Content, occasion: Occasion) -> list[Problem]:
        return rules.check(rules.Candidate(content, grounds, occasion))

    def rules(self) -> list[Rule]:
        return list(rules.rules_of(rules.DOSSIER))

    def today(self, content: Content) -> tuple[Content, list[Problem]]:
        person = Perpetrator.objects.filter(public_id=content["public_id"]).first()
        if person is None:
            return {}, []
        grounds = working.freeze(person).grounds
        later = {name: grounds[name] for name in ("named", "requests", "sensitivity", "staff_named")}
        return later, working.held_back(content)

    def forget(self, public_id: str) -> None:
        keys = history.of(Perpetrator).filter(public_id=public_id).values_list("id", flat=True)
        history.purge(Perpetrator, set(keys))

    def not_needed(self, content: Content, grounds: Content, occasion: Occasion) -> set[str]:
        return rules.not_needed(rules.Candidate(content, grounds, occasion))

    def second_look(self, before: Content | None, after: Content, grounds: Content) -> Iterator[str]:
        return second_look.find(before, after, grounds)

    def fairness(self, grounds: Content) -> list[tuple[str, str]]:
        return second_look.fairness(grounds)

    def row(self, content: Content) -> Row:
        return projection.row(content)

    def names(self, content: Content) -> Iterable[Named]:
        return projection.names(content)

    def url(self, slug: str) -> str:
        return reverse("dossier", args=[slug])

    def media(self, content: Content) -> Iterable[str]:
        return renditions(content["portrait"]["file"]) if content["portrait"] else []

    def page(self, request: HttpRequest, content: Content, edition: EditionView) -> HttpResponse:
        dossier = Dossier(content)
        chain = command(dossier, request.GET.get("on", ""))
        return dossier_page(request, dossier, edition, command=chain)

    def lines(self, content: Content) -> Iterator[Line]:
        return lines(content)


def lines(content: Content) -> Iterator[Line]:
    """Yield every statement of the page with the key by which an edition knows it again."""
    dossier = Dossier(content)
    for row, name in zip(content["names"], dossier.names, strict=True):
        yield row["key"], str(name.kind), name.text
        yield from _sources(row["key"], name.cites, dossier)
    yield from _facts(dossier)
    for row, post in zip(content["tenures"], dossier.posts, strict=True):
        held = dates.show(post.span) or dates.show(post.in_post_on)
        yield row["key"], _("Post"), _join(post.title, post.institution.name, post.rank, held, post.status)
        yield from _sources(row["key"], post.cites, dossier)
    for section in SECTIONS:
        for row, paragraph in zip(content[section], dossier.section(section), strict=True):
            yield from _paragraph(row["key"], paragraph, dossier)
    yield from _crimes(content, dossier)
    for row, action in zip(content["actions"], dossier.actions, strict=True):
        text = _join(
            dates.show(action.date), action.type, action.authority, action.charges, action.sentence,
            action.list_ref, action.status, dates.show(action.status_date),
        )  # fmt: skip
        yield row["key"], _("Legal action"), text
        yield from _sources(row["key"], action.cites, dossier)
    yield "status", _("Legal status"), str(dossier.status)
    if dossier.portrait:
        yield "portrait", _("Portrait"), _join(dossier.portrait["alt"], dossier.portrait["credit"])


def _facts(dossier: Dossier) -> Iterator[Line]:
    labels = {
        "rank": _("Rank"),
        "birth": _("Date of birth"),
        "birth_place": _("Place of birth"),
        "death": _("Date of death"),
        "age": _("Age on record"),
        "life_status": _("Whether alive"),
    }
    for key, label in labels.items():
        if fact := dossier.fact(key):
            number = str(fact.number) if fact.number is not None else ""
            yield key, label, _join(number, dates.show(fact.date), fact.text)
            yield from _sources(key, fact.cites, dossier)
    for scheme, value, cites in dossier.identifiers:
        yield f"{scheme.en} {value}", str(scheme), value
        yield from _sources(f"{scheme.en} {value}", cites, dossier)


def _crimes(content: Content, dossier: Dossier) -> Iterator[Line]:
    for row, crime in zip(content["crimes"], dossier.crimes, strict=True):
        when = dates.show(crime.when, crime.within)
        yield f"{row['key']}-title", crime.code, _join(crime.title, when, crime.place, crime.governorate)
        yield from _paragraph(row["key"], Paragraph(crime.p, crime.description, crime.cites), dossier)
        for raw, role in zip(row["roles"], crime.roles, strict=True):
            yield raw["key"], _("Role"), _join(role.mode, role.text, role.assessment)
            yield from _sources(raw["key"], role.cites, dossier)
        for raw, statement in zip(row["statements"], crime.statements, strict=True):
            yield from _paragraph(raw["key"], statement, dossier)
        for raw, qualification in zip(row["qualifications"], crime.qualifications, strict=True):
            text = _join(
                qualification.category, qualification.by, qualification.authority,
                qualification.standard, dates.show(qualification.date),
            )  # fmt: skip
            yield raw["key"], _("Legal qualification"), text
            yield from _sources(raw["key"], qualification.cites, dossier)


def _paragraph(key: str, paragraph: Paragraph, dossier: Dossier) -> Iterator[Line]:
    yield key, _("Paragraph %(number)s") % {"number": paragraph.p}, str(paragraph.text)
    yield from _sources(key, paragraph.cites, dossier)


def _sources(key: str, cites: list[Cite], dossier: Dossier) -> Iterator[Line]:
    titles = {source.n: source.title or str(source.kind) for source in dossier.sources}
    if cites:
        text = " · ".join(
            _join(
                titles[cite.source],
                cite.place,
                cite.locator,
                "" if cite.relation == "supports" else v.RELATIONS[cite.relation],
                cite.quote,
            )
            for cite in cites
        )
        yield f"{key}-sources", _("Sources of the line above"), text


def _join(*parts: Any) -> str:
    """Return the parts that are there, set apart: a list for comparing, not a sentence."""
    return " · ".join(text for part in parts if (text := str(part)))
