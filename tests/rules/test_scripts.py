"""A name is written in the letters that its row says, and no letter only looks like one of them."""

import pytest
from django.core.exceptions import ValidationError

from dossiers.models import Name
from dossiers.models.fairness import NamedPerson
from publishing.scripts import mixed_words
from tests import factories
from tests.rules.checking import problems, say

CYRILLIC_A = "\u0410"


@pytest.mark.parametrize(
    ("field", "text", "lang", "error"),
    [
        ("text", "Ali Mamlouk", "ar", "Write it in Arabic letters."),
        ("text", "علي مملوك", "Latn", "Write it in Latin letters."),
        ("text", "Али Мамлюк", "Latn", "Write it in Latin letters."),
        ("father", "Yusuf", "ar", "Write it in Arabic letters."),
        ("family", "مملوك", "Latn", "Write it in Latin letters."),
    ],
)
def test_a_name_in_another_script_than_its_row_is_refused(field, text, lang, error):
    name = Name(**{"text": "علي" if lang == "ar" else "Ali", "lang": lang, field: text})
    with pytest.raises(ValidationError) as refused:
        name.clean()
    assert refused.value.message_dict == {field: [error]}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("علي مملوك", "ar"),
        ("عليّ", "ar"),
        ("پژمان", "ar"),
        ("Ali Mamlouk", "Latn"),
        ("ʿAlī Mamlūk", "Latn"),
        ("A. M.", "Latn"),
        (f"{CYRILLIC_A}li", "Latn"),
        ("—", "ar"),
    ],
)
def test_a_name_with_letters_of_its_script_is_saved(text, lang):
    Name(text=text, lang=lang).clean()


@pytest.mark.parametrize("model", [factories.d.Institution, NamedPerson])
def test_a_bilingual_name_is_written_in_both_scripts(model):
    with pytest.raises(ValidationError) as refused:
        model(name_ar="Branch", name_en="الفرع").clean()
    assert refused.value.message_dict == {
        "name_ar": ["Write it in Arabic letters."],
        "name_en": ["Write it in Latin letters."],
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{CYRILLIC_A}li Mamlouk", [(f"{CYRILLIC_A}li", CYRILLIC_A)]),
        ("mаin", [("mаin", "\u0430")]),
        ("Αli", [("Αli", "\u0391")]),
        ("\uff21li", [("\uff21li", "\uff21")]),
        ("عليA", []),
        ("وBBC والـNATO", []),
        ("Правда", []),
        ("ʿAlī, 251st", []),
    ],
)
def test_a_word_that_mixes_scripts_is_found(text, found):
    assert list(mixed_words(text)) == found


@pytest.mark.django_db
def test_p21_allows_names_of_one_script(person):
    assert problems(person, "P21") == []


@pytest.mark.django_db
def test_p21_warns_of_a_letter_of_another_script(person):
    person.names.filter(lang="Latn").update(text=f"{CYRILLIC_A}li")
    say(person, f"{CYRILLIC_A}li headed it.", "ترأسه.")
    advice = (
        f"“{CYRILLIC_A}” (U+0410) is a letter of another script. Type it again, or say why it stands there."
    )
    assert problems(person, "P21") == [f"“{CYRILLIC_A}li”: {advice}"] * 2
