"""Figures of dead, injured and detained: each with who gives it, how far it is proved, and its source."""

import pytest
from django.core.exceptions import ValidationError

from dossiers.models import Crime, Toll
from publishing.verbs import Refused, submit
from tests import factories
from tests.test_pages import words

TOLD = "At least 40 people, according to a human rights organisation"
LIMITS = "Standard of proof: Alleged as of May 2013"


@pytest.fixture
def counted(publish):
    by = factories.source()
    person = factories.dossier(by=by)
    factories.toll(Crime.objects.get(), by)
    factories.toll(
        Crime.objects.get(), by, kind="killed", text_ar="3 بحسب شاهد", text_en="3, according to a witness",
        standard="", as_of="", least=3, most=3,
    )  # fmt: skip
    publish("dossier", person)
    return person


@pytest.mark.parametrize("path", ["/en/dossiers/test-person/", "/en/crimes/INC-0001/"])
def test_every_figure_stands_beside_the_others_with_its_author(counted, visitor, path):
    page = words(visitor.get(path))
    assert f"Detained: {TOLD}{LIMITS}" in page
    assert "Killed: 3, according to a witness" in page


def test_the_page_of_a_source_names_the_figure_that_rests_on_it(counted, visitor):
    page = visitor.get("/en/sources/SRC-0001/").content.decode()
    assert '<a href="/en/dossiers/test-person/#p2">' in page  # the paragraph that the figure stands under


def test_a_figure_without_a_source_cannot_be_published(editor):
    person = factories.dossier()
    Toll.objects.create(crime=Crime.objects.get(), text_ar="3 بحسب شاهد", text_en="3, according to a witness")
    with pytest.raises(Refused) as refused:
        submit("dossier", person, editor)
    assert [(found.rule, str(found)) for found in refused.value.problems] == [
        ("P1", "P1: The figure “3, according to a witness”: add a source that supports it.")
    ]


def test_a_figure_from_more_to_less_is_refused(db):
    row = Toll(crime=factories.d.Crime.objects.create(), least=5, most=3, text_ar="نص", text_en="x")
    with pytest.raises(ValidationError, match="“At least” is more than “at most”"):
        row.full_clean()
