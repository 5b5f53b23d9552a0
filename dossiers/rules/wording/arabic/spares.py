"""What tells honest uses of Arabic words from the others."""

import re

from dossiers.rules.wording.arabic.words import (
    ABOUT_DEEDS,
    AND,
    ATTRIBUTION,
    FALSE_DENIAL,
    FOUGHT,
    GIVEN,
    LIFELESS,
    NOT,
    ONE_OF,
    OTHER_MEN,
    PLURALS,
    RANK,
    UNITS,
    WERE_IT,
)
from dossiers.rules.wording.terms import Place, Sentence, before_it, compiled, in_part, near, unmarked

CLOSE = near(before=f"{NOT}|{WERE_IT}", words=5)


def hypothetical(sentence: Sentence, place: Place) -> bool:
    """Spare what is denied or only supposed: لم يُدن، في حال إدانته، لا يعني أنه مذنب."""
    if sentence.says(FALSE_DENIAL):
        return False
    if nobody_has(sentence, place):
        return True
    return CLOSE(sentence, place) or sentence.says(
        r"(?<!\S)[وف]?لا (?:يعني|تعني|يعد|تعد|يفيد|تفيد|يشكل|تشكل)(?!\S)"
    )


NEGATED = near(before=NOT, words=4)
SAID_SO = in_part(
    ATTRIBUTION
    + r"|(?<!\S)[وفبل]{0,2}(?:اتهم\S*|تتهم\S*|يتهم\S*|(?:ال)?متهم\S*|خلص\S*|تخلص|(?:ال)?اسبابا?|يشتبه|(?:ال)?مشتبه|اشتبه|حكم|حكمت|حكمها|ادين\S*|ادان\S*|(?:ال)?مذكرة|"
    r"(?:ال)?مذكرات|(?:ال)?لائحة|(?:ال)?شكوى|روى|روت|رووا|(?:يروي|تروي)(?= \S)|حكى|حكت|رواية|روايات|ناجية|ناجيات|يتذكر|تتذكر|تذكر|استذكر\S*|ادرج\S*|(?:ال)?ادراج|(?:ال)?شهود|شاهد|شهادات|شهادة|تقرير|(?:ال)?تقارير|تقريرها|رات|راى|يعتقد|تعتقد|"
    r"(?:ال)?تحقيق|(?:ال)?تحقيقات|محققون|(?:ال)?نيابة|(?:ال)?محكمة|محكمة|(?:ال)?ناجون|ناجين|ناج|(?:ال)?ادعاء|وثق|وثقت|توثق|(?:ال)?تسريبات|يرجح|ترجح|يرى|"
    r"تشير|يشير|لا (?:يوجد|توجد|يظهر|تظهر|يثبت|تثبت)|ولا (?:يوجد|توجد|يظهر|تظهر|يثبت|تثبت)|ما اذا|هل|نفى|ينفي|انكر|قرار|قراري|تهمة|بتهمة|تهم)(?!\S)"
)


def on_word(sentence: Sentence, place: Place) -> bool:
    """Spare what is left to somebody; nobody is named by what nobody could deny."""
    return (
        SAID_SO(sentence, place)
        and not sentence.says(FALSE_DENIAL)
        and not NO_INQUIRY(sentence, place)
        and not OWN_VOICE(sentence, place)
    )


OWN_VOICE = before_it(
    r"[وف]?(?:نحن|نعرف|نعلم|نقول|نؤكد|نجزم|نضيف|لدينا ما يثبت)(?: (?:نعرف|نعلم|نقول|نحن|نؤكد))?(?: (?:ان|انه|انها|بان|بانه))?(?: \S+){0,4}"
)


NO_INQUIRY = in_part(r"(?:^| )[وف]?(?:لم|لن|دون|بلا|ما) (?:\S+ ){0,4}?(?:تحقيق|محاسبة|مساءلة)(?: |$)")


SAYS = in_part(
    r"(?:^|(?<!مهما) )[وف]?(?:بحسب|حسب|وفق|وفقا|قال\S*|يقول|تقول|زعم\S*|يزعم|تزعم|يرى|ترى|يعتبر|تعتبر|اعتبر\S*|ينسب|خلص\S*)(?: |$)"
)


def about_deeds(sentence: Sentence, place: Place) -> bool:
    """Spare what is done about a deed: an inquiry into the killings, a workshop on torture."""
    last = min(place.last + 2, len(sentence.tokens))
    said = " ".join(token.folded for token in sentence.tokens[place.first : last])
    return ABOUT_DEEDS.search(said) is not None


SAID = in_part(
    ATTRIBUTION + r"|لا (?:يوجد|توجد|يظهر|تظهر|يثبت|تثبت)|لم (?:يعثر|يظهر|تظهر|يثبت|تثبت)|ما من وثيقة"
)
OF_BODY = near(
    before=r"[وفبلك]{0,2}(?:ال)?(?:جهة|جهات|وزارة|ادارة|سلطة|سلطات|لجنة|هيئة|دائرة|محكمة|نيابة|قاضي|وزير|فرع|"
    r"قسم|مكتب|مديرية|شعبة|مؤسسة|شركة|حكومة|بلدية|منظمة)\S*",
    words=2,
)
STREET = near(before=r"[وفبلك]?(?:ال)?(?:شارع|حي|ساحة|مدرسة|جامع|بلدة|قرية)", words=4)
FORENAME = near(before=GIVEN, words=1)


def named(sentence: Sentence, place: Place) -> bool:
    """Spare a surname, and the name of a street or a school."""
    return FORENAME(sentence, place) or STREET(sentence, place)


NAMELESS = near(
    before=r"[وفبلك]?(?:ال)?(?:مشتبه|مجهول|مجهولين|مجهولون)",
    after=r"(?:ال)?(?:مزعوم|مزعومون|مزعومين|مزعومة|مفترض|مفترضون|مفترضين|مفترضة|محتمل|محتملين|محتملون|محتملة|مجهول|مجهولون|مجهولين|مجهولة)",
    words=3,
)
GENERIC = near(before=ONE_OF, words=2)
OF_PEOPLE = near(
    before=r"[وفبلك]?(?:ال)?(?:رجل|رجال|ضابط|ضباط|ضابطا|قائد|قادة|قائدا|مسؤول|مسوول|مسؤولا|مسوولا|شخص|شخصا|حاكم|حاكما|نظام|رئيس|رئيسا|محقق|محققا|سجان|سجانا|سجاني|"
    r"زعيم|زعيما|اللواء|لواء|العقيد|العميد|كان|كانت|انه|انها|بانه|هو|هي|شخصية|شخصيته|طبعه|بطبعه|عقيد|عميد|مدير|مديرا|عنصر|عناصر|جلاد|طبيب|ضابطة|عقلية|سلوكه|متعطش|اسم|اسما)",
    words=2,
)


def not_only(sentence: Sentence, place: Place) -> bool:
    """Spare a plural that speaks of nobody in particular: محاسبة مرتكبي الجرائم."""
    return not GENERIC(sentence, place) and re.match(r"هم(?: |$)", sentence.after(place, 1)) is None


def not_of_people(sentence: Sentence, place: Place) -> bool:
    return not OF_PEOPLE(sentence, place)


def sought(sentence: Sentence, place: Place) -> bool:
    """Spare killers in the plural whom nobody has found yet: محاسبة قاتليهم."""
    word = sentence.tokens[place.first].folded
    return re.search(r"قاتل(?:ي|و|ين|ون|يهم|يه|يها)$", word) is not None and SOUGHT(sentence, place)


SOUGHT = near(
    before=r"[وفبل]*(?:ال)?(?:يترك|محاسبة|معرفة|هوية|هويات|كشف|ملاحقة|تسليم|معاقبة|محاكمة|البحث|تحديد|اسماء|على)",
    after=r"\S+ منفذ|يترك|مفلتين|معروفون|معروفين|مجهولون|مجهولين|لم|احرار|طلقاء",
    words=3,
)


def fought(sentence: Sentence, place: Place) -> bool:
    """Spare قاتل and قاتلوا as a verb: he fought, they fought."""
    word = sentence.tokens[place.first].folded
    if re.fullmatch(rf"{AND}قاتل(?:ت)?", word):
        after = sentence.after(place, 5)
        if re.match(rf"{FOUGHT}(?: |$)", after):
            return True
        return (
            place.first == 0
            and re.match(r"(?:\S+ ){1,3}?(?:في صفوف|على (?:ال)?جبه\S+|الى جانب|ضد|ضمن|مع)(?: |$)", after)
            is not None
        )
    return re.fullmatch(rf"{AND}قاتلوا", word) is not None


def lifeless(sentence: Sentence, place: Place) -> bool:
    """Spare a body that condemns an act: أدانت اللجنة القصف. A person is condemned for having done it."""
    last = place.last + 4
    said = " ".join(token.folded for token in sentence.tokens[place.first : last])
    person = compiled(
        r"(?<!\S)(?:رجل الاعمال|رجلي الاعمال|\S+ رجل|بارتكاب|بارتكابه|بتهمة|بجرائم|بجريمة|بالمسؤولية)"
    ).search(said)
    return person is None and compiled(rf"(?<!\S){LIFELESS}(?!\S)").search(said) is not None


UNIDENTIFIED = in_part(r"لم تحدد هوي\S+|لم تعرف هوي\S+|مجهول\S*|لم يعرف|لم يحدد")
NOBODY = compiled(
    r"(?<!\S)[وف]?(?:(?:امتنع|يمتنع|تمتنع|امتنعت|احجم|احجمت|تجنب|تجنبت|يتجنب|تتجنب|رفض|رفضت|يرفض|ترفض|تفادى) (?:\S+ ){0,3}?(?:عن )?(?:وصف|تسمية|نعت|اطلاق|القول|اعتبار)\S*|ليس|ليست|لم|لن|لا \S+(?: \S+){0,4}? ولا|لا نصف\S*|لا يجوز|لا يحق|لا يصح|لا يعني|لا تعني|لا يوجد|لا توجد|ما من|لا احد|لا نقول|لا ندعي|لا نزعم|لا يقول|غير صحيح|ليس صحيحا|خلافا)(?! (?:وحده|وحدهم|فقط|فحسب))(?: (?!(?:الا|بل|غير|سوى|لكن)(?: |$))\S+)*$"
)


def nobody_has(sentence: Sentence, place: Place) -> bool:
    said = _coordinated(sentence, place)
    # "The war criminal showed no remorse" denies the remorse.
    doer = re.search(r"(?:^| )[وف]?(?:لم|لن) (?!يكن|تكن|يعد|يصبح)\S+$", said)
    return not sentence.says(FALSE_DENIAL) and doer is None and NOBODY.search(said) is not None


def _coordinated(sentence: Sentence, place: Place) -> str:
    """Return what stands before: where the clause begins with "and", no denial comes over from before."""
    deed = sentence.tokens[place.first]
    clause = [token.folded for token in sentence.leading(place) if token.clause == deed.clause]
    begins_anew = deed.clause and clause and re.match(r"و(?!لا$|لم$|لن$|ليس|كل$|اي$)", clause[0])
    return " ".join(clause) if begins_anew else sentence.so_far(place)


def really_denied(sentence: Sentence, place: Place) -> bool:
    """Spare what is denied; not what nobody could deny: لا يسع أحدًا أن ينكر."""
    return not sentence.says(FALSE_DENIAL) and (NEGATED(sentence, place) or nobody_has(sentence, place))


NO_PROOF = in_part(
    r"(?:^| )[وف]?(?:لا|لم|ليس|ليست|لن|ما من|دون|بلا|غير) (?:\S+ ){0,4}?(?:دليل|ادلة|اي دليل|يثبت|تثبت|ثبت|اثبات|ينسب|تنسب|وثيقة|مصدر|حكم|محكمة|يعني|تعني|يجوز|يصح|يتحدث|تتحدث|تتناول|"
    r"نقول|نصف|نسمي|يسمي|تسمي|تذكر|يذكر)(?: |$)|(?:^| )(?:هل|ما اذا|اذا|ان صح\S*|لو)(?: |$)|(?:^| )[وف]?(?:لا|ليست|ليس) \S*(?:جرائم|ضحايا)"
)
# Nobody in particular: لكل من تثبت مسؤوليته.
ASKED = in_part(
    r"(?:^| )(?:هل|ما اذا|عما اذا|(?:سال|سالت|سئل|سالوا|تساءل|يسال|نسال)\S* (?:\S+ ){0,4}?(?:ان|اذا))(?: |$)"
)
ANYBODY = near(before=r"عمن|[ولبف]?(?:كل|جميع) من|[ولبف]?(?:كل|جميع)|لمن|بمن|ممن", words=3)


ACCUSER = before_it(
    r"(?:ال)?\S+ (?:الذي|التي|الذين) (?:كان |كانت )?(?:ادلى|ادلت|اتهم|اتهمت|شهد|شهدت|ابلغ|ابلغت|وشى|وشت|رفع|رفعت|قدم|قدمت|اشتكى)\S*(?: (?!هو |فقد )\S+){0,6}$"
)


VERDICTS = compiled(
    r"[وفبلك]?(?:[يتس]?حكم|ادين|ادان|تدين|اتهم|[يت]?وجه|[يت]?حاكم|حوكم|صدر|لائحة|دين|قضت|قضى)"
)


def verdict_on_another(sentence: Sentence, place: Place) -> bool:
    """Spare a verdict or a charge that names somebody else in its own clause: أُدين سائقه."""
    said = sentence.words(place)
    of_him = r"(?:^| )(?:عليه|بحقه|عليها|ضده|ادانته|دانته|ادانه)(?: |$)"
    if not VERDICTS.match(sentence.tokens[place.first].folded) or re.search(of_him, unmarked(said)):
        return False
    led_to = compiled(rf"(?:(?!و)\S+ ){{0,4}}?(?:الى |بحق |ضد |على )?{OTHER_MEN}(?: |$)")
    within = compiled(rf"(?:^| ){OTHER_MEN}(?: |$)")
    return led_to.match(sentence.following(place, 7)) is not None or within.search(said) is not None


def another_subject(sentence: Sentence, place: Place) -> bool:
    """Spare what is told of somebody else: another guard, his lawyer, what a field court did to a detainee."""
    if sentence.part(place).says(r"(?:محكم\S+|محاكم) (?:ال)?(?:ميدان|ميدانية|الارهاب|استثنائية)(?: |$)"):
        return True
    after, before = sentence.after(place, 6), sentence.so_far(place)
    if re.match(rf"(?:هو|هي|{RANK}) ?", after) and re.match(r"(?:هو|هي)(?: |$)", after):
        return False
    if verdict_on_another(sentence, place) or ACCUSER(sentence, place):
        return True
    if compiled(rf"(?:\S+ ){{0,3}}?(?:هو|كان) {OTHER_MEN}(?: |$)").match(sentence.after(place, 6)):
        return True
    if re.match(r"(?:شقيقه|اخوه|محاميه|نائبه|مرافقه|قريبه|صهره|والده|معاونه|سائقه|حارس|سجان)(?: |$)", after):
        return True
    if compiled(rf"(?:(?:في|امام|لدى) \S+ |امس |لاحقا |بعدها |فيها ){{0,2}}(?:{PLURALS})(?: |$)").match(
        after
    ):
        return True
    if re.match(r"(?:\S+ ){0,3}?(?:اخر|اخرى|اخرين|اخرون|سواه|غيره)(?: |$)", after):
        return True
    return (
        re.search(
            r"(?:^| )[وفبلك]?(?:محامي\S*|ابن \S+|اخوه|اخاه|شقيقه|نائبه|مرافقه|سائقه|جاره|زوجته|والده|قريبه|صهره|معاونه|(?:ال)?حارس|(?:ال)?معتقل|(?:ال)?سجين) "
            r"(?:(?!العميد|اللواء|العقيد|الرائد|النقيب|المقدم|هو|اما)\S+ ){0,6}$",
            before + " ",
        )
        is not None
        and re.search(r"(?:^| )(?:عليه|بحقه|عليها)(?: |$)", sentence.words(place)) is None
    )


def really_denied_idiom(sentence: Sentence, place: Place) -> bool:
    """Spare an idiom that is denied; some of them begin with a denial of their own."""
    return not re.match(r"[وف]?(?:لم|ما)", sentence.tokens[place.first].folded) and really_denied(
        sentence, place
    )


SAYS_NOT = before_it(
    r"[وف]?(?:لم|لا|ليس|لن)(?: \S+){0,4}? (?:تقول|يقول|تنسب|ينسب|يثبت|تثبت|يفيد|تفيد|يشير|تشير)(?: \S+){0,3}"
)


def passive_by_mark(sentence: Sentence, place: Place) -> bool:
    """Spare a verb whose marks say that it is passive: قُتل."""
    return re.match("[وف]?\\w\u064f", sentence.tokens[place.first].text) is not None


def a_noun(sentence: Sentence, place: Place) -> bool:
    """Spare a word that is a noun here, not a verb: after a preposition or in a construct, the killing of the family."""
    first = sentence.tokens[place.first].folded
    return bool(
        NOUN_LEADS(sentence, place)
        or (re.match(r"[وف]?(?:ب|ل|ال)", first) is not None and first not in {"بتر"})
    )


NOUN_LEADS = near(
    before=r"[وفبل]*(?:ال)?(?:في|من|عن|على|الى|بعد|قبل|حول|عمليات|عملية|جرائم|جريمة|بسبب|وقائع|حملة|حادثة|حادث|يوم|منذ|اثر|قضية|قضايا|تهمة|خبر|قصة|ان|اجل|حتى|مع|كل|دون|او)",
    words=1,
)


def of_unit(sentence: Sentence, place: Place) -> bool:
    """Spare what a unit did that is named right before the verb."""
    before = sentence.before(place, 1)
    return compiled(rf"{UNITS}$").search(before) is not None and before.split() != []


def asked(sentence: Sentence, place: Place) -> bool:
    """Spare what is only asked."""
    return ASKED(sentence, place) or (
        sentence.asks and sentence.tokens[0].folded not in {"لماذا", "كيف", "متى", "اين"}
    )


SUBJECT_FIRST = before_it(r"[وفب]?(?:ان|انه|بان|بانه|اما)(?: \S+){0,4}$")


def a_deed_of_nobody(sentence: Sentence, place: Place) -> bool:
    """Spare a verb that may be passive, or whose doer is a unit: only "he had killed" names him."""
    words = sentence.words(place).split()
    first = sentence.tokens[place.first].folded
    told = first in {"وقد", "كان", "فكان", "وكان"} or (len(words) > 3 and first.startswith("و"))
    passive = {
        "قتل",
        "اعدم",
        "عذب",
        "ذبح",
        "اغتصب",
        "دفن",
        "جلد",
        "كسر",
        "طعن",
        "صلب",
        "علق",
        "سحل",
        "شنق",
        "خنق",
        "وقتل",
    }
    active = {"اغتصب", "اباد", "اجهز", "سحق", "نكل", "خنق", "شنق", "سحل", "احرق", "دهس", "اذاق"}
    bare = first.removeprefix("و").removeprefix("ف")
    if SUBJECT_FIRST(sentence, place):
        return False
    marked = re.search("^[وف]?\\w[\u064e]", sentence.tokens[place.first].text)
    if marked and bare in passive:
        return False
    return not (told or bare in active)
