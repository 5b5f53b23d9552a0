"""The home of the desk: what is to be done, by whom."""

from datetime import UTC, datetime, timedelta

import pytest

from dossiers.models import Perpetrator
from publishing import verbs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]


def section(client, heading):
    html = client.get("/desk/").content.decode()
    return html.partition(f"<h2>{heading}</h2>")[2].partition("</section>")[0]


def test_a_reviewer_sees_what_waits_and_not_their_own(person, editor, reviewer, desk_of):
    verbs.submit("dossier", person, editor)
    assert "Test Person" in section(desk_of(reviewer), "Waiting for your decision")
    assert section(desk_of(editor), "Waiting for your decision") == ""


def test_an_editor_sees_what_was_sent_and_what_came_back(person, editor, reviewer, desk_of):
    submission = verbs.submit("dossier", person, editor)
    assert "Test Person" in section(desk_of(editor), "Awaiting a decision")
    verbs.return_(submission, reviewer, "Add the page.")
    assert "Add the page." in section(desk_of(editor), "Returned to you")
    verbs.submit("dossier", person, editor)
    assert "Add the page." not in section(desk_of(editor), "Returned to you")


def test_an_editor_sees_the_forms_they_saved_last(editor, desk_of):
    desk = desk_of(editor)
    desk.post("/desk/campaign/page/add/", {"slug": "about", "title_ar": "من نحن", "title_en": "About"})
    assert "About" in section(desk, "Your last drafts")


@pytest.mark.parametrize(("days", "shown"), [(31, True), (30, False)])
def test_a_live_dossier_is_overdue_after_thirty_days(person, publish, editor, desk_of, days, shown):
    publish("dossier", person)
    Perpetrator.objects.update(checked_on=datetime.now(UTC).date() - timedelta(days=days))
    assert ("BL-0001" in section(desk_of(editor), "Legal status to be checked again")) is shown


def test_one_whose_proceedings_are_over_is_not(person, publish, editor, desk_of):
    person.legal_actions.update(status="annulled")
    publish("dossier", person)
    Perpetrator.objects.update(checked_on=datetime.now(UTC).date() - timedelta(days=400))
    assert "BL-0001" not in section(desk_of(editor), "Legal status to be checked again")


def test_an_administrator_has_no_texts_there(administrator, desk_of):
    html = desk_of(administrator).get("/desk/").content.decode()
    assert "Your last drafts" not in html
    assert "Waiting for your decision" not in html
    assert 'href="/desk/auth/user/"' in html
