"""A dead database, a killed withdrawal: stored pages answer on, and what went does not come back."""

import signal
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.db import connection

from tests.server import free_port, running, served
from tests.throwaway import ROOT, python

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

PUBLISH = """
import django; django.setup()
from django.contrib.auth.models import User
from tests import factories
people = [User.objects.get(username=name) for name in ("editor", "reviewer")]
factories.publish("dossier", factories.dossier(), *people)
"""
WITHDRAW = """
import os, signal, sys
import django; django.setup()
from django.contrib.auth.models import User
from publishing import changes, verbs
from publishing.models import Document
from publishing.vocabulary import Reason
when, store = sys.argv[1], changes.page_store()
def die(*args): os.kill(os.getpid(), signal.SIGKILL)
if when == "before the commit":
    begin = store.begin
    store.begin = lambda keys: (begin(keys), die())
elif when == "after the commit":
    store.end = die
document = Document.objects.get(kind="dossier")
verbs.withdraw(document, User.objects.get(username="reviewer"), Reason.SAFETY, "سُحب.", "Withdrawn.")
"""
PAGES = [
    "/en/dossiers/test-person/", "/ar/dossiers/test-person/", "/en/", "/en/dossiers/", "/en/crimes/INC-0001/",
    "/en/institutions/unit.9/", "/en/sources/SRC-0001/", "/en/feed.atom", "/sitemap-dossiers.xml",
]  # fmt: skip
SHOWN = ("Headed the unit", "Test Person")


def get(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status, answer.read().decode(errors="replace")  # a picture is no text
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@pytest.mark.parametrize(
    ("when", "status"), [("never", 410), ("after the commit", 410), ("before the commit", 200)]
)
def test_a_withdrawal_that_was_killed_is_whole_or_did_not_happen(tmp_path, when, status):
    with served(tmp_path) as site:
        python(site.environment, "-c", PUBLISH)
        for _twice in range(2):
            assert {get(site.url + path)[0] for path in PAGES} == {200}
        command = [sys.executable, "-c", WITHDRAW, when]
        done = subprocess.run(command, cwd=ROOT, env=site.environment, capture_output=True, text=True)
        assert done.returncode == (0 if when == "never" else -signal.SIGKILL), done.stderr
        assert get(site.url + PAGES[0])[0] == status
        if status == 410:
            for path in PAGES:
                assert not any(words in get(site.url + path)[1] for words in SHOWN), path
        get(site.url + "/ar/justice/")  # whoever would keep a page next, ends what the dead one had begun
        assert list((tmp_path / "pages" / "changes").iterdir()) == []


def test_stored_pages_answer_without_a_database(tmp_path):
    port = free_port()
    with served(tmp_path, port=port) as site:
        python(site.environment, "-c", PUBLISH)
        before = {path: get(site.url + path) for path in PAGES}
    dead = {**site.environment, "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    with running(dead, port):
        for path, answer in before.items():
            assert get(site.url + path) == answer
        status, page = get(f"{site.url}/en/search/?q=Person")
        assert (status, "Not available for the moment" in page) == (503, True)
        status, page = get(f"{site.url}/ar/search/?q=Person")
        assert (status, "غير متاح" in page) == (503, True)


CHANGE = """
import django; django.setup()
from django.contrib.auth.models import User
from dossiers.models import Perpetrator
from tests import factories
person = Perpetrator.objects.get()
person.statements.update(text_en="Headed another unit.", text_ar="ترأس وحدة أخرى.")
people = [User.objects.get(username=name) for name in ("editor", "reviewer")]
factories.publish("dossier", person, *people, **factories.NOTE)
"""


def test_two_processes_with_one_store_show_what_was_published_at_once_and_never_go_back(tmp_path):
    """P12; and of 2,000 requests mixed by language none is answered in the wrong one (P24)."""
    other = free_port()
    with served(tmp_path) as site, running(site.environment, other):
        python(site.environment, "-c", PUBLISH)
        ports = (int(site.url.rpartition(":")[2]), other)
        lines = [HTTPConnection("127.0.0.1", port) for port in ports]
        words = {
            "ar": ("ترأس الوحدة.", "ترأس وحدة أخرى."),
            "en": ("Headed the unit.", "Headed another unit."),
        }

        def told(number):
            lang = ("ar", "en")[number % 3 % 2]
            lines[number % 2].request("GET", f"/{lang}/dossiers/test-person/")
            page = lines[number % 2].getresponse().read().decode()
            assert f'<html lang="{lang}"' in page
            return [text in page for text in words[lang]]

        assert all(told(number) == [True, False] for number in range(1_000))
        python(site.environment, "-c", CHANGE)
        for line in lines:
            line.close()
        assert all(told(number) == [False, True] for number in range(1_000))


def test_every_page_that_another_leads_to_can_be_made_before_anybody_asks(tmp_path):
    with served(tmp_path) as site:
        python(site.environment, "-c", PUBLISH)
        said = python(site.environment, "manage.py", "build_pages")
        assert int(said.split()[0]) > 40
        kept = {path.name for path in Path(tmp_path / "pages").rglob("*")}
        assert {"~", "1.json", "card.png", "feed.atom"} <= kept


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no lock of the whole database")
def test_reading_never_waits_for_a_writer(tmp_path):
    with served(tmp_path) as site:
        python(site.environment, "-c", PUBLISH)
        get(f"{site.url}/ar/")  # the process has read its templates
        with closing(sqlite3.connect(tmp_path / "own.sqlite3", isolation_level=None)) as writer:
            writer.execute("BEGIN IMMEDIATE")
            began = time.monotonic()
            for path in (
                *PAGES,
                "/en/search/?q=Person",
                "/en/dossiers/?status=wanted&country=FR",
                "/BL-0001",
                "/ar/card.png",
                "/en/dossiers/test-person/editions/1/card.png",
                "/en/dossiers/test-person/feed.json",
            ):
                assert get(site.url + path)[0] == 200, path
            assert get(f"{site.url}/en/nothing/here/")[0] == 404
            assert time.monotonic() - began < 15  # one that waits, waits 20 seconds for the lock
            writer.execute("ROLLBACK")
