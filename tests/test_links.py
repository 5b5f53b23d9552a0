"""Web addresses: kept as readers can read them, and known again however they were copied."""

import pytest

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
