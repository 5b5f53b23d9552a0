"""The search page: people, passages, and a calm answer to everything else."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dossiers.models import Case, Name, Perpetrator, Source
from publishing import verbs
from publishing.models import Document
from publishing.vocabulary import Reason
from tests import factories
from tests.test_pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]


@pytest.fixture(scope="module")
def record(publish_once):
    publish_once("dossier", factories.dossier())
    publish_once("news", factories.news())
    publish_once("page", factories.page())


def search(visitor, query, lang="en", **more):
    return visitor.get(f"/{lang}/search/", {"q": query, **more})


def groups(response):
    return re.findall(r"<h2>([^<]+?) <small>(\d+)</small></h2>", response.content.decode())


def marks(response):
    return re.findall(r"<mark>([^<]*)</mark>", response.content.decode())


def test_a_person_is_found_and_the_row_leads_to_the_file(record, visitor):
    page = search(visitor, "test persson").content.decode()
    assert '<a href="/en/dossiers/test-person/">Test Person</a>' in page


def test_the_spelling_that_matched_is_shown_when_it_is_another(record, visitor, publish):
    assert "Also written" not in search(visitor, "اسم تجريبي").content.decode()  # it stands beside the name
    person = Perpetrator.objects.get()
    alias = Name.objects.create(perpetrator=person, lang="Latn", text="Abu Tajrib", kind="aka")
    factories.cite(alias, Source.objects.first())
    publish("dossier", person, **factories.NOTE)
    page = search(visitor, "أبو تجريب").content.decode()
    assert 'Also written <bdi lang="en">Abu Tajrib</bdi>' in page


def test_a_near_name_stands_apart(record, visitor):
    text = words(search(visitor, "Tast Qorsin"))
    assert "No file has exactly this name. The nearest names are:" in text
    assert "Nobody has" not in text
    assert "Nearest names" in text
    assert text.index("Nearest names") < text.index("Test Person")


@pytest.mark.parametrize("query", ["BL-0001", "bl 1", "BL–0001", "BL-٠٠٠١"])
def test_a_file_number_leads_to_its_file(record, visitor, query):
    text = words(search(visitor, query))
    assert "1 file under this name" in text
    assert "Test Person" in text


@pytest.mark.parametrize(
    ("query", "lang", "found", "marked"),
    [
        ("headed", "en", [("In the files", "1")], ["Headed"]),
        ("الوحدات", "ar", [("المؤسسات", "1"), ("في الملفات", "2")], ["الوحدة"] * 4),
        ("detention homs", "en", [("Crimes", "1")], ["Detention", "Homs", "Homs", "detention"]),
        ("unit 9", "en", [("Institutions", "1"), ("In the files", "1")], ["Unit", "9", "unit", "Unit", "9"]),
        ("الوحدة ٩", "ar", [("المؤسسات", "1"), ("في الملفات", "1")],
         ["الوحدة", "9", "الوحدة", "الوحدة", "9"]),
        ("judgment", "en", [("Sources", "1")], ["Judgment"]),
        ("standfirst", "en", [("News & Views", "1")], ["standfirst"]),
        ("text of the page", "en", [("Pages of the campaign", "1")], ["text", "page"]),
        ("INC-0001", "en", [("Crimes", "2")], []),
    ],
)  # fmt: skip
def test_passages_are_grouped_counted_and_marked(record, visitor, query, lang, found, marked):
    response = search(visitor, query, lang)
    assert [(name.replace("&amp;", "&"), number) for name, number in groups(response)] == found
    assert marks(response) == marked


def test_a_unit_answers_with_its_people_at_the_years_on_record(record, visitor):
    text = words(search(visitor, "unit 9"))
    assert "These entries of the record match." in text
    assert "Test Person Former head of the unit, 2011–2013" in text.replace("\xa0", " ")


def test_a_unit_stands_before_the_incidents_that_name_it(record, publish, visitor):
    person = Perpetrator.objects.get()
    factories.d.Crime.objects.update(title_ar="احتجاز في الوحدة 9", title_en="Detention in Unit 9")
    publish("dossier", person, **factories.NOTE)
    assert [name for name, _n in groups(search(visitor, "unit 9"))][:2] == ["Institutions", "Crimes"]


def test_an_incident_is_found_by_what_people_call_it(record, publish, visitor):
    person = Perpetrator.objects.get()
    factories.d.Crime.objects.update(title_ar="القتل في حمص", title_en="Killings in Homs")
    publish("dossier", person, **factories.NOTE)
    for query, lang in (("مجزرة حمص", "ar"), ("Homs massacre", "en")):
        assert groups(search(visitor, query, lang))[0][0] in {"الجرائم", "Crimes"}


def test_it_says_which_words_of_a_query_carried_no_weight(record, visitor):
    assert "Read without: General" in words(search(visitor, "General Test Person"))


def test_a_passage_is_shown_in_the_readers_language_or_in_the_one_it_was_found_in(record, visitor):
    page = search(visitor, "احتُجز أشخاص", "en").content.decode()
    assert '<p lang="ar" dir="rtl"><mark>احتُجز</mark> <mark>أشخاص</mark>.</p>' in page


def test_a_passage_leads_to_its_paragraph(record, visitor):
    assert '<a href="/en/dossiers/test-person/#p1">Test Person</a> <small>paragraph 1</small>' in (
        search(visitor, "headed").content.decode()
    )


def test_a_case_is_found_by_its_number(publish, visitor):
    person = factories.dossier("other", "شخص آخر", "Other Person")
    case = Case.objects.create(
        name_ar="قضية", name_en="A case", court_ar="محكمة", court_en="A court", jurisdiction="DE",
        number="1 StE 9/19",
    )  # fmt: skip
    person.legal_actions.update(case=case)
    publish("dossier", person)
    assert marks(search(visitor, "1 ste 9/19")) == ["1", "StE", "9", "19"]


def test_a_long_group_shows_five_and_pages_the_rest(publish, visitor):
    person = Perpetrator.objects.get()
    by = factories.source()
    for number in range(27):
        row = person.statements.create(text_ar=f"البرميل {number}", text_en=f"Barrel number {number}")
        factories.cite(row, by)
    publish("dossier", person, **factories.NOTE)
    page = search(visitor, "barrel").content.decode()
    assert page.count("<mark>Barrel</mark>") == 5
    assert 'href="?q=barrel&amp;in=dossier"' in page
    first = search(visitor, "barrel", **{"in": "dossier"}).content.decode()
    assert first.count("<mark>Barrel</mark>") == 20
    assert 'rel="next"' in first
    second = search(visitor, "barrel", **{"in": "dossier", "page": 2}).content.decode()
    assert second.count("<mark>Barrel</mark>") == 7


@pytest.mark.parametrize(
    "more", [{"in": "nothing"}, {"in": "crime", "page": "9"}, {"in": "crime", "page": "x"}]
)
def test_a_group_or_page_that_does_not_exist_is_404(record, visitor, more):
    assert search(visitor, "homs", **more).status_code == 404


@pytest.mark.parametrize(
    "query",
    ["", " ", "…؟!", "ًٌٍَُِّْ", "\u202e\u2066‏", "'\"*()", "OR AND NOT NEAR(", '"unbalanced', "col:x^2 - *",
     "%_\\", "a" * 10_000, "م" * 10_000, "a " * 5000, "😀", "test\x00person", "ماهر Assad ٣ é",
     "'; DROP TABLE x"],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_anything_typed_gets_a_calm_page_and_is_logged_nowhere(record, visitor, caplog, query, lang):
    response = search(visitor, query, lang)
    assert response.status_code == 200
    assert caplog.records == []


def test_what_was_typed_is_kept_in_the_box_and_cannot_become_markup(record, visitor):
    page = search(visitor, '"><script>alert(1)</script>').content.decode()
    assert 'value="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"' in page
    assert "<script>" not in page


def test_no_cache_keeps_what_was_asked(record, visitor):
    response = search(visitor, "homs")
    assert response.headers["Cache-Control"] == "no-store"
    assert 'name="robots" content="noindex"' in response.content.decode()


@pytest.mark.parametrize("query", ["Test Person", "Nobody Knows", "homs", ""])
def test_a_search_costs_a_bounded_number_of_queries(record, visitor, query):
    with CaptureQueriesContext(connection) as queries:
        search(visitor, query)
    assert len(queries) <= 16


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only FTS5 keeps words of what was deleted")
def test_words_of_a_withdrawn_file_are_left_nowhere_in_the_index(publish, reviewer):
    person = Perpetrator.objects.get()
    person.statements.update(text_en="Zanzibarite", text_ar="نص.")
    publish("dossier", person, **factories.NOTE)
    verbs.withdraw(Document.objects.get(kind="dossier"), reviewer, Reason.IDENTITY_ERROR, "خطأ.", "An error.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT block FROM publishing_passage_words_data")
        assert not any(b"zanzibarite" in bytes(block) for (block,) in cursor.fetchall())


@pytest.mark.parametrize("query", ["10", "news", "page", "cbb", "about", "1"])
def test_a_number_or_a_code_of_the_desk_is_no_word_of_a_passage(record, visitor, query):
    assert marks(search(visitor, query)) or not groups(search(visitor, query))


def test_what_is_in_one_language_is_not_shown_as_the_other(record, visitor):
    page = search(visitor, "judgment", "ar").content.decode()
    assert '<p lang="en" dir="ltr"><mark>Judgment</mark> of 2022</p>' in page


def test_a_draft_is_found_by_no_word(record, visitor):
    draft = factories.dossier("draft", "مسودة سرية", "Secret Draft")
    draft.statements.update(text_en="Zanzibar", text_ar="زنجبار")
    for query in ("Secret Draft", "Zanzibar", "زنجبار", "مسودة"):
        text = words(search(visitor, query))
        assert "No file, crime or article matches" in text
        assert "Secret Draft" not in text.replace(query, "")


def test_a_withdrawn_file_is_found_by_no_word(record, visitor, reviewer):
    verbs.withdraw(Document.objects.get(kind="dossier"), reviewer, Reason.IDENTITY_ERROR, "خطأ.", "An error.")
    for query in ("Test Person", "headed", "BL-0001", "detention"):
        assert "No file, crime or article matches" in words(search(visitor, query))


def test_names_are_offered_while_typing(record, visitor):
    response = visitor.get("/en/search/names.json", {"q": "tes"})
    assert response.json() == [
        {
            "name": "Test Person",
            "other": "اسم تجريبي",
            "lang": "ar",
            "url": "/en/dossiers/test-person/",
        }
    ]


def test_every_answer_to_typing_has_the_same_length(record, visitor):
    lengths = {
        len(visitor.get("/en/search/names.json", {"q": query}, headers={"accept-encoding": "br"}).content)
        for query in ("tes", "zzz", "")
    }
    assert lengths == {2048}


def test_a_browser_can_add_this_search(record, visitor):
    page = visitor.get("/ar/").content.decode()
    assert 'rel="search" type="application/opensearchdescription+xml"' in page
    description = visitor.get("/ar/search/description.xml")
    assert description.headers["Content-Type"].startswith("application/opensearchdescription+xml")
    assert 'template="http://127.0.0.1:8000/ar/search/?q={searchTerms}"' in description.content.decode()


@pytest.mark.parametrize(
    "path", ["/en/dossiers/test-persson/", "/en/dossiers/test_person/", "/en/Test-Person/"]
)
def test_a_broken_address_offers_the_search_and_the_nearest_names(record, visitor, path):
    response = visitor.get(path)
    page = response.content.decode()
    assert response.status_code == 404
    assert '<form class="find"' in page
    assert '<a href="/en/dossiers/test-person/">Test Person</a>' in page


@pytest.mark.parametrize(
    "query", ["commander of unit 9", "Who headed unit 9 in 2012", "قائد الوحدة 9", "رئيس الوحدة 9 عام 2012"]
)
def test_what_is_asked_of_a_unit_does_not_hide_the_unit(record, visitor, query):
    page = visitor.get("/en/search/", {"q": query}).content.decode()
    assert 'href="/en/institutions/unit.9/"' in page
