"""The one door of typed text: what it looks like is what is stored (domain.md §4).

An allow-list by Unicode category. Letters, marks, numbers, punctuation and symbols stay; what nobody sees
is dropped or becomes one blank; what cannot be kept is refused, with its place. Letters that a PDF or a chat
wrote in presentation forms become the letters that everybody types.
"""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

# Arabic-Indic and Persian digits are typed by editors and readers, and are ASCII here (domain.md §4, Digits).
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
# What stands for a hyphen in pasted dates and numbers: hyphen, non-breaking hyphen, figure dash, minus.
HYPHENS = str.maketrans("\u2010\u2011\u2012\u2212\ufe63\uff0d", "-" * 6)

KEPT = {"L", "M", "N", "P", "S"}  # the first letters of the categories that stay
BLANKS = {"Zs", "Zl", "Zp"}
# Seen by nobody though of a category that stays (Default_Ignorable_Code_Point of the Unicode standard).
IGNORED = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
EMPTY = {"\u2800"}  # a braille cell without a dot
# Letters of PDFs and old keyboards: Arabic in its four shapes, Latin ligatures, letters of full width.
PRESENTATION = re.compile("[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]+")
# A vowel mark alone is shown there on a blank or a tatweel, which is no part of the word.
ALONE = re.compile("[\ufe70-\ufe7f]")
LOST = {
    "\ufffc": gettext_noop("a picture or file that did not come with the text"),
    "\ufffd": gettext_noop("a letter that was lost when the text was copied"),
}
LINE_ENDS = re.compile("\r\n|[\r\x85\x0b\x0c]")
SEVERAL = re.compile(r"(?<=\S) {2,}(?=\S)")


def clean(text: str) -> str:
    """Return the stored form of typed text. Raise ValidationError naming what cannot be kept, and where."""
    text = LINE_ENDS.sub("\n", text)
    refuse_lost(text)
    return visible(text).strip()


def clean_line(text: str) -> str:
    """Return the stored form of text that is one line: a name, a title, a number."""
    return SEVERAL.sub(" ", clean(text).replace("\n", " "))


def visible(text: str) -> str:
    """Return a text without what nobody sees, and with the letters that everybody types. Refuses nothing."""
    text = ALONE.sub(lambda mark: unicodedata.normalize("NFKC", mark.group()).strip(" \u0640"), text)
    text = PRESENTATION.sub(lambda run: unicodedata.normalize("NFKC", run.group()), IGNORED.sub("", text))
    kept = text.translate(_KEPT)
    # A run of blanks that nobody can tell from one is one; those that begin a line may mean something.
    return unicodedata.normalize("NFC", SEVERAL.sub(" ", kept))


COMMON = 0x3000  # the scripts that texts here are written in; of rarer ones nothing is remembered


class _Kept(dict[int, str]):
    """What is kept of each character, asked once for each."""

    def __missing__(self, code: int) -> str:
        kept = _kept(chr(code))
        if code < COMMON:
            self[code] = kept
        return kept


_KEPT = _Kept()


def _kept(character: str) -> str:
    if character == "\n":
        return character
    category = unicodedata.category(character)
    if category in BLANKS or character in EMPTY or character == "\t":
        return " "
    return character if category[0] in KEPT else ""


def refuse_lost(text: str) -> None:
    """Raise ValidationError for the first character that cannot be kept, saying which and where."""
    for place, character in enumerate(text):
        category = unicodedata.category(character)
        unknown = category in {"Cn", "Cs"} or (category == "Cc" and character not in "\n\t")
        if character not in LOST and not unknown:
            continue
        before = visible(text[:place]).rpartition("\n")[2].strip()[-20:]
        values = {
            "line": text.count("\n", 0, place) + 1,
            "before": before,
            "code": f"U+{ord(character):04X}",
            "what": gettext(LOST.get(character, UNKNOWN)),
        }
        raise ValidationError(AFTER if before else AT_ITS_BEGINNING, code="lost", params=values)


AFTER = _("Line %(line)s, after “%(before)s”: %(code)s, %(what)s. Delete it and type it again.")
AT_ITS_BEGINNING = _("Line %(line)s, at its beginning: %(code)s, %(what)s. Delete it and type it again.")
UNKNOWN = gettext_noop("a control character, or one that stands for no letter")


def clean_number(text: str) -> str:
    """Return digits, dates and codes as they are kept: ASCII digits and hyphens, nothing invisible."""
    return clean_line(text).translate(DIGITS).translate(HYPHENS)


# What phones and Arabic keyboards write for the signs of a date.
DASHES = str.maketrans("–—", "--")
DATE_SIGNS = DASHES | str.maketrans({"ـ": "-", "؟": "?", "٪": "%", "…": ".."})


def clean_date(text: str) -> str:
    """Return a date as EDTF writes it, from any keyboard: no blanks at its signs, a large X."""
    text = re.sub(r"\s*([-/~?%.])\s*", r"\1", clean_number(text).translate(DATE_SIGNS))
    return re.sub(r"(?<=\d{3})x", "X", text)


def clean_hash(text: str) -> str:
    """Return a SHA-256 as it is kept, however it is grouped: small letters, nothing between them."""
    return re.sub(r"[\s:.\-]", "", clean_number(text)).lower()
