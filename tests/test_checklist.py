"""The checklist before publishing, at the desk."""

import re

import pytest

from dossiers.models import Perpetrator, Source
from publishing.models import Submission
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]


@pytest.fixture
def desk(editor, desk_of):
    return desk_of(editor)


def page(desk, person):
    return desk.get(f"/desk/dossiers/perpetrator/{person.pk}/submit/").content.decode()


def state(html, code):
    """Return how the checklist marks a rule."""
    before = html.partition(f"<small>{code}</small>")[0]
    return re.findall(r'<li class="(\w+)">', before)[-1]


def test_it_has_four_groups_and_a_mark_with_a_word_for_every_rule(desk, person):
    html = page(desk, person)
    groups = re.findall(r"<h2>([^<]+)</h2>", html.partition('class="checklist"')[2].partition("<form")[0])
    assert groups == ["Statements and sources", "Both languages", "Harm to others", "Law and fairness"]
    assert state(html, "P1") == "done"
    assert state(html, "P15") == "idle"
    assert 'aria-label="Done"' in html
    assert 'aria-label="Not needed"' in html


def test_what_is_missing_leads_to_its_row(desk, person):
    statement = person.statements.get()
    statement.citations.all().delete()
    html = page(desk, person)
    assert state(html, "P1") == "missing"
    link = f"/desk/dossiers/perpetrator/{person.pk}/change/#claim-{statement.pk.hex}"
    assert html.count(f'href="{link}"') == 2  # in the summary and at the rule
    form = desk.get(f"/desk/dossiers/perpetrator/{person.pk}/change/").content.decode()
    assert f'id="claim-{statement.pk.hex}"' in form


def test_a_crime_and_a_source_lead_to_forms_of_their_own(desk, person):
    crime = person.participations.get().crime
    crime.citations.all().delete()
    factories.cite(person.statements.get(), factories.source(kind="leaked_doc", title="Leak"))
    html = page(desk, person)
    assert f'href="/desk/dossiers/crime/{crime.pk}/change/"' in html
    assert 'href="/desk/dossiers/source/?q=SRC-0002"' in html


def test_a_pair_of_a_crime_leads_to_the_page_of_that_crime(desk, person):
    crime = person.participations.get().crime
    crime.title_en = "Detention in the city of Homs"
    crime.save()
    html = page(desk, person)
    assert state(html, "P4") == "missing"
    address = f"/desk/languages/dossiers.crime/{crime.pk}/"
    assert f'href="{address}"' in html
    assert "Detention in the city of Homs" in desk.get(address).content.decode()


def test_a_source_that_does_not_count_is_named(desk, person):
    Source.objects.create(title="A blog", kind="ngo_report", lang="en", reliability="E")
    Source.objects.filter(title="Judgment of 2022").update(kind="ngo_report", reliability="E")
    text = page(desk, person)
    assert "Not counted, by its grade: “<bdi>Judgment of 2022</bdi>”." in text


def test_reasons_given_before_are_there_again(desk, person):
    Source.objects.update(url="https://example.org/judgment")
    path = f"/desk/dossiers/perpetrator/{person.pk}/submit/"
    desk.post(path, {"change": "initial", "severity": "material", "reason_P14": "The archive is down."})
    assert Submission.objects.count() == 1
    assert "The archive is down.</textarea>" in desk.get(path).content.decode()


def test_sending_what_lacks_something_says_that_it_was_not_sent(desk, person):
    person.statements.update(text_en="")
    path = f"/desk/dossiers/perpetrator/{person.pk}/submit/"
    page = desk.post(path, {"change": "initial", "severity": "material"}).content.decode()
    assert "Not sent: something is missing." in page


def test_a_warning_asks_for_a_reason_and_keeps_what_was_typed(desk, person):
    factories.cite(person.statements.get(), factories.source(url="https://example.org/"))
    html = page(desk, person)
    assert state(html, "P14") == "warned"
    path = f"/desk/dossiers/perpetrator/{person.pk}/submit/"
    values = {"change": "initial", "severity": "material", "note_en": "Typed."}
    answer = desk.post(path, values).content.decode()
    assert "Fix what the warning names, or give a reason." in answer
    assert "Typed." in answer
    assert Submission.objects.count() == 0
    desk.post(path, {**values, "reason_P14": "No archive takes it."})
    assert Submission.objects.get().grounds.reasons[0]["reason"] == "No archive takes it."


def test_it_speaks_arabic(desk, person):
    Perpetrator.objects.update(checked_on=None)
    desk.post("/desk/i18n/setlang/", {"language": "ar", "next": "/desk/"})
    html = page(desk, person)
    assert "العبارات والمصادر" in html
    assert "اذكر اليوم الذي جرى فيه التحقق من الوضع القانوني" in html


def test_news_has_its_own(desk):
    item = factories.news()
    html = desk.get(f"/desk/news/newsitem/{item.pk}/submit/").content.decode()
    assert state(html, "P1") == "done"
    assert "<small>P7</small>" not in html
