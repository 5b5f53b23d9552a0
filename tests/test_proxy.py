"""The shipped nginx before the site: it answers what is stored as the application does, and without it."""

import gzip
import re
import signal
import subprocess
import sys
from collections import Counter
from http.client import HTTPConnection
from urllib.parse import urlsplit

import brotli
import pytest

from projustice.printing import can_print
from projustice.stored import parameters
from tests.proxy import NGINX, SHIPPED, proxied
from tests.server import CAST, STATIC, free_port, running, served
from tests.test_whatever_dies import PAGES as SHOWING
from tests.test_whatever_dies import PUBLISH, SHOWN, WITHDRAW
from tests.throwaway import ROOT, database, python

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed"),
]
SETTINGS = {"HTTPS": "1", "BEHIND_PROXY": "1", "SITE_URL": "https://127.0.0.1"}
CHANGE = """
import django; django.setup()
from django.contrib.auth.models import User
from dossiers.models import Perpetrator
from publishing import verbs
from publishing.models import Document
from publishing.vocabulary import Reason
from tests import factories
people = [User.objects.get(username=name) for name in ("editor", "reviewer")]
person = Perpetrator.objects.get()
person.slug = "renamed-person"
person.save()
person.statements.update(text_en="Headed another unit.", text_ar="ترأس وحدة أخرى.")
factories.publish("dossier", person, *people, **factories.NOTE)
item = factories.news()
factories.publish("news", item, *people)
news = Document.objects.get(kind="news")
verbs.withdraw(news, people[1], Reason.SAFETY, "سُحب.", "Withdrawn.")
"""
PUBLISHED = ("-c", PUBLISH)
CHANGED = (PUBLISHED, ("-c", CHANGE))
NOT_SAID = {"date", "server", "connection", "transfer-encoding", "keep-alive"}


def get(site, path, method="GET", **headers):
    place = urlsplit(site)
    line = HTTPConnection(place.hostname, place.port, timeout=10)
    asked = {name.replace("_", "-"): value for name, value in headers.items()}
    line.request(method, path, headers={"X-Forwarded-Proto": "https", **asked})
    answer = line.getresponse()
    body = answer.read()
    told = {name.lower(): value for name, value in answer.getheaders() if name.lower() not in NOT_SAID}
    line.close()
    return answer.status, told, body


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def site(folder, django_db_setup, django_db_blocker):
    """The application and nginx before it, with every page stored."""
    with django_db_blocker.unblock(), served(folder, *CHANGED, **SETTINGS) as application:
        python(application.environment, "manage.py", "build_pages")
        get(application.url, "/en/dossiers/test-person/")
        with proxied(folder, int(application.url.rpartition(":")[2])) as proxy:
            yield application.url, proxy


# Where PDFs are made, they are files like all others.
PAPER = ["/ar/dossiers/renamed-person/editions/2/BL-0001-e2-ar.pdf"] if can_print() else []
PATHS = [
    "/ar/", "/en/dossiers/renamed-person/", "/en/crimes/INC-0001/", "/ar/justice/",
    "/en/institutions/unit.9/", "/ar/sources/SRC-0001/", "/en/feed.atom", "/sitemap.xml",
    "/sitemap-dossiers.xml", "/editions/BL-0001/1.json", "/en/dossiers/status/wanted/", "/en/card.png",
    "/en/manifest.webmanifest", "/ar/search/description.xml", "/data/schemas/bl-dossier-1.json",
    "/en/dossiers/renamed-person/editions/1/", "/en/dossiers/renamed-person/editions/2/BL-0001-e2.ris",
    "/ar/dossiers/renamed-person/editions/2/BL-0001-e2-sources.bib",
    "/ar/dossiers/renamed-person/editions/2/BL-0001-e2.csl.json",
    "/data/people.csv", "/data/people.excel.csv", "/data/people.jsonl", "/data/entities.ftm.json",
    "/data/manifest.json", "/data/blacklist.zip", "/data/verify.py", "/data/schemas/people.json", "/ar/data/",
    "/en/embed/BL-0001/1/", "/ar/embed/BL-0001/2/", "/en/corrections/feed.json", "/en/news/feed.atom",
    "/en/dossiers/renamed-person/editions/1/since/", "/ar/timemap/dossiers/renamed-person/", *PAPER,
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_nginx_answers_as_the_application_does(site, path, coding):
    application, proxy = site
    get(application, path)
    asked = {"Accept_Encoding": coding} if coding else {}
    stored = get(application, path, **asked)
    assert stored[0] == 200
    assert get(proxy, path, **asked) == stored


def test_what_is_gone_says_so_by_its_file(site):
    application, proxy = site
    gone = get(application, "/en/news/test-news/")
    assert gone[0] == 410
    assert get(proxy, "/en/news/test-news/") == gone
    assert get(proxy, "/en/news/test-news/", Accept_Encoding="br")[1]["content-encoding"] == "br"


def test_what_moved_leads_on_by_its_file(site):
    _application, proxy = site
    status, headers, _body = get(proxy, "/en/dossiers/test-person/")
    assert (status, headers["location"]) == (301, "/en/dossiers/renamed-person/")


def test_the_proxy_chooses_the_coding_by_weight(site):
    _application, proxy = site
    for asked, coding in {
        "gzip, deflate, br, zstd": "br", "gzip": "gzip", "br;q=0, gzip;q=0.5": "gzip", "br;q=0.0": None,
        "identity": None, "xbr, gzipx": None, "GZIP": "gzip", "br;q=1.0": "br", "*": None,
    }.items():  # fmt: skip
        status, headers, body = get(proxy, "/ar/", Accept_Encoding=asked)
        assert (status, headers.get("content-encoding")) == (200, coding), asked
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
        assert b'<html lang="ar"' in unpack(body)


def test_an_unchanged_page_a_head_and_a_part(site):
    _application, proxy = site
    _status, headers, body = get(proxy, "/en/", Accept_Encoding="br")
    status, told, nothing = get(proxy, "/en/", Accept_Encoding="br", If_None_Match=headers["etag"])
    assert (status, nothing, told["etag"], told["vary"]) == (304, b"", headers["etag"], "Accept-Encoding")
    assert get(proxy, "/en/", Accept_Encoding="gzip", If_None_Match=headers["etag"])[0] == 200
    assert get(proxy, "/en/", "HEAD", Accept_Encoding="br") == (200, headers, b"")
    status, told, part = get(proxy, "/en/", Accept_Encoding="br", Range="bytes=10-19")
    assert (status, part, told["content-range"]) == (206, body[10:20], f"bytes 10-19/{len(body)}")


def test_the_configuration_knows_every_parameter_that_a_page_reads():
    text = (SHIPPED / "nginx.conf").read_text("utf-8")
    assert f"[?&](?:{'|'.join(sorted(parameters()))})(?:[=&]|$)" in text


def test_the_proxy_leads_to_https_as_the_application_does(site):
    _application, proxy = site
    status, headers, _body = get(proxy, "/en/", X_Forwarded_Proto="http")
    assert (status, headers["location"]) == (301, "https://127.0.0.1/en/")


def test_a_part_that_is_not_there_is_answered_in_both_languages(site):
    """A location with error pages of its own has those of the server no longer, so each names them all."""
    _application, proxy = site
    for path in ("/en/", "/en/feed.atom", "/en/card.png"):
        status, headers, body = get(proxy, path, Range="bytes=9999999-")
        assert (status, "الرئيسية".encode() in body) == (416, True), path
        assert headers["x-content-type-options"] == "nosniff"


def test_static_files_are_sent_as_the_application_sends_them(site):
    """Only what bears its digest in its name is for ever."""
    application, proxy = site
    named = re.search(rb"/static/site\.[0-9a-f]{12}\.css", get(application, "/en/")[2])[0].decode()
    for path in (named, "/static/site.css"):
        sent, own = get(application, path), get(proxy, path)
        assert (own[0], own[2]) == (200, sent[2])
        for header in ("cache-control", "content-security-policy", "vary", "cross-origin-resource-policy"):
            assert own[1][header] == sent[1][header], (path, header)
        assert ("immutable" in own[1]["cache-control"]) == (path == named)


def test_the_file_of_a_page_is_no_address(site):
    _application, proxy = site
    status, headers, _body = get(proxy, "/ar/~")
    assert (status, headers["location"]) == (301, "/ar/")


def test_the_desk_is_not_behind_the_public_port(site):
    _application, proxy = site
    status, headers, body = get(proxy, "/desk/")
    assert (status, "لا صفحة".encode() in body, headers["cache-control"]) == (404, True, "no-store")


@pytest.mark.parametrize(
    ("path", "status"),
    [("/en/?x=%s" % ("y" * 20_000), 414), ("/en/nothing/", 404), ("/%zz", 400)],
)
def test_every_answer_of_the_proxy_has_the_headers_of_safety(site, path, status):
    _application, proxy = site
    found, headers, body = get(proxy, path)
    assert (found, headers["x-content-type-options"], headers["referrer-policy"]) == (
        status, "nosniff", "no-referrer",
    )  # fmt: skip
    assert "content-security-policy" in headers
    assert b'lang="ar"' in body


def test_a_flood_of_what_must_be_computed_is_slowed_and_nothing_else_is(site):
    """P31, F11: in memory, and by what costs something."""
    _application, proxy = site
    told = Counter(get(proxy, f"/en/search/?q={number}")[0] for number in range(200))
    assert told[429] > 50
    assert told[200] + told[429] + told[503] == 200
    status, headers, body = get(proxy, "/en/search/?q=again")
    assert (status, headers["retry-after"], b'lang="en"' in body) == (429, "5", True)
    assert get(proxy, "/en/dossiers/")[0] == 200


def test_nothing_of_a_query_is_on_disk(site, folder):
    """The proxy buffers in memory, and writes no log (F11, P27)."""
    _application, proxy = site
    get(proxy, "/en/search/?q=marked-by-this-test")
    get(proxy, "/en/dossiers/?marked-by-this-test=1")
    told = [file for file in (folder / "nginx").rglob("*") if file.is_file() and not file.is_symlink()]
    assert told
    assert not any(b"marked-by-this-test" in file.read_bytes() for file in told)


def test_with_every_worker_dead_each_stored_page_answers(
    folder, tmp_path, django_db_setup, django_db_blocker
):
    """P10: by nginx alone, with tombstones and old addresses; the rest is calm and in both languages."""
    with django_db_blocker.unblock(), served(tmp_path, *CHANGED, **SETTINGS) as application:
        python(application.environment, "manage.py", "build_pages")
        get(application.url, "/en/dossiers/test-person/")
        get(application.url, "/en/news/test-news/")
        port = int(application.url.rpartition(":")[2])
        before = {path: get(application.url, path) for path in PATHS}
    with proxied(tmp_path, port) as proxy:
        for path, answer in before.items():
            assert get(proxy, path) == answer, path
        for number in range(10_000):  # P31: the application is not asked for what no page reads
            assert get(proxy, f"/en/dossiers/status/wanted/?{number:x}={number}")[0] == 200
        assert get(proxy, "/en/dossiers/test-person/")[0] == 301
        assert get(proxy, "/en/news/test-news/")[0] == 410
        status, headers, body = get(proxy, "/en/search/?q=x")
        assert (status, headers["retry-after"]) == (503, "60")
        assert "غير متاح في الوقت الحالي".encode() in body
        assert b"Not available for the moment" in body


@pytest.mark.parametrize("when", ["before the commit", "after the commit"])
def test_after_a_killed_withdrawal_no_file_shows_the_text_even_if_nobody_is_left(
    tmp_path, django_db_setup, django_db_blocker, when
):
    """F2, P8: killed with its application, and crawled through the web server alone."""
    port = free_port()
    with django_db_blocker.unblock(), database(tmp_path, STATIC, CAST, PUBLISHED) as environment:
        environment |= SETTINGS
        python(environment, "manage.py", "build_pages")
        with running(environment, port):
            assert SHOWN[0].encode() in get(f"http://127.0.0.1:{port}", SHOWING[0])[2]
        done = subprocess.run([sys.executable, "-c", WITHDRAW, when], cwd=ROOT, env=environment, check=False)
        assert done.returncode == -signal.SIGKILL
        with proxied(tmp_path, port) as proxy:
            for path in SHOWING:
                status, _headers, body = get(proxy, path)
                assert status == 503, path
                assert not any(words.encode() in body for words in SHOWN), path
            assert get(proxy, "/en/institutions/")[0] == 503  # its list named it
