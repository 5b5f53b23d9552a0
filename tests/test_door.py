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


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/BL-0001/", "/BL-0001"),
        ("/BL-0001،", "/BL-0001"),
        ("/BL-0001,", "/BL-0001"),
        ("/BL-0001.", "/BL-0001"),
        ("/BL-0001)؛", "/BL-0001"),
        ("/«BL-0001»", "/BL-0001"),
        ("/bl-0001", "/BL-0001"),
        ("/BL-٠٠٠١", "/BL-0001"),
        ("/BL–0001", "/BL-0001"),
        ("/BL—0001", "/BL-0001"),
        ("/BL_0001", "/BL-0001"),
        ("/bl 0001", "/BL-0001"),
        ("/BL0001", "/BL-0001"),
        ("/BL-1", "/BL-0001"),
        ("/en/BL-0001/", "/BL-0001"),
        ("/ar/bl-0001/2", "/BL-0001/2"),
        ("/BL-0001\u200f", "/BL-0001"),
        ("/BL-0001\u00a0", "/BL-0001"),
        ("/BL-0001/٢،", "/BL-0001/2"),
        ("/BL-0001/2/", "/BL-0001/2"),
        ("/BL-0001/١", "/BL-0001/1"),
        ("/BL-0001\ufffc", "/BL-0001"),
        ("/en/dossiers/test-person/،", "/en/dossiers/test-person/"),
        ("/en/dossiers/test-person،", "/en/dossiers/test-person/"),
        ("/en/dossiers/test-person/).", "/en/dossiers/test-person/"),
        ("/EN/Dossiers/Test-Person/", "/en/dossiers/test-person/"),
        ("/en/dossiers/Test-Person/", "/en/dossiers/test-person/"),
        ("/ar//dossiers/test-person/", "/ar/dossiers/test-person/"),
        ("/en/dossiers/test-person/editions/٢/", "/en/dossiers/test-person/editions/2/"),
        ("/en/crimes/inc-0001/", "/en/crimes/INC-0001/"),
        ("/en/sources/SRC-0001/…", "/en/sources/SRC-0001/"),
        ("/editions/BL-0001/1.json،", "/editions/BL-0001/1.json"),
        ("/ar/search/؟?q=x", "/ar/search/?q=x"),
    ],
)
def test_a_mistyped_address_leads_to_the_one_that_was_meant(visitor, asked, meant):
    answer = visitor.get(asked)
    assert (answer.status_code, answer["Location"]) == (301, meant)


@pytest.mark.parametrize(
    "path",
    [
        "/BL-0001",
        "/en/dossiers/nobody/",
        "/BL-",
        "/xx/،",
        "/example.org/،",
        "/x\ufffd",
        "/x\x01",
        "/x\u0378",
        "/DESK/",
        "/desk،",
        "/media/../settings.py",
    ],
)
def test_an_address_that_nothing_mends_is_not_found(visitor, path):
    assert visitor.get(path).status_code == 404


def test_nothing_that_is_sent_is_led_on(visitor):
    assert visitor.post("/BL-0001/").status_code == 404
