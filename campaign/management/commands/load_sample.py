import secrets
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError

from campaign.sample_record import SampleRecord, written_beside_the_sample
from publishing.desk.accounts.roles import EDITOR, REVIEWER


class Command(BaseCommand):
    help = "Load the sample record: two accounts write and approve it. A second run changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--accounts",
            action="store_true",
            help="Give the two accounts random passwords and print them once; never in production.",
        )

        parser.add_argument(
            "--alone",
            action="store_true",
            help="Load nothing; fail when the record holds more than the sample.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["alone"]:
            more = written_beside_the_sample()
            if more:
                raise CommandError(
                    f"There is more here than the sample record: {', '.join(more)}. Keep this database, "
                    "and start an empty one elsewhere."
                )
            return
        if options["accounts"] and (settings.HTTPS or not settings.SAMPLE_RECORD):
            raise CommandError("Sample accounts with passwords are for a local sample site only.")
        people = [self.account(role, with_password=options["accounts"]) for role in (EDITOR, REVIEWER)]
        published = SampleRecord(*people).load()
        self.stdout.write(f"{published} documents of the sample record published.")

    def account(self, role: str, with_password: bool) -> User:
        user, made = User.objects.get_or_create(username=f"sample-{role}", defaults={"is_staff": True})
        if made:
            user.groups.add(Group.objects.get(name=role))
            password = secrets.token_urlsafe(15) if with_password else None
            user.set_password(password)
            user.save()
            if password:
                self.stdout.write(f"Desk account ({role}): {user.username}  password: {password}")
        return user
