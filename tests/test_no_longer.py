"""Nothing is left hanging: what only a withdrawn file named answers 410; corrected incidents flag files."""

import pytest

from dossiers.models import Crime, Source
from publishing import projection, verbs
from publishing.models import Edition, Unlisted
from publishing.vocabulary import Reason
from tests import factories
from tests.test_pages import words

pytestmark = pytest.mark.django_db

PLACES = ("/en/crimes/INC-0001/", "/en/institutions/unit.9/", "/en/sources/SRC-0001/")


@pytest.fixture
def one(publish):
    person = factories.dossier()
    publish("dossier", person)
    return person


@pytest.fixture
def withdrawn(one, reviewer):
    verbs.withdraw(Edition.objects.get().document, reviewer, Reason.FACTUAL_ERROR, "سُحب.", "Withdrawn.")


@pytest.mark.parametrize("path", PLACES)
def test_what_only_a_withdrawn_file_named_is_gone_and_says_so(withdrawn, visitor, path):
    for address in (path, path.replace("/en/", "/ar/")):
        assert visitor.get(address).status_code == 410
    page = words(visitor.get(path))
    assert "No longer published" in page
    for said in ("Detention", "Unit 9", "Judgment of 2022", "Test Person"):
        assert said not in page


@pytest.mark.parametrize(
    "path", ["/en/crimes/INC-0009/", "/en/institutions/nowhere/", "/en/sources/SRC-0099/"]
)
def test_what_never_was_is_not_found(withdrawn, visitor, path):
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("path", PLACES)
def test_what_another_file_still_names_stands(one, publish, reviewer, visitor, path):
    other = factories.dossier("other", by=Source.objects.get())
    other.participations.update(crime=Crime.objects.get(code="INC-0001"))
    publish("dossier", other)
    document = Edition.objects.get(document__slug="test-person").document
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR, "سُحب.", "Withdrawn.")
    assert visitor.get(path).status_code == 200


def test_a_past_edition_goes_on_and_what_it_links_to_answers(withdrawn, visitor):
    past = visitor.get("/en/dossiers/test-person/editions/1/")
    assert past.status_code == 200
    assert 'href="/en/crimes/INC-0001/"' in past.content.decode()
    assert visitor.get("/en/crimes/INC-0001/").status_code == 410


def test_what_is_named_again_is_published_again(withdrawn, one, publish, visitor):
    publish("dossier", one, change="restore", **factories.NOTE)
    assert [visitor.get(path).status_code for path in PLACES] == [200, 200, 200]
    assert not Unlisted.objects.exists()


def test_lists_made_anew_remember_what_is_gone(withdrawn, visitor):
    Unlisted.objects.all().delete()
    projection.rebuild()
    assert [visitor.get(path).status_code for path in PLACES] == [410, 410, 410]


def test_an_incident_that_a_newer_edition_leaves_out_is_gone(one, publish, visitor):
    factories.crime(one, Source.objects.get(), one.tenures.get(), title_en="Another")
    one.participations.exclude(crime__title_en="Another").get().delete()
    publish("dossier", one, **factories.NOTE)
    assert visitor.get("/en/crimes/INC-0001/").status_code == 410
    assert visitor.get("/en/crimes/INC-0002/").status_code == 200


# Corrected incidents (domain.md K4)


@pytest.fixture
def two(one, publish):
    other = factories.dossier("other", by=Source.objects.get())
    other.participations.update(crime=Crime.objects.get(code="INC-0001"))
    publish("dossier", other)
    return one, other


FLAG = "was corrected since this file was published"


@pytest.mark.parametrize(
    "fields", [{"title_en": "Killings in Homs"}, {"when": "2012-04"}, {"place_ar": "حماة"}, {"conducts": []}]
)
def test_a_corrected_incident_flags_every_file_that_prints_it(two, editor, desk_of, fields):
    desk = desk_of(editor)
    assert FLAG not in words(desk.get("/desk/"))
    Crime.objects.filter(code="INC-0001").update(**fields)
    home = words(desk.get("/desk/"))
    assert "Incidents corrected since they were published" in home
    for person in two:
        assert str(person) in home
        for page in ("change", "submit"):
            address = f"/desk/dossiers/perpetrator/{person.pk}/{page}/"
            assert FLAG in words(desk.get(address))


def test_a_file_that_is_sent_again_is_flagged_no_longer(two, publish, editor, desk_of):
    Crime.objects.filter(code="INC-0001").update(when="2012-04")
    publish("dossier", two[0], **factories.NOTE)
    desk = desk_of(editor)
    assert FLAG not in words(desk.get(f"/desk/dossiers/perpetrator/{two[0].pk}/submit/"))
    assert FLAG in words(desk.get(f"/desk/dossiers/perpetrator/{two[1].pk}/submit/"))
