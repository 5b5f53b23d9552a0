"""Places in a source that name themselves are read in the reader's language."""

import pytest

from dossiers.pages.places import self_named


@pytest.mark.parametrize(
    ("locator", "arabic", "english"),
    [
        ("Annex II.A no. 3", "الملحق الثاني (أ)، القيد 3", "Annex II.A no. 3"),
        ("operative part, nos 1 and 2", "منطوق الحكم، البندان 1 و2", "Operative part, nos 1 and 2"),
        ("opening of the report", "مطلع التقرير", "Opening of the report"),
        ("only paragraph, last sentence", "الفقرة الوحيدة، الجملة الأخيرة", "Only paragraph, last sentence"),
        ("Note by the Secretary-General, para. 1", "مذكرة الأمين العام، الفقرة 1",
         "Note by the Secretary-General, para. 1"),
    ],
)  # fmt: skip
def test_a_form_that_recurs_is_told_in_both_languages(locator, arabic, english):
    assert self_named(locator).pair == {"ar": arabic, "en": english}


@pytest.mark.parametrize("locator", ["12", "“The protests first broke out”", "SDN 12722", "Annex XX.Q no. 3"])
def test_a_place_in_the_words_of_its_source_stays_as_it_is(locator):
    assert self_named(locator) is None
