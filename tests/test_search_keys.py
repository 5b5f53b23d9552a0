"""The keys of names: every row of the table in domain.md §4, and what is only like another."""

import pytest

from publishing.search import keys, sounds, texts

ONE_KEY = [
    ("بشار اسد", ["بشار الأسد", "بشّار الاسـد"]),
    ("عبدسلام محمود", ["عبد السلام محمود", "عبدالسلام محمود"]),
    ("رفيق شحاده", ["رفيق شحادة", "رفيق شحاده"]),
    ("داود راجحه", ["داوود راجحة", "داود راجحه"]),
    ("مصطفي", ["مصطفى", "مصطفي"]),
    ("فرع 215", ["فرع ٢١٥", "فرع ۲۱۵", "فرع 215"]),
    ("muhamad", ["Mohammed", "Muhammad", "Mohamad", "Mohamed", "Mhd"]),
    ("baSar asad", ["Bashar al-Assad", "Bachar el-Asad", "Bashar Alassad", "Baššār al-ʾAsad"]),
    ("jamal hasan", ["Jamil Hassan", "Jameel al-Hasan", "Ǧamīl al-Ḥasan"]),
    ("suhal", ["Suhail", "Suheil", "Soheil", "Souheil", "Suhayl"]),
    ("makluf", ["Makhlouf", "Maklouf", "Makhluf"]),
    ("mamluk", ["Mamlouk", "Mamluk"]),
    ("Sahada", ["Shehadeh", "Shahada", "Chehade"]),
    ("hasan", ["Hassan", "Hasan"]),
    ("husan", ["Hussein", "Husain", "Husayn", "Hossein"]),
    ("abdsalam", ["Abdel Salam", "Abd al-Salām", "Abdul-Salam", "Abdussalam", "Abdessalam"]),
    ("abdla", ["Abdullah", "Abdallah", "Abd Allah"]),
    ("mahar", ["Maher", "Mahir"]),
    ("kalad", ["Khaled", "Khalid"]),
    ("hafaz", ["Hafez", "Hafiz"]),
    ("Sukat", ["Shawkat", "Shaukat", "Chawkat"]),
    ("kudsya", ["Qudsiya", "Qudsiyeh", "Kudsia"]),
]


@pytest.mark.parametrize(("key", "spelling"), [(key, one) for key, several in ONE_KEY for one in several])
def test_spellings_of_one_name_share_its_key(key, spelling):
    assert keys.key(spelling) == key


def test_a_fused_article_is_read_both_ways():
    assert [word.key for word in keys.words("Alassad")[0]] == ["alasad", "asad"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("علي بن أبي طالب", "علي ابو طالب"),
        ("ﺻﺎﻟﺢ ﻗﺎﺳﻤﻲ", "صالح قاسمي"),  # letters in the forms that old files write
        ("نابل العبد الله", "نابل عبدله"),
        ("سيف الله", "سيفله"),
        ("Saif Allah", "safala"),
        ("Abu Ali bin Hassan", "abu ala hasan"),
        ("Salaheddine", "sala dan"),
        ("as-Safadi", "safada"),
        ("", ""),
        ("…!؟", ""),
    ],
)
def test_compounds_and_titles(name, key):
    assert keys.key(name) == key


def shared(one, other):
    return keys.words(one)[0][-1].skeletons & keys.words(other)[0][-1].skeletons


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("ماهر", "Maher"), ("مخلوف", "Makhlouf"), ("شحادة", "Chehade"), ("طعمة", "Tohmeh"), ("حافظ", "Hafez"),
        ("غسان", "Ghassan"), ("يازجي", "Yazigi"), ("طه", "Taha"), ("عثمان", "Osman"), ("عثمان", "Othman"),
        ("القادري", "Qadri"), ("عبد السلام", "Abdessalam"), ("ذياب", "Dhiab"), ("ذياب", "Ziab"),
    ],
)  # fmt: skip
def test_arabic_and_latin_share_the_consonants(arabic, latin):
    assert shared(arabic, latin)


@pytest.mark.parametrize(("one", "other"), [("Hassan", "Hussein"), ("Maher", "Mamlouk"), ("حسن", "حسين")])
def test_two_names_of_one_skeleton_are_less_alike_than_two_spellings(one, other):
    def like(a, b):
        first, second = keys.words(a)[0][0], keys.words(b)[0][0]
        return sounds.likeness(first.sound, first.arabic, second.sound, second.arabic)

    assert like(one, other) < 0.86 <= like("Makhlouf", "Maklouf")


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("والتعذيب", ["تعذيب"]),
        ("بالتعذيب", ["تعذيب"]),
        ("للمحكمة", ["محكم"]),
        ("المحاكمات", ["محاكم"]),
        ("الفرع ٢٢٧", ["فرع", "227"]),
        ("Branches 227 and the courts’ bodies", ["branche", "227", "court", "body"]),
        ("1 StE 9/19", ["1", "ste", "9", "19"]),
        ("BL-0007", ["bl", "7"]),
        ("the and في", []),
    ],
)
def test_words_of_passages_are_cut_to_what_their_forms_share(text, stems):
    assert texts.stems(text) == stems
