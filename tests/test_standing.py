"""The legal status in words: never without of what, before whom, when and how final (domain.md W2)."""

import pytest

from dossiers.standing import Life, derive
from publishing.bilingual import BLANK

FR = {"ar": "محكمة الجنايات في باريس", "en": "Paris Assize Court"}
PARIS = {"ar": "باريس", "en": "Paris"}
KILLING = {"ar": "القتل العمد", "en": "murder"}
TORTURE = {"ar": "التعذيب", "en": "torture"}
LAUNDERING = {"ar": "غسل أموال", "en": "money laundering"}


def row(key, type_, status, date="2020-05-04", **more):
    return {
        "key": key, "case": "c", "type": type_, "status": status, "date": date, "public_date": "",
        "status_date": "", "in_absentia": None, "finality": "n_a", "supersedes": None, "country": "FR",
        "authority": FR, "city": PARIS, "offence": KILLING, **more,
    }  # fmt: skip


ALIVE, DEAD = Life("presumed_alive"), Life("reported_dead", "2026-01")
HER = Life("alive", gender="f")
JUDGED = {"in_absentia": False, "finality": "not_final"}

SITUATIONS = [
    ("nothing", [], ALIVE, "No proceedings known", "لا إجراء معروف"),
    ("a complaint", [row("a", "complaint", "filed")], ALIVE,
     "Named in a criminal complaint, not charged: murder (Paris, 2020)",
     "ورد اسمه في شكوى جزائية، ولم يُتهم: القتل العمد (باريس، 2020)"),
    ("a complaint that was rejected", [row("a", "complaint", "rejected")], ALIVE,
     "Complaint rejected: murder (Paris, 2020)", "رُدّت الشكوى: القتل العمد (باريس، 2020)"),
    ("an investigation", [row("a", "investigation", "open")], HER,
     "Under investigation, not charged: murder (Paris, 2020)",
     "مشتبه بها في تحقيق، ولم تُتهم: القتل العمد (باريس، 2020)"),
    ("an investigation without a city", [row("a", "investigation", "open", city=BLANK.pair)], ALIVE,
     "Under investigation, not charged: murder (France, 2020)",
     "مشتبه به في تحقيق، ولم يُتهم: القتل العمد (فرنسا، 2020)"),
    ("a warrant", [row("a", "warrant", "active")], ALIVE,
     "Wanted on a warrant, no judgment given: murder (Paris, 2020)",
     "مطلوب بمذكرة توقيف، ولم يصدر حكم: القتل العمد (باريس، 2020)"),
    ("a warrant of which only the year is about known", [row("a", "warrant", "active", "2020~")], HER,
     "Wanted on a warrant, no judgment given: murder (Paris, c. 2020)",
     "مطلوبة بمذكرة توقيف، ولم يصدر حكم: القتل العمد (باريس، نحو 2020)"),
    ("two warrants of two countries",
     [row("a", "warrant", "active"),
      row("b", "warrant", "active", "2021", case="d", country="SY", city=BLANK.pair)], ALIVE,
     "Wanted on two warrants, no judgment given: murder (Paris, 2020); murder (Syria, 2021)",
     "مطلوب بمذكرتي توقيف، ولم يصدر حكم: القتل العمد (باريس، 2020)؛ القتل العمد (سوريا، 2021)"),
    ("two warrants of one country",
     [row("a", "warrant", "active"), row("b", "warrant", "active", "2021", case="d")], ALIVE,
     "Wanted on two warrants, no judgment given: murder (Paris, 2020, 2021)",
     "مطلوب بمذكرتي توقيف، ولم يصدر حكم: القتل العمد (باريس، 2020، 2021)"),
    ("two warrants over two events",
     [row("a", "warrant", "active", offence={"en": "murder (Homs, 2012)", "ar": "القتل العمد (حمص، 2012)"}),
      row("b", "warrant", "active", "2021", case="d",
          offence={"en": "murder (Daraa, 2017)", "ar": "القتل العمد (درعا، 2017)"})], ALIVE,
     "Wanted on two warrants, no judgment given: murder (Paris, 2020, 2021)",
     "مطلوب بمذكرتي توقيف، ولم يصدر حكم: القتل العمد (باريس، 2020، 2021)"),
    ("three warrants", [row(key, "warrant", "active", case=key) for key in "abc"], ALIVE,
     "Wanted on several warrants, no judgment given: murder (Paris, 2020)",
     "مطلوب بعدة مذكرات توقيف، ولم يصدر حكم: القتل العمد (باريس، 2020)"),
    ("a warrant of which only the announcement is dated",
     [row("a", "warrant", "active", "", public_date="2024-12-09")], ALIVE,
     "Wanted on a warrant, no judgment given: murder (Paris, 2024)",
     "مطلوب بمذكرة توقيف، ولم يصدر حكم: القتل العمد (باريس، 2024)"),
    ("a warrant in absentia", [row("a", "warrant", "active", in_absentia=True)], HER,
     "Wanted on a warrant in absentia, no judgment given: murder (Paris, 2020)",
     "مطلوبة بمذكرة توقيف غيابية، ولم يصدر حكم: القتل العمد (باريس، 2020)"),
    ("an annulled warrant",
     [row("a", "warrant", "annulled"),
      row("b", "dismissal", "annulled", "2025", supersedes="a", offence=BLANK.pair)], ALIVE,
     "Warrant annulled: murder (Paris, 2025)", "أُبطلت مذكرة التوقيف: القتل العمد (باريس، 2025)"),
    ("an annulled warrant and a new one in the same case",
     [row("a", "warrant", "annulled"),
      row("b", "dismissal", "annulled", "2025", supersedes="a", offence=BLANK.pair),
      row("c", "warrant", "active", "2026")], ALIVE,
     "Warrant annulled: murder (Paris, 2025). Wanted on a warrant, no judgment given: murder (Paris, 2026)",
     ("أُبطلت مذكرة التوقيف: القتل العمد (باريس، 2025). "
     "مطلوب بمذكرة توقيف، ولم يصدر حكم: القتل العمد (باريس، 2026)")),
    ("custody", [row("a", "warrant", "active"), row("b", "arrest", "custody", "2021")], ALIVE,
     "In custody, no judgment given: murder (Paris, 2021)",
     "موقوف، ولم يصدر حكم: القتل العمد (باريس، 2021)"),
    ("a release", [row("a", "arrest", "released")], HER,
     "Released from custody, no judgment given: murder (Paris, 2020)",
     "أُفرج عنها، ولم يصدر حكم: القتل العمد (باريس، 2020)"),
    ("a foreign indictment", [row("a", "indictment", "filed")], ALIVE,
     "Charged, no judgment given: murder (Paris, 2020)", "متهم، ولم يصدر حكم: القتل العمد (باريس، 2020)"),
    ("a Syrian prosecution", [row("a", "indictment", "filed", country="SY", city=BLANK.pair)], ALIVE,
     "Charged, no judgment given: murder (Syria, 2020)",
     "مدعى عليه، ولم يصدر حكم: القتل العمد (سوريا، 2020)"),
    ("charges that were dismissed", [row("a", "indictment", "dismissed")], ALIVE,
     "Charges dismissed: murder (Paris, 2020)", "رُدّ الاتهام: القتل العمد (باريس، 2020)"),
    ("a trial", [row("a", "trial", "ongoing")], ALIVE,
     "On trial, no judgment given: murder (Paris, 2020)",
     "قيد المحاكمة، ولم يصدر حكم: القتل العمد (باريس، 2020)"),
    ("in absentia",
     [row("a", "conviction", "not_final", in_absentia=True, finality="not_final")], ALIVE,
     "Convicted in absentia, not final: murder (Paris, 2020)",
     "محكوم عليه غيابيًا بحكم غير مبرم: القتل العمد (باريس، 2020)"),
    ("in absentia, of her, final",
     [row("a", "conviction", "final", in_absentia=True, finality="final")], HER,
     "Convicted in absentia, final: murder (Paris, 2020)",
     "محكوم عليها غيابيًا بحكم مبرم: القتل العمد (باريس، 2020)"),
    ("not final, with what the indictment said and the verdict did not find",
     [row("a", "indictment", "filed", "2019"),
      row("b", "conviction", "not_final", offence=TORTURE, **JUDGED)],
     ALIVE, "Convicted, not final: torture (Paris, 2020)", "مدان بحكم غير مبرم: التعذيب (باريس، 2020)"),
    ("a judgment that an appeal made final",
     [row("a", "conviction", "not_final", **JUDGED),
      row("b", "appeal", "upheld", "2022", finality="final", offence=BLANK.pair)], ALIVE,
     "Convicted, final: murder (Paris, 2020)", "مدان بحكم مبرم: القتل العمد (باريس، 2020)"),
    ("a judgment that an appeal changed",
     [row("a", "conviction", "not_final", **JUDGED),
      row("b", "appeal", "varied", "2022", finality="final", offence=TORTURE)], ALIVE,
     "Convicted, final: torture (Paris, 2020)", "مدان بحكم مبرم: التعذيب (باريس، 2020)"),
    ("a judgment whose finality nobody states",
     [row("a", "conviction", "final", in_absentia=False, finality="unknown")], ALIVE,
     "Convicted, whether final is not known: murder (Paris, 2020)",
     "مدان، ولا يُعرف هل الحكم مبرم: القتل العمد (باريس، 2020)"),
    ("a quashed conviction",
     [row("a", "conviction", "not_final", **JUDGED), row("b", "appeal", "quashed", "2022")], ALIVE,
     "Conviction quashed: murder (Paris, 2022)", "نُقض حكم الإدانة: القتل العمد (باريس، 2022)"),
    ("quashed and tried again",
     [row("a", "conviction", "not_final", **JUDGED), row("b", "appeal", "quashed", "2022"),
      row("c", "trial", "ongoing", "2023")], ALIVE,
     "Conviction quashed: murder (Paris, 2022). On trial, no judgment given: murder (Paris, 2023)",
     "نُقض حكم الإدانة: القتل العمد (باريس، 2022). قيد المحاكمة، ولم يصدر حكم: القتل العمد (باريس، 2023)"),
    ("an acquittal", [row("a", "acquittal", "final", finality="final")], ALIVE,
     "Acquitted, final: murder (Paris, 2020)", "صدر حكم مبرم ببراءته: القتل العمد (باريس، 2020)"),
    ("an acquittal that was quashed",
     [row("a", "acquittal", "not_final"), row("b", "appeal", "quashed", "2022")], ALIVE,
     "Acquittal quashed: murder (Paris, 2022)", "نُقض حكم البراءة: القتل العمد (باريس، 2022)"),
    ("acquitted of one thing, convicted of another",
     [row("a", "acquittal", "final", finality="final"),
      row("b", "conviction", "final", "2021", case="d", offence=LAUNDERING, in_absentia=False,
          finality="final")], ALIVE,
     "Acquitted, final: murder (Paris, 2020). Convicted, final: money laundering (Paris, 2021)",
     "صدر حكم مبرم ببراءته: القتل العمد (باريس، 2020). مدان بحكم مبرم: غسل أموال (باريس، 2021)"),
    ("laundering only",
     [row("a", "conviction", "final", offence=LAUNDERING, in_absentia=False, finality="final")], ALIVE,
     "Convicted, final: money laundering (Paris, 2020)", "مدان بحكم مبرم: غسل أموال (باريس، 2020)"),
    ("dead before judgment", [row("a", "indictment", "filed", city=BLANK.pair, country="CH")], DEAD,
     "Reported dead before judgment; had been charged: murder (Switzerland, 2020)",
     "أُفيد بوفاته قبل الحكم، وكان متهمًا: القتل العمد (سويسرا، 2020)"),
    ("dead before the judgment was final", [row("a", "conviction", "not_final", **JUDGED)], DEAD,
     ("Reported dead (January 2026). "
     "Convicted, not final, reported dead before it was final: murder (Paris, 2020)"),
     ("أُفيد بوفاته (كانون الثاني/يناير 2026). "
     "مدان بحكم غير مبرم، وأُفيد بوفاته قبل أن يصير مبرمًا: القتل العمد (باريس، 2020)")),
    ("dead, convicted of one thing and charged with another",
     [row("a", "indictment", "filed", "2024", case="d", country="CH", city=BLANK.pair),
      row("b", "conviction", "final", offence=LAUNDERING, in_absentia=False, finality="final")], DEAD,
     ("Reported dead before judgment; had been charged: murder (Switzerland, 2024). "
     "Convicted, final: money laundering (Paris, 2020)"),
     ("أُفيد بوفاته قبل الحكم، وكان متهمًا: القتل العمد (سويسرا، 2024). "
     "مدان بحكم مبرم: غسل أموال (باريس، 2020)")),
    ("ended because he died",
     [row("a", "indictment", "filed"), row("b", "dismissal", "deceased", "2022", offence=BLANK.pair)], ALIVE,
     "Proceedings ended by death, no judgment given: murder (Paris, 2022)",
     "انتهت الدعوى بالوفاة، ولم يصدر حكم: القتل العمد (باريس، 2022)"),
    ("sanctions of two bodies",
     [row("a", "sanction", "active", "2011-05-09", case=None, country="EU", offence=BLANK.pair),
      row("b", "sanction", "active", "2023", case=None, country="US", offence=BLANK.pair)], ALIVE,
     "Under sanctions, no court proceedings known: European Union (2011); United States (2023)",
     "خاضع لعقوبات، ولا إجراءات قضائية معروفة: الاتحاد الأوروبي (2011)؛ الولايات المتحدة (2023)"),
    ("listed then delisted",
     [row("a", "sanction", "active", "2011", case=None, country="EU", city=BLANK.pair, offence=BLANK.pair),
      row("b", "sanction", "delisted", "2025", case=None, country="EU", city=BLANK.pair, supersedes="a",
          offence=BLANK.pair)],
     HER, "Removed from the sanctions list (European Union, 2025)",
     "شُطب اسمها من قائمة العقوبات (الاتحاد الأوروبي، 2025)"),
    ("a replaced listing counts nowhere",
     [row("a", "sanction", "active", "2011", case=None, country="US", city=BLANK.pair, offence=BLANK.pair),
      row("b", "sanction", "active", "2025", case=None, country="US", city=BLANK.pair, supersedes="a",
          offence=BLANK.pair)], ALIVE,
     "Under sanctions, no court proceedings known: United States (2025)",
     "خاضع لعقوبات، ولا إجراءات قضائية معروفة: الولايات المتحدة (2025)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "life", "en", "ar"), [case[1:] for case in SITUATIONS], ids=[case[0] for case in SITUATIONS]
)
def test_a_status_says_of_what_where_when_and_how_final(rows, life, en, ar):
    assert derive(rows, life)["short"] == {"ar": ar, "en": en}


def test_the_long_form_names_the_court_and_the_day():
    rows = [row("a", "conviction", "not_final", "2024-05-24", in_absentia=True, finality="not_final")]
    assert derive(rows, ALIVE)["long"] == {
        "en": "Convicted in absentia, not final: murder (Paris Assize Court, 24 May 2024)",
        "ar": "محكوم عليه غيابيًا بحكم غير مبرم: القتل العمد (محكمة الجنايات في باريس، 24 أيار/مايو 2024)",
    }


@pytest.mark.parametrize(
    ("appeal", "en", "ar"),
    [
        ("upheld", "final since 20 March 2024", "وصار مبرمًا في 20 آذار/مارس 2024"),
        ("varied", "changed and final since 20 March 2024", "وعُدّل وصار مبرمًا في 20 آذار/مارس 2024"),
    ],
)
def test_the_long_form_says_since_when_a_judgment_is_final(appeal, en, ar):
    rows = [
        row("a", "conviction", "final", "2022-01-13", in_absentia=False, finality="final"),
        row("b", "appeal", appeal, "2024-03-20", finality="final", offence=BLANK.pair),
    ]
    assert derive(rows, ALIVE)["long"] == {
        "en": f"Convicted, final: murder (Paris Assize Court, 13 January 2022, {en})",
        "ar": f"مدان بحكم مبرم: القتل العمد (محكمة الجنايات في باريس، 13 كانون الثاني/يناير 2022، {ar})",
    }


def test_the_long_form_says_that_only_the_announcement_has_a_day():
    rows = [row("a", "warrant", "active", "", public_date="2024-12-09")]
    assert derive(rows, ALIVE)["long"] == {
        "en": "Wanted on a warrant, no judgment given: murder "
        "(Paris Assize Court, made public 9 December 2024)",
        "ar": "مطلوب بمذكرة توقيف، ولم يصدر حكم: القتل العمد "
        "(محكمة الجنايات في باريس، أُعلن ذلك في 9 كانون الأول/ديسمبر 2024)",
    }


def test_a_listing_of_which_nobody_knows_whether_it_stands_says_so():
    rows = [row("a", "sanction", "unknown", "2011-04-29", case=None, country="US", offence=BLANK.pair)]
    assert derive(rows, ALIVE)["proceedings"][0]["short"]["en"] == (
        "Listed; whether the listing still stands was not established (Paris, 2011)"
    )
    assert derive(rows, ALIVE)["code"] == "none"


def test_nobody_who_is_dead_is_wanted_or_charged():
    rows = [row("a", "warrant", "active"), row("b", "indictment", "filed", case="d")]
    status = derive(rows, DEAD)
    assert {one["code"] for one in (status, *status["proceedings"])} == {"ended"}
