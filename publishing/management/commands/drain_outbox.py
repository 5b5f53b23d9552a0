from typing import Any

from django.core.management.base import BaseCommand

from publishing import outbox


class Command(BaseCommand):
    help = "Do the side effects that publications promised and a stopped process left undone."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{outbox.drain()} done.")
