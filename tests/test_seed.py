"""make seed: synthetic dossiers, plainly named, through the same doors."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from publishing.models import Document
from publishing.verify import verify

pytestmark = pytest.mark.django_db


def test_it_publishes_as_many_as_asked_and_goes_on_from_there(visitor):
    for number in (3, 2):
        call_command("seed", number, stdout=StringIO())
    assert Document.objects.live().count() == 5
    assert list(verify()) == []
    assert "Synthetic Person 5" in visitor.get("/en/dossiers/synthetic-5/").content.decode()


def test_it_asks_how_many():
    with pytest.raises(CommandError, match="make seed N=10000"):
        call_command("seed", 0)
