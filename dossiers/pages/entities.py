"""A dossier as entities of FollowTheMoney (domain.md §8.1)."""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from dossiers.pages.claim import Claim
from dossiers.pages.crimes import CrimeView, Role
from dossiers.pages.dossier import Dossier
from dossiers.pages.law import Action, CaseView
from dossiers.pages.posts import InstitutionView, Post
from dossiers.pages.sources import SourceView
from publishing.bilingual import Text
from publishing.pages.addresses import both
from publishing.pages.followthemoney import Entity, country, date, entity, identifier, period
from publishing.pages.reading import PublicDocument

WEAK_NAMES = {"kunya", "laqab", "nisba", "misspelling", "abbrev"}  # by which alone nobody is known
TOPICS = {"sanctioned": "sanction", "wanted": "wanted"}  # a status that stands → a topic
POLITICAL = {"presidency", "government", "ministry", "parliament"}
ARMED = {
    "armed_hq", "air_force", "corps", "division", "brigade", "regiment", "battalion", "airbase",
    "military_police",
}  # fmt: skip
SECURITY = {"intel_directorate", "intel_branch", "crisis_body", "police", "criminal_security"}
PUBLIC_BODIES = {
    *POLITICAL, *ARMED, *SECURITY, "prison", "hospital", "prosecution", "court", "governorate_admin",
    "commission", "research",
}  # fmt: skip
WAR_CRIMES = ("wc.", "cah.")
FINAL = "final"  # the degree of proof of what a court has settled
IN_SYRIA = "sy"
ENDED = Text("أُنهي أو استُبدل بإجراء لاحق", "ended or replaced by a later action")


def entities(found: PublicDocument) -> Iterator[Entity]:
    """Yield the person, then all that the file links the person to, then the sources."""
    yield from _Entities(found).all()


class _Entities:
    def __init__(self, found: PublicDocument) -> None:
        self.found, self.dossier = found, Dossier(found.content)
        self.person = identifier(found.public_id)
        self.address = both("edition", found.slug, found.edition.number)["en"]

    def all(self) -> Iterator[Entity]:
        yield self._person()
        for post in self.dossier.posts:
            yield from self._post(post)
        for crime in self.dossier.crimes:
            yield self._event(crime)
            for role in crime.roles:
                yield self._role(crime, role)
        for case in self.dossier.cases:
            yield from self._case(case)
        for source in self.dossier.sources:
            if not source.restricted:
                yield self._source(source)
        yield from self._documentation()

    # Who

    def _person(self) -> Entity:
        dossier, edition = self.dossier, self.found.edition
        birth, death = (
            dossier.facts[name].date if name in dossier.facts else "" for name in ("birth", "death")
        )
        return entity(
            self.person,
            "Person",
            name=dossier.name,
            alias=[name.text for name in dossier.other_names if name.code not in WEAK_NAMES],
            weakAlias=[name.text for name in dossier.other_names if name.code in WEAK_NAMES],
            title=dossier.rank.text if dossier.rank else "",
            gender=dossier.gender,
            birthDate=date(birth),
            birthPlace=dossier.birth_place.text if dossier.birth_place else "",
            deathDate=date(death),
            position=dossier.office,
            summary=dossier.status,
            sourceUrl=self.address,
            modifiedAt=edition.published_at.date().isoformat(),
            topics=self._topics(),
        )

    def _topics(self) -> list[str]:
        """Return how others may sort the person: no further than what stands today, in any case."""
        standing = {one.code for one in self.dossier.standings}
        found = [topic for code, topic in TOPICS.items() if code in standing]
        offices = [post for post in self.found.content["tenures"] if post["institution"]["type"] in POLITICAL]
        if offices:
            found.append("role.pep")
        if self._convicted_of_war_crimes():
            found.append("crime.war")
        return found or ["poi"]

    def _convicted_of_war_crimes(self) -> bool:
        """Say whether a court convicted of one, finally: no other conviction or finding is that."""
        return self.dossier.status_code == "convicted_final" and any(
            q["by"] == "court" and q["of_person"] and q["category"].startswith(WAR_CRIMES)
            for crime in self.found.content["crimes"]
            for q in crime["qualifications"]
            if any(role["degree"] == FINAL for role in crime["roles"])
        )

    # Posts

    def _post(self, post: Post) -> Iterator[Entity]:
        above, types = [post.institution, *post.institution.parents], self._types
        for institution in above:
            yield self._institution(institution, types[institution.code])
        for below, parent in pairwise(above):
            yield entity(
                identifier("parent", below.code, parent.code),
                "UnknownLink",
                subject=identifier(below.code),
                object=identifier(parent.code),
                role="parent body",
            )
        position = identifier("position", post.institution.code, post.title.en)
        yield entity(
            position,
            "Position",
            name=post.title,
            organization=identifier(post.institution.code),
            country=IN_SYRIA if types[post.institution.code] in PUBLIC_BODIES else "",
        )
        begin, end = period(post.held)
        yield entity(
            identifier(post.key),
            "Occupancy",
            holder=self.person,
            post=position,
            startDate=begin,
            endDate=end,
            summary=post.period,
            status="" if post.status_code == "confirmed" else post.status,
            sourceUrl=f"{self.address}#positions",
        )

    @cached_property
    def _types(self) -> dict[str, str]:
        """The type of each institution by its code; labels are all that a page reads."""
        found = {}
        for row in self.found.content["tenures"]:
            for one in [row["institution"], *row["institution"]["parents"]]:
                found[one["code"]] = one["type"]
        return found

    def _institution(self, institution: InstitutionView, kind: str) -> Entity:
        topics = ["mil"] if kind in ARMED else ["gov.security"] if kind in SECURITY else []
        return entity(
            identifier(institution.code),
            "PublicBody" if kind in PUBLIC_BODIES else "Organization",
            name=institution.name,
            country=IN_SYRIA if kind in PUBLIC_BODIES else "",
            legalForm=institution.type,
            incorporationDate=date(institution.inception),
            dissolutionDate=date(institution.dissolution),
            sourceUrl=both("institution", institution.code)["en"],
            topics=topics,
        )

    # Incidents

    def _event(self, crime: CrimeView) -> Entity:
        begin, end = ("", "") if crime.within else period(crime.when)
        return entity(
            identifier(crime.code),
            "Event",
            name=crime.title,
            summary=crime.description,
            date=date(crime.when),
            startDate=begin,
            endDate=end,
            location=crime.place,
            country=IN_SYRIA if crime.governorate_code.startswith("SY") else "",
            sourceUrl=both("crime", crime.code)["en"],
        )

    def _role(self, crime: CrimeView, role: Role) -> Entity:
        """Return the link to an incident: the phrase carries its degree of proof, a code would not."""
        return entity(
            identifier(role.key),
            "UnknownLink",
            subject=self.person,
            object=identifier(crime.code),
            role=role.phrase,
            summary=role.text,
            sourceUrl=f"{self.address}#p{role.p}",
        )

    # Law

    def _case(self, case: CaseView) -> Iterator[Entity]:
        for action in case.actions:
            if action.type_code == "sanction":
                yield self._sanction(action)
        others = [action for action in case.actions if action.type_code != "sanction"]
        if case.key and others:
            yield from self._proceeding(identifier(case.key), case.name, case, others)
        elif not case.key:
            for action in others:
                yield from self._proceeding(identifier(action.key), _called(action), case, [action])

    def _sanction(self, action: Action) -> Entity:
        return entity(
            identifier(action.key),
            "Sanction",
            entity=self.person,
            authority=action.authority,
            authorityId=action.list_ref,
            reason=action.charges or action.offence,
            listingDate=date(action.date),
            status=action.status if action.ended_by is None else ENDED,
            country=country(action.country_code),
            sourceUrl=f"{self.address}#p{action.p}",
        )

    def _proceeding(self, own_id: str, name: Text, case: CaseView, actions: list[Action]) -> Iterator[Entity]:
        newest = actions[-1]
        standing = next((one for one in self.dossier.standings if newest.key in one.actions), None)
        yield entity(
            own_id,
            "CourtCase",
            name=name,
            type=newest.type,
            status=newest.status,
            caseNumber=case.number or newest.list_ref,
            court=case.court or newest.authority,
            fileDate=date(actions[0].date) if case.key else date(newest.date),
            country=country(case.jurisdiction_code or newest.country_code),
            sourceUrl=f"{self.address}#p{newest.p}",
        )
        yield entity(
            identifier("party", own_id, self.person),
            "CourtCaseParty",
            party=self.person,
            case=own_id,
            role=newest.type,
            status=standing.short if standing else newest.status,
            sourceUrl=f"{self.address}#p{newest.p}",
        )

    # Sources

    def _source(self, source: SourceView) -> Entity:
        return entity(
            identifier(source.code),
            "Article",
            name=source.title,
            title=source.title,
            fileName=source.code,
            publisher=source.publisher,
            publishedAt=date(source.issued),
            language=source.lang,
            sourceUrl=source.url or both("source", source.code)["en"],
        )

    def _documentation(self) -> Iterator[Entity]:
        codes = {source.n: source.code for source in self.dossier.sources}
        seen = set()
        for claim in self.dossier.claims:
            for cite in claim.cites:
                about, code = self._about(claim), codes[cite.source]
                own_id = identifier("documentation", code, about, cite.locator, cite.relation)
                if code and cite.relation == "supports" and own_id not in seen:
                    seen.add(own_id)
                    yield entity(
                        own_id,
                        "Documentation",
                        document=identifier(code),
                        entity=about,
                        role=cite.locator,
                    )

    def _about(self, claim: Claim) -> str:
        return identifier(claim.crime.code) if claim.crime else self.person


def _called(action: Action) -> Text:
    """Return the name of a step that belongs to no case: what it is, and whose."""
    return Text(f"{action.type.ar}، {action.authority.ar}", f"{action.type.en}, {action.authority.en}")
