"""Web addresses: kept as readers can read them, and known again however they were copied."""

import pytest
from django.forms import modelform_factory

from dossiers.models import Source
from publishing.links import archived, canonical, clean_link, encoded

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://example.org/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.pdf", "https://example.org/تقرير.pdf"),
        ("https://example.org/a b.pdf", "https://example.org/a%20b.pdf"),
        ("\u200fhttps://example.org/a\u00a0b\u2069", "https://example.org/a%20b"),
        ("https://example.org/a%2Fb?x=%26#%23", "https://example.org/a%2Fb?x=%26#%23"),
        ("https://example.org/%E2%80%AEa", "https://example.org/%E2%80%AEa"),  # what reorders stays encoded
        ("https://example.org/%FF", "https://example.org/%FF"),
    ],
)
def test_an_address_is_kept_readable_and_means_the_same(typed, kept):
    assert clean_link(typed) == kept
    assert clean_link(kept) == kept


def test_a_long_arabic_address_fits_once_its_letters_are_read():
    address = "https://example.org/" + "%D8%A7" * 600
    source = Source(title="x", url=address)
    source.full_clean()
    source.save()
    assert source.url == "https://example.org/" + "ا" * 600
    assert encoded(source.url) == address


def test_digits_of_an_address_are_part_of_it():
    source = Source(title="x", url="https://example.org/uploads/تقرير ٢٠١٩.pdf")
    source.full_clean()
    assert source.url == "https://example.org/uploads/تقرير%20٢٠١٩.pdf"


SAME = [
    "https://example.org/news/1",
    "http://www.example.org/news/1/",
    "https://EXAMPLE.org/news/1?utm_source=x&utm_medium=y",
    "https://example.org/news/1#paragraph",
    "https://m.example.org/news/1?fbclid=abc",
    "https://example.org:443//news/1/",
    "https://www.example.org/news/%31",
]


@pytest.mark.parametrize("address", SAME)
def test_one_article_has_one_canonical_address(address):
    assert canonical(address) == "example.org/news/1"


@pytest.mark.parametrize(
    "other",
    ["https://example.org/news/2", "https://example.org/news/1?page=2", "https://news.example.org/news/1",
     "https://example.org:8080/news/1", "https://example.org/News/1"],
)  # fmt: skip
def test_another_article_has_another(other):
    assert canonical(other) != canonical(SAME[0])


def test_the_order_of_parameters_does_not_matter():
    assert canonical("https://x.org/?b=2&a=1") == canonical("http://x.org?a=1&b=2&gclid=3")


def test_both_spellings_of_a_domain_are_one():
    assert canonical("https://مثال.إختبار/a") == canonical("https://xn--mgbh0fb.xn--kgbechtv/a")


@pytest.mark.parametrize(
    ("copy", "original"),
    [
        ("https://web.archive.org/web/20200101000000/https://www.example.org/news/1", "example.org/news/1"),
        ("https://web.archive.org/web/2020id_/http://example.org/news/1?page=2", "example.org/news/1?page=2"),
        ("https://archive.ph/20200101/https:/example.org/news/1", "example.org/news/1"),
        ("https://example.org/news/1", ""),
    ],
)
def test_an_archive_s_address_says_what_it_is_a_copy_of(copy, original):
    assert archived(copy) == original


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://e.org/#/report/1", "https://e.org/#/report/2"),
        ("https://e.org/a?source=sana", "https://e.org/a?source=afp"),
        ("https://e.org/a?n=%C7", "https://e.org/a?n=%C8"),
        ("https://mobile.de/1", "https://m.de/1"),
        ("https://e.org/amp", "https://e.org/"),
    ],
)
def test_two_texts_stay_two(one, other):
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(
    ("copy", "original"),
    [
        ("https://web.archive.org/web/2020*/https://e.org/1", "e.org/1"),
        ("https://web.archive.org/web/https://e.org/1", "e.org/1"),
        ("https://web.archive.org/web/20200101000000/e.org/1", "e.org/1"),
        ("https://web.archive.org/save/https://e.org/1", "e.org/1"),
        ("https://archive.ph/2020.01.01-120000/https://e.org/1", "e.org/1"),
        ("https://archive.is/newest/https://e.org/1", "e.org/1"),
        ("https://news.org/2019/http://share.org/x", ""),
        ("https://archive.ph/aBcD1", ""),
    ],
)
def test_a_copy_is_known_by_its_archive(copy, original):
    assert archived(copy) == original


def test_a_copy_that_is_cited_by_its_own_address_is_the_same_text():
    first = Source(title="x", url="https://e.org/1", archive_url="https://archive.ph/aBcD1")
    assert first.traces() & Source(title="y", url="https://archive.is/aBcD1").traces()


@pytest.mark.parametrize("address", ["https://[::1/", "http://e.org:99999/x", "http://e.org:abc/"])
def test_what_no_browser_can_open_is_refused_at_the_form(address):
    form = modelform_factory(Source, fields=["url"])({"url": address})
    assert form.errors == {
        "url": ["This is not an address that a browser can open. Copy it again from the browser."]
    }
    assert canonical(address) == archived(address) == ""


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        ("archive_sha256", ":".join(["7A"] * 32), "7a" * 32),
        ("url", "https://example.org/" + "%D8%A7" * 600, "https://example.org/" + "ا" * 600),
        ("issued", "\u2066" * 20 + "2011-03-18" + "\u2069" * 20, "2011-03-18"),
    ],
)
def test_a_form_measures_what_is_kept_and_not_what_was_pasted(field, typed, stored):
    form = modelform_factory(Source, fields=[field])({field: typed})
    assert form.errors == {}
    assert getattr(form.instance, field) == stored
    assert "maxlength" not in str(form[field])


def test_the_desk_knows_a_copy_that_is_cited_by_its_own_address():
    first = Source.objects.create(title="x", url="https://e.org/1", archive_url="https://archive.ph/aBcD1")
    assert Source(title="y", url="https://archive.ph/aBcD1").same_as() == first
