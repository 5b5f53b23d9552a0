"""Fill a throw-away database: `python tests/cast.py dossiers=2` makes the cast and submits dossiers."""

import sys

import django

django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402

from publishing import verbs  # noqa: E402
from tests import factories  # noqa: E402

people = {}
for role in ("editor", "reviewer"):
    people[role] = User.objects.create_user(role, password="a long password", is_staff=True)
    people[role].groups.add(Group.objects.get(name=role))
for number in range(int(sys.argv[1].removeprefix("dossiers="))):
    person = factories.dossier(f"person-{number}")
    submission = verbs.submit("dossier", person, people["editor"])
    sys.stdout.write(f"{submission.pk}\n")
