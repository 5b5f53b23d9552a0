"""Every choice of a list has one address; whatever else asks for it is redirected there."""

import re

import pytest

from tests import factories
from tests.test_pages import words


@pytest.fixture(scope="module")
def published(publish_once):
    person = factories.dossier()
    factories.action(person, factories.source(), country="DE")
    publish_once("dossier", person)


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("dossiers/?status=wanted", "dossiers/status/wanted/"),
        ("dossiers/?page=2", "dossiers/page/2/"),
        ("dossiers/?page=1", "dossiers/"),
        ("dossiers/page/1/", "dossiers/"),
        ("dossiers/?status=wanted&page=2", "dossiers/status/wanted/page/2/"),
        ("dossiers/status/wanted/?page=2", "dossiers/status/wanted/page/2/"),
        ("dossiers/status/wanted/page/1/", "dossiers/status/wanted/"),
        ("dossiers/?status=", "dossiers/"),
        ("dossiers/?status=wanted&status=wanted", "dossiers/status/wanted/"),
        ("dossiers/?status=wanted&utm_source=x", "dossiers/status/wanted/"),
        ("dossiers/?country=DE&status=wanted", "dossiers/?status=wanted&country=DE"),
        ("dossiers/country/DE/?status=wanted", "dossiers/?status=wanted&country=DE"),
        ("dossiers/?status=wanted&status=charged", "dossiers/?status=charged&status=wanted"),
        ("dossiers/?page=2&status=wanted&country=DE", "dossiers/?status=wanted&country=DE&page=2"),
        ("crimes/?year=2011", "crimes/year/2011/"),
        ("crimes/?year=none", "crimes/year/none/"),
        ("crimes/?year=2011&governorate=SY04", "crimes/?governorate=SY04&year=2011"),
        ("crimes/governorate/sy04/", "crimes/governorate/SY04/"),
        ("crimes/INC-0001/?page=2", "crimes/INC-0001/page/2/"),
        ("justice/?status=wanted", "justice/status/wanted/"),
        ("justice/?country=DE&status=wanted", "justice/?status=wanted&country=DE"),
        ("justice/sanctions/?country=EU", "justice/sanctions/country/EU/"),
        ("institutions/?page=2", "institutions/page/2/"),
        ("sources/SRC-0001/?page=2", "sources/SRC-0001/page/2/"),
        ("news/?kind=view", "news/kind/view/"),
        ("news/?kind=view&page=3", "news/kind/view/page/3/"),
    ],
)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_another_way_of_asking_leads_to_the_one_address(published, visitor, lang, asked, address):
    response = visitor.get(f"/{lang}/{asked}")
    assert (response.status_code, response.headers["Location"]) == (301, f"/{lang}/{address}")


@pytest.mark.parametrize(
    "address",
    [
        "dossiers/", "dossiers/status/wanted/", "dossiers/?status=wanted&country=DE",
        "dossiers/category/cah.imprisonment/", "crimes/year/none/", "crimes/governorate/SY04/",
        "justice/country/DE/", "justice/sanctions/country/EU/", "news/kind/view/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_one_address_answers_and_says_that_it_is(published, visitor, lang, address):
    response = visitor.get(f"/{lang}/{address}")
    assert response.status_code == 200
    canonical = f"http://127.0.0.1:8000/{lang}/{address}".replace("&", "&amp;")
    assert f'<link rel="canonical" href="{canonical}">' in response.content.decode()


@pytest.mark.parametrize("address", ["dossiers/status/wanted/", "dossiers/?status=wanted&country=DE"])
def test_the_page_in_the_other_language_is_linked_at_its_one_address(published, visitor, address):
    page = visitor.get(f"/en/{address}").content.decode()
    assert f'class="lang" href="/ar/{address}"'.replace("&", "&amp;") in page


def test_what_the_list_does_not_know_changes_nothing(published, visitor):
    plain, more = visitor.get("/en/dossiers/status/wanted/"), visitor.get("/en/dossiers/status/wanted/?x=1&y")
    assert (more.status_code, more.content) == (200, plain.content)


@pytest.mark.parametrize(
    "address",
    [
        "dossiers/status/nothing/", "dossiers/status/", "dossiers/height/tall/", "dossiers/page/",
        "dossiers/page/0/", "dossiers/page/999/", "dossiers/page/x/", "dossiers/page/2/status/wanted/",
        "crimes/year/20111/",
        "justice/sanctions/status/wanted/", "news/kind/none/", "dossiers/status/wanted/country/DE/",
        "dossiers/?" + "&".join(f"year={year}" for year in range(1950, 2000)),
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_is_404(published, visitor, address):
    assert visitor.get(f"/en/{address}").status_code == 404


def test_what_was_chosen_can_be_taken_back_in_the_form(published, visitor):
    page = visitor.get("/en/dossiers/status/wanted/").content.decode()
    assert '<form class="facets" action="/en/dossiers/"' in page
    assert '<a href="/en/dossiers/"><span class="vh">Remove: </span>Wanted on a warrant</a>' in page


def test_the_kinds_of_news_are_those_that_have_items(publish, visitor):
    publish("news", factories.news())
    page = visitor.get("/en/news/")
    assert "News 1" in words(page)
    assert "/en/news/kind/view/" not in page.content.decode()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_list_of_many_pages_leaves_some_numbers_out(publish, visitor, monkeypatch, lang):
    """Where it does, it says so in no word: Django's own is another one in Arabic."""
    monkeypatch.setattr("dossiers.pages.views.PER_PAGE", 1)
    for number in range(12):
        publish("dossier", factories.dossier(f"person-{number}", f"شخص {number}", f"Person {number}"))
    page = visitor.get(f"/{lang}/dossiers/page/6/").content.decode()
    (pager,) = re.findall(r'<nav class="pager".*?</nav>', page, re.S)
    assert re.findall(r">\s*(\d+|…)\s*<", pager) == ["1", "…", "4", "5", "6", "7", "8", "…", "12"]
