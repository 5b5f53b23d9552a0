"""A role in words: how far it is established comes first, and is what the body named has found."""

import pytest

from dossiers.degree import degree, in_words, phrase
from dossiers.standing import Life
from dossiers.status import proceedings
from publishing.bilingual import BLANK, Text
from tests.test_standing import row

ORDERED = Text("الأمر بالارتكاب", "Ordered")
IN_COURT = {"in_absentia": False, "finality": "not_final"}


def said(rows, of="a", life=None, mode="ml.order", source=BLANK):
    """Return the phrase of a role that rests on one of these actions."""
    life = life or Life("alive")
    action = next((one for one in rows if one["key"] == of), None)
    code = degree(mode, "alleged", action, proceedings(rows, life.status), ())
    return phrase(code, ORDERED, life, source)


DEGREES = [
    ([], "Attributed to him, no judgment given", "منسوب إليه، لم يصدر حكم"),
    ([row("a", "warrant", "active")], "According to a warrant, no judgment given",
     "بحسب مذكرة توقيف، لم يصدر حكم"),
    ([row("a", "indictment", "filed")], "According to the charges, no judgment given",
     "بحسب لائحة الاتهام، لم يصدر حكم"),
    ([row("a", "indictment", "filed", country="SY")], "According to the prosecution, no judgment given",
     "بحسب ادعاء النيابة العامة، لم يصدر حكم"),
    ([row("a", "sanction", "active", case=None)], "According to the listing", "بحسب قرار الإدراج"),
    ([row("a", "sanction", "delisted", case=None)], "According to a listing that has ended",
     "بحسب إدراج انتهى"),
    ([row("a", "conviction", "not_final", in_absentia=True, finality="not_final")],
     "By a judgment in absentia, not final", "بحكم غيابي غير مبرم"),
    ([row("a", "conviction", "not_final", **IN_COURT)], "By a court, not final", "بحكم قضائي غير مبرم"),
    ([row("a", "conviction", "not_final", **IN_COURT),
      row("b", "appeal", "upheld", "2022", finality="final")],
     "By a court, final", "بحكم قضائي مبرم"),
    ([row("a", "conviction", "not_final", **IN_COURT), row("b", "appeal", "quashed", "2022")],
     "Judgment quashed; had been attributed to him", "نُقض الحكم، وكان منسوبًا إليه"),
    ([row("a", "indictment", "filed"), row("b", "acquittal", "final", "2022", finality="final")],
     "Acquitted; had been attributed to him", "صدر حكم ببراءته، وكان منسوبًا إليه"),
    ([row("a", "warrant", "annulled"), row("b", "dismissal", "annulled", "2025", supersedes="a")],
     "Warrant annulled; had been attributed to him", "أُبطلت المذكرة، وكان منسوبًا إليه"),
    ([row("a", "indictment", "filed"), row("b", "conviction", "final", case="other", finality="final")],
     "According to the charges, no judgment given", "بحسب لائحة الاتهام، لم يصدر حكم"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "en", "ar"), DEGREES, ids=[case[1] for case in DEGREES])
def test_the_degree_comes_first_and_is_that_of_the_action(rows, en, ar):
    assert said(rows).pair == {"en": f"{en}: ordered", "ar": f"{ar}: الأمر بالارتكاب"}


def test_who_aided_is_not_said_to_have_incited():
    assert in_words("ml.aid").pair == {"en": "Aided or assisted", "ar": "تقديم العون أو المساعدة"}


def test_of_her_it_is_said_of_her():
    assert said([], life=Life("alive", gender="f")).pair == {
        "en": "Attributed to her, no judgment given: ordered",
        "ar": "منسوب إليها، لم يصدر حكم: الأمر بالارتكاب",
    }


def test_who_alleges_it_is_named():
    assert said([], source=Text("منظمة", "an organisation")).pair == {
        "en": "Alleged by an organisation, no judgment given: ordered",
        "ar": "منسوب إليه بحسب منظمة، لم يصدر حكم: الأمر بالارتكاب",
    }


def test_of_somebody_who_died_before_judgment_it_had_been():
    assert said([row("a", "indictment", "filed")], life=Life("reported_dead")).pair == {
        "en": "Reported dead before judgment; had been attributed to him: ordered",
        "ar": "أُفيد بوفاته قبل الحكم، وكان منسوبًا إليه: الأمر بالارتكاب",
    }


def test_a_commission_finds_reasonable_grounds():
    code = degree("ml.order", "credible", None, [], {"un_report"})
    assert phrase(code, ORDERED, Life(), BLANK).en == "A commission found reasonable grounds: ordered"


def test_command_at_the_time_is_a_link():
    assert said([], mode="link.command").en == "A link, not a liability: ordered"
