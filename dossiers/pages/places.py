"""Places in a source that name themselves: “Annex II.A no. 3”, “opening of the report”, in both languages.

A place stands in the words of its source. These are the forms that recur, and an Arabic reader reads them in
Arabic (wording_corrections.md §5); of an annex the code stays beside the words, to find it by.
"""

import re
from collections.abc import Callable

from publishing.bilingual import Text

ANNEXES = {"I": "الأول", "II": "الثاني", "III": "الثالث", "IV": "الرابع", "V": "الخامس"}
PARTS = {"A": "أ", "B": "ب", "C": "ج", "D": "د"}
OPENINGS = {
    "report": "التقرير", "post": "المنشور", "statement": "البيان", "release": "البيان الصحفي",
    "article": "المقال", "judgment": "الحكم",
}  # fmt: skip
Arabic = str | Callable[[re.Match[str]], str]


def _annex(found: re.Match[str]) -> str:
    return f"الملحق {ANNEXES[found[1]]} ({PARTS[found[2]]})، القيد {found[3]}"


FORMS: list[tuple[re.Pattern[str], Arabic]] = [
    (re.compile(r"Annex (I{1,3}|IV|V)\.([A-D]) no\. (\d+)"), _annex),
    (re.compile(r"operative part, no\. (\d+)"), r"منطوق الحكم، البند \1"),
    (re.compile(r"operative part, nos (\d+) and (\d+)"), r"منطوق الحكم، البندان \1 و\2"),
    (re.compile(rf"opening of the ({'|'.join(OPENINGS)})"), lambda found: f"مطلع {OPENINGS[found[1]]}"),
    (re.compile(r"only paragraph"), "الفقرة الوحيدة"),
    (re.compile(r"only paragraph, last sentence"), "الفقرة الوحيدة، الجملة الأخيرة"),
    (re.compile(r"first bullet"), "النقطة الأولى"),
    (re.compile(r"second and third bullets"), "النقطتان الثانية والثالثة"),
    (re.compile(r"caption of the photograph"), "تعليق الصورة"),
    (re.compile(r"Note by the Secretary-General, para\. (\d+)"), r"مذكرة الأمين العام، الفقرة \1"),
]


def self_named(locator: str) -> Text | None:
    """Return a place that names itself in both languages; None for one in the words of its source."""
    for form, arabic in FORMS:
        if found := form.fullmatch(locator):
            told = arabic(found) if callable(arabic) else found.expand(arabic)
            return Text(told, locator[:1].upper() + locator[1:])
    return None
