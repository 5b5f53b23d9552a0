"""Finding a person by name: every script and spelling, in the order of the decision note."""

import pytest
from django.core.management import call_command

from dossiers.models import Name
from dossiers.pages.search import with_father
from publishing import verbs
from publishing.models import Document, NameWord, Spelling, WordForm, WordUse
from publishing.search import names
from publishing.vocabulary import Reason
from tests import factories


@pytest.fixture
def name(publish):
    """Publish a dossier under these names; return its number."""
    by = factories.source()
    return lambda *names: publish("dossier", factories.named(*names, by=by)).document.public_id


@pytest.fixture
def maher(name):
    return name("maher", "ماهر الأسد", "Maher al-Assad")


def found(query, **options):
    hits = names.find(query, **options)
    return [spelling(hit) for hit in hits.sure], [spelling(hit) for hit in hits.nearest]


def spelling(hit):
    return hit.spelling


def test_arabic_finds_a_name_that_is_only_written_in_latin_letters(name):
    name("rafik", "شخص ما", "Rafik Chehade")
    assert found("رفيق شحادة")[0] == ["Rafik Chehade"]


def test_latin_finds_a_name_that_is_only_written_in_arabic(name):
    name("rafik", "رفيق شحادة", "Somebody")
    assert found("Rafiq Shehadeh")[0] == ["رفيق شحادة"]


def test_the_exact_name_comes_before_another_spelling_and_a_primary_before_an_alias(name):
    name("first", "شخص أول", "Khalid Hamwi", "Khaled Homsi")
    name("second", "شخص ثان", "Khaled Hamoui")
    name("third", "شخص ثالث", "Somebody Else", "Khaled Hamwi")
    name("fourth", "شخص رابع", "Khalid Hamwi")
    assert found("Khaled Hamwi")[0] == ["Khaled Hamwi", "Khalid Hamwi", "Khalid Hamwi", "Khaled Hamoui"]
    hits = names.find("Khalid Hamwi").sure
    numbers = [
        Spelling.objects.get(listing=hit.listing_id, text=hit.spelling).listing.key for hit in hits[:2]
    ]
    assert numbers == sorted(numbers)


def test_a_mistaken_letter_leads_to_the_nearest_name(name):
    name("sajee", "شخص ما", "Sajee Darwish")
    assert found("Sagi Tarwis") == ([], ["Sajee Darwish"])


def test_a_father_s_name_that_the_file_lacks_does_not_hide_the_person(name):
    name("rami", "رامي مخلوف", "Rami Makhlouf")
    name("sara", "سارة محمد مخلوف", "Sara Mohammed Makhlouf")
    assert found("Rami Mohammed Makhlouf")[0] == ["Rami Makhlouf"]


def test_a_father_s_name_that_differs_from_the_one_on_record_is_no_sure_hit(name):
    name("sara", "سارة محمد مخلوف", "Sara Mohammed Makhlouf")
    assert found("Sara Hafez Makhlouf") == ([], ["Sara Mohammed Makhlouf"])


def test_a_word_that_is_often_left_out_may_be_missing(name):
    name("amer", "شخص ما", "Mhd Amer Alchwiki")
    name("hani", "شخص آخر", "Abu Hani Shammout")
    assert found("Amer Alchwiki")[0] == ["Mhd Amer Alchwiki"]
    assert found("هاني شموط")[0] == ["Abu Hani Shammout"]


def test_a_rank_that_is_a_name_too_is_read_as_one_where_nobody_has_more(name):
    name("imad", "عماد خميس", "Imad Khamis")
    name("ali", "علي خميس", "Ali Khamis")
    assert found("عماد خميس")[0] == ["عماد خميس"]
    assert found("العماد علي خميس")[0] == ["علي خميس"]
    assert "علي خميس" not in found("رائد خميس")[0]


def test_the_father_s_name_on_record_is_searched_with_the_name(publish):
    person = factories.dossier("bashar", "بشار الأسد", "Bashar al-Assad")
    person.names.filter(lang="ar").update(father="حافظ")
    publish("dossier", person)
    assert found("بشار حافظ الأسد")[0] == ["بشار الأسد"]  # shown as it is on record
    assert found("حافظ الأسد")[0] == []  # that is his father


@pytest.mark.parametrize(
    ("name", "father", "whole"),
    [
        ("بشار الأسد", "حافظ", "بشار حافظ الأسد"),
        ("عبد السلام محمود", "فجر", "عبد السلام فجر محمود"),
        ("Abdel Salam Mahmoud", "Fajr", "Abdel Salam Fajr Mahmoud"),
        ("علي الحسن", "حسن", ""),
        ("أبو أيهم", "حسن", ""),
        ("بشار حافظ الأسد", "حافظ", ""),
        ("بشار", "حافظ", ""),
        ("بشار الأسد", "", ""),
    ],
)
def test_a_father_s_name_stands_after_the_given_name(name, father, whole):
    assert with_father(name, father) == whole


def test_the_spelling_in_the_script_of_the_query_decides(name):
    name("jamil", "جميل حسن", "Jamil Hassan")
    assert found("جميل حسين")[0] == []


def test_one_word_inside_a_name_does_not_name_its_bearer(name):
    name("samer", "شخص ما", "Samer Abdelrahman Khalil")
    assert found("Abdul Rahman")[0] == []
    assert found("Samer")[0] == ["Samer Abdelrahman Khalil"]


def test_a_draft_is_not_found(maher):
    factories.dossier("draft", "مسودة سرية", "Secret Draft")
    assert found("Secret Draft") == ([], [])


def test_a_name_that_was_changed_or_withdrawn_is_found_no_longer(maher, publish, reviewer):
    person = Name.objects.get(text="Maher al-Assad").perpetrator
    Name.objects.filter(perpetrator=person, lang="Latn").update(text="Someone Else")
    publish("dossier", person, **factories.NOTE)
    assert found("Maher al-Assad")[0] == ["ماهر الأسد"]  # the Arabic name still says so
    verbs.withdraw(Document.objects.get(), reviewer, Reason.IDENTITY_ERROR, "خطأ.", "An error.")
    assert found("Maher al-Assad") == ([], [])


def test_nothing_of_a_withdrawn_name_is_left_in_the_index(maher, reviewer):
    verbs.withdraw(Document.objects.get(), reviewer, Reason.IDENTITY_ERROR, "خطأ.", "An error.")
    for model in (Spelling, NameWord, WordForm, WordUse):
        assert not model.objects.exists()


def test_the_index_is_made_anew_from_the_editions(maher):
    def index():
        return sorted(WordForm.objects.values_list("form", "key")), sorted(
            Spelling.objects.values_list("text")
        )

    before = index()
    call_command("rebuild_listings", verbosity=0)
    assert index() == before


def test_the_whole_name_is_found_among_many_that_hold_its_words(name, monkeypatch):
    monkeypatch.setattr(names, "FEW", 0)  # as in a record in which every word is frequent
    monkeypatch.setattr(names, "READ", 1)
    name("first", "شخص أول", "Khaled Omar Hamwi Homsi")
    name("second", "شخص ثان", "Khaled Hamwi")
    assert found("Khaled Hamwi")[0] == ["Khaled Hamwi"]
