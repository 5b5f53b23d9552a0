"""The Atom feeds, the sitemap and robots.txt."""

import io
import json
import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import feedparser
import pytest

from campaign.pages import sitemaps
from publishing import verbs
from publishing.models import Document
from publishing.vocabulary import Reason
from tests import factories

SITE = "http://127.0.0.1:8000"
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
    feed = ET.fromstring(visitor.get(f"/{lang}/feed.atom").content)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == titles
    links = [entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")]
    assert links == [
        f"http://127.0.0.1:8000/{lang}/news/test-news/",
        f"http://127.0.0.1:8000/{lang}/dossiers/test-person/",
    ]


def test_a_feed_tells_of_a_dossier_with_the_limits_of_office_and_status(record, visitor):
    feed = ET.fromstring(visitor.get("/en/feed.atom").content)
    assert [entry.findtext(f"{ATOM}summary") for entry in feed.iter(f"{ATOM}entry")] == [
        "Its standfirst.",
        (
            "First published. Former head of the unit, 2011–2013. "
            "Wanted on a warrant, no judgment given: complicity in crimes against humanity (Paris, 2018)."
        ),
    ]


TAG = "tag:pro-justice.org,2026"
FEEDS = ["feed", "news/feed", "dossiers/test-person/feed", "corrections/feed", "justice/cases/{case}/feed"]


@pytest.fixture
def followed(publish):
    """A file with a case and a correction, and a news item. Returns the key of the case."""
    person = factories.dossier()
    case = factories.d.Case.objects.create(jurisdiction="FR", name_ar="قضية", name_en="The case")
    person.legal_actions.update(case=case)
    publish("dossier", person)
    publish("news", factories.news())
    publish("page", factories.page("corrections"))
    correct(publish, person)
    return person.legal_actions.get().case.pk.hex


def correct(publish, person, **said):
    person.statements.update(text_en="Headed another unit.", text_ar="ترأس وحدة أخرى.")
    words = {"note_ar": "صُحح اسم الوحدة.", "note_en": "The unit was named wrongly."}
    return publish("dossier", person, change="correction", **{**words, **said})


@pytest.mark.parametrize("path", FEEDS)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_feed_has_what_rfc_4287_requires(followed, visitor, lang, path):
    path = path.format(case=followed)
    answer = visitor.get(f"/{lang}/{path}.atom")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(answer.content)
    own = [f"{ATOM}{name}" for name in ("id", "title", "updated", "author")]
    assert [len(feed.findall(name)) for name in own] == [1, 1, 1, 1]
    assert feed.find(f"{ATOM}author/{ATOM}name").text == {"ar": "مع العدالة", "en": "Pro-Justice"}[lang]
    (here,) = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert here == f"http://127.0.0.1:8000/{lang}/{path}.atom"
    assert (
        visitor.get(feed.find(f"{ATOM}link[@rel='alternate']").get("href").removeprefix(SITE)).status_code
        == 200
    )
    ids = [feed.findtext(f"{ATOM}id")]
    for entry in feed.iter(f"{ATOM}entry"):
        assert all(
            entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated", "published", "summary")
        )
        link = entry.find(f"{ATOM}link")
        assert link.get("rel") == "alternate"
        assert visitor.get(link.get("href").removeprefix(SITE)).status_code == 200
        ids.append(entry.findtext(f"{ATOM}id"))
    assert len(set(ids)) == len(ids) > 1
    assert all(one.startswith(f"{TAG}:") and "127.0.0.1" not in one for one in ids)


@pytest.mark.parametrize("path", FEEDS)
def test_the_json_feed_has_the_same_entries(followed, visitor, path):
    """JSON Feed 1.1: the version, a title, and of each item an id that is a text, and content."""
    path = path.format(case=followed)
    answer = visitor.get(f"/en/{path}.json")
    assert answer.headers["Content-Type"] == "application/feed+json"
    told = json.loads(answer.content)
    assert (told["version"], told["language"]) == ("https://jsonfeed.org/version/1.1", "en")
    assert told["title"]
    assert told["feed_url"] == f"{SITE}/en/{path}.json"
    feed = ET.fromstring(visitor.get(f"/en/{path}.atom").content)
    entries = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert [item["id"] for item in told["items"]] == entries
    assert all(isinstance(item["id"], str) and item["content_text"] and item["url"] for item in told["items"])


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_reader_reads_it_whole(followed, visitor, path):
    answer = visitor.get(f"/ar/{path.format(case=followed)}.atom")
    told = {name.lower(): value for name, value in answer.headers.items()}
    read = feedparser.parse(io.BytesIO(answer.content), response_headers=told)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title
    assert read.feed.author == "مع العدالة"
    assert read.entries
    assert all(one.id and one.title and one.summary and one.published_parsed for one in read.entries)


def test_the_news_have_a_feed_of_their_own(followed, visitor):
    titles = [item["title"] for item in json.loads(visitor.get("/en/news/feed.json").content)["items"]]
    assert titles == ["A test item"]


def test_a_case_is_followed_step_by_step_from_the_day_each_was_first_told(followed, publish, visitor):
    person = factories.d.Perpetrator.objects.get()
    address = f"/en/justice/cases/{followed}/"
    (step,) = json.loads(visitor.get(f"{address}feed.json").content)["items"]
    assert step["content_text"] == "Arrest warrant (Investigating judge, 5 November 2018). Status: In force."
    assert step["title"] == "Test Person: Arrest warrant. Status: In force"
    later = datetime(2030, 1, 1, tzinfo=UTC)
    person.checked_on = later.date()
    person.save()
    case = factories.d.Case.objects.get()
    factories.action(
        person, factories.source(title="A judgment"), case=case, type="conviction", status="not_final",
        date="2029-12-01", in_absentia=True, charges_ar="التواطؤ", charges_en="Complicity",
    )  # fmt: skip
    publish("dossier", person, change="legal_update", at=later, **factories.NOTE)
    steps = json.loads(visitor.get(f"{address}feed.json").content)["items"]
    assert [(one["content_text"], one["date_published"][:4]) for one in steps] == [
        (
            "Conviction and sentence, in absentia (Investigating judge, 1 December 2029). Status: Not final.",
            "2030",
        ),
        (
            "Arrest warrant (Investigating judge, 5 November 2018). Status: In force.",
            step["date_published"][:4],
        ),
    ]
    assert steps[1]["id"] == step["id"]
    page = visitor.get(address).content.decode()
    assert "Conviction and sentence, in absentia" in re.sub(r"<[^>]+>", "", page)
    (newest, *_rest) = json.loads(visitor.get("/en/dossiers/test-person/feed.json").content)["items"]
    assert newest["content_text"].endswith(
        "Conviction and sentence, in absentia (Investigating judge, 1 December 2029). Status: Not final."
    )


def later_edition(publish, person, year, **note):
    on = datetime(year, 1, 1, tzinfo=UTC)
    person.checked_on = on.date()
    person.save()
    return publish("dossier", person, at=on, **{**factories.NOTE, **note})


def told_of(visitor, path):
    return [item["content_text"] for item in json.loads(visitor.get(path).content)["items"]]


def test_a_step_that_another_has_ended_is_not_told_as_standing(followed, publish, visitor):
    """A published action is not changed: another one ends it, and the feed says so of both."""
    person = factories.d.Perpetrator.objects.get()
    warrant, case = person.legal_actions.get(), factories.d.Case.objects.get()
    factories.action(
        person, factories.source(title="An order"), case=case, type="warrant", status="annulled",
        date="2029-12-01", supersedes=warrant,
    )  # fmt: skip
    later_edition(publish, person, 2030, change="legal_update")
    told = told_of(visitor, f"/en/justice/cases/{followed}/feed.json")
    assert (
        told[-1] == "Arrest warrant (Investigating judge, 5 November 2018). Status: ended by a later action."
    )
    assert told[0] == "Arrest warrant (Investigating judge, 1 December 2029). Status: Annulled."
    page = re.sub(r"<[^>]+>", " ", visitor.get(f"/en/justice/cases/{followed}/").content.decode())
    assert "ended by a later action" in page
    assert "In force" not in page
    entities = visitor.get("/data/entities.ftm.json").content.decode()
    assert '"status":["قيد النفاذ","In force"]' not in entities


def test_what_an_edition_told_stays_with_that_edition(followed, publish, visitor):
    person = factories.d.Perpetrator.objects.get()
    conviction = factories.action(
        person, factories.source(title="A judgment"), type="conviction", status="not_final",
        date="2029-12-01", in_absentia=False,
    )  # fmt: skip
    later_edition(publish, person, 2030, change="legal_update")
    factories.action(
        person, factories.source(title="Another"), type="appeal", status="upheld", date="2030-12-01",
        supersedes=conviction,
    )  # fmt: skip
    later_edition(publish, person, 2031, change="legal_update")
    told = told_of(visitor, "/en/dossiers/test-person/feed.json")
    assert "Conviction and sentence (Investigating judge, 1 December 2029). Status: Not final." in told[1]
    assert "Appeal or cassation (Investigating judge, 1 December 2030). Status: Upheld." in told[0]


def test_what_stood_in_an_erased_text_is_not_told_as_new(followed, reviewer, visitor):
    before = told_of(visitor, "/en/dossiers/test-person/feed.json")
    assert "Arrest warrant" not in before[0]
    (step,) = json.loads(visitor.get(f"/en/justice/cases/{followed}/feed.json").content)["items"]
    verbs.redact(Document.objects.get(public_id="BL-0001"), [1], reviewer, Reason.FACTUAL_ERROR)
    assert not any(
        "Arrest warrant" in text for text in told_of(visitor, "/en/dossiers/test-person/feed.json")
    )
    (now,) = json.loads(visitor.get(f"/en/justice/cases/{followed}/feed.json").content)["items"]
    assert now["date_published"] == step["date_published"]


def test_a_case_that_no_live_file_names_is_gone(followed, reviewer, visitor):
    verbs.withdraw(Document.objects.get(public_id="BL-0001"), reviewer, Reason.FACTUAL_ERROR)
    assert visitor.get(f"/en/justice/cases/{followed}/").status_code == 410
    assert visitor.get(f"/en/justice/cases/{followed}/feed.atom").status_code == 410
    assert visitor.get(f"/en/justice/cases/{'0' * 32}/").status_code == 404


def test_a_feed_says_who_is_not_meant(publish, visitor):
    person = factories.dossier()
    person.same_name_ar, person.same_name_en = (
        "ليس الطبيب الذي يحمل الاسم نفسه.",
        "Not the doctor of the same name.",
    )
    person.save()
    publish("dossier", person)
    feed = ET.fromstring(visitor.get("/ar/dossiers/test-person/feed.atom").content)
    assert (
        feed.findtext(f"{ATOM}subtitle")
        == "أهو شخص آخر؟ ما يميّز هذا الشخص ممن يحملون الاسم نفسه: ليس الطبيب الذي يحمل الاسم نفسه."
    )
    told = json.loads(visitor.get("/en/dossiers/test-person/feed.json").content)
    assert told["description"].startswith("Not this person? ")
    assert told["description"].endswith(": Not the doctor of the same name.")


def test_who_has_read_an_edition_is_told_what_changed_since(followed, publish, visitor):
    person = factories.d.Perpetrator.objects.get()
    person.statements.update(text_en="Headed a third unit.", text_ar="ترأس وحدة ثالثة.")
    publish("dossier", person, **factories.NOTE)
    page = re.sub(r"<[^>]+>", "", visitor.get("/en/dossiers/test-person/editions/1/since/").content.decode())
    assert "What changed from edition 1 to edition 3" in page
    assert "The unit was named wrongly." in page
    assert factories.NOTE["note_en"] in page
    assert "Nothing has changed" not in page
    newest = visitor.get("/en/dossiers/test-person/editions/3/since/").content.decode()
    assert "Nothing has changed since this edition" in newest
    assert visitor.get("/en/dossiers/test-person/editions/9/since/").status_code == 404


def test_a_file_is_followed_edition_by_edition(publish, visitor):
    person = factories.dossier()
    publish("dossier", person)
    person.statements.update(text_en="Headed another unit.", text_ar="ترأس وحدة أخرى.")
    publish("dossier", person, **factories.NOTE)
    items = json.loads(visitor.get("/en/dossiers/test-person/feed.json").content)["items"]
    assert [(item["id"], item["title"], item["content_text"]) for item in items] == [
        (f"{TAG}:BL-0001/2/en", "Test Person: edition 2, Update", factories.NOTE["note_en"]),
        (f"{TAG}:BL-0001/1/en", "Test Person: edition 1, First publication", "First published."),
    ]


@pytest.mark.parametrize("path", ["/en/dossiers/test-person/feed.atom", "/en/corrections/"])
def test_of_what_is_hidden_no_feed_tells_the_name_or_a_note(publish, reviewer, visitor, path):
    person = factories.dossier()
    publish("dossier", person)
    person.statements.update(text_en="Headed another unit.", text_ar="ترأس وحدة أخرى.")
    edition = publish(
        "dossier", person, change="correction", note_ar="صُحح اسم.", note_en="A name was corrected."
    )
    publish("page", factories.page("corrections"))
    verbs.withdraw(edition.document, reviewer, Reason.IDENTITY_ERROR)
    shown = visitor.get(path).content.decode()
    assert "BL-0001" in shown
    assert "Test Person" not in shown
    assert "A name was corrected." not in shown


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
