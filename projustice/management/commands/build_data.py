import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from projustice.stored import StoredPages
from projustice.wsgi import application
from publishing.pages import dataset

BEHIND = 10  # what readers ask for goes first


class Command(BaseCommand):
    help = "Make the files of the whole record, /data/, and keep them. The site does it by itself."

    def handle(self, *args: Any, **options: Any) -> None:
        if not isinstance(application, StoredPages):
            raise CommandError("No page is kept here: PAGE_STORE is empty, or SERVE is “desk”.")
        os.nice(BEHIND)
        paths = [f"/data/{name}" for name in dataset.names()]
        if not application.keep_together(paths):
            raise CommandError("The record changed meanwhile. Nothing was kept; try again.")
        self.stdout.write(f"{len(paths)} files kept.")
