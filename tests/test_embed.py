"""The card for other people's pages, and how they find it."""

import json
import re
from urllib.parse import urlencode

import pytest

from publishing import verbs
from publishing.models import Document
from publishing.vocabulary import Reason
from tests import factories

SITE = "http://127.0.0.1:8000"
CARD = "/en/embed/BL-0001/1/"


@pytest.fixture
def record(publish):
    person = factories.dossier()
    person.same_name_ar, person.same_name_en = "ليس الطبيب.", "Not the doctor."
    person.save()
    publish("dossier", person)
    return person


def words(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2]).split())


def asked(visitor, **query):
    return visitor.get(f"/oembed?{urlencode(query)}")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ["Test Person", "Former head of the unit, 2011–2013", "presumed innocent", "Edition 1",
                "Not this person?", "Not the doctor."]),
        ("ar", ["اسم تجريبي", "كل شخص بريء", "الإصدار 1", "أهو شخص آخر؟", "ليس الطبيب."]),
    ],
)  # fmt: skip
def test_a_card_says_office_status_and_edition_with_their_limits(record, visitor, lang, told):
    shown = words(visitor.get(f"/{lang}/embed/BL-0001/1/"))
    for text in told:
        assert text in shown
    assert {"en": "Wanted on a warrant", "ar": "مطلوب بمذكرة توقيف"}[lang] in shown
    page = visitor.get(f"/{lang}/embed/BL-0001/1/").content.decode()
    assert f'href="/{lang}/dossiers/test-person/" target="_top"' in page


def test_anybody_may_frame_it_and_it_runs_and_keeps_nothing(record, visitor):
    answer = visitor.get(CARD)
    assert "X-Frame-Options" not in answer.headers
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.cookies == {}
    assert "<script" not in answer.content.decode()
    other = visitor.get("/en/dossiers/test-person/")
    assert other.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in other.headers["Content-Security-Policy"]


def test_an_old_card_says_that_the_file_has_changed(record, publish, visitor):
    assert "has changed since" not in words(visitor.get(CARD))
    record.statements.update(text_en="Headed another unit.", text_ar="ترأس وحدة أخرى.")
    publish("dossier", record, **factories.NOTE)
    assert "This card shows edition 1. The file has changed since: edition 2" in words(visitor.get(CARD))
    assert "تغيّر الملف بعده" in words(visitor.get("/ar/embed/BL-0001/1/"))
    assert "has changed since" not in words(visitor.get("/en/embed/BL-0001/2/"))


@pytest.mark.parametrize(
    ("reason", "status"), [(Reason.FACTUAL_ERROR, 410), (Reason.SAFETY, 410), (Reason.COURT_ORDER, 451)]
)
def test_a_card_never_keeps_alive_what_was_withdrawn(record, reviewer, visitor, reason, status):
    verbs.withdraw(Document.objects.get(public_id="BL-0001"), reviewer, reason)
    answer = visitor.get(CARD)
    assert answer.status_code == status
    assert "X-Frame-Options" not in answer.headers
    shown = words(answer)
    assert "This file has been withdrawn." in shown
    for gone in ("Test Person", "Wanted", "Former head"):
        assert gone not in answer.content.decode()
    assert ("test-person" in answer.content.decode()) is (reason == Reason.FACTUAL_ERROR)


@pytest.mark.parametrize("path", ["/en/embed/BL-0001/2/", "/en/embed/BL-0009/1/", "/en/embed/BL-0001/0/"])
def test_a_card_of_nothing_is_not_found(record, visitor, path):
    assert visitor.get(path).status_code == 404


# oEmbed 1.0


@pytest.mark.parametrize("address", [
    "/en/dossiers/test-person/", "/en/dossiers/test-person/editions/1/", "/en/embed/BL-0001/1/", "/BL-0001",
    "/BL-0001/1",
])  # fmt: skip
def test_a_file_is_found_by_any_of_its_addresses(record, visitor, address):
    answer = asked(visitor, url=SITE + address)
    assert answer.headers["Content-Type"] == "application/json"
    told = json.loads(answer.content)
    assert (told["version"], told["type"]) == ("1.0", "rich")
    assert told["title"] in {"Test Person", "اسم تجريبي"}
    assert told["width"] == 640
    assert 200 < told["height"] < 400
    frame = re.search(r'src="([^"]+)"', told["html"])[1]
    assert frame.startswith(SITE)
    assert visitor.get(frame.removeprefix(SITE)).status_code == 200
    assert f'width="{told["width"]}" height="{told["height"]}"' in told["html"]
    assert {"thumbnail_url", "thumbnail_width", "thumbnail_height"} <= set(told)


@pytest.mark.parametrize(
    ("most", "width"),
    [({"maxwidth": 400}, 400), ({"maxwidth": 280}, 280), ({"maxwidth": 2000}, 640),
     ({"maxwidth": 300, "maxheight": 200}, 300), ({"maxwidth": "x", "maxheight": "-3"}, 640)],
)  # fmt: skip
def test_it_is_no_larger_than_was_asked_for(record, visitor, most, width):
    told = json.loads(asked(visitor, url=f"{SITE}/en/dossiers/test-person/", **most).content)
    assert told["width"] == width
    assert (
        told["height"] <= most.get("maxheight", 1000) if str(most.get("maxheight", "")).isdecimal() else True
    )
    small = any(str(value).isdecimal() and int(value) < 1200 for value in most.values())
    assert ("thumbnail_url" in told) is not small
    assert ("thumbnail_width" in told) is ("thumbnail_url" in told)


@pytest.mark.parametrize("address", [
    "", "x", "https://example.org/en/dossiers/test-person/", f"{SITE}/en/dossiers/nobody/", f"{SITE}/en/",
    f"{SITE}/en/dossiers/test-person/editions/9/", f"{SITE}/en/news/test-news/", f"{SITE}/BL-0099",
])  # fmt: skip
def test_an_address_that_is_none_is_not_found(record, visitor, address):
    assert asked(visitor, url=address).status_code == 404


def test_of_what_was_withdrawn_there_is_no_card(record, reviewer, visitor):
    verbs.withdraw(Document.objects.get(public_id="BL-0001"), reviewer, Reason.FACTUAL_ERROR)
    assert asked(visitor, url=f"{SITE}/en/dossiers/test-person/").status_code == 404


def test_another_format_is_not_made(record, visitor):
    assert asked(visitor, url=f"{SITE}/en/dossiers/test-person/", format="xml").status_code == 501


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_file_says_where_its_card_is_described(record, visitor, lang):
    page = visitor.get(f"/{lang}/dossiers/test-person/").content.decode()
    found = re.search(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', page)[1]
    answer = visitor.get(found.replace("&amp;", "&").removeprefix(SITE))
    assert json.loads(answer.content)["title"] == {"ar": "اسم تجريبي", "en": "Test Person"}[lang]
    assert "&lt;iframe" in page  # to be copied


@pytest.mark.parametrize("query", [
    {"url": "http://["}, {"url": f"{SITE}/en/dossiers/test-person/", "maxwidth": 1},
    {"url": f"{SITE}/en/dossiers/test-person/", "maxheight": 20},
])  # fmt: skip
def test_what_cannot_be_answered_is_not_found(record, visitor, query):
    assert asked(visitor, **query).status_code == 404


def test_a_size_of_many_digits_is_none(record, visitor):
    told = json.loads(asked(visitor, url=f"{SITE}/en/dossiers/test-person/", maxwidth="9" * 5000).content)
    assert told["width"] == 640


def test_the_card_of_a_withdrawal_says_so_even_when_the_file_stands_again(record, publish, reviewer, visitor):
    verbs.withdraw(Document.objects.get(public_id="BL-0001"), reviewer, Reason.FACTUAL_ERROR)
    publish("dossier", record, change="restore", **factories.NOTE)
    assert visitor.get("/en/embed/BL-0001/2/").status_code == 410
    assert visitor.get("/en/dossiers/test-person/editions/2/card.png").status_code == 410
    assert visitor.get("/en/embed/BL-0001/3/").status_code == 200
    since = visitor.get("/en/dossiers/test-person/editions/2/since/").content.decode()
    assert "Headed the unit" not in since


def test_its_style_may_be_shown_in_a_frame_without_an_origin(record, visitor):
    page = visitor.get(CARD).content.decode()
    style = re.search(r'href="(/static/embed[^"]*)"', page)[1]
    assert visitor.get(style).headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert visitor.get("/en/").headers["Cross-Origin-Resource-Policy"] == "same-origin"
