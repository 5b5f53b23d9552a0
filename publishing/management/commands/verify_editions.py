from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from publishing import audit
from publishing.models import Ledger
from publishing.verify import verify, verify_lists, verify_triggers


class Command(BaseCommand):
    help = "Recompute every digest and link of the record and name each edition that is not intact."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--head", help="SEQ:DIGEST noted elsewhere earlier; finds a whole rewrite.")
        parser.add_argument("--lists", action="store_true", help="Also compare every list with the editions.")

    def handle(self, *args: Any, **options: Any) -> None:
        head = _head(options["head"])
        findings: list[Any] = list(verify(head))
        findings += audit.verify()
        findings += verify_triggers()
        if options["lists"]:
            findings += verify_lists()
        for finding in findings:
            self.stderr.write(str(finding))
        if findings:
            raise CommandError(f"{len(findings)} finding(s): the record is not intact.")
        book = Ledger.objects.get(pk=1)
        self.stdout.write(f"{book.seq} editions, all intact. Head: {book.seq}:{book.head}")


def _head(text: str | None) -> tuple[int, str] | None:
    if not text:
        return None
    seq, colon, digest = text.partition(":")
    if not colon or not seq.isdigit() or len(digest) != 64:
        raise CommandError("Write --head as SEQ:DIGEST, as an earlier run printed it.")
    return int(seq), digest
