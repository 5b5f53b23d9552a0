"""Who may do what at the desk: every role against every kind of act, direct requests included."""

import pytest
from django.contrib.auth.models import User

from publishing import verbs
from publishing.models import AuditEntry, Document, Edition, Submission
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

ROLES = ("editor", "reviewer", "administrator")
WORKING = {
    "dossiers/perpetrator": "dossier",
    "dossiers/crime": "crime",
    "dossiers/institution": "institution",
    "dossiers/source": "source",
    "dossiers/case": "case",
    "news/newsitem": "news",
    "campaign/page": "page",
    "campaign/linklist": "links",
}
WRITES, READS, NOTHING = (
    {"editor": (200, 200), "reviewer": (200, 403), "administrator": (403, 403)},
    {"editor": (200, 403), "reviewer": (200, 403), "administrator": (403, 403)},
    {"editor": (403, 403), "reviewer": (403, 403), "administrator": (200, 403)},
)


@pytest.fixture(scope="module")
def record(publish_once):
    """One row of each kind; a submission that the editor did not send waits."""
    person = factories.dossier()
    action = person.legal_actions.get()
    case = factories.d.Case.objects.create(jurisdiction="FR", name_ar="قضية", name_en="Case")
    action.case = case
    action.save()
    other = User.objects.create_superuser("other")
    return {
        "dossier": person,
        "crime": factories.d.Crime.objects.get(),
        "institution": factories.d.Institution.objects.get(),
        "source": factories.d.Source.objects.first(),
        "case": case,
        "news": factories.news(),
        "page": factories.page(),
        "links": factories.links(),
        "submission": verbs.submit("dossier", person, other),
    }


@pytest.fixture
def desks(editor, reviewer, administrator, desk_of):
    return {"editor": desk_of(editor), "reviewer": desk_of(reviewer), "administrator": desk_of(administrator)}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("place", WORKING)
def test_editors_write_reviewers_read_administrators_see_no_text(record, desks, role, place):
    desk, row = desks[role], record[WORKING[place]]
    reads, adds = WRITES[role]
    base = f"/desk/{place}/"
    assert desk.get(base).status_code == reads
    assert desk.get(f"{base}{row.pk}/change/").status_code == reads
    assert desk.get(f"{base}{row.pk}/history/").status_code == reads
    assert desk.get(f"{base}add/").status_code == adds
    assert desk.get(f"{base}add/?_popup=1").status_code == adds
    if adds == 403:
        assert desk.post(f"{base}add/", {"slug": "x", "code": "x", "title": "x"}).status_code == 403
        assert desk.post(f"{base}{row.pk}/change/", {"slug": "x"}).status_code == 403
        assert desk.get(f"{base}{row.pk}/delete/").status_code == 403
        assert desk.post(f"{base}{row.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    "place", ["dossiers/perpetrator", "news/newsitem", "campaign/page", "campaign/linklist"]
)
def test_previews_and_the_checklist(record, desks, role, place):
    row = record[WORKING[place]]
    reads, writes = WRITES[role]
    assert desks[role].get(f"/desk/{place}/{row.pk}/preview/en/").status_code == reads
    assert desks[role].get(f"/desk/{place}/{row.pk}/submit/").status_code == writes


@pytest.mark.parametrize("role", ROLES)
def test_bulk_actions_delete_nothing(record, desks, role):
    before = [type(record[name]).objects.count() for name in WORKING.values()]
    for place, name in WORKING.items():
        values = {"action": "delete_selected", "_selected_action": str(record[name].pk), "post": "yes"}
        desks[role].post(f"/desk/{place}/", values)
    assert [type(record[name]).objects.count() for name in WORKING.values()] == before


@pytest.mark.parametrize(("role", "expected"), [("editor", 200), ("reviewer", 200), ("administrator", 403)])
def test_autocomplete_shows_rows_to_who_may_read_them(record, desks, role, expected):
    query = "?app_label=dossiers&model_name=citation&field_name=source&term="
    assert desks[role].get(f"/desk/autocomplete/{query}").status_code == expected


@pytest.mark.parametrize("role", ROLES)
def test_the_record_is_looked_at_and_never_edited(record, desks, role):
    document, submission = Document.objects.get(), record["submission"]
    reads = READS[role][0]
    for place, row in (("publishing/document", document), ("publishing/submission", submission)):
        assert desks[role].get(f"/desk/{place}/").status_code == reads
        assert desks[role].get(f"/desk/{place}/{row.pk}/change/").status_code == reads
        assert desks[role].get(f"/desk/{place}/add/").status_code == 403
        assert desks[role].post(f"/desk/{place}/{row.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize(("role", "published"), [("editor", 0), ("reviewer", 1), ("administrator", 0)])
def test_reviewers_approve(record, desks, role, published):
    path = f"/desk/publishing/submission/{record['submission'].pk}/change/"
    answer = desks[role].post(path, {"approve": "1", "read": "on"})
    assert answer.status_code == (302 if published else 403)
    assert Edition.objects.count() == published


@pytest.mark.parametrize(
    ("role", "status"), [("editor", "open"), ("reviewer", "returned"), ("administrator", "open")]
)
def test_reviewers_return(record, desks, role, status):
    path = f"/desk/publishing/submission/{record['submission'].pk}/change/"
    desks[role].post(path, {"return": "1", "note": "Again."})
    assert Submission.objects.get().status == status


@pytest.mark.parametrize(("role", "editions"), [("editor", 1), ("reviewer", 2), ("administrator", 1)])
def test_reviewers_withdraw(record, desks, role, editions, reviewer):
    verbs.approve(record["submission"], reviewer)
    values = {
        "verb": "withdraw", "reason": "safety", "note_ar": "سُحب.", "note_en": "Withdrawn.",
        "confirm": "BL-0001",
    }  # fmt: skip
    desks[role].post(f"/desk/publishing/document/{Document.objects.get().pk}/change/", values)
    assert Edition.objects.count() == editions


@pytest.mark.parametrize("role", ROLES)
def test_accounts_and_the_log_are_for_administrators(record, desks, role):
    for place in ("auth/user", "auth/group", "publishing/auditentry"):
        assert desks[role].get(f"/desk/{place}/").status_code == NOTHING[role][0], place
    entry = AuditEntry.objects.first()
    assert (
        desks[role].post(f"/desk/publishing/auditentry/{entry.pk}/delete/", {"post": "yes"}).status_code
        == 403
    )


def test_an_administrator_gives_no_role_to_themselves(administrator, desk_of):
    from django.contrib.auth.models import Group

    desk = desk_of(administrator)
    roles = [group.pk for group in Group.objects.all()]
    values = {
        "username": "administrator",
        "is_active": "on",
        "is_staff": "on",
        "groups": roles,
        "is_superuser": "on",
    }
    desk.post(f"/desk/auth/user/{administrator.pk}/change/", values)
    user = User.objects.get(pk=administrator.pk)
    assert [group.name for group in user.groups.all()] == ["administrator"]
    assert user.is_superuser is False


def test_an_administrator_makes_no_account_with_all_rights(administrator, editor, chief, desk_of):
    desk = desk_of(administrator)
    values = {"username": "editor", "is_active": "on", "is_staff": "on", "groups": [], "is_superuser": "on"}
    desk.post(f"/desk/auth/user/{editor.pk}/change/", values)
    assert User.objects.get(pk=editor.pk).is_superuser is False
    assert desk.post(f"/desk/auth/user/{chief.pk}/change/", {"username": "mine"}).status_code == 403
    assert desk.get(f"/desk/auth/user/{chief.pk}/password/").status_code == 403


def test_nobody_without_a_role_sees_anything(db, desk_of):
    nobody = desk_of(User.objects.create_user("nobody", is_staff=True))
    for place in (*WORKING, "publishing/submission", "publishing/document", "auth/user"):
        assert nobody.get(f"/desk/{place}/").status_code == 403, place
    assert nobody.get("/desk/languages/").status_code == 403
