"""A post in words: with its years, former once it ended, and never running on to today."""

import pytest

from dossiers.office import Office
from publishing.bilingual import Text

HEAD = Text("رئيس الفرع 251", "Head of Branch 251")
PRESIDENT = Text("رئيس الجمهورية العربية السورية", "President of the Syrian Arab Republic")

OFFICES = [
    (Office(HEAD, "2009/2019-07", ""), "Former head of Branch 251, 2009–2019",
     "رئيس الفرع 251 سابقًا (2009–2019)"),
    (Office(PRESIDENT, "2000-07-17/2024-12-08", ""),
     "Former President of the Syrian Arab Republic, 2000–2024",
     "رئيس الجمهورية العربية السورية سابقًا (2000–2024)"),
    (Office(HEAD, "2012/..", "", as_of="2024-05-03"), "Head of Branch 251, since 2012, as of 3 May 2024",
     "رئيس الفرع 251، منذ 2012، بحسب أحدث مصدر (3 أيار/مايو 2024)"),
    (Office(HEAD, "2012/..", "", as_of="2024-05-03", dissolved="2025-01-29"),
     "Former head of Branch 251, since 2012, as of 3 May 2024",
     "رئيس الفرع 251 سابقًا، منذ 2012، بحسب أحدث مصدر (3 أيار/مايو 2024)"),
    (Office(HEAD, "../2012", ""), "Former head of Branch 251, until 2012", "رئيس الفرع 251 سابقًا، حتى 2012"),
    (Office(HEAD, "2012", ""), "Former head of Branch 251, 2012", "رئيس الفرع 251 سابقًا (2012)"),
    (Office(HEAD, "2011-04/2011-09", ""), "Former head of Branch 251, 2011", "رئيس الفرع 251 سابقًا (2011)"),
    (Office(HEAD, "2012-07~/2019?", ""), "Former head of Branch 251, c. 2012–probably 2019",
     "رئيس الفرع 251 سابقًا (نحو 2012–2019 على الأرجح)"),
    (Office(HEAD, "", "2011-04-29/2012-09"),
     "Head of Branch 251, in post at a time between 29 April 2011 and September 2012",
     "رئيس الفرع 251، وكان في المنصب في وقت بين 29 نيسان/أبريل 2011 وأيلول/سبتمبر 2012"),
    (Office(HEAD, "", "2013-11"), "Head of Branch 251, in post in November 2013",
     "رئيس الفرع 251، وكان في المنصب في تشرين الثاني/نوفمبر 2013"),
    (Office(HEAD, "", "2013-11-03"), "Head of Branch 251, in post on 3 November 2013",
     "رئيس الفرع 251، وكان في المنصب في 3 تشرين الثاني/نوفمبر 2013"),
    (Office(HEAD, "", "2013", dead=True), "Former head of Branch 251, in post in 2013",
     "رئيس الفرع 251 سابقًا، وكان في المنصب في 2013"),
    (Office(HEAD, "", "", as_of="2012"),
     "Head of Branch 251, dates not known, named in the newest source (2012)",
     "رئيس الفرع 251، التواريخ غير معروفة، ورد في أحدث مصدر (2012)"),
    (Office(HEAD, "2009/2012", "", status="acting"), "Former head of Branch 251, 2009–2012 (acting)",
     "رئيس الفرع 251 سابقًا (2009–2012) (بالوكالة)"),
    (Office(Text("الرئيس السابق للفرع", "Former head of the branch"), "2009/2012", ""),
     "Former head of the branch, 2009–2012", "الرئيس السابق للفرع (2009–2012)"),
]  # fmt: skip


@pytest.mark.parametrize(("office", "en", "ar"), OFFICES, ids=[case[1] for case in OFFICES])
def test_an_office_has_its_years(office, en, ar):
    assert office.phrase.pair == {"ar": ar, "en": en}


@pytest.mark.parametrize(
    ("office", "held"),
    [
        (Office(HEAD, "2009/2019-07", ""), "2009/2019-07"),
        (Office(HEAD, "2012/..", "", as_of="2024-05-03"), "2012/2024-05-03"),
        (Office(HEAD, "2012/..", "", as_of="2024-05-03", dissolved="2016"), "2012/2016"),
        (Office(HEAD, "2012/..", "", as_of="2026", dissolved="2024-12-08/2025-01-29"), "2012/2025-01-29"),
        (Office(HEAD, "2012/..", "", as_of="2011"), "2012"),
        (Office(HEAD, "2012/..", ""), "2012"),
        (Office(HEAD, "", "2013-11"), "2013-11"),
        (Office(HEAD, "", "", as_of="2012"), ""),
    ],
)
def test_what_has_no_end_is_held_until_the_newest_source_and_no_longer(office, held):
    assert office.held == held
