"""/ and the short addresses of print."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("accepts", "target"),
    [("ar", "/ar/"), ("en-GB,en;q=0.9", "/en/"), ("fr,ar;q=0.5,en;q=0.4", "/ar/"), ("en;q=0,ar-SY", "/ar/")],
)
def test_the_door_follows_the_browser_and_is_not_stored(visitor, accepts, target):
    response = visitor.get("/", headers={"accept-language": accepts})
    assert (response.status_code, response["Location"]) == (302, target)
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("accepts", ["", "fr", "*", "x" * 5000, "en;q=nonsense", "en;q=²", "ar;q=1.2.3"])
def test_the_door_shows_both_languages_when_neither_fits(visitor, accepts):
    response = visitor.get("/", headers={"accept-language": accepts})
    assert response.status_code == 200
    assert 'href="/ar/"' in response.content.decode()
    assert 'href="/en/"' in response.content.decode()


def test_a_short_address_leads_to_the_dossier_and_to_its_edition(publish, visitor):
    publish("dossier", factories.dossier())
    assert (
        visitor.get("/BL-0001", headers={"accept-language": "en"})["Location"] == "/en/dossiers/test-person/"
    )
    assert visitor.get("/BL-0001/1")["Location"] == "/ar/dossiers/test-person/editions/1/"
