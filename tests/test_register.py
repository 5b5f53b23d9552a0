"""The register narrowed by facets: counts for the choice made, several at once, each an address."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dossiers.models import Institution
from tests import factories
from tests.test_pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]


@pytest.fixture(scope="module")
def record(publish_once):
    """One person wanted in France, of Unit 9; another charged in Germany, of Unit 8, a part of Unit 9."""
    by = factories.source()
    publish_once("dossier", factories.dossier(by=by))
    second = factories.dossier("second", "شخص ثان", "Second Person", by=by)
    above = Institution.objects.get(code="unit.9")
    below = Institution.objects.create(
        code="unit.8", name_ar="الوحدة 8", name_en="Unit 8", type="intel_branch", parent=above
    )
    second.tenures.update(institution=below, rank="liwa")
    second.legal_actions.all().delete()
    factories.action(second, by, type="indictment", status="filed", country="DE", date="2020")
    crime = second.participations.get().crime
    crime.governorate, crime.when = "SY12", "2011/2012"
    crime.save()
    publish_once("dossier", second)


def files(visitor, query=""):
    page = visitor.get(f"/en/dossiers/{query}", follow=True).content.decode()
    return re.findall(r'<h2><a href="/en/dossiers/[^"]+">([^<]+)</a>', page)


def count(visitor, name, code, query=""):
    page = visitor.get(f"/en/dossiers/{query}", follow=True).content.decode()
    found = re.search(rf'name="{name}" value="{code}"( checked)?>[^<]*<span>(\d+)</span>', page)
    return int(found[2]) if found else None


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Test Person", "Second Person"]),
        ("?institution=unit.8", ["Second Person"]),
        ("?institution=unit.9", ["Test Person", "Second Person"]),
        ("?rank=liwa", ["Second Person"]),
        ("?mode=link.command", ["Test Person", "Second Person"]),
        ("?category=cah.imprisonment&governorate=SY04", ["Test Person"]),
        ("?conduct=detention.arbitrary&country=DE", ["Second Person"]),
        ("?year=2011", ["Second Person"]),
        ("?year=2012", ["Test Person", "Second Person"]),
        ("?status=wanted", ["Test Person"]),
        ("?status=wanted&status=charged", ["Test Person", "Second Person"]),
        ("?status=wanted&country=DE", []),
    ],
)
def test_a_choice_narrows_the_list(record, visitor, query, found):
    assert files(visitor, query) == found


def test_counts_are_of_what_the_other_choices_leave(record, visitor):
    assert count(visitor, "country", "FR") == 1
    assert count(visitor, "country", "FR", "?status=charged") is None
    assert count(visitor, "status", "wanted", "?status=charged") == 1
    assert count(visitor, "institution", "unit.9", "?status=charged") == 1
    assert count(visitor, "institution", "unit.9") == 2


def test_a_count_is_what_its_choice_will_show(record, visitor):
    page = visitor.get("/en/dossiers/?status=charged&status=wanted").content.decode()
    values = re.findall(r'name="(\w+)" value="([^"]+)">[^<]*<span>(\d+)</span>', page)
    assert len(values) > 8
    for name, code, number in values:
        assert len(files(visitor, f"?status=wanted&status=charged&{name}={code}")) == int(number)


@pytest.fixture
def two_incidents(record, publish):
    """Convicted of laundering in one place, charged with an order in another; and the reverse of place."""
    by = factories.source()
    third = factories.dossier("third", "شخص ثالث", "Third Person", by=by)
    third.participations.all().delete()
    third.legal_actions.all().delete()
    laundering = factories.action(
        third, by, type="conviction", status="final", finality="final", in_absentia=False, date="2020",
        offence_ar="غسل أموال", offence_en="money laundering",
    )  # fmt: skip
    charge = factories.action(
        third, by, type="indictment", status="filed", country="CH", date="2021", offence_ar="إصدار أوامر",
        offence_en="ordering killings",
    )  # fmt: skip
    for action, mode, place, act in (
        (laundering, "ml.unspecified", "SY02", "corruption"),
        (charge, "ml.order", "SY05", "killing.massacre"),
    ):
        crime = factories.crime(third, by, governorate=place, conducts=[act], when="1982")
        crime.participations.update(mode=mode, action=action)
    publish("dossier", third)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?mode=ml.order&governorate=SY05", ["Third Person"]),
        ("?mode=ml.order&governorate=SY02", []),  # that was another incident
        ("?conduct=corruption&mode=ml.order", []),
        ("?status=convicted_final", ["Third Person"]),
        ("?status=convicted_final&mode=ml.order", []),  # he was convicted of laundering only
        ("?status=convicted_final&conduct=corruption", ["Third Person"]),
        ("?status=charged&mode=ml.order", ["Third Person"]),
        ("?status=wanted&mode=link.command", ["Test Person"]),
    ],
)
def test_what_is_asked_of_an_incident_holds_of_one_and_the_same(two_incidents, visitor, query, found):
    assert files(visitor, query) == found


@pytest.mark.parametrize("query", ["?mode=ml.order", "?status=convicted_final", "?governorate=SY02"])
def test_counts_too_are_of_one_and_the_same_incident(two_incidents, visitor, query):
    page = visitor.get(f"/en/dossiers/{query}", follow=True).content.decode()
    values = re.findall(r'name="(\w+)" value="([^"]+)">[^<]*<span>(\d+)</span>', page)
    chosen = query[1:].split("=")[0]
    for name, code, number in values:
        if name != chosen:
            assert len(files(visitor, f"{query}&{name}={code}")) == int(number), (name, code)


def test_an_active_choice_is_shown_and_can_be_taken_away(record, visitor):
    page = visitor.get("/en/dossiers/?status=charged&status=wanted&country=DE").content.decode()
    assert (
        '<a href="/en/dossiers/?status=charged&amp;status=wanted"><span class="vh">Remove: </span>Germany</a>'
        in page
    )
    assert (
        '<a href="/en/dossiers/?status=wanted&amp;country=DE"><span class="vh">Remove: </span>Charged</a>'
        in page
    )
    assert 'value="wanted" checked' in page


def test_a_choice_that_nobody_meets_says_so(record, visitor):
    page = visitor.get("/en/dossiers/?status=wanted&country=DE")
    assert "No published file has all of this." in words(page)


@pytest.mark.parametrize(
    "query",
    [
        "?status=nothing",
        "?year=20111",
        "?institution=../x",
        "?institution=nowhere",
        "?country=XX",
        "?page=2&status=wanted",
    ],
)
def test_a_choice_that_cannot_be_is_404(record, visitor, query):
    assert visitor.get(f"/en/dossiers/{query}", follow=True).status_code == 404


def test_the_other_language_is_asked_the_same(record, visitor):
    page = visitor.get("/en/dossiers/?status=charged&status=wanted").content.decode()
    assert 'class="lang" href="/ar/dossiers/?status=charged&amp;status=wanted"' in page


def test_two_choices_have_two_validators(record, visitor):
    one = visitor.get("/en/dossiers/?status=charged&status=wanted").headers["ETag"]
    assert one != visitor.get("/en/dossiers/status/charged/").headers["ETag"]


def test_counts_are_those_of_the_newest_record(record, visitor, publish):
    assert count(visitor, "status", "wanted") == 1
    publish("dossier", factories.dossier("third", "شخص ثالث", "Third Person"))
    assert count(visitor, "status", "wanted") == 2


def test_the_register_costs_a_constant_number_of_queries(record, visitor):
    for query, most in (("", 7), ("?status=wanted&country=FR&institution=unit.9", 12)):
        with CaptureQueriesContext(connection) as queries:
            visitor.get(f"/en/dossiers/{query}")
        assert len(queries) <= most, query


def test_of_many_years_only_those_of_more_than_one_file_are_offered(publish, visitor):
    person = factories.d.Perpetrator.objects.get(slug="second")
    crime = person.participations.get().crime
    crime.when = "2000/2014"
    crime.save()
    publish("dossier", person, **factories.NOTE)
    assert (count(visitor, "year", 2012), count(visitor, "year", 2005)) == (2, None)
    assert files(visitor, "?year=2005") == ["Second Person"]
    assert count(visitor, "year", 2005, "?year=2005") == 1
