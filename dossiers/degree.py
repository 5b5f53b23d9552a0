"""A role in words, its degree of proof first: one phrase, so that no accusation stands without its limit.

How far a role is established follows from the legal action that it rests on and from what became of that;
without one, from who says so. It never says more than the body named (domain.md §6, wording).
"""

from collections.abc import Iterable

from dossiers.schema import ActionContent
from dossiers.standing import DIED, Life, Result, finality, result
from dossiers.status import CONVICTED, Proceeding
from dossiers.vocabularies import MODES
from publishing.bilingual import Text

DEGREES: dict[str, Result] = {
    "link": result("A link, not a liability", "صلة لا مسؤولية جنائية"),
    "final": result("By a court, final", "بحكم قضائي مبرم"),
    "not_final": result("By a court, not final", "بحكم قضائي غير مبرم"),
    "absentia_final": result("By a judgment in absentia, final", "بحكم غيابي مبرم"),
    "absentia": result("By a judgment in absentia, not final", "بحكم غيابي غير مبرم"),
    "acquitted": result(
        "Acquitted; had been attributed to him",
        "صدر حكم ببراءته، وكان منسوبًا إليه",
        "صدر حكم ببراءتها، وكان منسوبًا إليها",
    ),
    "quashed": result(
        "Judgment quashed; had been attributed to him",
        "نُقض الحكم، وكان منسوبًا إليه",
        "نُقض الحكم، وكان منسوبًا إليها",
    ),
    "annulled": result(
        "Warrant annulled; had been attributed to him",
        "أُبطلت المذكرة، وكان منسوبًا إليه",
        "أُبطلت المذكرة، وكان منسوبًا إليها",
    ),
    "died": result("had been attributed to him", "وكان منسوبًا إليه", "وكان منسوبًا إليها"),
    "ended": result(
        "Proceedings ended without a judgment; had been attributed to him",
        "انتهت الإجراءات دون حكم، وكان منسوبًا إليه",
        "انتهت الإجراءات دون حكم، وكان منسوبًا إليها",
    ),
    "delisted": result("According to a listing that has ended", "بحسب إدراج انتهى"),
    "charged": result("According to the charges, no judgment given", "بحسب لائحة الاتهام، لم يصدر حكم"),
    # An investigating judge has the case; nobody has accused him yet (standing.py, "prosecuted").
    "prosecuted": result(
        "According to the prosecution, no judgment given", "بحسب ادعاء النيابة العامة، لم يصدر حكم"
    ),
    "wanted": result("According to a warrant, no judgment given", "بحسب مذكرة توقيف، لم يصدر حكم"),
    "investigated": result("According to an investigation, no charge brought", "بحسب تحقيق، ولم يُوجَّه اتهام"),
    "listed": result("According to the listing", "بحسب قرار الإدراج"),
    "commission": result("A commission found reasonable grounds", "خلصت لجنة إلى أسباب معقولة"),
    "alleged": result(
        "Attributed to him, no judgment given", "منسوب إليه، لم يصدر حكم", "منسوب إليها، لم يصدر حكم"
    ),
}
BY = result(
    "Alleged by %s, no judgment given", "منسوب إليه بحسب %s، لم يصدر حكم", "منسوب إليها بحسب %s، لم يصدر حكم"
)
# The label of the Rome Statute names three alternatives; a phrase says no more than aiding, since to incite
# is another offence («التحريض», ml.solicit).
NARROWER = {"ml.aid": Text("تقديم العون أو المساعدة", "Aided or assisted")}
COMMISSIONS = {"un_report", "opcw"}
BEFORE = {"charged": "charged", "on_trial": "charged", "wanted": "wanted", "detained": "wanted"}


def degree(
    mode: str, assessment: str, action: ActionContent | None, found: list[Proceeding], kinds: Iterable[str]
) -> str:
    """Return how far a role is established, as a code of DEGREES."""
    if mode.startswith("link."):
        return "link"
    if action is not None:
        return _by_action(action, found)
    if assessment != "alleged" and COMMISSIONS & set(kinds):
        return "commission"
    return "alleged"


def _by_action(action: ActionContent, found: list[Proceeding]) -> str:
    """Return the degree that an action gives, by what has become of the proceeding that it is part of."""
    own = next((one for one in found if any(row["key"] == action["key"] for row in one.rows)), None)
    over = next((one for one in found if one.ended and one.ended["key"] == action["key"]), None)
    if over is not None:
        return _when_over(over)
    if own is None:  # another row replaced it
        own = next((one for one in found if one.case and one.case == action["case"]), None)
    if own is None:
        return "alleged"
    if action["type"] == "sanction":
        return "listed" if own.code in {"sanctioned", "none"} else "delisted"
    if own.was:
        return "died"
    if own.code in {"acquitted", "ended"}:
        return _when_over(own)
    if action["type"] in {"conviction", "appeal"} and own.code in CONVICTED:
        if own.code == "convicted_absentia":
            return "absentia_final" if finality(own) == "final" else "absentia"
        return "final" if finality(own) == "final" else "not_final"
    if action["type"] in {"indictment", "trial"}:
        charges = [row for row in own.rows if row["type"] == "indictment"] or [action]
        by_prosecution = all(row["country"] == "SY" and row["status"] == "filed" for row in charges)
        return "prosecuted" if by_prosecution else "charged"
    if action["type"] in {"warrant", "arrest", "red_notice", "extradition"}:
        return "wanted"
    if action["type"] in {"complaint", "investigation"}:
        return "investigated"
    return "commission" if action["type"] == "finding" else "alleged"


def _when_over(one: Proceeding) -> str:
    if one.code == "acquitted":
        return "acquitted"
    row = one.basis or one.last
    what = one.ended["type"] if one.ended else row["type"]
    if what in {"conviction", "appeal"}:
        return "quashed"
    if what == "warrant":
        return "annulled"
    return "delisted" if what == "sanction" else "ended"


def in_words(mode: str) -> Text:
    """Return a mode of liability as a role says it."""
    return NARROWER.get(mode) or MODES[mode]


def phrase(code: str, mode: Text, life: Life, source: Text) -> Text:
    """Return the role with its degree first; `source` is who alleges it, where one is named."""
    if code == "died":
        died = life.says(DIED[life.status])
        his = life.says(DEGREES["died"])
        first = Text(f"{died.ar}، {his.ar}", f"{died.en}; {his.en}")
    elif code == "alleged" and source:
        said = life.says(BY)
        first = Text(said.ar % source.ar, said.en % source.en)
    else:
        first = life.says(DEGREES[code])
    if life.gender == "f":
        first = Text(first.ar, first.en.replace(" to him", " to her"))
    return Text(f"{first.ar}: {mode.ar}", f"{first.en}: {mode.en[:1].lower()}{mode.en[1:]}")
