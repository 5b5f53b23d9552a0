"""Changes of the record as the page store is told of them: before they commit, and after.

A verb runs `changing()` around its transaction and names inside it, with `take_away`, what it is about to
change. Should it run inside another transaction, the change ends with that one.
"""

import logging
import shlex
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from threading import local

from django.conf import settings
from django.db import connection, transaction

from publishing.pages.store import PageStore

logger = logging.getLogger(__name__)
PURGE_SECONDS = 10  # how long a publication waits for the purge command
End = Callable[[], None]  # ends a change in the store where it was begun


class _Thread(local):
    def __init__(self) -> None:
        self.begun: list[End] = []  # by the verb that runs now
        self.waiting: list[End] = []  # for the transaction around it


_thread = _Thread()


@lru_cache(maxsize=1)
def _store(folder: str, build: str) -> PageStore:
    return PageStore(Path(folder), build, purge)


def purge(paths: list[str]) -> None:
    """Give the addresses that changed to the command that makes other caches forget them (PURGE_COMMAND)."""
    if not settings.PURGE_COMMAND:
        return
    addresses = "".join(f"{settings.SITE_URL}{path}\n" for path in paths)
    try:
        subprocess.run(  # noqa: S603 - the operator's own command, without a shell
            shlex.split(settings.PURGE_COMMAND),
            input=addresses.encode(),
            timeout=PURGE_SECONDS,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        logger.exception("PURGE_COMMAND failed: caches in front of the site show %d old pages.", len(paths))


def page_store() -> PageStore | None:
    """Return the store of this site; None where it is turned off."""
    return _store(str(settings.PAGE_STORE), settings.BUILD) if settings.PAGE_STORE else None


def take_away(keys: Iterable[str]) -> None:
    """Take every stored page away that has one of these keys. Inside `changing` only."""
    if store := page_store():
        _thread.begun.append(partial(store.end, store.begin(keys)))


@contextmanager
def changing() -> Iterator[None]:
    _thread.begun = []
    try:
        yield
    except BaseException:
        _end(_thread.begun)
        raise
    if connection.in_atomic_block and _thread.begun:
        _thread.waiting += _thread.begun
        transaction.on_commit(partial(_end, _thread.begun))
    else:
        _end(_thread.begun)


def settle(**_signal: object) -> None:
    """End, with the request, what waits for a transaction that was rolled back: nothing of it happened."""
    if _thread.waiting and not connection.in_atomic_block:
        _end(list(_thread.waiting))


def _end(begun: list[End]) -> None:
    for end in begun:
        end()
    _thread.waiting = [end for end in _thread.waiting if end not in begun]
