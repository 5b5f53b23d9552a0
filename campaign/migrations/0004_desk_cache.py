"""The table in which limits on guessing are kept, unless CACHE_URL names another place."""

from django.core.management import call_command
from django.db import migrations


def make(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("campaign", "0003_history")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
