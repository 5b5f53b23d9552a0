"""What the public pages say: home, register, dossier, changes, crime, institution, source, news."""

import re

import pytest
from django.utils.html import strip_tags

from dossiers.models import Perpetrator
from dossiers.pages.crimes import definite
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


def test_every_paragraph_carries_its_own_citation(dossier, visitor):
    page = " ".join(visitor.get("/en/dossiers/test-person/").content.decode().split())
    cited = '(file <span class="nb"><bdi>BL-0001</bdi></span>), The Black List, edition 1, '
    address = "http://127.0.0.1:8000/en/dossiers/test-person/editions/1/#p"
    for p in (1, 2, 3, 4):
        own = page.partition(f'id="p{p}"')[2].partition('class="c"')[2].partition('class="c"')[0]
        assert cited in own
        assert f'¶ {p}. <bdi dir="ltr">{address}{p}</bdi></span>' in own


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
    assert "<script>" not in page
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
    tree = words(visitor.get("/en/institutions/unit.9/")).partition("Holders over time")[0]
    assert tree.index("Directorate", tree.index("Post-holders")) < tree.rindex("Unit 9")
    assert visitor.get("/en/institutions/dir/").status_code == 200


def test_a_source_page_lists_what_rests_on_it(dossier, visitor):
    page = words(visitor.get("/en/sources/SRC-0001/"))
    assert "Judgment of 2022" in page
    assert "What rests on it: 1 file" in page
    html = visitor.get("/en/sources/SRC-0001/").content.decode()
    assert "cited as a whole" in html
    for anchor in ("identity", "positions", "p1", "p2", "p4"):
        assert f'<a href="/en/dossiers/test-person/#{anchor}">' in html


def test_a_source_page_says_where_it_disagrees(publish, visitor):
    person = factories.dossier()
    other = factories.source(title="Another view")
    factories.cite(
        person.statements.get(),
        other,
        relation="contradicts",
        locator_type="page",
        locator="14",
        quote="Not so.",
    )
    publish("dossier", person)
    page = words(visitor.get(f"/en/sources/{other.code}/"))
    assert "Page 14 Not so." in page
    assert "Contradicts: ¶paragraph 1" in page


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ({"archive_url": "https://web.archive.org/web/2024/x", "archive_sha256": "ab" * 32},
         f"Archived copy sha256 {'ab' * 32}"),
        ({"archive_url": "https://web.archive.org/web/2024/x"}, "Archived copy Its hash was not recorded."),
        ({"unarchived": "refused"}, "The site does not let itself be archived."),
        ({"link_dead": True}, "This address no longer answers."),
    ],
)  # fmt: skip
def test_a_source_page_shows_the_copy_and_its_hash_or_says_why_not(publish, visitor, source, told):
    person = factories.dossier()
    other = factories.source(kind="news", url="https://example.org/report", **source)
    factories.cite(person.statements.get(), other)
    publish("dossier", person, reasons={"P14": "Being archived.", "S5": "Being archived."})
    assert told in words(visitor.get(f"/en/sources/{other.code}/"))


def test_a_number_on_a_list_is_of_the_day_on_which_the_list_was_read(publish, visitor):
    by = factories.source(kind="gazette", title="The list", issued="2011-05-09")
    person = factories.dossier()
    number = factories.d.Identifier.objects.create(perpetrator=person, scheme="ofac_sdn", value="7")
    factories.cite(number, by, accessed="2026-08-22")
    publish("dossier", person)
    page = words(visitor.get("/en/dossiers/test-person/")).replace("\xa0", " ")
    assert "US Treasury SDN list, no.7 as of 22 August 2026" in page


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


def test_the_corrections_page_promises_only_what_its_publisher_has_set(publish, visitor, settings):
    publish("page", factories.page("corrections"))
    plain = words(visitor.get("/en/corrections/"))
    assert "What happens then" in plain
    assert "Within" not in plain
    settings.DEADLINES = {**settings.DEADLINES, "danger_hours": 24, "receipt_days": 7}
    settings.BUILD = "another"
    promised = words(visitor.get("/en/corrections/"))
    assert "Danger Within 24 hours" in promised
    assert "Receipt Within 7 days" in promised
    assert promised.count("Within") == 2


WARNING = "Some details may distress. There are no images here."


@pytest.mark.parametrize(
    ("conducts", "text", "warned"),
    [(["torture"], "People were held.", True), (["sexual"], "People were held.", True),
     (["detention.arbitrary"], "Prisoners were tortured.", True),
     (["detention.arbitrary"], "People were held.", False)],
)  # fmt: skip
def test_a_line_warns_before_what_tells_of_torture(publish, visitor, conducts, text, warned):
    person = factories.dossier()
    factories.d.Crime.objects.update(conducts=conducts, description_en=text)
    person.statements.update(text_en=text)
    publish("dossier", person)
    for path in ("/en/crimes/INC-0001/", "/en/dossiers/test-person/"):
        page = words(visitor.get(path))
        assert (WARNING in page) is warned, path
        assert not warned or page.index(WARNING) < page.rindex(text)


@pytest.mark.parametrize(
    ("body", "warned"), [("She was raped in prison.", True), ("A book appeared.", False)]
)
def test_a_line_warns_before_news_that_tells_of_it(publish, visitor, body, warned):
    publish("news", factories.news(body_ar="نص الخبر.", body_en=body))
    page = words(visitor.get("/en/news/test-news/"))
    assert (WARNING in page) is warned


def test_what_sources_differ_about_carries_its_citation_too(publish, visitor):
    person = factories.dossier()
    told = {"text_ar": "1957 أو 1958.", "text_en": "1957 or 1958."}
    made = factories.d.Statement.objects.create(
        perpetrator=person, section="differences", fact="birth", **told
    )
    factories.cite(made, factories.source())
    publish("dossier", person)
    page = visitor.get("/en/dossiers/test-person/").content.decode()
    differs = page.partition('<span class="differ"')[2].partition("</dd>")[0]
    assert (
        '<span class="c">Pro-Justice, “Test Person” (file <span class="nb"><bdi>BL-0001</bdi></span>)'
        in differs
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [("Paris Assize Court", "the Paris Assize Court"),
     ("Investigating judges, Paris", "the investigating judges, Paris"),
     ("the Council", "the Council"), ("A court", "A court"), ("INTERPOL", "INTERPOL")],
)  # fmt: skip
def test_an_authority_stands_in_a_sentence_with_its_article(name, told):
    assert definite(name) == told
