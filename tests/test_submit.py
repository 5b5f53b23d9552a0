"""verbs.submit: freezing the working copy for review."""

import pytest
from django.core.exceptions import PermissionDenied

from dossiers import rules
from dossiers.models import Citation, Perpetrator
from publishing import verbs
from publishing.models import Document, Submission
from tests import factories
from tests.factories import NOTE


def test_a_complete_dossier_is_frozen_with_the_rules_it_passed(editor):
    submission = verbs.submit("dossier", factories.dossier(), editor)
    assert (submission.status, submission.change) == ("open", "initial")
    assert submission.passed_rules == [rule.code for rule in rules.rules_of("dossier")]
    assert submission.read()["note"] == {"ar": "النشر الأول.", "en": "First published."}


def test_later_edits_do_not_touch_what_was_frozen(editor):
    person = factories.dossier()
    submission = verbs.submit("dossier", person, editor)
    before = submission.content
    person.statements.update(text_en="Something else.")
    submission.refresh_from_db()
    assert submission.content == before


def test_nothing_is_public_before_approval(editor, visitor):
    verbs.submit("dossier", factories.dossier(), editor)
    assert visitor.get("/en/dossiers/test-person/").status_code == 404
    assert Document.objects.public().count() == 0


def test_a_second_submission_replaces_the_first(editor):
    person = factories.dossier()
    first = verbs.submit("dossier", person, editor)
    verbs.submit("dossier", person, editor)
    first.refresh_from_db()
    assert first.status == Submission.Status.SUPERSEDED


def test_every_broken_rule_is_named_at_once(editor):
    person = Perpetrator.objects.create(slug="bare")
    with pytest.raises(verbs.Refused) as refused:
        verbs.submit("dossier", person, editor)
    assert [problem.rule for problem in refused.value.problems] == ["P3", "P3", "P3", "P11", "W5"]
    assert Submission.objects.count() == 0
    assert Document.objects.count() == 0


def test_a_change_needs_a_note_in_both_languages(editor, publish):
    person = factories.dossier()
    publish("dossier", person)
    person.statements.update(text_en="Headed that unit.")
    with pytest.raises(verbs.Refused, match="P12: Say in Arabic and in English what this edition changes"):
        verbs.submit("dossier", person, editor, note_en="An update.")


def test_the_note_of_a_change_keeps_to_the_rules(editor, publish):
    person = factories.dossier()
    publish("dossier", person)
    person.statements.update(text_en="Headed that unit.", text_ar="ترأس تلك الوحدة.")
    with pytest.raises(verbs.Refused, match=r"gmail\.com” looks like"):
        verbs.submit("dossier", person, editor, note_ar="كتب إلينا.", note_en="He wrote from x@gmail.com.")


def test_the_same_content_is_not_published_twice(editor, publish):
    person = factories.dossier()
    publish("dossier", person)
    with pytest.raises(verbs.Refused, match="Nothing differs"):
        verbs.submit("dossier", person, editor, **NOTE)


def test_an_address_that_another_document_has_is_refused(editor, publish):
    publish("dossier", factories.dossier())
    other = factories.dossier("other")
    Perpetrator.objects.filter(slug="test-person").update(slug="renamed")
    Perpetrator.objects.filter(pk=other.pk).update(slug="test-person")
    with pytest.raises(verbs.Refused, match="Another document has this address"):
        verbs.submit("dossier", Perpetrator.objects.get(pk=other.pk), editor)


def test_a_reviewer_may_not_submit(reviewer):
    with pytest.raises(PermissionDenied):
        verbs.submit("dossier", factories.dossier(), reviewer)


def test_secret_sources_and_notes_are_in_no_content(editor):
    person = factories.dossier()
    person.int_notes = "desk only"
    person.save()
    secret = factories.source(title="Secret statement", confidentiality="secret")
    Citation.objects.create(source=secret, statement=person.statements.first())
    content = verbs.submit("dossier", person, editor).content
    assert "Secret statement" not in content
    assert "desk only" not in content
