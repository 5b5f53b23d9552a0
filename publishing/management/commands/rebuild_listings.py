from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from publishing import changes, ledger, projection


class Command(BaseCommand):
    help = "Make all lists and cross-references anew from the live editions."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            ledger.lock()
            count = projection.rebuild()
        if store := changes.page_store():
            store.clear()
        self.stdout.write(f"{count} documents listed.")
