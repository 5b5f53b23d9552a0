"""The Atom feeds, the sitemap and robots.txt."""

import re
import xml.etree.ElementTree as ET

import pytest

from campaign.pages import sitemaps
from tests import factories

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
LOC = re.compile("<loc>(.*?)</loc>")


@pytest.fixture
def record(publish):
    publish("dossier", factories.dossier())
    publish("news", factories.news())


@pytest.mark.parametrize(
    ("lang", "titles"), [("ar", ["خبر تجريبي", "اسم تجريبي"]), ("en", ["A test item", "Test Person"])]
)
def test_a_feed_lists_what_is_new_in_its_language(record, visitor, lang, titles):
    feed = ET.fromstring(visitor.get(f"/{lang}/news/feed.atom").content)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == titles
    links = [entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")]
    assert links == [
        f"http://127.0.0.1:8000/{lang}/news/test-news/",
        f"http://127.0.0.1:8000/{lang}/dossiers/test-person/",
    ]


def test_a_feed_tells_of_a_dossier_with_the_limits_of_office_and_status(record, visitor):
    feed = ET.fromstring(visitor.get("/en/news/feed.atom").content)
    assert [entry.findtext(f"{ATOM}summary") for entry in feed.iter(f"{ATOM}entry")] == [
        "Its standfirst.",
        (
            "First published. Former head of the unit, 2011–2013. "
            "Wanted on a warrant, no judgment given: complicity in crimes against humanity (Paris, 2018)."
        ),
    ]


def test_the_sitemap_gives_both_languages_with_their_counterparts(record, visitor):
    urls = ET.fromstring(visitor.get("/sitemap-dossiers.xml").content)
    assert [url.findtext(f"{MAP}loc") for url in urls] == [
        "http://127.0.0.1:8000/ar/dossiers/test-person/",
        "http://127.0.0.1:8000/en/dossiers/test-person/",
    ]
    for url in urls:
        assert [link.get("hreflang") for link in url.iter(LINK)] == ["ar", "en"]


def test_the_index_names_every_section(record, visitor):
    index = ET.fromstring(visitor.get("/sitemap.xml").content)
    assert [entry.findtext(f"{MAP}loc").rpartition("/")[2] for entry in index] == [
        "sitemap-standing.xml", "sitemap-dossiers.xml", "sitemap-crimes.xml", "sitemap-institutions.xml",
        "sitemap-sources.xml", "sitemap-news.xml",
    ]  # fmt: skip


def test_a_long_section_is_told_in_files_of_their_own(record, publish, visitor, monkeypatch):
    publish("dossier", factories.dossier("another", "شخص آخر", "Another Person"))
    monkeypatch.setattr(sitemaps, "LENGTH", 1)
    listed = [url.rpartition("/")[2] for url in LOC.findall(visitor.get("/sitemap.xml").content.decode())]
    assert {"sitemap-dossiers.xml", "sitemap-dossiers-2.xml"} <= set(listed)
    urls = [LOC.findall(visitor.get(f"/{name}").content.decode()) for name in listed]
    assert all(urls)
    assert len({url for one in urls for url in one}) == sum(map(len, urls))  # nothing is there twice
    for name in ("sitemap-dossiers-1.xml", "sitemap-dossiers-99.xml", "sitemap-nothing.xml"):
        assert visitor.get(f"/{name}").status_code == 404, name


@pytest.mark.django_db
def test_robots_are_shown_the_sitemap_and_kept_from_the_desk(visitor):
    assert visitor.get("/robots.txt").content.decode() == (
        "User-agent: *\nDisallow: /desk/\nSitemap: http://127.0.0.1:8000/sitemap.xml\n"
    )
