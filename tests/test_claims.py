"""The one walk: every statement of a dossier once, with its place, its sources and its limits."""

import pytest

from dossiers.pages.claim import ClaimKind
from dossiers.pages.dossier import Dossier
from tests import factories


@pytest.fixture
def dossier(publish):
    return Dossier(publish("dossier", factories.dossier()).read())


def test_every_statement_comes_once_in_the_order_of_the_page(dossier):
    found = [(claim.kind, claim.anchor) for claim in dossier.claims if claim.kind != ClaimKind.FACT]
    assert found == [
        ("name", "identity"),
        ("name", "identity"),
        ("post", "positions"),
        ("paragraph", "p1"),
        ("heading", "c1"),
        ("crime", "p2"),
        ("role", "p3"),
        ("qualification", "c1"),
        ("action", "p4"),
    ]
    assert len({claim.key for claim in dossier.claims}) == len(dossier.claims)


def test_a_claim_carries_what_a_reader_reads_of_it_and_how_far_it_goes(dossier):
    role = next(claim for claim in dossier.claims if claim.kind == ClaimKind.ROLE)
    said = "A link, not a liability: held command of the unit at the time"
    assert [str(part) for part in role.parts if part] == [said]
    assert (role.p, role.crime.code) == (3, "INC-0001")
    assert [cite.source for cite in role.cites] == [1]


def test_the_sources_list_the_paragraphs_that_the_claims_stand_in_or_under(dossier):
    cited = {
        claim.paragraph
        for claim in dossier.claims
        if claim.paragraph is not None and any(cite.source == 1 for cite in claim.cites)
    }
    assert dossier.sources[0].cited_in == sorted(cited)


def test_a_claim_leads_to_the_row_that_an_editor_mends_it_in(dossier):
    heading = next(claim for claim in dossier.claims if claim.kind == ClaimKind.HEADING)
    assert heading.key == f"{heading.crime.key}-title"
    assert heading.row == heading.crime.key
