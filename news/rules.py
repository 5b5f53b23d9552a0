"""The publishing rules that concern a news item."""

from django.utils.translation import gettext as _

from dossiers import rules as shared
from publishing import dates
from publishing.canonical import Content
from publishing.kinds import Problem

CODES = ["P1", "P5", "C5"]


def check(content: Content) -> list[Problem]:
    """Return every reason why this news item may not be published."""
    problems = []
    if not any(cite["relation"] == "supports" for cite in content["cites"]):
        problems.append(Problem("P1", _("Add the source of this item.")))
    if dates.parse_or_none(content["date"]) is None:
        problems.append(Problem("P1", _("Give the date of this item.")))
    for field in ("headline", "standfirst"):
        if not all(content[field].values()):
            problems.append(Problem("P5", _("Write the headline and the standfirst in both languages.")))
            break
    for field in ("body", "byline"):
        if any(content[field].values()) and not all(content[field].values()):
            problems.append(Problem("P5", _("Write the text and its author in both languages, or in none.")))
            break
    return [*problems, *shared.no_contact_data(content)]
