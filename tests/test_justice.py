"""The justice tracker: every case of every live dossier, by country and by status."""

import re

import pytest

from tests import factories
from tests.test_pages import words

d = factories.d


@pytest.fixture
def record(publish):
    """One person wanted in France, sanctioned by the EU, and acquitted in a case in Germany."""
    by = factories.source()
    person = factories.dossier(by=by)
    factories.action(
        person,
        by,
        type="sanction",
        country="EU",
        authority_en="Council",
        authority_ar="المجلس",
        date="2011-05-09",
    )
    case = d.Case.objects.create(
        jurisdiction="DE",
        name_ar="قضية كوبلنتس",
        name_en="Koblenz case",
        court_ar="محكمة",
        court_en="A court",
    )
    charge = factories.action(
        person, by, type="indictment", country="DE", case=case, status="filed", date="2020-01-01"
    )
    factories.action(
        person,
        by,
        type="acquittal",
        country="DE",
        case=case,
        status="final",
        date="2022-01-13",
        supersedes=charge,
    )
    publish("dossier", person)
    return person


def test_every_case_stands_under_its_country_with_its_status_and_date(record, visitor):
    page = words(visitor.get("/en/justice/")).replace("\xa0", " ")
    assert "2 proceedings against persons" in page
    what, who = "complicity in crimes against humanity", "Test Person BL-0001 ¶paragraph"
    wanted = "Investigating judge Wanted on a warrant, no judgment given 5 November 2018"
    assert f"France {who} 6 {what} {wanted}" in page
    assert f"Germany {who} 5 {what} Investigating judge Koblenz case Acquitted, final 13 January 2022" in page


def test_sanctions_stand_apart(record, visitor):
    assert "European Union" not in words(visitor.get("/en/justice/"))
    page = words(visitor.get("/en/justice/sanctions/")).replace("\xa0", " ")
    assert "1 listing" in page
    assert "European Union Test Person BL-0001 ¶paragraph 7 Council Under sanctions 9 May 2011" in page


@pytest.mark.parametrize(("lang", "order"), [("en", ["France", "Germany"]), ("ar", ["ألمانيا", "فرنسا"])])
def test_countries_stand_in_the_alphabet_of_the_reader(record, visitor, lang, order):
    page = visitor.get(f"/{lang}/justice/").content.decode()
    assert re.findall(r'scope="rowgroup">([^<]+)<', page) == order


def test_the_sentence_of_a_judgment_that_fell_is_not_told(publish, visitor):
    by = factories.source()
    person = factories.dossier(by=by)
    case = d.Case.objects.create(jurisdiction="DE", name_ar="قضية", name_en="Case")
    told = {"case": case, "country": "DE", "in_absentia": False, "date": "2020"}
    told |= {"sentence_ar": "خمس سنوات", "sentence_en": "Five years"}
    judgment = factories.action(person, by, type="conviction", status="final", finality="final", **told)
    publish("dossier", person)
    assert "Five years" in words(visitor.get("/en/justice/"))
    factories.action(
        person, by, type="appeal", status="quashed", date="2021", country="DE", case=case, supersedes=judgment
    )
    publish("dossier", person, **factories.NOTE)
    page = words(visitor.get("/en/justice/"))
    assert "Conviction quashed" in page
    assert "Five years" not in page


@pytest.mark.parametrize(
    ("query", "shown", "not_shown"),
    [
        ("country=DE", "Koblenz case", "Wanted on a warrant, no"),
        ("status=wanted", "Wanted on a warrant, no", "Koblenz case"),
        ("country=DE&status=wanted", "No published file has such a case.", "Koblenz case"),
    ],
)
def test_country_and_status_narrow_the_page(record, visitor, query, shown, not_shown):
    page = words(visitor.get(f"/en/justice/?{query}", follow=True))
    assert (shown in page, not_shown in page) == (True, False)


@pytest.mark.parametrize("query", ["country=XX", "status=guilty", "page=9"])
def test_what_cannot_be_is_no_page(record, visitor, query):
    assert visitor.get(f"/en/justice/?{query}", follow=True).status_code == 404


def test_a_dossier_says_on_which_paragraph_its_status_rests(record, visitor):
    page = words(visitor.get("/en/dossiers/test-person/")).replace("\xa0", " ")
    assert (
        "Wanted on a warrant, no judgment given: complicity in crimes against humanity "
        "(Investigating judge, 5 November 2018) paragraph 6"
    ) in page
    assert "It rests on paragraph 6" in page


def test_an_acquittal_stands_beside_what_it_ended(record, visitor):
    html = visitor.get("/en/dossiers/test-person/").content.decode()
    assert '<span class="ends">Ended by <a href="#p5">paragraph 5</a></span>' in html
    assert '<span class="ends">Ends <a href="#p4">paragraph 4</a></span>' in html


def test_arabic_says_the_same(record, visitor):
    page = words(visitor.get("/ar/justice/"))
    assert "ملاحقتان قضائيتان" in page
    assert "قاضي التحقيق قضية كوبلنتس" in page
    assert "مبرّأ" in page


def test_an_action_that_makes_nobody_wanted_is_listed_as_it_stands(publish, visitor):
    by = factories.source()
    person = factories.dossier(by=by)
    person.legal_actions.all().delete()
    factories.action(
        person, by, type="red_notice", status="reported", country="INTL", authority_en="INTERPOL",
        authority_ar="الإنتربول",
    )  # fmt: skip
    publish("dossier", person)
    page = words(visitor.get("/en/justice/"))
    assert "1 proceeding against a person" in page
    assert "INTERPOL Red Notice: Reported" in page


def test_a_row_that_takes_the_place_of_another_does_not_end_it(publish, visitor):
    by = factories.source()
    person = factories.dossier(by=by)
    first = factories.action(person, by, type="sanction", country="EU", date="2011-05-09")
    factories.action(
        person, by, type="sanction", country="EU", date="2013-01-01", status="amended", supersedes=first
    )
    publish("dossier", person)
    html = visitor.get("/en/dossiers/test-person/").content.decode()
    assert 'Replaced by <a href="#p6">' in html
    assert "Ended by" not in html


def test_two_courts_of_one_country_do_not_alternate(publish, visitor):
    by = factories.source()
    for number in range(2):
        person = factories.dossier(f"person-{number}", en=f"Person {number}", by=by)
        person.legal_actions.all().delete()
        for town in ("Paris", "Lyon"):
            factories.action(person, by, authority_en=f"Investigating judges of the court of {town}")
        publish("dossier", person)
    towns = re.findall("court of (Paris|Lyon)", words(visitor.get("/en/justice/")))
    assert towns == ["Lyon", "Lyon", "Paris", "Paris"]
