"""Asking the rules about the working dossier of a test."""

from dossiers import content, rules
from dossiers.models import NamedPerson, Perpetrator
from news import content as news_content
from publishing.kinds import Occasion
from tests import factories

TODAY = factories.TODAY


def check(person, first=True, on=TODAY):
    draft = content.freeze(Perpetrator.objects.get(pk=person.pk))
    candidate = rules.Candidate(draft.content, draft.grounds, Occasion(on, first))
    return [*draft.problems, *rules.check(candidate)]


def problems(person, rule, **occasion):
    return [str(p.message) for p in check(person, **occasion) if p.rule == rule]


def warnings(person, rule):
    return [p.warning for p in check(person) if p.rule == rule]


def news_problems(item):
    draft = news_content.freeze(item)
    return rules.check(rules.Candidate(draft.content, draft.grounds, Occasion(TODAY), rules.NEWS))


def say(person, en, ar="نص."):
    """Write the one paragraph of the summary."""
    person.statements.update(text_en=en, text_ar=ar)


WEB = {"url": "https://example.org/1"}


COPY = {"archive_url": "https://example.org/copy", "archive_sha256": "0" * 64}


# --- C: harm to others


def name(person, role, **fields):
    return NamedPerson.objects.create(
        perpetrator=person, name_ar="سامر الحلبي", name_en="Samer al-Halabi", role=role, **fields
    )


CONVICTION = "On 13 January 2022 the court of Koblenz convicted him; the judgment is final."


CONVICTION_AR = "أدانته محكمة كوبلنس في 13 كانون الثاني/يناير 2022، والحكم مبرم."
