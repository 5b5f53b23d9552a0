"""What a reader reads of a dossier, line by line, for comparing two editions."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dossiers import vocabularies as v
from dossiers.pages.claim import Claim, ClaimKind
from dossiers.pages.dossier import Dossier
from publishing.bilingual import Series
from publishing.kinds import Line

KINDS = {
    ClaimKind.POST: gettext_lazy("Post"),
    ClaimKind.TOLL: gettext_lazy("Figure"),
    ClaimKind.ROLE: gettext_lazy("Role"),
    ClaimKind.QUALIFICATION: gettext_lazy("Legal qualification"),
    ClaimKind.ACTION: gettext_lazy("Legal action"),
}
FACTS = {
    "rank": gettext_lazy("Rank"),
    "birth": gettext_lazy("Date of birth"),
    "birth_place": gettext_lazy("Place of birth"),
    "death": gettext_lazy("Date of death"),
    "age": gettext_lazy("Age on record"),
    "life_status": gettext_lazy("Life status"),
}


def lines(dossier: Dossier) -> Iterator[Line]:
    """Yield every statement of the page, and under it the sources it rests on."""
    titles = {source.n: source.title or str(source.kind) for source in dossier.sources}
    for claim in dossier.claims:
        yield Line(claim.key, label_of(claim), str(Series([*claim.parts, *claim.limits])))
        if claim.cites:
            yield Line(f"{claim.key}-sources", _("Sources of the line above"), sources_of(claim, titles))
    yield Line("status", _("Legal status"), str(dossier.status))
    if dossier.portrait:
        words = Series([dossier.portrait.alt, dossier.portrait.credit])
        yield Line("portrait", _("Portrait"), str(words))


def label_of(claim: Claim) -> str:
    match claim.kind:
        case ClaimKind.NAME | ClaimKind.IDENTIFIER | ClaimKind.ELEMENT:
            return str(claim.about)
        case ClaimKind.FACT:
            return str(FACTS[claim.key])
        case ClaimKind.HEADING:
            return claim.crime.code if claim.crime else ""
        case ClaimKind.PARAGRAPH | ClaimKind.CRIME:
            return _("Paragraph %(number)s") % {"number": claim.p}
    return str(KINDS[claim.kind])


def sources_of(claim: Claim, titles: dict[int, str]) -> str:
    told = [
        Series(
            [
                titles[cite.source],
                cite.place,
                cite.locator,
                "" if cite.relation == "supports" else v.RELATIONS[cite.relation],
                cite.quote,
            ]
        )
        for cite in claim.cites
    ]
    return str(Series(told))
