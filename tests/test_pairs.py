"""Both languages in step: what lags, what brings it back, and the board that shows it."""

import re

import pytest

from dossiers.models import Statement
from publishing import verbs
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]


@pytest.fixture
def statement(person):
    return person.statements.get()


def write(statement, **texts):
    for name, text in texts.items():
        setattr(statement, name, text)
    statement.save()
    statement.refresh_from_db()
    return statement.stale


def test_a_change_of_one_language_marks_the_other(statement):
    assert write(statement, text_ar="قاد الوحدة.") == {"text": "en"}


def test_a_change_of_both_marks_none(statement):
    assert write(statement, text_ar="قاد الوحدة.", text_en="Led the unit.") == {}


def test_changing_the_language_that_lags_brings_the_pair_in_step(statement):
    write(statement, text_ar="قاد الوحدة.")
    assert write(statement, text_en="Led the unit.") == {}


def test_changing_the_same_language_again_leaves_the_mark(statement):
    write(statement, text_ar="قاد الوحدة.")
    assert write(statement, text_ar="قاد تلك الوحدة.") == {"text": "en"}


def test_a_save_without_a_change_marks_nothing(statement):
    assert write(statement) == {}


def test_an_empty_language_is_missing_and_does_not_lag(statement):
    assert write(statement, text_en="") == {}


def test_publishing_is_refused_until_the_pair_is_confirmed(statement, editor, desk_of, person):
    write(statement, text_ar="قاد الوحدة.")
    with pytest.raises(verbs.Refused, match=r"P4: .*the Arabic changed and the English did not"):
        verbs.submit("dossier", person, editor)
    path = f"/desk/languages/dossiers.perpetrator/{person.pk}/"
    page = desk_of(editor).get(path).content.decode()
    assert "قاد الوحدة." in page
    key = re.search(rf'value="(dossiers.statement:{statement.pk}:text:\w+)"', page)[1]
    assert desk_of(editor).post(path, {"same": [key]}).status_code == 302
    verbs.submit("dossier", person, editor)


def test_a_pair_of_another_form_is_not_confirmed_from_this_one(statement, editor, desk_of):
    write(statement, text_ar="قاد الوحدة.")
    other = factories.dossier("other", "آخر", "Other", by=factories.source(title="Another"))
    desk_of(editor).post(
        f"/desk/languages/dossiers.perpetrator/{other.pk}/",
        {"same": [f"dossiers.statement:{statement.pk}:text"]},
    )
    assert Statement.objects.get(pk=statement.pk).stale == {"text": "en"}


@pytest.mark.parametrize("key", ["", "x", "auth.user:1:password", "dossiers.statement:1:text"])
def test_a_key_that_is_none_confirms_nothing(person, editor, desk_of, key):
    path = f"/desk/languages/dossiers.perpetrator/{person.pk}/"
    assert desk_of(editor).post(path, {"same": [key]}).status_code == 302


def test_the_board_names_what_lags_and_what_is_missing(statement, editor, desk_of, person):
    write(statement, text_ar="قاد الوحدة.")
    person.tenures.update(title_en="")
    page = desk_of(editor).get("/desk/languages/").content.decode()
    assert "BL-0001 Test Person" in page
    row = page.partition("BL-0001 Test Person")[2].partition("</tr>")[0]
    assert row.count("<td>1</td>") + row.count(">1</a>") == 2


def test_the_board_names_people_in_the_language_of_the_desk(statement, editor, desk_of):
    write(statement, text_ar="قاد الوحدة.")
    desk = desk_of(editor)
    desk.post("/desk/i18n/setlang/", {"language": "ar", "next": "/desk/"})
    assert "BL-0001 اسم تجريبي" in desk.get("/desk/languages/").content.decode()


def test_the_home_of_the_desk_leads_to_it(statement, editor, desk_of, person):
    write(statement, text_ar="قاد الوحدة.")
    page = desk_of(editor).get("/desk/").content.decode()
    assert f'href="/desk/languages/dossiers.perpetrator/{person.pk}/"' in page


def test_a_reviewer_sees_the_board_and_confirms_nothing(person, reviewer, desk_of):
    assert desk_of(reviewer).get("/desk/languages/").status_code == 200
    assert desk_of(reviewer).get(f"/desk/languages/dossiers.perpetrator/{person.pk}/").status_code == 403


def test_what_changed_after_it_was_read_is_not_confirmed(statement, editor, desk_of, person):
    write(statement, text_ar="قاد الوحدة.")
    path = f"/desk/languages/dossiers.perpetrator/{person.pk}/"
    page = desk_of(editor).get(path).content.decode()
    key = re.search(r'value="(dossiers.statement:[^"]+)"', page)[1]
    write(statement, text_ar="قاد تلك الوحدة.")
    desk_of(editor).post(path, {"same": [key]})
    assert Statement.objects.get(pk=statement.pk).stale == {"text": "en"}


def test_a_missing_half_that_is_written_lags_behind_nothing(statement):
    write(statement, text_en="")
    assert write(statement, text_en="Headed it.") == {}


def test_putting_back_leaves_the_pair_to_be_confirmed(statement, editor, desk_of, person):
    first = Statement.history.filter(id=statement.pk).earliest()
    write(statement, text_ar="قاد الوحدة.")
    changed = Statement.history.filter(id=statement.pk).latest()
    path = f"/desk/dossiers/perpetrator/{person.pk}/history/"
    for record in (first, changed):
        desk_of(editor).post(path, {"entry": f"dossiers.statement:{record.history_id}"})
    assert Statement.objects.get(pk=statement.pk).stale == {"text": "en"}
