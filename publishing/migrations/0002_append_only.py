"""The ledger's one row, and the triggers that make editions append-only.

On SQLite a later migration that alters one of these tables rebuilds it and loses its triggers: such
a migration must call `triggers.install` again (tests/test_append_only.py fails otherwise).
"""

from django.db import migrations

from publishing import guards


def open_ledger(apps, schema_editor):
    apps.get_model("publishing", "Ledger").objects.create(pk=1)


def close_ledger(apps, schema_editor):
    apps.get_model("publishing", "Ledger").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_initial")]

    operations = [
        migrations.RunPython(open_ledger, close_ledger),
        migrations.RunPython(guards.install, guards.remove),
    ]
