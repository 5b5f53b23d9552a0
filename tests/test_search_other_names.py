"""A name that is like one in the record, and another's: it is never a sure hit."""

import pytest

from publishing.search import names
from tests import factories

pytestmark = pytest.mark.django_db

OWN_AND_OTHER = [
    ("Jamil Hassan", "Jamal Hassan"), ("Jamil Hassan", "Jamil Hussein"),
    ("Bashar al-Assad", "Bashir al-Assad"),
    ("Maher al-Assad", "Maher Saad"), ("Atef Najib", "Atifa Najib"), ("Ali Mamlouk", "Ali M"),
    ("Alaa Mousa", "Ali Mousa"), ("Abu Ayham", "Aleppo"),
    ("جميل حسن", "جميل حسين"), ("جميل حسن", "جمال حسن"), ("جميل حسن", "جميلة حسن"),
    ("ماهر الأسد", "ماهر أسعد"),
    ("رفعت الأسد", "رأفت الأسد"), ("علي مملوك", "ملوك"),
]  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def people(publish_once):
    by = factories.source()
    for number, own in enumerate(dict.fromkeys(own for own, _other in OWN_AND_OTHER)):
        arabic = "\u0600" < own[0] < "\u06ff"
        texts = (own, "Somebody") if arabic else ("شخص ما", own)
        publish_once("dossier", factories.dossier(f"person-{number}", *texts, by=by))


@pytest.mark.parametrize(("own", "other"), OWN_AND_OTHER)
def test_another_name_is_no_sure_hit(own, other):
    assert own in [hit.spelling for hit in names.find(own).sure]
    assert own not in [hit.spelling for hit in names.find(other).sure]
