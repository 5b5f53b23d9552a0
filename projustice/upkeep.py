"""Work on the page store that nobody waits for: what a change took away is made again, and coded better.

One process of a site does it, in a thread of its own.
"""

import fcntl
import logging
import threading
import time
from typing import TextIO

from django.db import DatabaseError

from projustice.stored import StoredPages, coded

logger = logging.getLogger(__name__)
REST = 0.5  # seconds between two looks at what is wanted
AFTER_TROUBLE = 10  # seconds


class Upkeep(threading.Thread):
    def __init__(self, site: StoredPages) -> None:
        super().__init__(name="upkeep", daemon=True)
        self.site = site
        self._turn: TextIO | None = None  # locked by the process that does it, as long as it lives

    def run(self) -> None:
        while True:
            self.site.forget()
            try:
                if self._has_turn():
                    work(self.site)
            except (OSError, DatabaseError):
                logger.exception("Pages could not be made again; they are made when they are asked for.")
                time.sleep(AFTER_TROUBLE)
            time.sleep(REST)

    def _has_turn(self) -> bool:
        if self._turn is None:
            self.site.store.folder.mkdir(parents=True, exist_ok=True)
            self._turn = (self.site.store.folder / "upkeep").open("w")
        try:
            fcntl.flock(self._turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def work(site: StoredPages) -> None:
    """Make pages that are wanted, and code them as small as can be."""
    paths = site.store.wanted()
    for path in paths:
        site.forget()
        site.page(path)
        page = site.store.read(path)
        if page and page.rough:
            site.store.refine(path, page, coded(page, quick=False))
    if paths:
        site.store.strike(paths)
