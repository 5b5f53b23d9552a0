"""Every letter that a name may be written with, as one of the letters that keys are made of.

Arabic script has letters of Persian, Urdu, Kurdish, Pashto and more: each is read as the Arabic letter that
its shape comes from, or as the one it is usually written with in Arabic. Cyrillic is read as Latin.
"""

import unicodedata

# By the Unicode name of the letter, without what follows "with": which Arabic letter it stands for.
_BY_NAME = {
    "HEH GOAL": "ه", "HEH DOACHASHMEE": "ه", "HEH": "ه", "TEH MARBUTA": "ه",
    "TEH MARBUTA GOAL": "ه", "YEH BARREE": "ي", "FARSI YEH": "ي", "E": "ي", "ALEF MAKSURA": "ي",
    "KASHMIRI YEH": "ي", "HIGH HAMZA YEH": "ي", "ROHINGYA YEH": "ي", "KEHEH": "ك", "SWASH KAF": "ك",
    "GAF": "ك", "NG": "ك", "GUEH": "ك", "NGOEH": "ك", "PEH": "ب", "BEEH": "ب", "BEHEH": "ب", "PEHEH": "ب",
    "DOTLESS BEH": "ب", "TCHEH": "ج", "TCHEHEH": "ج", "DYEH": "ج", "NYEH": "ج", "TSHEH": "ج", "JEH": "ز",
    "VEH": "ف", "DOTLESS FEH": "ف", "DOTLESS QAF": "ق", "TTEH": "ت", "TTEHEH": "ت", "TEHEH": "ت",
    "DDAL": "د", "DAHAL": "د", "DDAHAL": "د", "DUL": "د", "RREH": "ر", "NOON GHUNNA": "ن", "RNOON": "ن",
    "OE": "و", "U": "و", "YU": "و", "VE": "و", "KIRGHIZ OE": "و", "KIRGHIZ YU": "و", "ALEF WASLA": "ا",
    "HIGH HAMZA ALEF": "ا", "HIGH HAMZA WAW": "و", "U WITH HAMZA ABOVE": "و", "HAMZA": "", "HIGH HAMZA": "",
    "TATWEEL": "", "DOTLESS HEAD OF KHAH": "ح",
}  # fmt: skip
# As they are spoken, not as their shape says: Pashto ښ is a kind of sh, ځ a kind of dz.
_SPOKEN = {"ښ": "ش", "ږ": "ز", "ځ": "ز", "څ": "س", "ڭ": "ن"}


def _arabic() -> dict[int, str | None]:
    plain = set("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
    table: dict[int, str | None] = {}
    for code in (*range(0x0620, 0x0700), *range(0x0750, 0x0780), *range(0x08A0, 0x08CA)):
        char = chr(code)
        if char in plain or char == "ە" or not unicodedata.category(char).startswith("L"):
            continue
        bare = unicodedata.name(char, "").removeprefix("ARABIC LETTER ").removeprefix("ARABIC ")
        bare = bare.partition(" WITH ")[0]
        try:
            shape = _BY_NAME[bare] if bare in _BY_NAME else unicodedata.lookup(f"ARABIC LETTER {bare}")
        except KeyError:
            shape = ""
        table[code] = _SPOKEN.get(char) or (shape if shape in plain else None)
    return table


ARABIC = _arabic()

CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфы", "abvgdeziyklmnoprstufy", strict=True)),
        "ё": "e", "э": "e", "ж": "j", "х": "x", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": None,
        "ь": None, "ю": "u", "я": "a", "і": "i", "ї": "i", "є": "e", "ґ": "g", "ў": "u", "җ": "j", "қ": "q",
        "ғ": "gh", "ҳ": "h", "һ": "h", "ү": "u", "ұ": "u", "ө": "o", "ә": "a", "ң": "n", "ј": "y", "љ": "l",
        "њ": "n", "ћ": "ch", "ђ": "j", "џ": "j",
    }
)  # fmt: skip

# Letters that have no decomposition, and the signs that transliterations write for ء and ع.
LATIN = str.maketrans(
    {
        **dict.fromkeys("ʿʾ'’‘`´ʻʼʹˀˁ", None),
        "ı": "i",
        "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ə": "a", "ŋ": "n", "þ": "th", "ð": "dh",
        "ħ": "h", "ʃ": "sh",
    }
)  # fmt: skip

# What folding would take the mark from, and the mark tells the sound: transliterations, Turkish, French.
MARKED = str.maketrans(
    {
        "š": "sh", "ş": "sh", "ș": "sh", "ś": "sh", "ŝ": "sh", "ḫ": "kh", "ẖ": "kh", "ḵ": "kh", "ġ": "gh",
        "ğ": "gh", "ḡ": "gh", "ǧ": "j", "ḏ": "dh", "ẕ": "dh", "ṯ": "th", "ç": "s", "č": "ch", "ć": "ch",
        "ž": "j", "ĵ": "j", "ĝ": "j", "ŭ": "u",
    }
)  # fmt: skip

# Arabic in the letters and digits of a phone: 7afez, 3ali, ga5tan.
DIGITS_AS_LETTERS = str.maketrans(
    {"2": "", "3": "", "4": "dh", "5": "kh", "6": "t", "7": "h", "8": "gh", "9": "s"}
)
