"""publishing.audit: the log of privileged actions."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection, transaction
from django.test import Client

from publishing import audit, verbs
from publishing.models import AuditEntry, Document
from tests import factories

pytestmark = pytest.mark.django_db


def log():
    return [(row.actor, row.action, row.subject) for row in AuditEntry.objects.order_by("seq")]


@pytest.fixture
def quiet(editor, reviewer):
    """Forget, for a comparison, what making the cast has logged."""
    return AuditEntry.objects.count()


def test_every_verb_is_logged_with_who_and_what(editor, reviewer, quiet):
    person = factories.dossier()
    submission = verbs.submit("dossier", person, editor)
    verbs.return_(submission, reviewer, "Again.")
    verbs.approve(verbs.submit("dossier", person, editor), reviewer)
    document = Document.objects.get()
    verbs.withdraw(document, reviewer, "safety", "سُحب.", "Withdrawn.")
    verbs.redact(document, [1], reviewer, "safety")
    assert log()[quiet:] == [
        ("editor", "submit", "BL-0001"),
        ("reviewer", "return", "BL-0001"),
        ("editor", "submit", "BL-0001"),
        ("reviewer", "approve", "BL-0001/1"),
        ("reviewer", "withdraw", "BL-0001/2"),
        ("reviewer", "submit", "BL-0001"),  # what it says in its own words waits for another person
        ("reviewer", "redact", "BL-0001/3"),
    ]


def test_what_was_refused_is_not_in_it(editor, quiet):
    person = factories.dossier()
    person.statements.get().citations.all().delete()
    with pytest.raises(verbs.Refused):
        verbs.submit("dossier", person, editor)
    assert log()[quiet:] == []


def test_sign_ins_are_logged_failed_ones_too_and_no_address(editor, quiet):
    client = Client(REMOTE_ADDR="203.0.113.7", headers={"user-agent": "Mozilla Marked"})
    client.post("/desk/account/login/", {"login": "editor", "password": "wrong"})
    client.post("/desk/account/login/", {"login": "a password typed here", "password": "x"})
    client.post("/desk/account/login/", {"login": "editor", "password": "editor"})
    assert log()[quiet:] == [("", "sign_in_failed", "editor"), ("editor", "sign_in", "")]
    assert "203.0.113" not in str(list(AuditEntry.objects.values()))
    assert "Marked" not in str(list(AuditEntry.objects.values()))


def test_roles_and_accounts_are_logged_with_who_gave_them(administrator, desk_of):
    desk_of(administrator)
    user = User.objects.create_user("new", is_staff=True)
    user.groups.add(Group.objects.get(name="editor"))
    user.is_active = False
    user.save()
    rows = AuditEntry.objects.filter(subject="new").order_by("seq")
    assert [(row.action, row.detail) for row in rows] == [
        ("account", {"made": True}),
        ("role", {"add": ["editor"]}),
        ("account", {"changed": ["is_active"], "is_active": False}),
    ]


def test_a_role_given_from_its_own_side_is_logged(editor, quiet):
    role = Group.objects.get(name="administrator")
    role.user_set.add(editor)
    role.user_set.clear()
    editor.groups.add(role)
    editor.groups.clear()
    rows = AuditEntry.objects.order_by("seq")[quiet:]
    assert [(row.subject, row.detail) for row in rows] == [
        ("editor", {"add": ["administrator"]}),
        ("editor", {"remove": ["administrator"]}),
        ("editor", {"add": ["administrator"]}),
        ("editor", {"remove": ["administrator", "editor"]}),
    ]


def test_an_administrator_who_gives_a_role_at_the_desk_is_named(administrator, editor, desk_of):
    desk = desk_of(administrator)
    reviewer_role = Group.objects.get(name="reviewer").pk
    values = {"username": "editor", "is_active": "on", "is_staff": "on", "groups": [reviewer_role]}
    response = desk.post(f"/desk/auth/user/{editor.pk}/change/", values)
    assert response.status_code == 302
    last = AuditEntry.objects.filter(action="role").latest("seq")
    assert (last.actor, last.subject) == ("administrator", "editor")


GAP = """INSERT INTO publishing_auditentry (seq, at, actor, action, subject, detail, previous, digest)
    VALUES (99, '2026-01-01', 'x', 'x', '', '{}', 'x', 'x')"""


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE publishing_auditentry SET actor = 'x'",
        "DELETE FROM publishing_auditentry",
        GAP,
    ],
    ids=["update", "delete", "a gap"],
)
def test_the_database_refuses_to_change_it(editor, sql):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_an_intact_log_verifies(editor, reviewer):
    assert list(audit.verify()) == []


def test_a_changed_entry_is_found(editor, reviewer):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER audit_no_update")
        else:
            cursor.execute("DROP FUNCTION audit_no_update() CASCADE")
        cursor.execute("UPDATE publishing_auditentry SET subject = 'x' WHERE seq = 2")
    assert list(audit.verify()) == ["log 2: not as it was written"]
    with pytest.raises(CommandError):
        call_command("verify_editions", stderr=open_null(), stdout=open_null())


def open_null():
    import io

    return io.StringIO()


def test_administrators_read_it_and_nobody_else(editor, reviewer, administrator, desk_of):
    path = "/desk/publishing/auditentry/"
    assert desk_of(administrator).get(path).status_code == 200
    assert desk_of(editor).get(path).status_code == 403
    assert desk_of(reviewer).get(path).status_code == 403
    assert desk_of(administrator).get("/desk/publishing/auditentry/add/").status_code == 403


def test_it_speaks_in_words(administrator, editor, desk_of):
    editor.groups.add(Group.objects.get(name="reviewer"))
    desk = desk_of(administrator)
    page = desk.get("/desk/publishing/auditentry/").content.decode()
    assert "given: reviewer" in page
    assert '<a href="?action=sign_in_failed">' in page
    assert "Failed to sign in" in page
    desk.post("/desk/i18n/setlang/", {"language": "ar", "next": "/desk/"})
    assert "مُنح: مراجع" in desk.get("/desk/publishing/auditentry/").content.decode()
