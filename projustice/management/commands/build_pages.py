import re
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from projustice.printing import MISSING
from projustice.stored import StoredPages
from projustice.wsgi import application
from publishing.pages import dataset

LINK = re.compile(rf'(?:(?:href|content)="|<loc>)(?:{re.escape(settings.SITE_URL)})?(/[^"<#?]*)')
BEGINNINGS = ("/ar/", "/en/", "/sitemap.xml")


class Command(BaseCommand):
    help = (
        "Make every page that another one leads to and keep it, then let the web server serve these: "
        "so no reader waits for new code."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="Do nothing if these are already served.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not isinstance(application, StoredPages):
            raise CommandError("No page is kept here: PAGE_STORE is empty, or SERVE is “desk”.")
        if options["once"] and application.store.is_live():
            return
        application.keep_together([f"/data/{name}" for name in dataset.names()])
        made = sum(application.store.read(path) is not None for path in walk(application))
        application.store.go_live()
        self.stdout.write(f"{made} pages kept.")
        if not settings.PDF:
            self.stdout.write(MISSING)


def walk(site: StoredPages) -> Iterator[str]:
    """Ask for every page that can be reached by links, each once, and yield its path."""
    waiting, seen = list(BEGINNINGS), set(BEGINNINGS)
    while waiting:
        path = waiting.pop(0)
        body = site.page(path)
        if body is None:
            continue
        yield path
        for link in LINK.findall(body.decode(errors="ignore")):
            if link not in seen:
                seen.add(link)
                waiting.append(link)
