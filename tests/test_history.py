"""The history of working rows: who changed what, when, and the way back."""

import pytest

from dossiers.models import Statement
from tests import factories, forms

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]


@pytest.fixture
def desk(editor, desk_of):
    return desk_of(editor)


def change(desk, person, **values):
    address = f"/desk/dossiers/perpetrator/{person.pk}/change/"
    assert desk.post(address, forms.first(desk, address) | values).status_code == 302


def history(desk, person):
    return desk.get(f"/desk/dossiers/perpetrator/{person.pk}/history/").content.decode()


def test_it_tells_who_changed_what_from_what(desk, person):
    change(desk, person, **{"statements-0-text_en": "Led the unit."})
    page = history(desk, person)
    entry = page.partition("<li>")[2].partition("</li>")[0]
    assert "Paragraph" in entry
    assert "<dt>Text, in English</dt>" in entry
    assert "editor" in entry
    assert '<del dir="auto">Headed the unit.</del>' in entry
    assert '<ins dir="auto">Led the unit.</ins>' in entry


def test_values_are_told_in_words(desk, person):
    post = person.tenures.get()
    post.rank = "liwa"
    post.save()
    action = person.legal_actions.get()
    action.in_absentia = True
    action.save()
    page = history(desk, person)
    assert '<ins dir="auto">Major General</ins>' in page
    assert '<ins dir="auto">Yes</ins>' in page
    other = person.tenures.get().institution
    assert f'<ins dir="auto">{other}</ins>' in page
    assert other.pk.hex not in page.replace("-", "")


def test_rows_and_citations_of_the_form_are_in_it(desk, person):
    person.statements.get().citations.get().delete()
    assert "Citation</b> deleted" in history(desk, person)


def test_a_change_in_english_alone_is_kept(person):
    statement = person.statements.get()
    statement.text_en = "Led the unit."
    statement.save()
    assert [row.text_en for row in Statement.history.filter(id=statement.pk)] == [
        "Led the unit.",
        "Headed the unit.",
    ]


def test_a_row_is_put_back(desk, person):
    change(desk, person, **{"statements-0-text_en": "Led the unit.", "statements-0-text_ar": "قاد."})
    change_of = Statement.history.filter(id=person.statements.get().pk).latest()
    path = f"/desk/dossiers/perpetrator/{person.pk}/history/"
    desk.post(path, {"entry": f"dossiers.statement:{change_of.history_id}"})
    assert person.statements.get().text_en == "Headed the unit."


def test_what_is_so_already_is_not_said_to_be_put_back(desk, person):
    change(desk, person, **{"statements-0-text_en": "Led the unit.", "statements-0-text_ar": "قاد."})
    change_of = Statement.history.filter(id=person.statements.get().pk).latest()
    path = f"/desk/dossiers/perpetrator/{person.pk}/history/"
    desk.post(path, {"entry": f"dossiers.statement:{change_of.history_id}"})
    page = desk.post(path, {"entry": f"dossiers.statement:{change_of.history_id}"}, follow=True)
    assert "It is so already. Nothing was changed." in page.content.decode()


def test_the_first_entry_of_a_row_has_nothing_to_go_back_to(desk, person):
    first = Statement.history.filter(id=person.statements.get().pk).earliest()
    path = f"/desk/dossiers/perpetrator/{person.pk}/history/"
    assert f"dossiers.statement:{first.history_id}" not in history(desk, person)
    assert desk.post(path, {"entry": f"dossiers.statement:{first.history_id}"}).status_code == 404


def test_a_deleted_row_is_shown_and_comes_back_with_its_sources(desk, person):
    key, source = person.statements.get().pk, person.statements.get().citations.get().source
    person.statements.get().delete()
    assert '<del dir="auto">Headed the unit.</del>' in history(desk, person)
    gone = Statement.history.filter(id=key, history_type="-").get()
    desk.post(
        f"/desk/dossiers/perpetrator/{person.pk}/history/", {"entry": f"dossiers.statement:{gone.history_id}"}
    )
    assert person.statements.get().pk == key
    assert person.statements.get().citations.get().source == source


def test_a_published_legal_action_is_not_put_back(desk, person, publish):
    action = person.legal_actions.get()
    action.authority_en = "A judge"
    action.save()
    old = type(action).history.filter(id=action.pk).latest()
    type(action).objects.filter(pk=action.pk).update(stale={})
    publish("dossier", person)
    response = desk.post(
        f"/desk/dossiers/perpetrator/{person.pk}/history/",
        {"entry": f"dossiers.legalaction:{old.history_id}"},
        follow=True,
    )
    assert "It cannot be put back" in response.content.decode()
    assert person.legal_actions.get().authority_en == "A judge"


def test_a_row_of_another_form_is_not_put_back_from_this_one(desk, person):
    other = factories.dossier("other", "آخر", "Other", by=factories.source(title="Another"))
    record = Statement.history.filter(perpetrator_id=other.pk).earliest()
    path = f"/desk/dossiers/perpetrator/{person.pk}/history/"
    assert desk.post(path, {"entry": f"dossiers.statement:{record.history_id}"}).status_code == 404


@pytest.mark.parametrize("entry", ["", "x:1", "auth.user:1", "dossiers.statement:x", "dossiers.statement:²"])
def test_an_entry_that_is_none_is_not_found(desk, person, entry):
    path = f"/desk/dossiers/perpetrator/{person.pk}/history/"
    assert desk.post(path, {"entry": entry}).status_code == 404


def test_a_reviewer_reads_it_and_puts_nothing_back(person, reviewer, desk_of):
    path = f"/desk/dossiers/perpetrator/{person.pk}/history/"
    assert desk_of(reviewer).get(path).status_code == 200
    assert desk_of(reviewer).post(path, {"entry": "dossiers.statement:1"}).status_code == 403


def test_the_history_names_no_address(person, desk):
    change(desk, person, **{"statements-0-text_en": "Led the unit.", "statements-0-text_ar": "قاد."})
    record = Statement.history.latest()
    assert not any("ip" in field.name.split("_") or "agent" in field.name for field in record._meta.fields)
