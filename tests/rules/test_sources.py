"""S1 to S6 of domain.md §6: sources that may be shown and counted.

The name of a test begins with the rule: `manage.py publishing_rules` finds the tests of each rule so.
"""

import pytest

from dossiers import content, rules
from publishing.kinds import Occasion
from tests import factories
from tests.rules.checking import COPY, TODAY, WEB, problems, warnings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]


# --- S: sources


def test_s1_allows_a_secret_source_beside_another(person):
    factories.cite(person.statements.get(), factories.source(confidentiality="secret"))
    assert problems(person, "S1") == []


def test_s1_refuses_a_claim_that_rests_on_a_secret_source_alone(person):
    secret = factories.source(confidentiality="secret")
    person.statements.get().citations.update(source=secret)
    assert problems(person, "S1") == [
        "Paragraph 1: it rests only on secret sources, which never leave the desk. Add another."
    ]


@pytest.mark.parametrize(("notes", "allowed"), [("One.\n\nTwo.", True), ("One.", False), ("", False)])
def test_s2_allows_a_leaked_document_verified_twice_and_refuses_others(person, notes, allowed):
    factories.cite(person.statements.get(), factories.source(kind="leaked_doc", verifications=notes))
    assert (problems(person, "S2") == []) is allowed


def test_s3_allows_two_origins(person):
    factories.cite(person.statements.get(), factories.source(title="Another"))
    assert warnings(person, "S3") == []


def test_s3_warns_of_two_sources_that_are_one(person):
    first = person.statements.get().citations.get().source
    factories.cite(person.statements.get(), factories.source(title="Copy", origin=first))
    assert warnings(person, "S3") == [True]


@pytest.mark.parametrize(("length", "allowed"), [(400, True), (401, False)])
def test_s4_allows_a_quotation_of_400_characters_and_refuses_a_longer_one(person, length, allowed):
    draft = content.freeze(person)
    draft.content["summary"][0]["cites"][0]["quote"] = "a" * length
    candidate = rules.Candidate(draft.content, draft.grounds, Occasion(TODAY))
    assert [p.rule for p in rules.check(candidate)] == ([] if allowed else ["S4"])


@pytest.mark.parametrize(
    ("fields", "expected"), [({}, [True]), ({"archive_url": "https://example.org/c"}, [])]
)
def test_s5_warns_of_a_dead_link_and_allows_one_with_a_copy(person, fields, expected):
    factories.cite(person.statements.get(), factories.source(**WEB, link_dead=True, **fields))
    assert warnings(person, "S5") == expected


@pytest.mark.parametrize(
    ("status", "url", "allowed"),
    [
        ("published", "https://www.interpol.int/en/notice", True),
        ("published", "https://example.org/notice", False),
        ("published", "https://interpol.int.example.org/", False),
        ("reported", "https://example.org/notice", True),
    ],
)
def test_s6_allows_notices_on_interpols_own_site_and_refuses_others(person, status, url, allowed):
    by = factories.source(title="Notice", url=url, **COPY)
    factories.action(person, by, type="red_notice", status=status)
    assert (problems(person, "S6") == []) is allowed
