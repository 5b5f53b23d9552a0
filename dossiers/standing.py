"""The legal status in words: one line of each proceeding, long and short, in both languages.

A status is never printed without its scope: of what, before whom, when, final or not (domain.md §6, W2).
The line is made from the dated actions when the content is frozen, so that every place prints the same.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dossiers.schema import ActionContent, StatusContent
from dossiers.status import CONVICTED, DEAD, Proceeding, headline, proceedings
from dossiers.vocabularies import ACTION_STATUSES, ACTION_TYPES, JURISDICTIONS
from dossiers.words import bracketed, date_words, joined, listed, sentences, year_words
from publishing import dates
from publishing.bilingual import BLANK, Text

# The Arabic of a woman's status, where it is not that of a man's.
Result = tuple[Text, str]


def result(en: str, ar: str, of_her: str = "") -> Result:
    return Text(ar, en), of_her or ar


RESULTS = {
    "none": result("No proceedings known", "لا إجراء معروف"),
    "sanctioned": result("Under sanctions", "خاضع لعقوبات", "خاضعة لعقوبات"),
    "complaint": result(
        "Named in a criminal complaint, not charged",
        "ورد اسمه في شكوى جزائية، ولم يُتهم",
        "ورد اسمها في شكوى جزائية، ولم تُتهم",
    ),
    "suspect": result(
        "Under investigation, not charged", "مشتبه به في تحقيق، ولم يُتهم", "مشتبه بها في تحقيق، ولم تُتهم"
    ),
    "released": result(
        "Released from custody, no judgment given",
        "أُفرج عنه، ولم يصدر حكم",
        "أُفرج عنها، ولم يصدر حكم",
    ),
    "wanted": result(
        "Wanted on a warrant, no judgment given",
        "مطلوب بمذكرة توقيف، ولم يصدر حكم",
        "مطلوبة بمذكرة توقيف، ولم يصدر حكم",
    ),
    "wanted in absentia": result(
        "Wanted on a warrant in absentia, no judgment given",
        "مطلوب بمذكرة توقيف غيابية، ولم يصدر حكم",
        "مطلوبة بمذكرة توقيف غيابية، ولم يصدر حكم",
    ),
    "wanted on two warrants": result(
        "Wanted on two warrants, no judgment given",
        "مطلوب بمذكرتي توقيف، ولم يصدر حكم",
        "مطلوبة بمذكرتي توقيف، ولم يصدر حكم",
    ),
    "wanted on warrants": result(
        "Wanted on several warrants, no judgment given",
        "مطلوب بعدة مذكرات توقيف، ولم يصدر حكم",
        "مطلوبة بعدة مذكرات توقيف، ولم يصدر حكم",
    ),
    "detained": result("In custody, no judgment given", "موقوف، ولم يصدر حكم", "موقوفة، ولم يصدر حكم"),
    "charged": result("Charged, no judgment given", "متهم، ولم يصدر حكم", "متهمة، ولم يصدر حكم"),
    # Before the decision of the accusing judge a Syrian is no متهم (wording of the Syrian code).
    "prosecuted": result("Charged, no judgment given", "مدعى عليه، ولم يصدر حكم", "مدعى عليها، ولم يصدر حكم"),
    "on_trial": result("On trial, no judgment given", "قيد المحاكمة، ولم يصدر حكم"),
}
# Judgments, by how final they are.
JUDGED = {
    ("convicted_absentia", "not_final"): result(
        "Convicted in absentia, not final",
        "محكوم عليه غيابيًا بحكم غير مبرم",
        "محكوم عليها غيابيًا بحكم غير مبرم",
    ),
    ("convicted_absentia", "final"): result(
        "Convicted in absentia, final", "محكوم عليه غيابيًا بحكم مبرم", "محكوم عليها غيابيًا بحكم مبرم"
    ),
    ("convicted_absentia", "unknown"): result(
        "Convicted in absentia, whether final is not known",
        "محكوم عليه غيابيًا، ولا يُعرف هل الحكم مبرم",
        "محكوم عليها غيابيًا، ولا يُعرف هل الحكم مبرم",
    ),
    ("convicted", "not_final"): result("Convicted, not final", "مدان بحكم غير مبرم", "مدانة بحكم غير مبرم"),
    ("convicted", "final"): result("Convicted, final", "مدان بحكم مبرم", "مدانة بحكم مبرم"),
    ("convicted", "unknown"): result(
        "Convicted, whether final is not known",
        "مدان، ولا يُعرف هل الحكم مبرم",
        "مدانة، ولا يُعرف هل الحكم مبرم",
    ),
    ("acquitted", "not_final"): result(
        "Acquitted, not final", "صدر حكم غير مبرم ببراءته", "صدر حكم غير مبرم ببراءتها"
    ),
    ("acquitted", "final"): result("Acquitted, final", "صدر حكم مبرم ببراءته", "صدر حكم مبرم ببراءتها"),
    ("acquitted", "unknown"): result(
        "Acquitted, whether final is not known",
        "صدر حكم ببراءته، ولا يُعرف هل هو مبرم",
        "صدر حكم ببراءتها، ولا يُعرف هل هو مبرم",
    ),
}
FINALITIES = ("not_final", "final", "unknown")
# How a proceeding ended, by the action that ended it: (type, status); None is any status.
ENDS = {
    ("warrant", "annulled"): result("Warrant annulled", "أُبطلت مذكرة التوقيف"),
    ("warrant", "withdrawn"): result("Warrant withdrawn", "سُحبت مذكرة التوقيف"),
    ("warrant", "expired"): result("Warrant expired", "انتهى مفعول مذكرة التوقيف"),
    ("complaint", "rejected"): result("Complaint rejected", "رُدّت الشكوى"),
    ("investigation", "closed_no_action"): result(
        "Investigation closed without charges", "أُغلق التحقيق دون اتهام"
    ),
    ("indictment", "dismissed"): result("Charges dismissed", "رُدّ الاتهام"),
    ("trial", "terminated"): result(
        "Trial ended without a judgment", "أُنهيت المحاكمة دون حكم"
    ),
    ("conviction", "quashed"): result("Conviction quashed", "نُقض حكم الإدانة"),
    ("acquittal", "quashed"): result("Acquittal quashed", "نُقض حكم البراءة"),
    ("appeal", "quashed"): result("Conviction quashed", "نُقض حكم الإدانة"),
    ("sanction", "delisted"): result(
        "Removed from the sanctions list", "شُطب اسمه من قائمة العقوبات", "شُطب اسمها من قائمة العقوبات"
    ),
    ("sanction", "annulled"): result("Listing annulled", "أُبطل الإدراج على قائمة العقوبات"),
    ("sanction", "expired"): result("Listing expired", "انتهى الإدراج على قائمة العقوبات"),
    ("dismissal", "no_jurisdiction"): result(
        "Proceedings ended for lack of jurisdiction", "انتهت الدعوى لعدم الاختصاص"
    ),
    ("dismissal", "immunity"): result("Proceedings ended because of immunity", "انتهت الدعوى بسبب الحصانة"),
    ("dismissal", "insufficient"): result(
        "Proceedings ended for lack of evidence", "انتهت الدعوى لعدم كفاية الأدلة"
    ),
    ("dismissal", "deceased"): result(
        "Proceedings ended by death, no judgment given", "انتهت الدعوى بالوفاة، ولم يصدر حكم"
    ),
    ("dismissal", "amnesty"): result("Proceedings ended by an amnesty", "انتهت الدعوى بالعفو"),
    ("dismissal", "time_bar"): result("Proceedings ended by a time bar", "انتهت الدعوى بالتقادم"),
    ("dismissal", None): result("Proceedings ended", "انتهت الدعوى"),
}  # fmt: skip
# What an annulment ended, when it is told by a row of its own.
ANNULLED = {
    "warrant": ENDS["warrant", "annulled"],
    "conviction": ENDS["conviction", "quashed"],
    "sanction": ENDS["sanction", "annulled"],
    "indictment": ENDS["indictment", "dismissed"],
}
HAD_BEEN = {
    "suspect": result("had been under investigation", "وكان مشتبهًا به", "وكانت مشتبهًا بها"),
    "complaint": result("had been named in a complaint", "وكان مشتكى عليه", "وكانت مشتكى عليها"),
    "released": result("had been released from custody", "وكان قد أُفرج عنه", "وكان قد أُفرج عنها"),
    "wanted": result("had been wanted on a warrant", "وكان مطلوبًا بمذكرة توقيف", "وكانت مطلوبة بمذكرة توقيف"),
    "wanted in absentia": result(
        "had been wanted on a warrant in absentia",
        "وكان مطلوبًا بمذكرة توقيف غيابية",
        "وكانت مطلوبة بمذكرة توقيف غيابية",
    ),
    "detained": result("had been in custody", "وكان موقوفًا", "وكانت موقوفة"),
    "charged": result("had been charged", "وكان متهمًا", "وكانت متهمة"),
    "prosecuted": result("had been charged", "وكان مدعى عليه", "وكانت مدعى عليها"),
    "on_trial": result("had been on trial", "وكان قيد المحاكمة", "وكانت قيد المحاكمة"),
}
DIED = {
    "reported_dead": result(
        "Reported dead before judgment", "أُفيد بوفاته قبل الحكم", "أُفيد بوفاتها قبل الحكم"
    ),
    "deceased": result("Died before judgment", "توفي قبل الحكم", "توفيت قبل الحكم"),
}  # fmt: skip
DEATHS = {
    "reported_dead": result("Reported dead", "أُفيد بوفاته", "أُفيد بوفاتها"),
    "deceased": result("Died", "توفي", "توفيت"),
}
UNCHECKED = result(
    "Listed; whether the listing still stands was not established",
    "مُدرج على قائمة عقوبات، ولم يُتحقق هل ما زال الإدراج قائمًا",
    "مُدرجة على قائمة عقوبات، ولم يُتحقق هل ما زال الإدراج قائمًا",
)
ONLY = Text("ولا إجراءات قضائية معروفة", "no court proceedings known")


EVENT = re.compile(r" \([^()]*\)$")
Told = Callable[[Proceeding, "Life"], Text]  # long or short


@dataclass(frozen=True)
class Life:
    """What a status must know of the person: alive or not, when dead, of which gender."""

    status: str = ""
    death: str = ""  # EDTF
    gender: str = "m"

    def says(self, words: Result) -> Text:
        """Return a result in the words for this person."""
        text, of_her = words
        return Text(of_her, text.en) if self.gender == "f" else text

    @property
    def dead(self) -> bool:
        return self.status in DEAD


def long(one: Proceeding, life: Life) -> Text:
    """Return what stands, of what, before whom, on which day, final or not."""
    row = told_by(one)
    where = Text.of(row["authority"]) or place(row)
    return line(results(one, life), offence(one), where, joined([day(row), *_final_since(one)]))


def short(one: Proceeding, life: Life) -> Text:
    """Return the same with the city and the year instead of the court and the day."""
    row = told_by(one)
    return line(results(one, life), offence(one), place(row), year(row))


def standing(found: list[Proceeding], life: Life) -> tuple[Text, Text]:
    """Return the headline of a person, long and short: what ended first, then what is most severe."""
    top = headline(found)
    if top is None:
        none = life.says(RESULTS["none"])
        return _after_death([none], [none], life)
    ended = [one for one in found if one is not top and told_first(one)]
    return _after_death(
        [*(long(one, life) for one in ended), _top(top, found, life, long)],
        [*(short(one, life) for one in ended), _top(top, found, life, short)],
        life,
        said=any(one.was for one in (*ended, top)),
    )


def derive(actions: Iterable[ActionContent], life: Life) -> StatusContent:
    """Return the headline status with the row it rests on and its words, and those of every proceeding."""
    found = proceedings(actions, life.status)
    top = headline(found)
    whole, brief = standing(found, life)
    return {
        "code": top.code if top else "none",
        "basis": top.basis["key"] if top and top.basis else None,
        "as_of": top.as_of if top else "",
        "long": whole.pair,
        "short": brief.pair,
        "proceedings": [
            {
                "case": one.case or None,
                "result": joined(results(one, life)).pair,
                "scope": offence(one).pair,
                "told": told_by(one)["key"],
                "last": one.last["key"],
                "actions": [row["key"] for row in ([one.ended] if one.ended else []) + one.rows],
                "code": one.code,
                "basis": one.basis["key"] if one.basis else None,
                "as_of": one.as_of,
                "long": long(one, life).pair,
                "short": short(one, life).pair,
            }
            for one in found
        ],
    }


def told_first(one: Proceeding) -> bool:
    """Say whether a proceeding that ended is part of the headline: an acquittal, an annulment, a death."""
    if one.was or one.code == "acquitted":
        return True
    return (
        one.code == "ended"
        and one.basis is not None
        and (
            one.basis["type"] in {"conviction", "appeal", "acquittal"}
            or (one.basis["type"] == "warrant" and one.basis["status"] == "annulled")
            or (one.basis["type"] == "dismissal")
        )
    )


def _top(top: Proceeding, found: list[Proceeding], life: Life, told: Told) -> Text:
    alike = [one for one in found if one.code == top.code]
    if top.code == "sanctioned":
        courts = any(one.last["type"] != "sanction" for one in found)
        said = [life.says(RESULTS["sanctioned"]), BLANK if courts else ONLY]
        return line(said, by_country(told_by(one) for one in alike), BLANK, BLANK)
    if top.code == "wanted" and len(alike) > 1:
        rows = [told_by(one) for one in alike]
        scope = _by_offence(alike, rows)
        if told is long:
            scope = listed(
                [
                    bracketed(offence(one), Text.of(row["authority"]) or place(row), day(row))
                    for one, row in zip(alike, rows, strict=True)
                ]
            )
        warrants = "wanted on two warrants" if len(alike) == 2 else "wanted on warrants"
        return line([life.says(RESULTS[warrants])], scope, BLANK, BLANK)
    return told(top, life)


def _by_offence(alike: list[Proceeding], rows: list[ActionContent]) -> Text:
    """Return each offence with the city and years of its warrants; the same offence is named once.

    The event in brackets at its end is left to the line of each proceeding.
    """
    found: dict[tuple[Text, Text], list[Text]] = {}
    for one, row in zip(alike, rows, strict=True):
        what = Text(*(EVENT.sub("", side) for side in offence(one)))
        years = found.setdefault((what, place(row)), [])
        if year(row) not in years:
            years.append(year(row))
    return listed([bracketed(what, where, *years) for (what, where), years in found.items()])


def by_country(rows: Iterable[ActionContent]) -> Text:
    """Return each country or body with the years of its actions."""
    years: dict[str, list[Text]] = {}
    for row in rows:
        known = years.setdefault(row["country"], [])
        if year(row) not in known:
            known.append(year(row))
    return listed([bracketed(JURISDICTIONS[code], *found) for code, found in years.items()])


def _after_death(longs: list[Text], shorts: list[Text], life: Life, said: bool = False) -> tuple[Text, Text]:
    """Say of somebody who is dead that he is, unless a proceeding says so."""
    if life.dead and not said:
        died = life.says(DEATHS[life.status])
        when = date_words(life.death)
        longs = [line([died], BLANK, BLANK, when), *longs]
        shorts = [line([died], BLANK, BLANK, when), *shorts]
    return sentences(longs), sentences(shorts)


# The parts of a line


def results(one: Proceeding, life: Life) -> list[Text]:
    """Return what came of a proceeding, with how far it goes."""
    if one.was:
        died, was = life.says(DIED[life.status]), life.says(HAD_BEEN[kind(one, one.was)])
        return [Text(f"{died.ar}، {was.ar}", f"{died.en}; {was.en}")]
    if one.code in {*CONVICTED, "acquitted"}:
        judged = one.code if one.code in {"convicted_absentia", "acquitted"} else "convicted"
        found = [life.says(JUDGED[judged, finality(one)])]
        pending = life.dead and one.code in CONVICTED and finality(one) != "final"
        return [*found, BEFORE_DEATH[life.gender]] if pending else found
    if one.code == "ended":
        return [life.says(_end(one))]
    if one.code == "none":
        return [_as_it_stands(one.last, life)]
    return [life.says(RESULTS[kind(one, one.code)])]


# Said of a conviction that was not final when the person died.
BEFORE_DEATH = {
    "m": Text("وأُفيد بوفاته قبل أن يصير مبرمًا", "reported dead before it was final"),
    "f": Text("وأُفيد بوفاتها قبل أن يصير مبرمًا", "reported dead before it was final"),
}


def kind(one: Proceeding, code: str) -> str:
    """Return which result a status is called by: a complaint is no investigation."""
    row = one.basis or one.last
    if code == "suspect" and row["type"] == "complaint":
        return "complaint"
    if code == "suspect" and row["type"] == "arrest":
        return "released"
    if code == "wanted" and row["in_absentia"]:
        return "wanted in absentia"
    if code == "charged" and row["country"] == "SY" and row["status"] == "filed":
        return "prosecuted"
    return code


def _end(one: Proceeding) -> Result:
    row = one.basis or one.last
    quashed = row["type"] == "appeal" and one.judgment and one.judgment["type"] == "acquittal"
    if quashed:
        return ENDS["acquittal", "quashed"]
    if row["type"] == "dismissal" and one.ended and row["status"] in {"annulled", "immunity"}:
        return ANNULLED.get(one.ended["type"], ENDS["dismissal", None])
    return ENDS.get((row["type"], row["status"]), ENDS["dismissal", None])


def _as_it_stands(row: ActionContent, life: Life) -> Text:
    """Return what to say of an action that makes nobody wanted, charged or convicted."""
    if row["type"] == "sanction":
        return life.says(UNCHECKED)
    what, state = ACTION_TYPES[row["type"]], ACTION_STATUSES[row["status"]]
    return Text(f"{what.ar}: {state.ar}", f"{what.en}: {state.en}")


def finality(one: Proceeding) -> str:
    """Return whether the judgment is final: by a later decision, or as its own row says."""
    later = [row["finality"] for row in one.rows if row["type"] == "appeal"]
    if "final" in later:
        return "final"
    row = one.judgment
    if row is None:
        return "unknown"
    return next((code for code in (row["finality"], row["status"]) if code in FINALITIES), "unknown")


def _final_since(one: Proceeding) -> list[Text]:
    """Return since when a judgment is final, where a later decision made it so, changed or not."""
    later = [
        row for row in one.rows if row["type"] == "appeal" and row["finality"] == "final" and row["date"]
    ]
    if one.code not in CONVICTED or not later:
        return []
    when = date_words(later[-1]["date"])
    if any(row["status"] == "varied" for row in one.rows):
        return [Text(f"وعُدّل وصار مبرمًا في {when.ar}", f"changed and final since {when.en}")]
    return [Text(f"وصار مبرمًا في {when.ar}", f"final since {when.en}")]


def told_by(one: Proceeding) -> ActionContent:
    """Return the row whose authority and day the line names: of a conviction, the judgment."""
    if one.code in {*CONVICTED, "acquitted"} and one.judgment:
        return one.judgment
    return one.basis or one.last


def offence(one: Proceeding) -> Text:
    """Return of what. Of a judgment only what it found, or what an appeal made of it; never the charge."""
    if one.code in {*CONVICTED, "acquitted"}:
        rows = [row for row in one.rows if row is one.judgment or row["status"] == "varied"]
    else:
        rows = [*([one.ended] if one.ended else []), *one.rows]
    return next((Text.of(row["offence"]) for row in reversed(rows) if any(row["offence"].values())), BLANK)


def place(row: ActionContent) -> Text:
    """Return the city of the authority, or its country."""
    return Text.of(row["city"]) or JURISDICTIONS[row["country"]]


def day(row: ActionContent) -> Text:
    """Return the day of an action; of one of which only that is known, the day on which it was told."""
    if row["date"]:
        return date_words(row["date"])
    if row["public_date"]:
        told = date_words(row["public_date"])
        return Text(f"أُعلن ذلك في {told.ar}", f"made public {told.en}")
    return date_words(row["status_date"])


def year(row: ActionContent) -> Text:
    value = dates.parse_or_none(row["date"] or row["public_date"] or row["status_date"])
    return year_words(value.start or value.end) if value else BLANK


def line(parts: Iterable[Text], offence: Text, where: Text, when: Text) -> Text:
    """Join what came of it with its scope: of what, before whom, when."""
    said = joined([part for part in parts if part])
    whole = Text(*(f"{a}: {b}" if b else a for a, b in zip(said, offence, strict=True)))
    return bracketed(whole, where, when)
