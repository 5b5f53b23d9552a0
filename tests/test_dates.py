"""publishing.dates: the EDTF subset of domain.md §5, in both languages."""

from datetime import date

import pytest
from django.utils.translation import override

from publishing.dates import DateError, parse, parse_or_none, show

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("edtf", "en", "ar"),
    [
        ("2011", "2011", "2011"),
        ("2011-03", "March 2011", "آذار/مارس 2011"),
        ("2011-05-07", "7 May 2011", "7 أيار/مايو 2011"),
        ("2011-11", "November 2011", "تشرين الثاني/نوفمبر 2011"),
        ("1952~", "c. 1952", "نحو 1952"),
        ("1952?", "probably 1952", "1952 على الأرجح"),
        ("1952%", "probably c. 1952", "نحو 1952 على الأرجح"),
        ("197X", "1970s", "سبعينيات القرن العشرين"),
        (
            "2011-03/2013-07",
            "from March 2011 to July 2013",
            "من آذار/مارس 2011 إلى تموز/يوليو 2013",
        ),
        ("2012-08/..", "since August 2012", "منذ آب/أغسطس 2012"),
        ("../2012", "until 2012", "حتى 2012"),
        ("", "", ""),
    ],
)
def test_a_date_is_shown_in_words_in_both_languages(edtf, en, ar):
    with override("en"):
        assert show(edtf) == en
    with override("ar"):
        assert show(edtf) == ar


def test_within_means_some_time_between():
    with override("en"):
        assert show("2011/2012", within=True) == "between 2011 and 2012"
    with override("ar"):
        assert show("2011/2012", within=True) == "بين 2011 و2012"


@pytest.mark.parametrize(
    "text",
    [
        "2011-5",
        "circa 2011",
        "2011-02-30",
        "2013/2011",
        "../..",
        "/",
        "2011/",
        "2011-13",
        "20111",
        "٢٠١١",
        "0000",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(DateError):
        parse(text)


def test_a_refusal_says_what_to_do():
    with pytest.raises(DateError, match="The end of this interval comes before its start"):
        parse("2013/2011")
    with pytest.raises(DateError, match="There is no such day in the calendar"):
        parse("2011-02-30")


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2011", date(2011, 1, 1), date(2011, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("197X", date(1970, 1, 1), date(1979, 12, 31)),
        ("2012/..", date(2012, 1, 1), None),
    ],
)
def test_bounds_are_the_calendar_days_it_can_mean(edtf, first, last):
    assert (parse(edtf).first, parse(edtf).last) == (first, last)


def test_an_empty_text_is_an_unknown_date():
    assert parse_or_none("") is None


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        ("2011/2013", "2012-03", True),
        ("2011/2012", "2013", False),
        ("2012/..", "2020", True),
        ("../2011", "2012", False),
        ("2011-03", "2011-03-31/2012", True),
    ],
)
def test_overlap_asks_for_a_shared_day(one, other, meets):
    assert parse(one).overlaps(parse(other)) is meets
    assert parse(other).overlaps(parse(one)) is meets


def test_dates_sort_by_first_day_and_the_finer_one_first():
    texts = ["2012", "2011", "2011-01", "2011-01-01"]
    assert [d.edtf for d in sorted(map(parse, texts))] == ["2011-01-01", "2011-01", "2011", "2012"]
