"""Work on the page store that nobody waits for: what a change took away is made again, and coded better.

One process of a site does it, in a thread of its own.
"""

import fcntl
import logging
import threading
import time

from django.db import DatabaseError

from projustice.stored import StoredPages, coded

logger = logging.getLogger(__name__)
REST = 0.5  # seconds between two looks at what is wanted
OTHERS_TURN = 10  # seconds until a process asks again whether the one that does it has ended


class Upkeep(threading.Thread):
    def __init__(self, site: StoredPages) -> None:
        super().__init__(name="upkeep", daemon=True)
        self.site = site

    def run(self) -> None:
        while True:
            try:
                self._work_alone()
            except (OSError, DatabaseError):
                logger.exception("Pages could not be made again; they are made when they are asked for.")
            time.sleep(OTHERS_TURN)

    def _work_alone(self) -> None:
        self.site.store.folder.mkdir(parents=True, exist_ok=True)
        with (self.site.store.folder / "upkeep").open("w") as turn:
            try:
                fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            while True:
                if not work(self.site):
                    time.sleep(REST)


def work(site: StoredPages) -> int:
    """Make some of the pages that are wanted, and code them as small as can be. Return how many."""
    paths = site.store.wanted()
    for path in paths:
        site.page(path)
        page = site.store.read(path)
        if page and page.rough:
            site.store.refine(path, page, coded(page, quick=False))
    if paths:
        site.store.strike(paths)
    return len(paths)
