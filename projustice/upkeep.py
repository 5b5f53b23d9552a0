"""Work on the page store that nobody waits for: what a change took away is made again, and coded better.

One process of a site does it, in a thread of its own. The files of the whole record are made by a process of
their own, so that what they need of memory ends with it.
"""

import fcntl
import json
import logging
import subprocess
import sys
import threading
import time
from typing import TextIO

from django.conf import settings
from django.db import DatabaseError

from projustice.stored import StoredPages, coded
from publishing.pages import dataset

logger = logging.getLogger(__name__)
REST = 0.5  # seconds between two looks at what is wanted
AFTER_TROUBLE = 10  # seconds
# Seconds by which the files of the whole record may be behind; with their making, an hour.
DATA_MAY_LAG = 55 * 60
DATA_TAKES = 30 * 60  # seconds after which their making is given up
DATA_AGAIN = 30  # seconds after a failure
MANIFEST = f"/data/{dataset.MANIFEST}"


class Upkeep(threading.Thread):
    def __init__(self, site: StoredPages) -> None:
        super().__init__(name="upkeep", daemon=True)
        self.site = site
        self._data = DataMaker()
        self._turn: TextIO | None = None  # locked by the process that does it, as long as it lives

    def run(self) -> None:
        while True:
            self.site.forget()
            try:
                if self._has_turn():
                    make_wanted(self.site)
                    self._data.look(self.site)
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


class DataMaker:
    """Has the files of the whole record made, by one process at a time, which nothing waits for."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._began = self._next = 0.0

    def look(self, site: StoredPages) -> None:
        if self._process is not None:
            self._attend(self._process)
        elif time.monotonic() >= self._next and data_is_due(site):
            command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "build_data"]
            self._process = subprocess.Popen(  # noqa: S603 - our own
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            self._began = time.monotonic()

    def _attend(self, process: subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            if time.monotonic() - self._began > DATA_TAKES:
                process.kill()
            return
        self._process = None
        if process.returncode:  # the record changed meanwhile, or a row cannot be written
            self._next = time.monotonic() + DATA_AGAIN


def make_wanted(site: StoredPages) -> None:
    """Make pages that are wanted, and code them as small as can be."""
    paths = site.store.wanted()
    of_data = {f"/data/{name}" for name in dataset.names()}
    for path in paths:
        site.forget()
        if path not in of_data:
            site.page(path)
        page = site.store.read(path)
        if page and page.rough:
            site.store.refine(path, page, coded(page, quick=False))
    if paths:
        site.store.strike(paths)


def data_is_due(site: StoredPages) -> bool:
    """Say whether the files of the whole record are missing, or have been behind for too long."""
    age = site.store.age(MANIFEST)
    if age is not None and age < DATA_MAY_LAG:
        return False
    page = site.store.read(MANIFEST)
    if page is None:
        return True
    if json.loads(page.bodies["identity"])["seq"] != dataset.Snapshot.now().seq:
        return True
    site.store.touch(MANIFEST)  # nothing is new: look again in an hour
    return False
