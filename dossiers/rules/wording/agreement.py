"""What two languages of one paragraph must have in common: numbers, dates, courts, attributions, weight.

W3 forbids a different legal standing. This finds the smaller differences that an editor does not see: a year
that stands in one language only, «بتهمة» beside a mere "for", an appeal court beside a federal one (W7).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from publishing.dates import MONTHS
from publishing.text import DIGITS, visible


@dataclass(frozen=True)
class Difference:
    """Something that one language says and the other does not."""

    what: Any  # words of the reader’s language
    only: str  # the language that says it
    word: str


ENGLISH = (
    "two both twice pair", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
ARABIC = (
    "اثنان اثنين اثنتان اثنتين كلا كلتا كلتاهما كلاهما مرتين مرتان", "ثلاث ثلاثة", "أربع أربعة", "خمس خمسة",
    "ست ستة", "سبع سبعة", "ثمان ثماني ثمانية", "تسع تسعة", "عشر عشرة",
)  # fmt: skip
TENS = {
    "en": ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
    "ar": ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"],  # with ون or ين
}
ONES = dict(
    zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], "123456789", strict=True)
)
TEENS = (
    "أحد|إحدى", "اثنا|اثني|اثنتا|اثنتي", "ثلاثة?", "أربعة?", "خمسة?", "ستة?", "سبعة?", "ثماني?ة?", "تسعة?",
)  # fmt: skip
ORDINALS = (
    "حادي حادية واحد واحدة إحدى أحد", "ثاني ثانية", "ثالث ثالثة", "رابع رابعة", "خامس خامسة", "سادس سادسة",
    "سابع سابعة", "ثامن ثامنة", "تاسع تاسعة",
)  # fmt: skip
# A unit before its tens: «الحادي والعشرين», «ثلاثة وعشرون».
UNITS = {word: str(digit) for digit, words in enumerate(ORDINALS, 1) for word in words.split()} | {
    word: str(digit) for digit, words in enumerate(ARABIC[:8], 2) for word in words.split()
}
ORDINAL_TENS = re.compile(
    rf"(?<!\w)[وفبلك]{{0,2}}(?:ال)?({'|'.join(UNITS)}) و(?:ال)?((?:{'|'.join(TENS['ar'])})(?:ون|ين))\b"
)
ORDINAL_TEENS = re.compile(rf"(?<!\w)[وفبلك]{{0,2}}ال({'|'.join(UNITS)}) عشرة?\b")
# What a number before it is multiplied by.
TIMES = {
    "hundred": 100,
    "ألف": 1_000,
    "آلاف": 1_000,
    "thousand": 1_000,
    "مليون": 10**6,
    "ملايين": 10**6,
    "million": 10**6,
    "dozen": 12,
}
MULTIPLIED = re.compile(rf"(\d{{1,12}}(?:\.\d+)?)\s+({'|'.join(TIMES)})\w*", re.IGNORECASE)
# Numbers that a word alone may state: they excuse the other language's digits and are asked of nobody.
ALONE = {
    "ar": {
        r"مئة|مائة": "100", r"مئت|مائت": "200", r"ألفا?ن?\b|ألفي": "2000", r"ألف": "1000", r"مليون": "1000000",
        r"\w{3,}ان\b|\w{2,}(?:تان|تين|تا)\b": "2",
    } | {f"{hundreds}(?:مئة|مائة)": f"{digit}00" for digit, hundreds in enumerate(TENS["ar"][1:], 3)},
    "en": {r"\bdozen": "12", r"\bhundred": "100", r"\bthousand": "1000", r"\bmillion": "1000000"},
}  # fmt: skip
# Nouns of which the record counts two: an Arabic dual says exactly how many there are.
DUAL = re.compile(
    r"(?<!\w)[وفبلك]{0,2}(?:ال)?(?:"
    r"(?:مذكر|تهم|حال|قضي|لائح|محكم|سن|جريم|واقع|ضحي|مدين|دول|جه|قائم)(?:تان|تين|تا|تي)|"
    r"(?:شخص|حكم|تقرير|ملف|قرار|فرع|شهر|يوم|عام)(?:ان|ين))\b"
)
MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
BETWEEN_DIGITS = re.compile(r"(?<=\d)[,٬](?=\d{3}\b)")
DECIMAL = re.compile(r"(?<=\d)[,٫](?=\d{1,2}\b)")
# What every file says of everybody; it differs in form and says the same.
FORMULAS = {
    "ar": r"بريئ?ة?ء? حتى تثبت إدانته?ا?(?: بحكم مبرم)?|قرينة البراءة|(?:و)?(?:ليست?|لا [يت]عد\w*)(?: \w+){0,2} إدان(?:ة|ات)|عند إعداد هذا الملف",
    "en": r"presum\w+ (?:of )?innocen\w+(?: until convicted(?: by a final judgment)?)?|United States|"
    r"not (?:a )?(?:conviction|finding)s?(?: of guilt)?",
}


def fold(text: str, lang: str) -> str:
    """Return a text as it is compared: ASCII digits, no vowel marks, numbers that are words in digits."""
    text = DECIMAL.sub(".", BETWEEN_DIGITS.sub("", visible(text).translate(DIGITS)))
    if lang == "ar":
        text = MARKS.sub("", text)
        for number, forms in enumerate(TEENS, 11):
            text = re.sub(rf"(?<!\w)([وفبلك]{{0,2}})(?:ال)?(?:{forms}) عشرة?\b", rf"\g<1> {number}", text)
        text = ORDINAL_TEENS.sub(lambda found: f" 1{UNITS[found[1]]}", text)
        text = ORDINAL_TENS.sub(lambda found: f" {_in_digits(found[2], lang)[0]}{UNITS[found[1]]}", text)
        text = text.replace("وفاته", "وفاة")  # in whose letters a charge would be read
    else:
        text = re.sub(
            rf"\b({'|'.join(TENS['en'])})-({'|'.join(ONES)})\b", _compound, text, flags=re.IGNORECASE
        )
    text = re.sub(r"\w+", lambda word: _in_digits(word.group(), lang), text)
    text = re.sub(FORMULAS[lang], " ", text, flags=re.IGNORECASE)
    return MULTIPLIED.sub(lambda n: str(round(float(n[1]) * TIMES[n[2].lower()])), text)


def _compound(found: re.Match[str]) -> str:
    return f"{_in_digits(found[1], 'en')[0]}{ONES[found[2].lower()]}"


@cache
def _number_words(lang: str) -> dict[str, str]:
    """Return the digits of each word that is a number above one."""
    words = enumerate(ENGLISH if lang == "en" else ARABIC, 2)
    found = {word: str(number) for number, several in words for word in several.split()}
    for tens, word in enumerate(TENS[lang], 2):
        forms = [word] if lang == "en" else [f"{word}ون", f"{word}ين"]
        found |= dict.fromkeys(forms, str(tens * 10))
    return found


@lru_cache(maxsize=4096)
def _in_digits(word: str, lang: str) -> str:
    words = _number_words(lang)
    bare = re.sub(r"^[وفبلك]{0,2}(?:ال)?(?=\w{3})", "", word) if lang == "ar" else word.lower()
    return words.get(word) or words.get(bare) or word


def numbers(text: str, lang: str) -> dict[str, str]:
    """Return every number that a folded text states, with the word that states it."""
    found = {digits.lstrip("0") or "0": digits for digits in re.findall(r"\d+", text)}
    if lang == "ar" and (dual := DUAL.search(text)):
        found.setdefault("2", dual.group())
    return found


def excused(text: str, lang: str) -> set[str]:
    """Return numbers that a folded text may state in other words: an ordinal, a dual, a month, a decade."""
    found = {number for word, number in ALONE[lang].items() if re.search(word, text, re.IGNORECASE)}
    found |= set(months(text, lang))
    if lang == "ar":
        found |= {
            digit for word, digit in UNITS.items() if re.search(rf"(?<!\w)[وفبلك]{{0,2}}ال{word}\b", text)
        }
        for number, tens in enumerate(TENS["ar"], 2):
            if f"{tens}ينيات" in text:
                found |= {f"19{number}0", f"{number}0"}
    return found


def months(text: str, lang: str) -> dict[str, str]:
    """Return every month that a folded text names, with the words that name it."""
    found: dict[str, str] = {}
    for number, pattern in _month_patterns(lang):
        if match := pattern.search(text):
            found.setdefault(number, match.group())
    return found


@cache
def _month_patterns(lang: str) -> list[tuple[str, re.Pattern[str]]]:
    found = []
    for number, name in enumerate(MONTHS[lang], 1):
        for form in name.split("/"):
            if lang == "ar":
                pattern = rf"\b(?:[ولبف]ال|[ولبف])?{fold(form, lang)}\b"
            else:
                # "May" and "March" are words too, "أيار" is not: a day or a year stands beside a month.
                form = f"{form}|{form[:3]}"
                pattern = (
                    rf"(?:\d{{1,2}} (?:{form})\b|\b(?:{form})\.? (?:of )?\d{{4}}|\b(?:[Ii]n|of|[Ll]ate|[Ee]arly|[Mm]id|[Dd]uring|[Ss]ince|[Uu]ntil|[Ff]rom) (?:{form})\b(?! \d)"
                    rf"|\b(?:{form}) (?:and|or|to) [A-Z])"
                )
            found.append((str(number), re.compile(pattern)))
    return found


# A word of Arabic may carry a conjunction, a preposition and the article.
BEFORE = r"(?<!\w)[وفبلك]{0,2}(?:ال|لل)?"
# What it is → (Arabic, English). A difference in any of them changes what is said.
TERMS: dict[str, tuple[Any, str, str]] = {
    "absentia": (_("“in absentia”"), r"غيابي|في غياب", r"in absentia|in (?:his|her|their) absence"),
    "final": (_("whether it is final"), r"مبرم|نهائي|قطعي|ختامي", r"\bfinal\b"),
    "suspicion": (_("a suspicion"), r"اشتباه|مشتبه|يشتبه|اشتبه|شبهة|شبهات", r"suspic|suspect"),
    "charge": (
        _("a charge"),
        r"تهم|اتهم|متهم|اتهام|ادعاء|مدعى عليه|نيابة|نيابات|نائب العام|مدعي",
        r"\bcharg|accus|indict|prosecut|attorney general",
    ),
    "conviction": (_("a conviction"), r"أدان|أدين|دن\b|إدان|مدان|محكوم|حكم عليه|حكم على|حكمت|يدان",
        r"convict|sentenced|condemn|(?<!not )guilty",),
    "acquittal": (_("an acquittal"), r"براء|مبرأ|برئ|برأ|تبرئ", r"acquit|not guilty"),
    "complicity": (_("complicity"), r"تواطؤ|تواطئ|اشتراك|متدخل|تدخل في (?:القتل|عمليات|جر)", r"complic|accessor"),
    "conspiracy": (_("conspiracy"), r"تآمر|اتفاق (?:ال)?جرمي|اتفاق (?:ال)?جنائي|اتفاق على (?:ارتكاب|إخضاع)", r"conspir"),
    "attempt": (_("an attempt"), r"شروع|شرع في|محاول", r"attempt"),
    "assize": (_("an assize court"), r"محكمة الجنايات في باريس", r"assize"),
    "cassation": (_("a court of cassation"), r"محكمة النقض", r"cassation"),
    "appeal_court": (
        _("a court of appeal"), r"محكمة الاستئناف|محكمة استئناف|محكمة الطعن", r"appeals? court|court of appeal",
    ),
    "federal_court": (
        _("the federal court of justice"),
        r"محكمة الاتحادية العليا|محكمة العليا الاتحادية|محكمة العدل الاتحادية",
        r"federal court of justice|bundesgerichtshof",
    ),
    "regional_court": (_("a higher regional court"), r"محكمة الإقليمية العليا", r"higher regional court"),
    "jury": (_("a jury"), r"هيئة محلفين|هيئة المحلفين|محلفين|محلفون", r"\bjury"),
    "bombing": (_("bombing"), r"قصف|تفجير|غارة|غارات", r"bomb|shell(?:ed|ing)|air ?strike"),
    "death": (_("a sentence of death"), r"إعدام", r"\bexecutions?\b(?! of)|sentenced (?:\w+ ){0,4}to death|death (?:sentence|penalty)"),
    "life": (_("a sentence for life"), r"مؤبد", r"\blife (?:imprisonment|sentence|term)|for life"),
    "least": (_("“at least”"), r"على الأقل|لا [يت]قل", r"at least|no (?:fewer|less) than"),
    "doubt": (
        _("a doubt"),
        r"ربما|على الأرجح|يرجح|محتمل|يعتقد|يفترض",
        r"perhaps|maybe|probabl|\blikely|might|believed|presumed|thought to",
    ),
    "denial": (_("a denial"), r"نفى|نفاه|نفوا|نفته|ينفي|نفت|أنكر|ينكر", r"\bden(?:y|ied|ies|ial)"),
    "admission": (_("an admission"), r"اعترف|يعترف|اعتراف|أقر\b", r"confess|admi(?:t|ss)|acknowledg"),
    "hundreds": (_("hundreds"), r"مئات", r"\bhundreds\b"),
    "thousands": (_("thousands"), r"آلاف\b(?! )|آلاف (?:من|ال)|الآلاف", r"\bthousands\b"),
    "deputy": (_("a deputy"), r"نائب(?! عام| العام)|معاون", r"\bdeputy|\bvice|assistant"),
    "newspapers": (_("newspapers"), r"(?:صحيفة|صحيفت\w+|صحف|جريدة|جرائد)\b", r"newspaper"),
    "agency": (_("a news agency"), r"وكالة أنباء|وكالات أنباء|وكالات الأنباء", r"(?:news|press|wire) agenc"),
}  # fmt: skip
# What one language may say where the other has the term: a count of an indictment or of a judgment.
ENOUGH = {
    "charge": {"en": r"\bcounts?\b|superseding|referral|public action|civil part|\balleg", "ar": r"ملاحق"},
    "doubt": {"ar": r"(?:رى|رأت|رأى) (?:\w+ ){0,2}أن"},
    "jury": {"en": r"\bverdict"},
    "deputy": {"en": r"parliament|legislat"},
    "newspapers": {"en": r"\breported|\bwrote|\bpapers?\b", "ar": r"صحفي|صحافة"},
    "agency": {"en": r"\bagenc", "ar": r"وكالة|وكالات"},
}
# Words that leave a statement to somebody, and those that are enough beside them in the other language.
ATTRIBUTED = {
    "ar": r"بحسب|يفيد|تفيد|وفقا ل(?!ل?قانون)|منسوب|ينسب|نسبت? إلي|يقال|قيل|حسب شهود|على حد قول|أفيد|يزعم|زعم",
    "en": r"according to|\ballege|attribut|reportedly|(?:is|are|was|were) said to|as reported|claim",
}
TOLD = {
    "ar": r"أفاد|أفيد|ذكر|يذكر|تذكر|جاء في|ورد|وارد|يرد|قال|قائل|يقول|تقول|كتب|روى|وصف|أشار|تتحدث|يتحدث|خلص|سمى|سبب|أسباب|صيغة",
    "en": r"\bsa(?:id|ys?|ying)\b|\bstat(?:es?|ed|ing)\b|report|describ|wrote|tells|told|\bgives?\b|speaks? of|"
    r"\((?=[^()]{0,60}[a-z]{3})[^()]{2,60}\)|notes?\b|mention|\bcites?\b|names?d?\b|stands? in|found|ground|reason|wording",
}  # fmt: skip

# What may be said or denied: what it is → (Arabic stems, English stems). One language must not deny what the
# other states.
DENIABLE: dict[str, tuple[Any, str, str]] = {
    "judgment": (
        _("a judgment"), r"أدين|أدان|يدان|دن\b|إدان|مدان|(?<!سقوط )حكم|حاكم|حوكم|محاكم|محكوم",
        r"convict|judg(?:e?ment|ed)|sentenced|tried|trial",
    ),
    "charge": (_("a charge"), r"تهم|اتهم|متهم|اتهام", r"charg|accus|indict"),
    "arrest": (_("an arrest"), r"اعتقل|أوقف|[تي]وقف|قبض|احتجز|[تي]عتقل|[تي]حتجز", r"arrested|detained|in custody|apprehend"),
    "proof": (_("whether it is established"), r"ثبت|إثبات|مثبت|أثبت|تأكد|مؤكد|أكد|تحقق من", r"prove|proof|establish|confirm|verif"),
    "part": (
        _("having had a part in it"), r"شارك|أمر\b|أمرت\b|[تي]أمر|أصدر أوامر|حضر|حاضر|ضالع|تورط|علم\b|[تي]علم\b|علمه",
        r"t(?:ook|ake) part|participat|\border(?:ed)?\b(?! in)|present\b|involve|\bknew|\bknow\b|\baware",
    ),
    "life": (_("a death"), r"توفي|[تي]توف|مات|قتل\b|وفات", r"\bdied|\bdead\b|\bdeath\b|killed"),
}  # fmt: skip
NOT = {
    "ar": r"(?<!\w)[وفل]?(?:لم|لن|لا|غير|دون|بدون|بلا|ليست?|عدم|أي)\b",
    "en": r"\b(?:not|never|no|nor|neither|without|cannot|\w+n[’']t)",
}


def differences(ar: str, en: str) -> Iterator[Difference]:
    """Yield what one of two texts says and the other does not, of what must agree."""
    texts = {"ar": fold(ar, "ar"), "en": fold(en, "en")}
    # What is read of a text, and what of the other one says the same in another form.
    values: list[tuple[Any, Callable[[str, str], dict[str, str]], Callable[[str, str], Iterable[str]]]] = [
        (_("the number"), numbers, excused),
        (_("the month"), months, numbers),
    ]
    for what, read, same in values:
        found = {lang: read(text, lang) for lang, text in texts.items()}
        for lang, other in (("ar", "en"), ("en", "ar")):
            missing = found[lang].keys() - found[other].keys()
            for value in sorted(missing.difference(same(texts[other], other) if missing else ())):
                yield Difference(what, lang, found[lang][value])
    for name, (what, arabic, english) in TERMS.items():
        said = {"ar": _said(arabic, texts["ar"], "ar"), "en": _said(english, texts["en"], "en")}
        for lang, other in (("ar", "en"), ("en", "ar")):
            enough = ENOUGH.get(name, {}).get(other)
            if said[lang] and not said[other] and not (enough and _said(enough, texts[other], other)):
                yield Difference(what, lang, said[lang])
    for lang, other in (("ar", "en"), ("en", "ar")):
        word = _said(ATTRIBUTED[lang], texts[lang], lang)
        if word and not _said(f"{ATTRIBUTED[other]}|{TOLD[other]}", texts[other], other):
            yield Difference(_("an attribution"), lang, word)
    yield from _denials(texts)


def _denials(texts: dict[str, str]) -> Iterator[Difference]:
    """Yield what one language only denies and the other only states."""
    for what, arabic, english in DENIABLE.values():
        both = {"ar": _polarity(arabic, texts["ar"], "ar"), "en": _polarity(english, texts["en"], "en")}
        for lang, other in (("ar", "en"), ("en", "ar")):
            mine, theirs = both[lang], both[other]
            if mine.denied and not mine.stated and theirs.stated and not theirs.denied:
                yield Difference(what, lang, mine.denied)


@dataclass(frozen=True)
class Polarity:
    """The words with which a text states something, and those with which it says that it is not so."""

    stated: str
    denied: str


def _polarity(stems: str, text: str, lang: str) -> Polarity:
    stem, denial = _compiled(stems, lang).pattern, _denying(stems, lang)
    denied = denial.search(text)
    stated = re.search(stem, denial.sub(" ", text), re.IGNORECASE)
    return Polarity(stated.group() if stated else "", denied.group() if denied else "")


def _said(pattern: str, text: str, lang: str) -> str:
    found = _compiled(pattern, lang).search(text)
    return found.group() if found else ""


@cache
def _denying(stems: str, lang: str) -> re.Pattern[str]:
    stem = _compiled(stems, lang).pattern
    # «لا يذكر … سوى» says that somebody does. An English clause puts more words in between.
    within, but = (3, r"(?![^.؛]{0,80}\b(?:إلا|سوى)\b)") if lang == "ar" else (4, "")
    return re.compile(rf"{NOT[lang]}(?: +\w+){{0,{within}}}? +(?:{stem}){but}", re.IGNORECASE)


@cache
def _compiled(pattern: str, lang: str) -> re.Pattern[str]:
    if lang == "ar":
        return re.compile(rf"{BEFORE}[أيتنس]?(?:{MARKS.sub('', pattern)})\w*")
    return re.compile(pattern, re.IGNORECASE)
