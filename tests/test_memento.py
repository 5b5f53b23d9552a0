"""Editions by date (RFC 7089), and links that outlive their targets (Robust Links)."""

import re
from datetime import UTC, datetime

import pytest

from publishing import verbs
from publishing.models import Document
from publishing.vocabulary import Reason
from tests import factories

SITE = "http://127.0.0.1:8000"
DAYS = [datetime(2030, 1, 1, tzinfo=UTC), datetime(2031, 6, 1, tzinfo=UTC), datetime(2032, 2, 29, tzinfo=UTC)]
WHEN = ["Tue, 01 Jan 2030 00:00:00 GMT", "Sun, 01 Jun 2031 00:00:00 GMT", "Sun, 29 Feb 2032 00:00:00 GMT"]
MAP = "/en/timemap/dossiers/test-person/"
GATE = "/en/timegate/dossiers/test-person/"


@pytest.fixture
def record(publish):
    """A file in three editions of three years."""
    person = factories.dossier()
    for n, day in enumerate(DAYS):
        person.statements.update(text_en=f"Headed unit {n}.", text_ar=f"ترأس الوحدة {n}.")
        person.checked_on = day.date()
        person.save()
        publish("dossier", person, at=day, **(factories.NOTE if n else {}))
    return person


def edition(n):
    return f"/en/dossiers/test-person/editions/{n}/"


@pytest.mark.parametrize("n", [1, 2, 3])
def test_an_edition_says_from_when_it_stands_and_of_what_it_is_a_version(record, visitor, n):
    answer = visitor.get(edition(n))
    assert answer.headers["Memento-Datetime"] == WHEN[n - 1]
    assert answer.headers["Link"] == (
        '</en/dossiers/test-person/>; rel="original latest-version", '
        '</en/timemap/dossiers/test-person/>; rel="timemap"; type="application/link-format", '
        '</en/timegate/dossiers/test-person/>; rel="timegate"'
    )


def test_a_files_own_page_leads_to_its_versions_and_is_none(record, visitor):
    answer = visitor.get("/en/dossiers/test-person/")
    assert "Memento-Datetime" not in answer.headers
    assert 'rel="timemap"' in answer.headers["Link"]
    assert 'rel="timegate"' in answer.headers["Link"]
    assert "original" not in answer.headers["Link"]


def test_the_edition_before_is_linked(record, visitor):
    assert (
        f'<link rel="predecessor-version" href="{SITE}{edition(2)}">'
        in visitor.get(edition(3)).content.decode()
    )
    assert "predecessor-version" not in visitor.get(edition(1)).content.decode()


def test_the_map_lists_every_edition_with_its_time(record, visitor):
    answer = visitor.get(MAP)
    assert answer.headers["Content-Type"] == "application/link-format"
    rows = answer.content.decode().rstrip("\n").split(",\n")
    assert rows == [
        f'<{SITE}/en/dossiers/test-person/>; rel="original"',
        f'<{SITE}{MAP}>; rel="self"; type="application/link-format"; from="{WHEN[0]}"; until="{WHEN[2]}"',
        f'<{SITE}{GATE}>; rel="timegate"',
        f'<{SITE}{edition(1)}>; rel="first memento"; datetime="{WHEN[0]}"',
        f'<{SITE}{edition(2)}>; rel="memento"; datetime="{WHEN[1]}"',
        f'<{SITE}{edition(3)}>; rel="last memento"; datetime="{WHEN[2]}"',
    ]


@pytest.mark.parametrize(
    ("asked", "n"),
    [
        ("Mon, 31 Dec 2029 23:59:59 GMT", 1), (WHEN[0], 1), ("Sat, 31 May 2031 12:00:00 GMT", 1),
        (WHEN[1], 2), ("Sat, 28 Feb 2032 00:00:00 GMT", 2), ("Fri, 01 Jan 2040 00:00:00 GMT", 3), (None, 3),
    ],
)  # fmt: skip
def test_the_gate_leads_to_the_edition_that_stood_then(record, visitor, asked, n):
    answer = visitor.get(GATE, headers={"Accept-Datetime": asked} if asked else {})
    assert (answer.status_code, answer.headers["Location"]) == (302, edition(n))
    assert "accept-datetime" in answer.headers["Vary"].lower()
    assert "Memento-Datetime" not in answer.headers
    assert 'rel="original' in answer.headers["Link"]


def test_a_time_that_is_none_is_refused(record, visitor):
    assert visitor.get(GATE, headers={"Accept-Datetime": "yesterday"}).status_code == 400


def test_where_pages_are_stored_the_gate_still_asks_each_reader(record, stored_site):
    for n, asked in enumerate(WHEN, 1):
        status, headers, _body = stored_site.get(GATE, accept_datetime=asked)
        assert (status, headers["Location"], headers["Vary"]) == (
            302,
            edition(n),
            "Accept-Datetime, Accept-Encoding",
        )
    stored_site.get(edition(2))
    assert stored_site.get(edition(2))[1]["Memento-Datetime"] == WHEN[1]


def test_of_what_was_withdrawn_past_editions_are_listed_and_of_what_is_hidden_none(record, reviewer, visitor):
    document = Document.objects.get(public_id="BL-0001")
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR)
    listed = visitor.get(MAP).content.decode()
    assert listed.count("memento") == 3
    assert visitor.get(GATE).headers["Location"] == edition(3)
    assert "Memento-Datetime" not in visitor.get(edition(4)).headers


def test_nothing_leads_to_what_is_hidden(record, reviewer, visitor):
    verbs.withdraw(Document.objects.get(public_id="BL-0001"), reviewer, Reason.COURT_ORDER)
    for path in ("/en/timemap/dossiers/test-person/", GATE):
        assert visitor.get(path).status_code == 451
    assert visitor.get("/en/timegate/dossiers/nobody/").status_code == 404


# Robust Links


@pytest.mark.parametrize(
    ("copy", "day"),
    [
        ("https://web.archive.org/web/20240524120000/https://example.org/", "2024-05-24"),
        ("https://web.archive.org/web/20240524120000id_/https://example.org/", "2024-05-24"),
        ("https://archive.example/AbC12", None),
        ("https://web.archive.org/web/20241399/https://example.org/", None),
    ],
)
def test_a_link_to_a_source_says_where_its_copy_is_and_of_which_day(publish, visitor, copy, day):
    by = factories.source(url="https://example.org/a", archive_url=copy)
    publish("dossier", factories.dossier(by=by), reasons={"P14": "Its hash was not recorded."})
    page = visitor.get("/en/dossiers/test-person/").content.decode()
    link = re.search(r'<a href="https://example.org/a"[^>]*>', page)[0]
    assert (f'data-versiondate="{day}"' in link) is bool(day)
    assert ('data-originalurl="https://example.org/a"' in link) is bool(day)
    assert (f'data-versionurl="{copy}"' in link) is bool(day)
