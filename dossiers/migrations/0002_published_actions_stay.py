from django.db import migrations

from dossiers import guards


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0001_initial"), ("publishing", "0002_append_only")]

    operations = [migrations.RunPython(guards.install, guards.remove)]
