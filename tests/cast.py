"""Fill a throw-away database: `python tests/cast.py dossiers=2` makes the cast and submits dossiers."""

import sys

import django

django.setup()

from allauth.mfa.totp.internal.auth import TOTP  # noqa: E402
from django.contrib.auth.models import Group, User  # noqa: E402

from publishing import verbs  # noqa: E402
from tests import factories  # noqa: E402

people = {}
newcomer = User.objects.create_user("newcomer", password="a long password", is_staff=True)
newcomer.groups.add(Group.objects.get(name="editor"))
for role in ("editor", "reviewer"):
    people[role] = User.objects.create_user(role, password="a long password", is_staff=True)
    people[role].groups.add(Group.objects.get(name=role))
    TOTP.activate(people[role], f"{role.upper():A<16}".replace("9", "A"))
for number in range(int(sys.argv[1].removeprefix("dossiers="))):
    person = factories.dossier(f"person-{number}")
    submission = verbs.submit("dossier", person, people["editor"])
    sys.stdout.write(f"{submission.pk}\n")
