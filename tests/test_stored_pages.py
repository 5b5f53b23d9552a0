"""Stored pages: a page is made once, answered without the database, and gone with what it shows."""

import gzip
import re
import shutil

import brotli
import pytest
from django.core.signals import request_finished
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from publishing import changes, verbs
from publishing.vocabulary import Reason
from tests import factories, routes

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(stored_site):
    return stored_site


@pytest.fixture
def person(publish):
    made = factories.dossier()
    publish("dossier", made)
    return made


@pytest.mark.parametrize(
    "path", ["/en/", "/en/dossiers/", "/en/dossiers/test-person/", "/en/crimes/INC-0001/", "/ar/justice/",
             "/en/institutions/unit.9/", "/en/sources/SRC-0001/", "/en/feed.atom",
             "/editions/BL-0001/1.json",
             "/en/dossiers/test-person/editions/1/", "/sitemap.xml", "/en/dossiers/status/wanted/"],
)  # fmt: skip
def test_a_page_is_made_once_and_then_asks_the_database_nothing(person, site, path):
    first = site.get(path)
    with CaptureQueriesContext(connection) as queries:
        again = site.get(path)
    assert (first[0], first[2]) == (200, again[2])
    assert len(queries) == 0


def test_a_stored_page_is_what_django_answers(person, site, visitor):
    paths = [path for name, _lang, path in routes.stored_pages() if name not in routes.REDIRECTS]
    stored = {path: [site.get(path), site.get(path)][1] for path in paths}
    for path, (status, headers, body) in stored.items():
        plain = visitor.get(path)
        assert (status, body) == (plain.status_code, plain.content), path
        for header in (
            "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "Permissions-Policy",
        ):  # fmt: skip
            assert headers.get(header) == plain.headers.get(header), (path, header)


def test_every_coding_has_its_own_strong_tag(person, site):
    told = {coding: site.get("/en/", accept_encoding=coding) for coding in ("identity", "gzip", "br")}
    assert gzip.decompress(told["gzip"][2]) == brotli.decompress(told["br"][2]) == told["identity"][2]
    tags = {headers["ETag"] for _status, headers, _body in told.values()}
    assert len(tags) == 3
    assert not any(tag.startswith("W/") for tag in tags)
    assert all(headers["Vary"] == "Accept-Encoding" for _status, headers, _body in told.values())


def test_an_unchanged_page_a_head_and_a_part_are_answered_as_they_should(person, site):
    _status, headers, body = site.get("/en/")
    assert site.get("/en/", if_none_match=headers["ETag"])[::2] == (304, b"")
    status, head, nothing = site.get("/en/", method="HEAD")
    assert (status, nothing, head) == (200, b"", headers)
    status, part, bytes_ = site.get("/en/", range="bytes=10-19")
    assert (status, bytes_, part["Content-Range"]) == (206, body[10:20], f"bytes 10-19/{len(body)}")
    assert site.get("/en/", range="bytes=9999999-")[0] == 416
    assert site.get("/en/", range="bytes=0-9", if_range='"another"')[0] == 200


@pytest.mark.parametrize("query", ["utm_source=x", "x=1&y=2", "%00", "lang=ar"])
def test_a_query_that_no_page_reads_gives_the_stored_page(person, site, query):
    plain = site.get("/en/dossiers/")
    with CaptureQueriesContext(connection) as queries:
        assert site.get("/en/dossiers/", query=query) == plain
    assert len(queries) == 0


@pytest.mark.parametrize(
    ("path", "query"),
    [("/en/search/", ""), ("/en/search/", "q=Person"), ("/en/dossiers/", "status=wanted&country=FR"),
     ("/en/dossiers/test-person/", "on=2012"), ("/en/nothing/", ""), ("/", ""), ("/desk/", ""),
     ("/health", "")],
)  # fmt: skip
def test_what_cannot_be_listed_is_not_kept(person, site, path, query):
    site.get(path, query=query)
    assert site.store.read(path) is None


def test_a_host_that_is_not_ours_is_refused_whatever_is_stored(person, site):
    site.get("/en/")
    assert site.get("/en/", host="evil.example")[0] == 400


# What a publication must make appear, on pages that were stored before it.


def publish_another(publish, **fields):
    other = factories.dossier("another", "شخص آخر", "Another Person", **fields)
    publish("dossier", other)
    return other


@pytest.mark.parametrize(
    "path", ["/en/", "/en/dossiers/", "/en/dossiers/status/wanted/", "/en/crimes/", "/en/justice/",
             "/en/justice/country/FR/", "/en/feed.atom", "/en/institutions/unit.9/",
             "/sitemap-dossiers.xml"],
)  # fmt: skip
def test_a_new_file_appears_on_every_list_that_was_stored(person, site, publish, path):
    shown = "/dossiers/another/"
    assert shown not in site.text(path)
    publish_another(publish)
    assert shown in site.text(path)


def test_what_a_new_file_does_not_touch_stays(person, site, publish):
    paths = ("/en/dossiers/test-person/", "/editions/BL-0001/1.json", "/en/dossiers/test-person/editions/1/")
    for path in paths:
        site.get(path)
    other = factories.dossier("another", "شخص آخر", "Another Person")
    place = factories.d.Institution.objects.create(code="unit.8", name_ar="الوحدة 8", name_en="Unit 8")
    other.tenures.update(institution=place)
    publish("dossier", other)
    assert [path for path in paths if site.store.read(path) is None] == []


def test_a_new_holder_appears_in_the_chain_of_another_file(person, site, publish):
    above = factories.d.Institution.objects.create(code="dir", name_ar="إدارة", name_en="Directorate")
    factories.d.Institution.objects.filter(code="unit.9").update(parent=above)
    publish("dossier", person, **factories.NOTE)
    assert "Another Person" not in site.text("/en/dossiers/test-person/")
    other = factories.dossier("another", "شخص آخر", "Another Person")
    other.tenures.update(institution=above)
    publish("dossier", other)
    assert "Another Person" in site.text("/en/dossiers/test-person/")


def test_who_is_new_in_an_incident_appears_on_its_page(person, site, publish):
    path = "/en/crimes/INC-0001/"
    assert "Another Person" not in site.text(path)
    by = factories.source()
    other = factories.dossier("another", "شخص آخر", "Another Person", by=by)
    crime = person.participations.get().crime
    factories.cite(
        factories.d.Participation.objects.create(perpetrator=other, crime=crime, mode="ml.unspecified"), by
    )
    publish("dossier", other)
    assert "Another Person" in site.text(path)


def test_news_about_a_file_appears_on_it(person, site, publish):
    assert "A test item" not in site.text("/en/dossiers/test-person/")
    publish("news", factories.news(names=[person]))
    assert "A test item" in site.text("/en/dossiers/test-person/")


def test_a_changed_name_is_new_on_every_page_that_shows_it(person, site, publish):
    paths = [path for name, _lang, path in routes.stored_pages() if name not in routes.REDIRECTS]
    for path in paths:
        site.get(path)
    person.names.filter(lang="Latn").update(text="Renamed Man")
    publish("dossier", person, **factories.NOTE)
    for path in paths:
        if not re.search(r"/editions/1/|/embed/BL-0001/1/|/changes/", path):
            assert "Test Person" not in site.text(path), path


# Withdrawal


def test_a_withdrawn_file_is_nowhere_and_its_page_says_so(person, site, reviewer):
    paths = [path for name, _lang, path in routes.stored_pages() if name not in routes.REDIRECTS]
    for path in paths:
        site.get(path)
    document = verbs.Document.objects.get()
    verbs.withdraw(document, reviewer, Reason.SAFETY, "سُحب.", "Withdrawn.")
    assert site.get("/en/dossiers/test-person/")[0] == 410
    for path in paths:
        if "/editions/" not in path:
            assert "Headed the unit" not in site.text(path), path


def test_no_file_of_the_store_holds_what_was_withdrawn(person, site, reviewer):
    paths = [path for name, _lang, path in routes.stored_pages() if name not in routes.REDIRECTS]
    for path in paths:
        site.get(path)
    assert any(b"Headed the unit" in text for text in texts(site.store.folder))
    verbs.withdraw(verbs.Document.objects.get(), reviewer, Reason.SAFETY)
    assert not any(b"Headed the unit" in text for text in texts(site.store.folder))


def texts(folder):
    """Yield what every file of a store says, unpacked."""
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}
    for file in folder.rglob("*"):
        if file.is_file():
            coding = next((name for name in unpack if f"/{name}/" in str(file)), "")
            yield unpack.get(coding, bytes)(file.read_bytes())


def test_caches_elsewhere_are_told_what_went(
    person, site, reviewer, settings, tmp_path, django_capture_on_commit_callbacks
):
    told = tmp_path / "told"
    settings.PURGE_COMMAND = f"sh -c 'cat > {told}'"
    site.get("/en/dossiers/test-person/")
    with django_capture_on_commit_callbacks(execute=True):
        verbs.withdraw(verbs.Document.objects.get(), reviewer, Reason.SAFETY)
        assert not told.exists()  # who asks again before the commit would be given the old page
    assert f"{settings.SITE_URL}/en/dossiers/test-person/" in told.read_text().splitlines()


@pytest.mark.parametrize("command", ["false", "no-such-program", "sleep 60"])
def test_a_purge_that_fails_is_said_and_stops_nothing(
    person, site, reviewer, settings, caplog, monkeypatch, django_capture_on_commit_callbacks, command
):
    settings.PURGE_COMMAND = command
    monkeypatch.setattr(changes, "PURGE_SECONDS", 0.5)
    site.get("/en/dossiers/test-person/")
    with django_capture_on_commit_callbacks(execute=True):
        verbs.withdraw(verbs.Document.objects.get(), reviewer, Reason.SAFETY)
    assert "PURGE_COMMAND failed" in caplog.text
    assert site.get("/en/dossiers/test-person/")[0] == 410


def test_what_is_computed_is_remembered_for_seconds_and_not_longer(person, site, monkeypatch):
    query = "status=wanted&country=FR"
    first = site.get("/en/dossiers/", query=query)
    with CaptureQueriesContext(connection) as queries:
        assert site.get("/en/dossiers/", query=query) == first
    assert len(queries) == 0
    monkeypatch.setattr("projustice.stored.LATELY", 0)
    site.application.forget()
    assert len(site.application._lately) == 0
    with CaptureQueriesContext(connection) as queries:
        assert site.get("/en/dossiers/", query=query) == first
    assert len(queries) > 0


def test_what_is_computed_is_forgotten_when_the_record_changes(person, site, reviewer):
    assert site.get("/en/search/", query="q=Test+Person")[2].count(b"/dossiers/test-person/") > 0
    verbs.withdraw(verbs.Document.objects.get(), reviewer, Reason.SAFETY)
    assert b"/dossiers/test-person/" not in site.get("/en/search/", query="q=Test+Person")[2]


def test_what_was_being_made_while_a_file_went_is_not_kept(person, site, reviewer, monkeypatch):
    """The page is rendered from the old record; before it is kept, the file is withdrawn."""
    path, keep = "/en/dossiers/test-person/", site.store.keep
    document = verbs.Document.objects.get()

    def late(*args):
        if document.state == "live":
            verbs.withdraw(document, reviewer, Reason.SAFETY, "سُحب.", "Withdrawn.")
            document.refresh_from_db()
        return keep(*args)

    monkeypatch.setattr(site.store, "keep", late)
    assert site.get(path)[0] == 200
    assert site.get(path)[0] == 410


def test_a_change_that_was_refused_leaves_the_store_open(person, site, editor, reviewer):
    site.get("/en/")
    with pytest.raises(verbs.Refused):
        verbs.withdraw(verbs.Document.objects.get(), reviewer, Reason.SAFETY, "سُحب.", "")
    assert site.store.fence() is not None
    assert site.store.read("/en/") is not None


def test_a_change_rolled_back_ends_with_its_request(person, site, reviewer, monkeypatch):
    with pytest.raises(LookupError), transaction.atomic():
        verbs.withdraw(verbs.Document.objects.get(), reviewer, Reason.SAFETY, "سُحب.", "Withdrawn.")
        raise LookupError
    assert site.store.fence() is None
    with monkeypatch.context() as outside:  # a request ends outside of any transaction
        outside.setattr(connections["default"], "in_atomic_block", False)
        request_finished.send(sender=None)
    assert site.store.fence() is not None


def test_a_store_that_cannot_be_written_keeps_nobody_from_reading(person, site):
    site.get("/en/")
    shutil.rmtree(site.store.folder)
    site.store.folder.write_text("not a folder")
    assert site.get("/en/")[0] == 200


def test_no_page_is_without_what_it_depends_on(person, site):
    for name, _lang, path in routes.stored_pages():
        if name not in routes.REDIRECTS:
            site.get(path)
    named = {key.read_text() for key in (site.store.folder / site.store.build / "keys").iterdir()}
    listed = {path for text in named for path in text.split()}
    heads = site.store.folder / site.store.build / "heads"
    kept = {f"/{file.relative_to(heads)}" for file in heads.rglob("*") if file.is_file()}
    of_the_code_alone = {"/ar/data/", "/en/data/"}
    assert {path.removesuffix("~") for path in kept} == listed | of_the_code_alone
