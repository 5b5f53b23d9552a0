"""Reasons that hide: nothing of a file is shown any longer, in no past edition and no form of one."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from dossiers.desk.portraits import reencode
from publishing import verbs
from publishing.verify import verify
from publishing.vocabulary import HIDING_REASONS, Reason
from tests import factories

WHY = {"note_ar": "سُحب الملف.", "note_en": "Withdrawn."}
PATHS = [
    "/{lang}/dossiers/test-person/", "/{lang}/dossiers/test-person/editions/1/",
    "/{lang}/dossiers/test-person/editions/2/", "/{lang}/dossiers/test-person/editions/2/changes/",
    "/{lang}/dossiers/test-person/editions/1/card.png", "/editions/BL-0001/1.json",
]  # fmt: skip
TOLD = ("Headed the unit", "ترأس الوحدة", "Headed another", "A telling note")


@pytest.fixture
def document(publish):
    person = factories.dossier()
    publish("dossier", person)
    person.statements.update(text_en="Headed another.", text_ar="ترأس وحدة أخرى.")
    return publish("dossier", person, note_ar="ملاحظة.", note_en="A telling note.").document


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("reason", HIDING_REASONS)
def test_every_form_of_every_edition_answers_that_it_is_gone(document, reviewer, visitor, reason, lang):
    verbs.withdraw(document, reviewer, reason, **WHY)
    status = 451 if reason == Reason.COURT_ORDER else 410
    for path in PATHS:
        response = visitor.get(path.format(lang=lang))
        assert response.status_code == status, path
        assert not any(words in response.content.decode(errors="ignore") for words in TOLD), path
    history = visitor.get(f"/{lang}/dossiers/test-person/editions/").content.decode()
    assert not any(words in history for words in TOLD)
    assert "/editions/1/" not in history


@pytest.mark.parametrize("reason", sorted(set(Reason) - set(HIDING_REASONS)))
def test_for_other_reasons_past_editions_stay(document, reviewer, visitor, reason):
    verbs.withdraw(document, reviewer, Reason(reason), **WHY)
    assert visitor.get("/en/dossiers/test-person/").status_code == 410
    assert "Headed the unit" in visitor.get("/en/dossiers/test-person/editions/1/").content.decode()
    assert visitor.get("/editions/BL-0001/1.json").status_code == 200


def test_the_header_stays_so_that_the_chain_is_still_checked(document, reviewer, visitor):
    verbs.withdraw(document, reviewer, Reason.SAFETY, **WHY)
    told = visitor.get("/editions/BL-0001/1.json").json()
    assert (told["body"], told["header"]["edition"]) == (None, 1)
    assert list(verify()) == []


def test_what_comes_back_brings_its_past_with_it(document, reviewer, publish, visitor):
    verbs.withdraw(document, reviewer, Reason.SAFETY, **WHY)
    publish("dossier", factories.d.Perpetrator.objects.get(), **factories.NOTE)
    assert visitor.get("/en/dossiers/test-person/editions/1/").status_code == 200
    assert visitor.get("/editions/BL-0001/1.json").json()["body"] is not None


def test_its_pictures_are_gone_when_the_withdrawal_returns(
    publish, reviewer, settings, django_capture_on_commit_callbacks
):
    person = factories.dossier()
    person.portrait = reencode(ContentFile(factories.picture(), name="x.jpg"))
    person.portrait_alt_ar = person.portrait_alt_en = "وصف"
    person.portrait_credit_ar = person.portrait_credit_en = "مصدر"
    factories.papers(person)
    person.save()

    name = Path(person.portrait.name).stem

    def published():
        return list(Path(settings.MEDIA_PUBLIC).glob(f"{name}*"))

    with django_capture_on_commit_callbacks(execute=True):
        document = publish("dossier", person).document
    assert published()
    with django_capture_on_commit_callbacks(execute=True):
        verbs.withdraw(document, reviewer, Reason.PRIVACY_REQUEST, **WHY)
    assert published() == []
    with django_capture_on_commit_callbacks(execute=True):
        publish("dossier", person, **factories.NOTE)
    assert published()
