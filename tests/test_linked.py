"""What search engines and messengers read: JSON-LD, Open Graph, languages (domain.md §8.2)."""

import json
import re

import pytest

from publishing import verbs
from publishing.models import Document
from publishing.vocabulary import Reason
from tests import factories

SITE = "http://127.0.0.1:8000"
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">')


@pytest.fixture
def record(publish):
    person = factories.dossier()
    person.birth = "1946-02-19"
    person.save()
    publish("dossier", person)
    publish("news", factories.news())
    publish("page", factories.page("statement"))
    return person


def told(visitor, path):
    page = visitor.get(path).content.decode()
    (found,) = LINKED.findall(page)
    assert page.index("</footer>") < page.index(LINKED.search(page)[0])  # after all that a reader waits for
    return json.loads(found)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("path", ["", "editions/1/"])
def test_a_file_is_a_report_about_a_person(record, visitor, lang, path):
    report = told(visitor, f"/{lang}/dossiers/test-person/{path}")
    assert report["@context"] == "https://schema.org"
    assert (report["@type"], report["inLanguage"], report["version"]) == ("Report", lang, "1")
    assert report["@id"] == f"{SITE}/{lang}/dossiers/test-person/editions/1/"
    assert report["workTranslation"]["@id"] == (
        f"{SITE}/{'en' if lang == 'ar' else 'ar'}/dossiers/test-person/editions/1/"
    )
    assert report["headline"] == {"ar": "اسم تجريبي", "en": "Test Person"}[lang]
    digest = Document.objects.get(public_id="BL-0001").live.header_digest
    assert report["identifier"] == {"@type": "PropertyValue", "propertyID": "sha256", "value": digest}
    assert report["publisher"]["correctionsPolicy"] == f"{SITE}/{lang}/corrections/"
    assert report["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_no_crime_is_a_property_of_the_person(record, visitor):
    report = told(visitor, "/en/dossiers/test-person/")
    person = report["about"]
    assert person["@type"] == "Person"
    assert set(person) <= {
        "@type", "name", "alternateName", "birthDate", "birthPlace", "deathDate", "hasOccupation",
    }  # fmt: skip
    assert [event["name"] for event in report["mentions"]] == ["Detention in Homs"]
    assert "ClaimReview" not in json.dumps(report)


@pytest.mark.parametrize(
    ("birth", "shown"), [("1946-02-19", "1946-02-19"), ("1946", "1946"), ("1946~", None), ("194X", None),
                         ("1946/1948", None)]
)  # fmt: skip
def test_only_a_date_that_is_certain_is_told(record, publish, visitor, birth, shown):
    record.birth = birth
    record.save()
    if birth != "1946-02-19":
        publish("dossier", record, **factories.NOTE)
    assert told(visitor, "/en/dossiers/test-person/")["about"].get("birthDate") == shown


def test_a_correction_is_told_with_its_words(record, publish, visitor):
    record.statements.update(text_en="Headed another unit.", text_ar="ترأس وحدة أخرى.")
    publish("dossier", record, change="correction", note_ar="صُحح اسم.", note_en="A name was corrected.")
    (correction,) = told(visitor, "/en/dossiers/test-person/")["correction"]
    assert (correction["@type"], correction["text"]) == ("CorrectionComment", "A name was corrected.")


def test_nothing_that_was_typed_ends_the_script(publish, visitor):
    publish("dossier", factories.dossier(en="Test </script><b>&amp; Person"))
    report = told(visitor, "/en/dossiers/test-person/")
    assert report["headline"] == "Test </script><b>&amp; Person"


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/en/", "WebSite"), ("/ar/news/test-news/", "NewsArticle"), ("/en/crimes/INC-0001/", "Report")],
)
def test_other_pages_say_what_they_are(record, visitor, path, kind):
    assert told(visitor, path)["@type"] == kind


def test_of_what_is_hidden_nothing_is_told(record, reviewer, visitor):
    verbs.withdraw(Document.objects.get(public_id="BL-0001"), reviewer, Reason.SAFETY)
    assert LINKED.findall(visitor.get("/en/dossiers/test-person/").content.decode()) == []


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize(
    "path", ["", "dossiers/", "dossiers/test-person/", "news/test-news/", "crimes/INC-0001/"]
)
def test_who_shares_a_page_is_told_what_it_is(record, visitor, lang, path):
    page = visitor.get(f"/{lang}/{path}").content.decode()
    meta = dict(META.findall(page))
    assert set(meta) == {
        "og:site_name", "og:type", "og:locale", "og:locale:alternate", "og:url", "og:title", "og:description",
        "og:image", "og:image:alt", "og:image:width", "og:image:height", "twitter:card",
    }  # fmt: skip
    assert all(meta.values())
    assert meta["og:url"] == f"{SITE}/{lang}/{path}"
    assert (meta["og:locale"], meta["og:locale:alternate"]) == {
        "ar": ("ar_SY", "en_GB"), "en": ("en_GB", "ar_SY")
    }[lang]  # fmt: skip
    assert meta["og:type"] == ("article" if "test-" in path else "website")
    assert visitor.get(meta["og:image"].removeprefix(SITE)).headers["Content-Type"] == "image/png"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_page_names_itself_in_each_language_and_arabic_as_the_rest(record, visitor, lang):
    page = visitor.get(f"/{lang}/dossiers/test-person/").content.decode()
    found = dict(re.findall(r'hreflang="([\w-]+)" href="(http[^"]+)"', page))
    assert found == {
        "ar": f"{SITE}/ar/dossiers/test-person/",
        "en": f"{SITE}/en/dossiers/test-person/",
        "x-default": f"{SITE}/ar/dossiers/test-person/",
    }


def test_a_run_of_the_other_script_says_its_language(publish, visitor):
    person = factories.dossier()
    person.statements.update(
        text_ar="ترأس وحدة Unit Nine في دمشق.", text_en="Headed the unit «الوحدة» in Damascus."
    )
    publish("dossier", person)
    assert '<bdi lang="und-Latn">Unit Nine</bdi>' in visitor.get("/ar/dossiers/test-person/").content.decode()
    assert '<bdi lang="ar">الوحدة</bdi>' in visitor.get("/en/dossiers/test-person/").content.decode()
