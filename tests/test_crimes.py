"""The crimes index: counted by place and year, narrowed by either, each crime with who is named."""

import pytest

from publishing import verbs
from publishing.models import Document
from publishing.vocabulary import Reason
from tests import factories
from tests.test_pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]


@pytest.fixture(scope="module")
def record(publish_once):
    """Two people: one named in a crime in Homs in 2012, one in that and in one in Daraa in 2011."""
    by = factories.source()
    first = factories.dossier(by=by)
    publish_once("dossier", first)
    second = factories.dossier("second", "شخص ثان", "Second Person", by=by)
    post = second.tenures.get()
    factories.crime(
        second,
        by,
        post,
        title_en="Shelling in Daraa",
        title_ar="قصف في درعا",
        when="2011-04",
        governorate="SY12",
    )
    publish_once("dossier", second)
    return second


def titles(response):
    page = words(response)
    return [name for name in ("Shelling in Daraa", "Detention in Homs") if name in page]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Shelling in Daraa", "Detention in Homs"]),
        ("?governorate=SY04", ["Detention in Homs"]),
        ("?year=2011", ["Shelling in Daraa"]),
        ("?governorate=SY12&year=2011", ["Shelling in Daraa"]),
        ("?governorate=SY04&year=2011", []),
    ],
)
def test_place_and_year_narrow_the_list(record, visitor, query, found):
    assert titles(visitor.get(f"/en/crimes/{query}", follow=True)) == found


def test_every_tile_and_bar_says_how_many_its_link_will_show(record, visitor):
    html = visitor.get("/en/crimes/governorate/SY04/").content.decode()
    assert '<a href="/en/crimes/governorate/SY12/">Daraa <b>1</b></a>' in html
    assert '<a href="/en/crimes/governorate/SY04/" aria-current="true">Homs <b>2</b></a>' in html
    assert '/en/crimes/?governorate=SY04&amp;year=2012"' in html
    assert "year=2011" not in html  # no crime there in that year


def test_a_choice_can_be_taken_away_again(record, visitor):
    html = visitor.get("/en/crimes/?governorate=SY12&year=2011").content.decode()
    assert '<a href="/en/crimes/year/2011/"><span class="vh">Remove: </span>Daraa</a>' in html
    assert '<a href="/en/crimes/governorate/SY12/"><span class="vh">Remove: </span>2011</a>' in html


def test_the_other_language_is_asked_the_same(record, visitor):
    html = visitor.get("/en/crimes/?governorate=SY12&year=2011").content.decode()
    assert 'href="/ar/crimes/?governorate=SY12&amp;year=2011"' in html
    assert 'rel="canonical" href="http://127.0.0.1:8000/en/crimes/?governorate=SY12&amp;year=2011"' in html


def test_an_empty_choice_says_that_it_proves_nothing(record, visitor):
    page = words(visitor.get("/en/crimes/?governorate=SY04&year=2011"))
    assert "No published file names a crime there and then." in page


@pytest.mark.parametrize(
    "query", ["governorate=SY99", "governorate=%27", "year=20111", "year=x", "year=٢٠١١"]
)
def test_a_choice_that_cannot_be_is_no_page(record, visitor, query):
    assert visitor.get(f"/en/crimes/?{query}").status_code == 404


def test_a_withdrawn_file_takes_its_crimes_out_of_the_counts(record, reviewer, visitor):
    document = Document.objects.get(public_id=record.public_id)
    verbs.withdraw(document, reviewer, Reason.SOURCE_FAILED, **factories.NOTE)
    assert titles(visitor.get("/en/crimes/")) == ["Detention in Homs"]
    assert "SY12" not in [facet.code for facet in document.live.document.mentions.all()]
    assert "<span>Daraa</span>" in visitor.get("/en/crimes/").content.decode()


def test_a_crime_lists_everyone_with_each_role_in_words(publish, visitor):
    by = factories.source()
    first = factories.dossier("third", "شخص ثالث", "Third Person", by=by)
    second = factories.dossier("fourth", "شخص رابع", "Fourth Person", by=by)
    shared = first.participations.get().crime
    factories.cite(
        factories.d.Participation.objects.create(perpetrator=second, crime=shared, mode="ml.unspecified"), by
    )
    for person in (first, second):
        publish("dossier", person)
    page = words(visitor.get(f"/en/crimes/{shared.code}/"))
    assert "Named in the files: 2" in page
    assert "A link, not a liability: held command of the unit at the time" in page
    assert "Attributed to him, no judgment given: role whose mode is not specified" in page
    told = "Crime against humanity: imprisonment A court not stated"
    assert told in page


def test_a_crime_is_told_by_the_newest_text_whole(publish, reviewer, visitor):
    """Title, date, description and kinds of act come from one edition, also after a redaction."""
    by = factories.source()
    first = factories.dossier("third", "شخص ثالث", "Third Person", by=by)
    second = factories.dossier("fourth", "شخص رابع", "Fourth Person", by=by)
    shared = first.participations.get().crime
    factories.cite(
        factories.d.Participation.objects.create(perpetrator=second, crime=shared, mode="ml.unspecified"), by
    )
    publish("dossier", first)
    first.statements.update(text_en="Changed.", text_ar="تغير.")
    document = publish("dossier", first, **factories.NOTE).document
    factories.d.Crime.objects.update(title_en="Newer title", description_en="Newer text.")
    publish("dossier", second)
    told_by_the_newest(visitor, shared)
    verbs.redact(document, [1], reviewer, Reason.SAFETY)
    told_by_the_newest(visitor, shared)


def told_by_the_newest(visitor, crime):
    page = words(visitor.get(f"/en/crimes/{crime.code}/"))
    assert "Newer title" in page
    assert "Newer text." in page
    assert "People were held." not in page
