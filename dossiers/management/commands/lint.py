"""Read a text as the checklist reads it: `manage.py lint "He is a criminal." --status wanted --lang en`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from dossiers.rules.wording.linter import LANGUAGES, lint
from dossiers.rules.wording.terms import FIRST, FORMULAS


class Command(BaseCommand):
    help = "Says which words of a text go beyond a legal status, why, and what could be written instead."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("text", help="the text, in one language")
        parser.add_argument("--status", default="none", help=", ".join([*FORMULAS, *FIRST]))
        parser.add_argument("--lang", default="ar", choices=sorted(LANGUAGES))

    def handle(self, *args: Any, **options: Any) -> None:
        text, status = options["text"], options["status"]
        if status not in {*FORMULAS, *FIRST}:
            raise CommandError(
                f"There is no status {status!r}. Choose one of: {', '.join([*FORMULAS, *FIRST])}."
            )
        found = lint(text, options["lang"], status)
        for one in found:
            self.stdout.write(f"{one.rule}  {one.start}  “{one.word}”: {one.why} {one.instead}")
        if not found:
            self.stdout.write(_("Nothing is found."))
