"""What the public pages say: home, register, dossier, changes, crime, institution, source, news."""

import re

import pytest
from django.utils.html import strip_tags

from dossiers.models import Perpetrator
from tests import factories


def words(response):
    """Return the text of a page, with single spaces."""
    return re.sub(r"\s+", " ", strip_tags(response.content.decode()).replace("\u2060", ""))


@pytest.fixture
def dossier(publish):
    return publish("dossier", factories.dossier())


def test_home_counts_what_is_published_and_says_when(dossier, visitor):
    page = words(visitor.get("/en/"))
    assert "1 file is published so far." in page
    assert f"as of {dossier.published_at.day} " in page.replace("\xa0", " ")


def test_home_of_an_empty_record_is_calm(db, visitor):
    assert "No file is published yet." in words(visitor.get("/en/"))
    assert "لم يُنشر أي ملف بعد." in words(visitor.get("/ar/"))


def test_home_shows_the_statement_the_news_and_the_links(publish, visitor):
    publish("page", factories.page("statement"))
    publish("news", factories.news())
    publish("links", factories.links())
    for lang, texts in (
        ("en", ("The text of the page.", "A test item", "A link")),
        ("ar", ("نص الصفحة.", "خبر تجريبي", "رابط")),
    ):
        page = words(visitor.get(f"/{lang}/"))
        assert all(text in page for text in texts)


def test_the_register_is_paged(publish, visitor, monkeypatch):
    monkeypatch.setattr("dossiers.pages.views.PER_PAGE", 2)
    for number in range(3):
        publish("dossier", factories.dossier(f"person-{number}", en=f"Person {number}"))
    first, second = visitor.get("/en/dossiers/"), visitor.get("/en/dossiers/page/2/")
    assert "3 files" in words(first)
    assert ("Person 1" in words(first), "Person 2" in words(first)) == (True, False)
    assert "Person 2" in words(second)
    assert 'href="/ar/dossiers/page/2/"' in second.content.decode()


def test_a_dossier_says_every_statement_with_its_source(dossier, visitor):
    page = words(visitor.get("/en/dossiers/test-person/"))
    for text in (
        "Test Person", "1958", "Homs", "Headed the unit.", "Head of the unit", "Unit 9", "from 2011 to 2013",
        "Detention in Homs", "March 2012", "A link, not a liability: held command of the unit at the time",
        "according to A court: Crime against humanity: imprisonment", "Arrest warrant", "Investigating judge",
        "5 November 2018", "Wanted on a warrant", "Judgment of 2022", "Cited in paragraphs 1, 2, 3, 4",
    ):  # fmt: skip
        assert text in page.replace("\xa0", " "), text


def test_every_reference_leads_to_a_source_and_back(dossier, visitor):
    page = visitor.get("/en/dossiers/test-person/").content.decode()
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_an_id_is_used_once(dossier, visitor):
    page = visitor.get("/en/dossiers/test-person/").content.decode()
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_a_contradicting_source_says_so(publish, visitor):
    person = factories.dossier()
    factories.cite(person.statements.get(), factories.source(title="Another view"), relation="contradicts")
    publish("dossier", person)
    assert "[2 disagrees]" in words(visitor.get("/en/dossiers/test-person/"))


def test_a_held_source_shows_its_kind_and_grade_alone(publish, visitor):
    person = factories.dossier()
    held = factories.source(title="Statement of a witness", confidentiality="restricted", kind="confidential")
    factories.cite(person.statements.get(), held)
    publish("dossier", person)
    page = words(visitor.get("/en/dossiers/test-person/"))
    assert "Held by the editors and not published" in page
    assert "Statement of a witness" not in page


def test_what_editors_type_cannot_become_markup(publish, visitor):
    person = factories.dossier()
    person.statements.update(text_en='<script>alert()</script> & "quoted"')
    publish("dossier", person)
    page = visitor.get("/en/dossiers/test-person/").content.decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_changes_page_shows_words_that_came_and_went(publish, visitor):
    person = factories.dossier()
    publish("dossier", person)
    person.statements.update(text_en="Headed the ninth unit.")
    publish("dossier", person, **factories.NOTE)
    page = visitor.get("/en/dossiers/test-person/editions/2/changes/").content.decode()
    assert '<ins><span class="vh">added: </span>ninth </ins>' in page
    assert "<del>" not in page
    assert "An update." in page


def test_a_statement_that_only_moved_is_no_difference(publish, visitor):
    person = factories.dossier()
    by = factories.source()
    made = factories.d.Statement.objects.create(
        perpetrator=person, text_ar="ثانٍ.", text_en="A second.", order=2
    )
    factories.cite(made, by)
    publish("dossier", person)
    factories.d.Statement.objects.filter(pk=made.pk).update(order=0)
    person.statements.exclude(pk=made.pk).update(order=3)
    publish("dossier", person, **factories.NOTE)
    page = words(visitor.get("/en/dossiers/test-person/editions/2/changes/"))
    assert "A second. added" not in page
    assert "removed" not in page


def test_a_crime_page_names_everyone_with_the_role(dossier, visitor):
    page = words(visitor.get("/en/crimes/INC-0001/"))
    assert "Detention in Homs" in page
    assert "Test Person" in page
    assert "A link, not a liability: held command of the unit at the time" in page


def test_an_institution_above_has_its_page_too(publish, visitor):
    person = factories.dossier()
    above = factories.d.Institution.objects.create(code="dir", name_ar="إدارة", name_en="Directorate")
    factories.d.Institution.objects.filter(code="unit.9").update(parent=above)
    publish("dossier", person)
    assert "Part of Directorate" in words(visitor.get("/en/institutions/unit.9/"))
    assert visitor.get("/en/institutions/dir/").status_code == 200


def test_a_source_page_lists_what_rests_on_it(dossier, visitor):
    page = words(visitor.get("/en/sources/SRC-0001/"))
    assert "Judgment of 2022" in page
    assert "Test Person File BL-0001" in page
    for statement in (
        "paragraph 1 Headed the unit.",
        "Name Name used on this site: Test Person",
        "Born 1958",
        "Post Former head of the unit, 2011–2013",
    ):
        assert statement in page.replace("\xa0", " ")


def test_a_source_page_says_how_far_each_statement_goes(publish, visitor):
    by = factories.source(title="Judgment of 2022")
    person = factories.dossier(by=by)
    person.legal_actions.update(status="annulled", status_date="2024-06-26")
    publish("dossier", person)
    page = words(visitor.get("/en/sources/SRC-0001/")).replace("\xa0", " ")
    for statement in (
        "Arrest warrant Investigating judge 5 November 2018 Annulled 26 June 2024",
        "Legal qualification according to A court: Crime against humanity: imprisonment Detention in Homs",
        "paragraph 3 A link, not a liability: held command of the unit at the time",
    ):
        assert statement in page


def test_a_number_on_a_list_is_of_the_day_on_which_the_list_was_read(publish, visitor):
    by = factories.source(kind="gazette", title="The list", issued="2011-05-09")
    person = factories.dossier()
    number = factories.d.Identifier.objects.create(perpetrator=person, scheme="ofac_sdn", value="7")
    factories.cite(number, by, accessed="2026-08-22")
    publish("dossier", person)
    page = words(visitor.get("/en/dossiers/test-person/")).replace("\xa0", " ")
    assert "US Treasury SDN list, no.7 as of 22 August 2026" in page
    listed = words(visitor.get(f"/ar/sources/{by.code}/")).replace("\xa0", " ")
    assert "7 الوضع بتاريخ 22 آب/أغسطس 2026" in listed


def test_news_about_a_dossier_is_on_its_page_while_both_are_live(dossier, publish, visitor):
    publish("news", factories.news(names=[Perpetrator.objects.get()]))
    assert "A test item" in words(visitor.get("/en/dossiers/test-person/"))
    assert "Test Person" in words(visitor.get("/en/news/test-news/"))


def test_news_can_be_read_by_kind(publish, visitor):
    publish("news", factories.news())
    publish("news", factories.news("view", kind="view", headline_en="An opinion"))
    page = words(visitor.get("/en/news/kind/view/"))
    assert "An opinion" in page
    assert "A test item" not in page


def test_corrections_are_listed_with_their_notes(publish, visitor):
    person = factories.dossier()
    publish("page", factories.page("corrections"))
    publish("dossier", person)
    person.statements.update(text_en="Headed that unit.")
    publish("dossier", person, change="correction", note_ar="تصحيح الاسم.", note_en="Corrects the name.")
    assert "Corrects the name." in words(visitor.get("/en/corrections/"))
    assert "تصحيح الاسم." in words(visitor.get("/ar/corrections/"))


def test_an_edition_is_served_as_its_canonical_bytes(dossier, visitor):
    from publishing.canonical import canonical, digest

    response = visitor.get("/editions/BL-0001/1.json")
    data = response.json()
    assert canonical(data) == response.content
    assert digest(data["header"]) == dossier.header_digest
    assert digest(data["body"]) == data["header"]["content"]


def test_a_past_edition_says_so(publish, visitor):
    person = factories.dossier()
    publish("dossier", person)
    person.statements.update(text_en="Headed that unit.")
    publish("dossier", person, **factories.NOTE)
    page = words(visitor.get("/en/dossiers/test-person/editions/1/"))
    assert "This is edition 1, as it stood." in page
    assert "Headed the unit." in page
