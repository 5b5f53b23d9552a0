"""S1 to S6 of domain.md §6: sources that may be shown and counted."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from dossiers.models.sources import MAX_QUOTE
from dossiers.rules.reading import claims, named, origins, short, supports, warned
from dossiers.rules.registry import DOSSIER, NEWS, Candidate, enforced_elsewhere, rule
from publishing.bilingual import Message
from publishing.kinds import Problem


@rule("S2", gettext_lazy("Leaked documents were verified twice"), "sources", applies_to=(DOSSIER, NEWS))
def leaks_are_verified(candidate: Candidate) -> Iterator[Problem]:
    known = {row["n"]: row["verifications"] for row in candidate.grounds["sources"]}
    for row in candidate.content["sources"]:
        if row["kind"] == "leaked_doc" and known[row["n"]] < 2:
            message = _("“%(title)s”: describe two independent verifications of this leaked document.")
            yield Problem("S2", Message(message, {"title": short(row["title"])}), f"source {row['code']}")


@rule("S3", gettext_lazy("Sources that repeat each other are not counted twice"), "sources", warning=True)
def repeats_count_once(candidate: Candidate) -> Iterator[Problem]:
    for claim in claims(candidate):
        cited = {cite.source for cite in supports(claim.cites)}
        if len(cited) > 1 and len(origins(candidate, claim.cites, graded=False)) == 1:
            message = _("%(claim)s: its sources all go back to one. They count as one.")
            yield warned("S3", Message(message, {"claim": named(claim)}), claim.row)


@rule("S4", gettext_lazy("Quotations are short"), "sources", applies_to=(DOSSIER, NEWS))
def quotations_are_short(candidate: Candidate) -> Iterator[Problem]:
    for claim in claims(candidate):
        if any(len(cite.quote) > MAX_QUOTE for cite in claim.cites):
            message = _("%(claim)s: a quotation may have at most 400 characters.")
            yield Problem("S4", Message(message, {"claim": named(claim)}), claim.row)


@rule(
    "S5",
    gettext_lazy("A dead link has an archived copy"),
    "sources",
    warning=True,
    applies_to=(DOSSIER, NEWS),
)
def dead_links_are_archived(candidate: Candidate) -> Iterator[Problem]:
    dead = {row["n"] for row in candidate.grounds["sources"] if row["dead"]}
    for row in candidate.content["sources"]:
        if row["n"] in dead and not row["archive_url"]:
            message = _("“%(title)s”: its address no longer answers, and there is no archived copy.")
            yield warned("S5", Message(message, {"title": short(row["title"])}), f"source {row['code']}")


@rule("S6", gettext_lazy("An Interpol notice that is not published is called reported"), "law")
def unpublished_notices_are_reported(candidate: Candidate) -> Iterator[Problem]:
    """Only interpol.int shows that a notice is published; a notice elsewhere is “reported” (§3.6)."""
    hosts = {row["n"]: urlsplit(row["url"]).hostname or "" for row in candidate.content["sources"]}
    for row in candidate.dossier.actions:
        if row.type_code not in {"red_notice", "diffusion", "un_notice"} or row.status_code != "published":
            continue
        cited = {hosts[cite.source] for cite in supports(row.cites)}
        if not any(host == "interpol.int" or host.endswith(".interpol.int") for host in cited):
            message = _("Paragraph %(p)s: choose the status “Reported”, or cite the notice on interpol.int.")
            yield Problem("S6", Message(message, {"p": row.p}), row.key)


enforced_elsewhere(
    "S1", gettext_lazy("No secret source leaves the desk"), "sources", applies_to=(DOSSIER, NEWS)
)
