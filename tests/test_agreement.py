"""W7: what the two languages of one paragraph must both say."""

import pytest

from dossiers.rules.wording.agreement import differences


def told(ar, en):
    return [(str(one.what), one.only, one.word) for one in differences(ar, en)]


DIFFER = [
    ("أُدين عام 2018.", "Convicted in 2019.", [("the number", "ar", "2018"), ("the number", "en", "2019")]),
    ("في آذار/مارس 2012.", "In April 2012.",
     [("the month", "ar", "آذار"), ("the month", "en", "April 2012")]),
    ("صدرت مذكرتان أخريان.", "Other warrants were issued.", [("the number", "ar", "مذكرتان")]),
    ("مسؤول بحسب الإدراج عن القمع.", "Responsible for repression.", [("an attribution", "ar", "بحسب")]),
    ("مسؤول عن القمع.", "According to the listing, responsible for repression.",
     [("an attribution", "en", "According to")]),
    ("مذكرة توقيف بتهمة القتل.", "A warrant for murder.", [("a charge", "ar", "بتهمة")]),
    ("حُكم عليه غيابيًا.", "He was convicted.", [("“in absentia”", "ar", "غيابيا")]),
    ("أصاب القصف منزله.", "His house was hit.", [("bombing", "ar", "القصف")]),
    ("أُصيب منزله.", "His house was bombed.", [("bombing", "en", "bomb")]),
    ("أيّدته محكمة الاستئناف.", "Upheld by the Federal Court of Justice.",
     [("a court of appeal", "ar", "محكمة الاستئناف"),
      ("the federal court of justice", "en", "Federal Court of Justice")]),
    ("أفادت وكالات أنباء بوفاته.", "Newspapers reported his death.",
     [("newspapers", "en", "Newspaper"), ("a news agency", "ar", "وكالات أنباء")]),
    ("للاشتباه في تواطئه.", "For complicity.", [("a suspicion", "ar", "للاشتباه")]),
    ("أُدين بالقتل، والحكم غير مبرم.", "Convicted of murder.", [("whether it is final", "ar", "مبرم")]),
    ("حُكم عليه بالسجن أربع سنوات.", "Sentenced to five years in prison.",
     [("the number", "ar", "4"), ("the number", "en", "5")]),
    ("الشروع في القتل.", "Murder.", [("an attempt", "ar", "الشروع")]),
    ("حُكم عليه بالإعدام.", "He was sentenced to life imprisonment.",
     [("a sentence of death", "ar", "بالإعدام"), ("a sentence for life", "en", "life imprisonment")]),
    ("قُتل 27 معتقلًا على الأقل.", "27 detainees were killed.", [("“at least”", "ar", "على الأقل")]),
    ("ربما أمر بالهجوم.", "He ordered the attack.", [("a doubt", "ar", "ربما")]),
    ("اعترف بالجريمة.", "He denied the crime.",
     [("a denial", "en", "denied"), ("an admission", "ar", "اعترف")]),
    ("لم يُدن بعد.", "He has been convicted.",
     [("a judgment", "ar", "لم يدن")]),
    ("اعتُقل في ألمانيا.", "He was never arrested in Germany.", [("an arrest", "en", "never arrested")]),
    ("لم تُوجَّه إليه تهمة.", "He was charged with murder.", [("a charge", "ar", "لم توجه إليه تهمة")]),
    ("كان حاضرًا في الاجتماع.", "He was not present at the meeting.",
     [("having had a part in it", "en", "not present")]),
    ("لم يتأكد خبر وفاته.", "His death was confirmed.",
     [("whether it is established", "ar", "لم يتأكد")]),
    ("قُتل المئات.", "Thousands were killed.",
     [("hundreds", "ar", "المئات"), ("thousands", "en", "Thousands")]),
    ("نائب رئيس الفرع.", "Head of the branch.", [("a deputy", "ar", "نائب")]),
    ("مئتا معتقل.", "300 detainees.", [("the number", "en", "300")]),
]  # fmt: skip


@pytest.mark.parametrize(("ar", "en", "found"), DIFFER, ids=[case[1] for case in DIFFER])
def test_what_only_one_language_says_is_found(ar, en, found):
    assert told(ar, en) == found


AGREE = [
    (
        "عشر حالات بحسب المحكمة، أو إحدى عشرة بحسب صحيفة.",
        "Ten counts (the court) or eleven cases (a newspaper).",
    ),
    ("نُفذ في أواخر أيار/مايو.", "It was carried out in late May."),
    ("وفي آب/أغسطس عُرض على قاضٍ.", "In August he was shown to a judge."),
    ("فتى في الرابعة عشرة أو الخامسة عشرة.", "A boy of 14 or 15."),
    ("نُقل الأحد عشر إلى صيدنايا.", "The eleven were taken to Saydnaya."),
    ("أكثر من أربعة وعشرين تسجيلًا.", "More than two dozen films."),
    ("اشتُبه في أنه شارك.", "He was suspected of having taken part."),
    ("نفاه أشخاص قريبون منها.", "It was denied by people close to it."),
    ("ترى اللجنة أنه شارك.", "The commission believed that he took part."),
    ("والإدراجات ليست إدانات.", "The listings are not convictions."),
    ("ولا يذكر افتتاح محاكمته سوى مواقع إخبارية.", "Only aggregators report that his trial opened."),
    ("احتُجز من دون مذكرة قضائية ولا تهمة.", "Held without a judicial warrant or charge."),
    ("ولم يتكلم محامٍ باسم المتهمين.", "No lawyer spoke for the accused."),
    ("في القرن الحادي والعشرين.", "In the 21st century."),
    ("قُتل ثلاثة وعشرون شخصًا.", "Twenty-three people were killed."),
    ("الحكم نهائي.", "The judgment is final."),
    ("مئتا معتقل.", "Two hundred detainees."),
    ("ثلاثمئة معتقل وألف معتقلة.", "300 men and 1,000 women were held."),
    ("طفلان وقاضيان وجثتان.", "Two children, two judges, two bodies."),
    ("المادة الثالثة من الاتفاقية.", "Article 3 of the Convention."),
    ("في 2011/3/18.", "On 18 March 2011."),
    ("في شهري آذار ونيسان 2011.", "In March and April 2011."),
    ("في الثمانينيات.", "In the 1980s."),
    ("لم يُدن إلا بتهمة واحدة.", "He was convicted on one count only."),
    ("أُفرج عنه دون توجيه تهمة إليه.", "He was released without charge."),
    ("وهو لا يُعد إدانة.", "This is not a conviction."),
    ("اعتُقل ولم يُحاكم.", "He was arrested and never tried."),
    ("قُتل ما لا يقل عن 40 شخصًا.", "At least 40 people were killed."),
    ("أنكر أنه أمر بالهجوم.", "He denies that he ordered the attack."),
    ("2,5 مليون يورو.", "2.5 million euros."),
    ("حُكم ببراءته.", "He was found not guilty."),
    ("إدارة التدخل السريع.", "The rapid intervention unit."),
    ("أيّدته محكمة العدل الاتحادية.", "Upheld by the Federal Court of Justice."),
    ("9" * 5000, "9" * 5000),
    ("في 7 أيار/مايو 2011 قُتل أحد عشر شخصًا.", "On 7 May 2011 eleven people were killed."),
    ("مقتل أكثر من 28 ألف طفل.", "Over 28,000 children were killed."),
    ("نحو تسعين مليون يورو.", "About 90 million euros."),
    ("أربعة آلاف شخص على الأقل.", "At least 4,000 people."),
    ("وبثلاث تهم تعذيب.", "And of three counts of torture."),
    ("السجن أربع سنوات وستة أشهر.", "Four years and six months of imprisonment."),
    ("صدرت مذكرتا توقيف.", "Two arrest warrants were issued."),
    ("مركز صحفي في حمص.", "A press centre in Homs."),
    ("ولم تُعرف وفاتهما إلا بعد سنوات.", "Their deaths became known years later."),
    ("قضية الكسب غير المشروع.", "The ill-gotten gains case."),
    ("خبراء يتحدثون عن مكتب ومذكرات.", "Experts speak of an office and memoirs."),
    ("وفق قانون العقوبات السوري.", "Under the Syrian Penal Code."),
    ("وهو بريء حتى تثبت إدانته.", "He is presumed innocent."),
    ("الولايات المتحدة ضد فلان.", "United States v. Somebody."),
    ("قد تُعاد محاكمته.", "He may be retried."),
    ("عدد كبير من المدنيين.", "Large numbers of civilians."),
    ("في القيد الأوروبي 19 شباط/فبراير 1946.", "The EU entry gives 19 Feb 1946."),
]


@pytest.mark.parametrize(("ar", "en"), AGREE, ids=[case[1] for case in AGREE])
def test_what_both_say_in_their_own_way_is_no_difference(ar, en):
    assert told(ar, en) == []
