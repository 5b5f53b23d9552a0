"""What holds for every public route: methods, headers, validators, languages, queries."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories, routes

METHODS = ["post", "put", "patch", "delete", "options", "trace"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

# What no page may hold; what is told to search engines is no script.
INLINE = r"<script(?! src=\"/static/suggest| type=\"application/ld\+json\">)|<style|\sstyle=|\son\w+=|<iframe"


@pytest.fixture(scope="module")
def record(publish_once):
    """One live document of every kind, the dossier in its second edition."""
    person = factories.dossier()
    factories.case(person)
    publish_once("dossier", person)
    person.statements.update(text_en="Headed that unit.")
    publish_once("dossier", person, **factories.NOTE)
    publish_once("news", factories.news(names=[person]))
    for slug in ("statement", "about", "methodology", "legal", "corrections", "safety", "cite"):
        publish_once("page", factories.page(slug))
    publish_once("links", factories.links())


def test_every_route_is_walked_by_these_tests():
    assert routes.names() == set(routes.ARGUMENTS)


def test_every_route_answers(record, visitor):
    expected = {"short": 302, "short-edition": 302, "media": 404, "pdf": 404, "oembed": 404, "timegate": 302}
    for name, lang, path in routes.paths():
        assert visitor.get(path).status_code == expected.get(name, 200), (name, lang)


@pytest.mark.parametrize("method", METHODS)
def test_every_route_refuses_other_methods(record, visitor, method):
    for name, _lang, path in routes.paths():
        assert getattr(visitor, method)(path).status_code == 405, (name, path)


def test_no_route_sets_a_cookie_or_varies_by_one(record, visitor):
    for _name, _lang, path in routes.paths():
        response = visitor.get(path, headers={"cookie": "sessionid=x; django_language=en"})
        assert not response.cookies, path
        assert "Cookie" not in response.headers.get("Vary", ""), path


def test_every_response_carries_the_headers(record, visitor):
    for path in [path for _name, _lang, path in routes.paths()] + ["/en/nothing-here/", "/desk/login/"]:
        headers = visitor.get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"], path
        assert "unsafe" not in headers["Content-Security-Policy"], path
        assert headers["X-Content-Type-Options"] == "nosniff", path
        if "/embed/" not in path:  # a card may stand in anybody's frame
            assert headers["X-Frame-Options"] == "DENY", path
        assert "Permissions-Policy" in headers, path
        assert headers["Referrer-Policy"] == ("same-origin" if path.startswith("/desk/") else "no-referrer")


def test_every_page_has_its_language_one_heading_and_its_counterpart(record, visitor):
    for _name, lang, path in routes.pages():
        if _name == "embed":  # a card stands in a page of somebody else
            continue
        page = visitor.get(path).content.decode()
        other = "en" if lang == "ar" else "ar"
        assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in page
        assert len(re.findall(r"<h1\b", page)) == 1, path
        counterpart = path.replace(f"/{lang}/", f"/{other}/", 1)
        assert f'<a class="lang" href="{counterpart}"' in page, path
        assert f'hreflang="{other}" href="http://127.0.0.1:8000{counterpart}"' in page, path


def test_no_page_has_inline_style_or_script_or_a_foreign_resource(record, visitor):
    for _name, _lang, path in routes.pages():
        page = visitor.get(path).content.decode()
        assert not re.search(
            INLINE,
            page,
        ), path
        assert not re.search(r'<(?:img|link)[^>]*(?:src|stylesheet" href)="https?:', page), path


def test_no_arabic_page_keeps_an_english_sentence_of_the_interface(record, visitor):
    from projustice.messages import catalogue

    sentences = [m.id for m in catalogue() if isinstance(m.id, str) and len(m.id) > 14 and "%" not in m.id]
    for _name, lang, path in routes.pages():
        if lang == "ar":
            page = visitor.get(path).content.decode()
            alternate = {
                "No legitimacy for perpetrators",
                "Recommended links",
            }  # the other script of the line
            assert not [text for text in sentences if f">{text}<" in page and text not in alternate], path


def test_an_unchanged_page_answers_304_in_one_query(record, visitor):
    for name, _lang, path in routes.stored_pages():
        etag = visitor.get(path).headers["ETag"]
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get(path, headers={"if-none-match": etag}).status_code == 304, name
        assert len(queries) == 1, name


def test_a_star_does_not_make_a_missing_page_unchanged(record, visitor):
    assert visitor.get("/en/dossiers/nothing-here/", headers={"if-none-match": "*"}).status_code == 404


def test_a_new_edition_changes_every_validator(record, publish, visitor):
    before = {path: visitor.get(path).headers["ETag"] for _name, _lang, path in routes.stored_pages()}
    publish("news", factories.news("second"))
    assert all(visitor.get(path).headers["ETag"] != etag for path, etag in before.items())


def test_unknown_parameters_change_nothing(record, visitor):
    plain = visitor.get("/en/dossiers/")
    noisy = visitor.get("/en/dossiers/?utm_source=x&lang=ar")
    assert visitor.get("/en/dossiers/?utm_source=x").headers["ETag"] == plain.headers["ETag"]
    assert noisy.content.decode().count("<h1") == 1


def test_headers_of_the_request_change_nothing(record, visitor):
    plain = visitor.get("/en/dossiers/test-person/").content
    for header in ("accept-language", "x-forwarded-host", "x-forwarded-proto", "referer", "user-agent"):
        assert visitor.get("/en/dossiers/test-person/", headers={header: "ar"}).content == plain


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/en/dossiers/test-person/", 6),  # ledger, document, history, news, institutions, who held them
        ("/en/dossiers/test-person/editions/1/", 5),
        ("/en/dossiers/", 7),
        ("/en/crimes/", 7),  # ledger, count, keys, rows, by place, by year, who is named
        ("/en/crimes/INC-0001/", 7),
        ("/en/justice/", 7),
        ("/en/institutions/unit.9/", 6),
        ("/en/sources/SRC-0001/", 5),
    ],
)
def test_a_page_costs_few_queries(record, visitor, path, most):
    with CaptureQueriesContext(connection) as queries:
        visitor.get(path)
    assert len(queries) <= most


def test_a_longer_dossier_costs_no_more_queries(record, publish, visitor):
    person = factories.d.Perpetrator.objects.get()
    by = factories.source()
    for number in range(12):
        factories.crime(
            person, by, person.tenures.get(), title_ar=f"جريمة {number}", title_en=f"Crime {number}"
        )
        factories.action(person, by)
    publish("dossier", person, **factories.NOTE)
    with CaptureQueriesContext(connection) as queries:
        visitor.get("/en/dossiers/test-person/")
    assert len(queries) == 6


def test_every_page_says_that_the_record_is_a_sample_until_a_setting_says_otherwise(
    record, visitor, settings
):
    words = {"ar": "سجل تجريبي", "en": "Sample record"}
    addresses = [(lang, path) for _name, lang, path in routes.pages()] + [("ar", "/"), ("en", "/en/nothing/")]
    for lang, path in addresses:
        assert words[lang] in visitor.get(path).content.decode(), path
    settings.SAMPLE_RECORD = False
    for lang, path in addresses:
        assert words[lang] not in visitor.get(path).content.decode(), path


def test_the_proxy_keeps_nothing():
    """What was withdrawn must not come back from a cache that nobody purges (security.md F2)."""
    assert "proxy_cache" not in Path("docker/nginx/nginx.conf").read_text("utf-8")


@pytest.mark.parametrize(
    ("accepted", "coding"), [("gzip, br", "br"), ("gzip", "gzip"), ("br; q=0, gzip;q=0.5", "gzip")]
)
def test_a_page_is_sent_compressed_as_the_browser_asks(record, visitor, accepted, coding):
    plain = visitor.get("/ar/dossiers/test-person/")
    sent = visitor.get("/ar/dossiers/test-person/", headers={"accept-encoding": accepted})
    assert sent.headers["Content-Encoding"] == coding
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}[coding]
    assert unpack(sent.content) == plain.content
    assert "Accept-Encoding" in sent.headers["Vary"]
    assert sent.headers["ETag"] == f"W/{plain.headers['ETag']}"
    again = visitor.get(
        "/ar/dossiers/test-person/",
        headers={"accept-encoding": accepted, "if-none-match": sent.headers["ETag"]},
    )
    assert (again.status_code, again.headers["ETag"]) == (304, sent.headers["ETag"])


def test_the_desk_is_never_compressed(editor, desk_of):
    response = desk_of(editor).get("/desk/", headers={"accept-encoding": "gzip, br"})
    assert "Content-Encoding" not in response.headers
