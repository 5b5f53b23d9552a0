"""What holds for every rule: `manage.py publishing_rules` lists them with their tests."""

import pytest
from django.core.management import call_command

from tests.rules.checking import check

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]


def test_a_complete_dossier_breaks_no_rule(person):
    assert check(person) == []


def test_every_rule_names_its_claim(person):
    key = person.statements.get().pk.hex
    person.statements.get().citations.all().delete()
    assert [p.claim for p in check(person) if p.rule == "P1"] == [key]


def test_every_rule_has_a_test_that_passes_and_one_that_fails(capsys):
    call_command("publishing_rules")
    assert "45 rules" in capsys.readouterr().out
