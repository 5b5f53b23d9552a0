from argparse import ArgumentParser
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from dossiers import models as d
from publishing import verbs
from publishing.desk.accounts.roles import EDITOR, REVIEWER

BATCH = 200  # dossiers a transaction: an fsync for each would only measure the disk
PEOPLE = ("synthetic-editor", "synthetic-reviewer")


class Command(BaseCommand):
    help = "Publish N dossiers that are plainly named as synthetic, for size tests."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["number"] < 1:
            raise CommandError("Say how many: make seed N=10000.")
        seeder = Seeder(*(account(*pair) for pair in zip(PEOPLE, (EDITOR, REVIEWER), strict=True)))
        first = d.Perpetrator.objects.filter(slug__startswith="synthetic-").count() + 1
        last = first + options["number"]
        for start in range(first, last, BATCH):
            with transaction.atomic():
                for number in range(start, min(start + BATCH, last)):
                    seeder.dossier(number)
        self.stdout.write(f"{options['number']} synthetic dossiers published.")


def account(name: str, role: str) -> User:
    user, made = User.objects.get_or_create(username=name)
    if made:
        user.set_unusable_password()
        user.save()
        user.groups.add(Group.objects.get(name=role))
    return user


class Seeder:
    """Writes small dossiers that share sources, institutions and crimes as real ones do."""

    def __init__(self, editor: User, reviewer: User) -> None:
        self.editor, self.reviewer = editor, reviewer
        self.today = datetime.now(UTC).date()
        self.source, _made = d.Source.objects.get_or_create(
            title="Synthetic source", defaults={"kind": "judgment", "lang": "en", "reliability": "A"}
        )
        self.places = [self.place(number) for number in range(20)]

    def place(self, number: int) -> d.Institution:
        place, _made = d.Institution.objects.get_or_create(
            code=f"synthetic.{number}",
            defaults={"name_ar": f"مؤسسة مصطنعة {number}", "name_en": f"Synthetic institution {number}"},
        )
        return place

    def dossier(self, number: int) -> None:
        person = d.Perpetrator.objects.create(
            slug=f"synthetic-{number}", birth=str(1940 + number % 40), checked_on=self.today
        )
        d.ReplyRequest.objects.create(
            perpetrator=person, outcome="waived", waiver="official_record", note="Synthetic."
        )
        self.cite(perpetrator=person, fact="birth")
        for lang, text in (("ar", f"شخص مصطنع {number}"), ("Latn", f"Synthetic Person {number}")):
            self.cite(name=d.Name.objects.create(perpetrator=person, lang=lang, text=text))
        self.cite(
            tenure=d.Tenure.objects.create(
                perpetrator=person,
                institution=self.places[number % len(self.places)],
                title_ar="منصب مصطنع",
                title_en="Synthetic post",
                span=f"{2005 + number % 8}/2014",
            )
        )
        for part in range(3):
            words = {
                "text_ar": f"فقرة مصطنعة {number}.{part}.",
                "text_en": f"Synthetic text {number}.{part}.",
            }
            self.cite(statement=d.Statement.objects.create(perpetrator=person, order=part, **words))
        self.crime(person, number)
        self.cite(
            legal_action=d.LegalAction.objects.create(
                perpetrator=person,
                type="sanction",
                authority_ar="جهة مصطنعة",
                authority_en="Synthetic authority",
                country="EU",
                date="2012",
                status="active",
            )
        )
        verbs.approve(verbs.submit("dossier", person, self.editor), self.reviewer)

    def crime(self, person: d.Perpetrator, number: int) -> None:
        """One crime for every five dossiers."""
        title = f"Synthetic crime {number // 5}"
        crime = d.Crime.objects.filter(title_en=title).first()
        if crime is None:
            crime = d.Crime.objects.create(
                title_en=title,
                title_ar=f"جريمة مصطنعة {number // 5}",
                description_ar="وصف مصطنع.",
                description_en="Synthetic description.",
                when=f"{2011 + number % 9}",
                governorate=f"SY{number % 14 + 1:02}",
                conducts=["detention"],
            )
            self.cite(crime=crime)
        self.cite(participation=d.Participation.objects.create(perpetrator=person, crime=crime))

    def cite(self, **claim: Any) -> None:
        d.Citation.objects.create(source=self.source, **claim)
