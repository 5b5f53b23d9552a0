"""File numbers beyond four digits stay in order."""

import pytest

from dossiers.models import Perpetrator
from tests import factories

pytestmark = pytest.mark.django_db


def test_ten_thousand_follows_9999():
    Perpetrator.objects.create(public_id="BL-9999", slug="a")
    assert Perpetrator.objects.create(slug="b").public_id == "BL-10000"
    assert Perpetrator.objects.create(slug="c").public_id == "BL-10001"


def test_the_register_goes_by_number(publish, visitor):
    for number in ("BL-10000", "BL-9999"):
        person = factories.dossier(number.lower(), en=f"Person {number}")
        Perpetrator.objects.filter(pk=person.pk).update(public_id=number)
        publish("dossier", Perpetrator.objects.get(pk=person.pk))
    page = visitor.get("/en/dossiers/").content.decode()
    assert page.index("Person BL-9999") < page.index("Person BL-10000")
