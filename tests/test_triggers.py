"""The triggers stand after every migration, whatever it did to their tables, and are missed when gone."""

from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import connection

from publishing import triggers
from tests.forbidden import GUARDED, allowed
from tests.throwaway import ROOT, database, manage, python

# One edition that was erased, one that readers see, and a log: a row in every guarded table.
RECORD = """
import django
django.setup()
from django.contrib.auth.models import User
from publishing import verbs
from publishing.vocabulary import Reason
from tests import factories
editor, reviewer = (User.objects.get(username=name) for name in ("editor", "reviewer"))
person = factories.dossier()
factories.publish("dossier", person, editor, reviewer)
person.statements.update(text_en="Headed that unit.")
document = factories.publish("dossier", person, editor, reviewer, **factories.NOTE).document
verbs.redact(document, [1], reviewer, Reason.SAFETY)
"""

# What a later release may do: a column made wider, one added, one renamed, in every table that a trigger
# stands on or reads.
LATER = {
    "publishing": """
        migrations.AlterField("edition", "header_digest", models.CharField(max_length=80, unique=True)),
        migrations.AddField("edition", "later", models.CharField(max_length=9, default="", db_default="")),
        migrations.RenameField("edition", "published_at", "made_public_at"),
        migrations.AlterField("submission", "slug", models.CharField(max_length=200)),
        migrations.AddField("submission", "later", models.IntegerField(default=0, db_default=0)),
        migrations.RenameField("submission", "severity", "importance"),
        migrations.AlterField("grounds", "facts", models.JSONField(default=dict, null=True)),
        migrations.AddField("grounds", "later", models.BooleanField(default=False, db_default=False)),
        migrations.RenameField("grounds", "reasons", "answers"),
        migrations.AlterField("auditentry", "action", models.CharField(max_length=60)),
        migrations.AddField("auditentry", "later", models.DateTimeField(null=True)),
        migrations.RenameField("auditentry", "subject", "about"),
        migrations.AlterField("redaction", "made_by", models.ForeignKey(
            settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)),
        migrations.AddField("redaction", "later", models.IntegerField(default=0, db_default=0)),
        migrations.RenameField("redaction", "made_by", "carried_out_by"),
        migrations.AlterField("mention", "key", models.CharField(max_length=90)),
        migrations.AddField("mention", "later", models.IntegerField(default=0, db_default=0)),
        migrations.RenameField("mention", "data", "details"),
        migrations.AlterField("passage", "kind", models.CharField(max_length=40)),
        migrations.AddField("passage", "later", models.IntegerField(default=0, db_default=0)),
        migrations.RenameField("passage", "anchor", "place"),
    """,
    "dossiers": """
        migrations.AlterField("legalaction", "list_ref", models.CharField(max_length=200, blank=True)),
        migrations.AddField("legalaction", "later", models.IntegerField(default=0, db_default=0)),
        migrations.RenameField("legalaction", "country", "state"),
    """,
}
MIGRATION = """
from django.conf import settings
from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [("{app}", "0001_initial"){more}]
    operations = [{operations}]
"""


@pytest.fixture(scope="module")
def later(tmp_path_factory):
    """Yield the environment of a record that the migrations of a later release have altered."""
    tmp_path = tmp_path_factory.mktemp("later")
    for app, operations in LATER.items():
        folder = tmp_path / "later" / app
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
        first = ROOT / app / "migrations" / "0001_initial.py"
        (folder / "0001_initial.py").write_text(first.read_text())
        more = ', ("publishing", "0002_later")' if app == "dossiers" else ""
        (folder / "0002_later.py").write_text(MIGRATION.format(app=app, operations=operations, more=more))
    (tmp_path / "later" / "__init__.py").touch()
    modules = {app: f"later.{app}" for app in LATER}
    (tmp_path / "later_settings.py").write_text(
        f"from projustice.settings import *\nMIGRATION_MODULES = {modules}\n"
    )
    with database(tmp_path) as environment:
        python(environment, "tests/cast.py", "dossiers=0")
        python(environment, "-c", RECORD)
        environment["PYTHONPATH"] += f":{tmp_path}"
        environment["DJANGO_SETTINGS_MODULE"] = "later_settings"
        manage(environment, "migrate", "--verbosity", "0")
        yield environment


@pytest.mark.slow
@pytest.mark.django_db
def test_after_the_migrations_of_a_later_release_every_forbidden_statement_is_refused(later):
    columns = "from tests.forbidden import statements\nprint(*(what for what, _sql in statements()))"
    tried = manage(later, "shell", "-v", "0", "-c", columns)
    assert all(f"{table}.later" in tried for table in GUARDED)
    assert all(name in tried for name in ("made_public_at", "importance", "carried_out_by", "state"))
    assert python(later, "tests/forbidden.py") == ""


@pytest.mark.slow
@pytest.mark.django_db
def test_after_the_migrations_of_a_later_release_no_trigger_is_missed(later):
    assert manage(later, "check", "--database", "default", "--fail-level", "WARNING") == (
        "System check identified no issues (0 silenced).\n"
    )


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL files words by an index")
def test_after_the_migrations_of_a_later_release_passages_are_still_found(later):
    found = (
        "from django.db import connection\n"
        "words = 'publishing_passage_words'\n"
        "cursor = connection.cursor()\n"
        "cursor.execute(f'SELECT count(*) FROM {words} WHERE {words} MATCH %s', ['unit'])\n"
        "print(cursor.fetchone()[0])"
    )
    assert int(manage(later, "shell", "-v", "0", "-c", found)) > 0


def test_every_forbidden_statement_is_refused(publish, reviewer):
    from publishing import verbs
    from publishing.vocabulary import Reason
    from tests import factories

    person = factories.dossier()
    publish("dossier", person)
    person.statements.update(text_en="Headed that unit.")
    document = publish("dossier", person, **factories.NOTE).document
    verbs.redact(document, [1], reviewer, Reason.SAFETY)
    assert list(allowed()) == []


def wrong():
    return list(triggers.wrong(connection))


def drop(name, table):
    where = f" ON {table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{where}")


def weaken(name, table):
    """Put a trigger that refuses nothing in the place of one that does."""
    drop(name, table)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"CREATE TRIGGER {name} BEFORE DELETE ON {table} BEGIN SELECT 1; END")
        else:
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"
                " AS $$ BEGIN RETURN OLD; END $$"
            )
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
            )


@pytest.mark.django_db
def test_all_stand_after_the_migrations():
    assert wrong() == []
    assert len(triggers.existing(connection)) == (23 if connection.vendor == "sqlite" else 25)


@pytest.mark.django_db
def test_a_missing_one_is_named():
    drop("audit_no_delete", "publishing_auditentry")
    assert wrong() == ["the trigger audit_no_delete is missing"]


@pytest.mark.django_db
def test_a_changed_one_is_named():
    weaken("edition_no_delete", "publishing_edition")
    assert wrong() == ["the trigger edition_no_delete is not as it is written"]


@pytest.mark.django_db
def test_one_of_somebody_else_is_named():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("CREATE TRIGGER forger AFTER INSERT ON publishing_edition BEGIN SELECT 1; END")
        else:
            cursor.execute(
                "CREATE TRIGGER forger AFTER INSERT ON publishing_edition FOR EACH ROW"
                " EXECUTE FUNCTION edition_no_delete()"
            )
    assert wrong() == ["the trigger forger is none of this site"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL can turn a trigger off")
@pytest.mark.django_db
def test_one_that_is_turned_off_is_named():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE publishing_edition DISABLE TRIGGER edition_no_delete")
    assert wrong() == ["the trigger edition_no_delete is not as it is written"]


@pytest.mark.django_db
def test_migrate_puts_missing_and_changed_ones_back():
    drop("audit_no_delete", "publishing_auditentry")
    weaken("edition_no_delete", "publishing_edition")
    triggers.put_back(using="default", plan=[])
    assert wrong() == []


@pytest.mark.django_db
def test_the_system_check_warns_of_a_missing_one():
    drop("audit_no_delete", "publishing_auditentry")
    (message,) = run_checks(databases=["default"])
    assert (message.id, message.msg) == (
        "publishing.W001",
        "The database no longer guards the record: the trigger audit_no_delete is missing.",
    )


@pytest.mark.django_db
def test_verify_editions_names_a_missing_one():
    drop("edition_no_update", "publishing_edition")
    told = StringIO()
    with pytest.raises(CommandError, match="1 finding"):
        call_command("verify_editions", stderr=told)
    assert told.getvalue() == "seq 0 (database): the trigger edition_no_update is missing\n"


@pytest.mark.django_db
def test_a_database_from_before_the_first_release_is_refused_with_the_command_to_run():
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('publishing', '0002_append_only', '2026-11-24 00:00:00')"
        )
    (message,) = run_checks(databases=["default"])
    assert (message.id, message.hint) == (
        "publishing.E002",
        "Throw it away and load the sample record anew: make clean-data run",
    )
