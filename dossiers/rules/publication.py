"""P1 to P17 of domain.md §6: what a text needs before it is published."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from dossiers import vocabularies as v
from dossiers.pages.crimes import CrimeView
from dossiers.pages.dossier import Dossier
from dossiers.pages.rows import Reference
from dossiers.rules.reading import (
    AUTHORITIES,
    claims,
    held_at_the_time,
    named,
    of_kind,
    origins,
    roles,
    short,
    supports,
    texts,
    warned,
)
from dossiers.rules.registry import DOSSIER, NEWS, Candidate, enforced_elsewhere, rule
from dossiers.status import SETTLED
from publishing import dates
from publishing.bilingual import Message, Series, Text, Words
from publishing.canonical import Content
from publishing.kinds import Problem


@rule("P1", gettext_lazy("Every statement has a source"), "sources", applies_to=(DOSSIER, NEWS))
def every_claim_is_supported(candidate: Candidate) -> Iterator[Problem]:
    """Every published claim has a supporting citation to a source that is not secret, and its place."""
    if candidate.kind == NEWS:
        if not any(cite["relation"] == "supports" for cite in candidate.content["cites"]):
            yield Problem("P1", Message(_("Add the source of this item.")))
        if dates.parse_or_none(candidate.content["date"]) is None:
            yield Problem("P1", Message(_("Give the date of this item.")))
        return
    for claim in claims(candidate):
        if not supports(claim.cites):
            message = _("%(claim)s: add a source that supports it.")
            yield Problem("P1", Message(message, {"claim": named(claim)}), claim.row)
        elif any(cite.locator_type != "whole" and not cite.locator for cite in claim.cites):
            message = _("%(claim)s: say where in the source, or choose “whole source”.")
            yield Problem("P1", Message(message, {"claim": named(claim)}), claim.row)


def _of(crime: CrimeView, what: Text) -> Message:
    return Message(_("%(code)s, %(what)s"), {"code": crime.code, "what": what})


Supported = tuple[str, Words, list[Reference], set[str]]  # row, what it is, its citations, kinds that suffice


def _accusations(crime: CrimeView) -> Iterator[Supported]:
    """Yield what a crime accuses somebody of, with the kinds of source of which one suffices."""
    yield crime.key, Text(crime.code, crime.code), crime.cites, AUTHORITIES
    for role in crime.roles:
        # A role that is only alleged needs one public source; a national form the charge (§3.3).
        if not role.mode_code.startswith("link.") and role.mode_code != "ml.unspecified":
            charge = {"court_doc"} if role.mode_code in {"ml.national", "ml.jce"} else set()
            yield role.key, _of(crime, role.mode), role.cites, AUTHORITIES | charge
    for row in crime.qualifications:
        yield row.key, _of(crime, row.category), row.cites, AUTHORITIES


@rule("P2", gettext_lazy("Every crime has two independent sources, or a court or UN body"), "sources")
def crimes_are_corroborated(candidate: Candidate) -> Iterator[Problem]:
    """Two origins graded C3 or better, or one judgment or UN or OPCW report; a link rests on its post."""
    for crime in candidate.dossier.crimes:
        for key, what, cites, wanted in _accusations(crime):
            if not of_kind(candidate, cites, wanted) and len(origins(candidate, cites)) < 2:
                needed = Message(
                    _(
                        "%(claim)s: it needs two independent sources graded C3 or better, or one judgment or "
                        "report of the UN or the OPCW. Add a source, or grade those that are there."
                    ),
                    {"claim": what},
                )
                low = _not_counted(candidate, cites)
                yield Problem("P2", Series([needed, low], between=" ") if low else needed, key)


def _not_counted(candidate: Candidate, cites: list[Reference]) -> Message | None:
    """Say which of the sources cited do not count, since they or what they say here is graded low."""
    low = [cite for cite in supports(cites) if not origins(candidate, [cite])]
    titles = {source.n: source.title or source.code for source in candidate.dossier.sources}
    names = [Message(_("“%(title)s”"), {"title": short(titles[cite.source])}) for cite in low]
    return (
        Message(_("Not counted, by its grade: %(sources)s."), {"sources": Series(names)}) if names else None
    )


@rule("P3", gettext_lazy("The person cannot be mistaken for another"), "law")
def the_person_is_identified(candidate: Candidate) -> Iterator[Problem]:
    """Primary names in both scripts, and two further facts that tell this person from another."""
    dossier = candidate.dossier
    for lang, label in v.NAME_SCRIPTS.items():
        if not any(name.lang == lang for name in dossier.primary_names):
            message = _("Add the name used on this site in this script: %(script)s.")
            yield Problem("P3", Message(message, {"script": label}), "names")
    if len(identifying(dossier)) < 2:
        message = _(
            "Two cited facts must tell this person from another: year or age, place of birth, "
            "father’s name, a dated post, a number on an official list."
        )
        yield Problem("P3", Message(message), "birth")


def identifying(dossier: Dossier) -> set[str]:
    """Return which identifying facts are there and cited (domain.md P3)."""
    cited = {key for key, fact in dossier.facts.items() if fact.cites}
    found = cited & {"birth_place"}
    # An age on a given day narrows the year of birth to two, so it counts as one.
    if cited & {"birth", "age"}:
        found.add("birth")
    if any(name.father and name.cites for name in dossier.names):
        found.add("father")
    if any(post.held and post.cites for post in dossier.posts):
        found.add("post")
    if any(row.cites for row in dossier.identifiers):
        found.add("list")
    return found


@rule("P4", gettext_lazy("Arabic and English say the same"), "languages", applies_to=(DOSSIER, NEWS))
def both_languages_are_in_step(candidate: Candidate) -> Iterator[Problem]:
    """A text whose other language changed alone is confirmed by somebody before it is published."""
    for row in candidate.grounds["lagging"]:
        message = {
            "ar": _(
                "“%(text)s”: the English changed and the Arabic did not. Change it, or confirm the pair."
            ),
            "en": _(
                "“%(text)s”: the Arabic changed and the English did not. Change it, or confirm the pair."
            ),
        }[row["lang"]]
        yield Problem("P4", Message(message, {"text": short(row["text"])}), row["claim"])


REQUIRED_PAIRS = {"title", "name", "text", "description", "authority", "alt"}


OPTIONAL_AT = {"roles", "qualifications", "note"}


@rule("P5", gettext_lazy("Every text is there in both languages"), "languages", applies_to=(DOSSIER, NEWS))
def both_languages_are_there(candidate: Candidate) -> Iterator[Problem]:
    """Every public text is in Arabic and in English."""
    if candidate.kind == NEWS:
        yield from _news_in_both_languages(candidate.content)
        return
    for where, pair, claim in texts(candidate.content):
        if where[0] == "sources":  # titles stand as printed; a translation helps the other reader only
            continue
        present = [lang for lang in ("ar", "en") if pair[lang].strip()]
        optional = where[-1] not in REQUIRED_PAIRS or bool(OPTIONAL_AT & set(where))
        if len(present) == 2 or (not present and optional):
            continue
        message = _("A text is empty in both languages: %(where)s.")
        if present:
            message = {
                "ar": _("“%(text)s”: the English is missing."),
                "en": _("“%(text)s”: the Arabic is missing."),
            }[present[0]]
        values = {"text": short(pair["ar"] or pair["en"]), "where": " › ".join(map(str, where))}
        yield Problem("P5", Message(message, values), claim)


def _news_in_both_languages(content: Content) -> Iterator[Problem]:
    if not all(all(content[field].values()) for field in ("headline", "standfirst")):
        yield Problem("P5", Message(_("Write the headline and the standfirst in both languages.")))
    if any(any(content[f].values()) and not all(content[f].values()) for f in ("body", "byline")):
        yield Problem("P5", Message(_("Write the text and its author in both languages, or in none.")))


FRESH = timedelta(days=30)


@rule("P6", gettext_lazy("The legal status was checked within 30 days"), "law")
def the_status_is_fresh(candidate: Candidate) -> Iterator[Problem]:
    """While anything is live, somebody looked within 30 days whether it still stands."""
    if candidate.status in SETTLED:
        return
    checked = candidate.content["checked"]
    if not checked or candidate.occasion.on - date.fromisoformat(checked) > FRESH:
        message = _(
            "Look whether the legal actions still stand, and give the day of checking (30 days at most)."
        )
        yield Problem("P6", Message(message), "checked_on")
    elif date.fromisoformat(checked) > candidate.occasion.on:
        yield Problem(
            "P6", Message(_("The day on which the legal status was checked is still to come.")), "checked_on"
        )


@rule("P7", gettext_lazy("Superior responsibility rests on its three elements"), "law")
def superior_responsibility_is_complete(candidate: Candidate) -> Iterator[Problem]:
    """A post at the time, and control, knowledge and failure, each cited (Rome Statute 28)."""
    for crime, role in roles(candidate):
        if not role.mode_code.startswith("ml.command_"):
            continue
        found = {element.code for element in role.elements if element.cites}
        missing: list[Words] = [label for element, label in v.ELEMENTS.items() if element not in found]
        if not held_at_the_time(candidate, crime, role):
            missing.insert(0, Message(_("a post held at the time")))
        if missing:
            message = _(
                "%(code)s: superior responsibility lacks %(what)s, with sources. Add it, or choose "
                "“Held command of the unit at the time”."
            )
            values = {"code": crime.code, "what": Series(missing, _(", "))}
            yield Problem("P7", Message(message, values), role.key)


@rule("P8", gettext_lazy("A role that is thinly sourced is called alleged"), "sources")
def thin_support_is_called_alleged(candidate: Candidate) -> Iterator[Problem]:
    """With no support better than C3 a role is alleged."""
    for crime, role in roles(candidate):
        strong = of_kind(candidate, role.cites, AUTHORITIES) or origins(candidate, role.cites)
        if role.assessment_code != "alleged" and not strong:
            message = _("%(code)s: no source of this role is graded C3 or better. Choose “Alleged”.")
            yield Problem("P8", Message(message, {"code": crime.code}), role.key)


CONFLICT = date(2012, 2, 15)  # from which the Commission of Inquiry found the threshold met


@rule(
    "P9",
    gettext_lazy("War crimes before 15 February 2012 explain the conflict; genocide is a court’s word"),
    "law",
)
def qualifications_have_their_ground(candidate: Candidate) -> Iterator[Problem]:
    """`wc.*` before the conflict was found needs a legal note; `gen.*` is a court's or a UN body's word."""
    for crime in candidate.dossier.crimes:
        when = dates.parse_or_none(crime.when)
        for row in crime.qualifications:
            values = {"code": crime.code, "what": row.category}
            early = when is not None and when.last is not None and when.last < CONFLICT
            if row.category_code.startswith("wc.") and early and not (row.note.ar and row.note.en):
                message = _(
                    "%(code)s, %(what)s: add a legal note in both languages: which conflict, found by whom."
                )
                yield Problem("P9", Message(message, values), row.key)
            if row.category_code.startswith("gen.") and row.by_code not in {"court", "un_body"}:
                message = _("%(code)s, %(what)s: only a court or a UN body may be the one who says so.")
                yield Problem("P9", Message(message, values), row.key)


@rule("P10", gettext_lazy("A link to a crime shows the post held at the time"), "law")
def a_link_needs_the_post_at_the_time(candidate: Candidate) -> Iterator[Problem]:
    """`link.*` says that somebody held a post when something happened: both dates must meet."""
    for crime, role in roles(candidate):
        if role.mode_code.startswith("link.") and not held_at_the_time(candidate, crime, role):
            message = _("Paragraph %(p)s: choose a post that was held when %(code)s happened.")
            yield Problem("P10", Message(message, {"p": role.p, "code": crime.code}), role.key)


NOTICE = timedelta(days=7)


@rule("P11", gettext_lazy("The person was asked for a reply"), "law")
def a_reply_was_asked_for(candidate: Candidate) -> Iterator[Problem]:
    """Seven days before the first publication, or not at all, for a reason that is written down."""
    if not candidate.occasion.first:
        return
    asked = [row for row in candidate.grounds["replies"] if row["outcome"] == "waived" or row["sent"]]
    if not asked:
        yield Problem(
            "P11",
            Message(_("Ask the person for a reply, or say why not, under “Right of reply”.")),
            "replies",
        )
    elif not any(_in_time(row, candidate.occasion.on) for row in asked):
        yield Problem(
            "P11",
            Message(
                _(
                    "The request for a reply is less than seven days old. Wait; or choose “Not asked, or not "
                    "waited for” under “Right of reply”, with the reason."
                )
            ),
            "replies",
        )


def _in_time(row: dict[str, Any], on: date) -> bool:
    return row["outcome"] == "waived" or on - date.fromisoformat(row["sent"]) >= NOTICE


@rule(
    "P13",
    gettext_lazy("No statement rests on the campaign’s own material alone"),
    "sources",
    warning=True,
    applies_to=(DOSSIER, NEWS),
)
def not_the_campaign_alone(candidate: Candidate) -> Iterator[Problem]:
    kinds = {row["n"]: row["kind"] for row in candidate.content["sources"]}
    for claim in claims(candidate):
        if {kinds[cite.source] for cite in supports(claim.cites)} == {"campaign"}:
            message = _("%(claim)s: only the campaign’s own material supports it.")
            yield warned("P13", Message(message, {"claim": named(claim)}), claim.row)


@rule(
    "P14",
    gettext_lazy("Every web source has an archived copy with its hash"),
    "sources",
    warning=True,
    applies_to=(DOSSIER, NEWS),
)
def web_sources_are_archived(candidate: Candidate) -> Iterator[Problem]:
    """Without a capture a page can vanish; of social media and video it will, so there it blocks."""
    captured = {row["n"]: row["captured"] for row in candidate.grounds["sources"]}
    for row in candidate.content["sources"]:
        if row["url"] and not captured[row["n"]]:
            message = Message(
                _("“%(title)s”: no archived copy with its SHA-256."), {"title": short(row["title"])}
            )
            vanishing = row["kind"] in {"social", "video"}
            yield Problem("P14", message, f"source {row['code']}", warning=not vanishing)


@rule("P15", gettext_lazy("The portrait may be shown and shows this person"), "harm")
def the_portrait_may_be_shown(candidate: Candidate) -> Iterator[Problem]:
    """Identity verified, kind of picture known, owner, licence, place, and words for it in both languages."""
    if not candidate.content["portrait"]:
        return
    shown, facts = candidate.content["portrait"], candidate.grounds["portrait"]
    wanted = {
        "portrait_identified": (facts["identified"], _("a second source that shows that this is the person")),
        "portrait_context": (facts["context"] != "unknown", _("the kind of picture")),
        "portrait_owner": (facts["owner"], _("who owns it")),
        "portrait_licence": (facts["licence"], _("why it may be published")),
        "portrait_place": (facts["place"], _("where and when it was taken")),
        "portrait_alt": (all(shown["alt"].values()), _("what it shows, in both languages")),
        "portrait_credit": (all(shown["credit"].values()), _("the credit, in both languages")),
    }
    for name, (there, what) in wanted.items():
        if not there:
            yield Problem("P15", Message(_("The portrait lacks: %(what)s."), {"what": Message(what)}), name)


YEAR = timedelta(days=365)


@rule("P16", gettext_lazy("Whether the person is alive was checked within a year"), "law", warning=True)
def life_status_is_fresh(candidate: Candidate) -> Iterator[Problem]:
    told = candidate.content["identity"]["life_status"]
    if not told or told["code"] in {"presumed_alive", "unknown"}:
        return
    checked = candidate.content["life_checked"]
    if not checked or candidate.occasion.on - date.fromisoformat(checked) > YEAR:
        message = _(
            "It is more than a year since somebody checked whether the person is alive, or nobody did."
        )
        yield warned("P16", Message(message), "life_checked_on")


@rule("P17", gettext_lazy("No request of the person or for a correction is overdue"), "law")
def no_request_is_overdue(candidate: Candidate) -> Iterator[Problem]:
    for row in candidate.grounds["requests"]:
        late = date.fromisoformat(row["due"]) < candidate.occasion.on
        if row["outcome"] == "open" and row["weight"] == "material" and late:
            values = {"kind": v.REQUEST_KINDS[row["kind"]], "day": dates.parse(row["due"])}
            yield Problem(
                "P17", Message(_("A request is overdue since %(day)s: %(kind)s."), values), "requests"
            )


enforced_elsewhere(
    "P12", gettext_lazy("Readers are told what changed"), "languages", applies_to=(DOSSIER, NEWS)
)
