"""The page store: what public addresses answer, as files, until a publication takes them away.

    FOLDER/fence                        a number that moves with every change, and the changes under way
    FOLDER/changes/ID                   held by the process that makes a change; which paths it took away
    FOLDER/live                         a link to the build that is served
    FOLDER/BUILD/STATUS/CODING/PATH     what the address answers, a file for each coding
    FOLDER/BUILD/moved/PATH             where it leads to, as a link into FOLDER/BUILD/to
    FOLDER/BUILD/mementos/PATH          from when on it stands for good, as a link into FOLDER/BUILD/at
    FOLDER/BUILD/heads/PATH             its status and headers; a page without it is not there
    FOLDER/BUILD/keys/DIGEST            the paths that have a key
    FOLDER/BUILD/wanted                 paths to be made, or coded better, when there is time

Files and nothing else: a web server can serve them (docker/nginx.conf does), and they answer when the
database does not. A change of the record moves the fence and takes its pages away before it commits. A page
is kept only if the fence has not moved since its making began, and nothing is kept while a change is under
way. Whoever finds a change whose process has died takes away what it had named, and ends it.
"""

import fcntl
import hashlib
import json
import os
import shutil
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

FOLDERS_OWN = "~"  # the name of the file of an address that ends in a slash: no address has a tilde
MAKING = "making"  # a folder for what is not kept yet; a change removes it
CODINGS = ("br", "gzip", "identity")
STATUSES = (200, 301, 410, 451)  # what can be kept


@dataclass(frozen=True)
class Page:
    """What an address answers. `bodies` has one for each coding that is kept.

    `rough`: it was coded quickly, and is worth coding better.
    """

    status: int
    headers: list[tuple[str, str]]
    bodies: dict[str, bytes]
    rough: bool = False

    @cached_property
    def tags(self) -> dict[str, str]:
        """Return a strong validator of the bytes of each coding (RFC 9110 §8.8.3), as nginx makes it."""
        return {coding: f'"{stamp(body):x}-{len(body):x}"' for coding, body in self.bodies.items()}


def stamp(body: bytes) -> int:
    """Return the time that a file of these bytes bears, in seconds.

    A web server makes its validator of time and size. So the time comes from the bytes, and every copy of
    the store has the same.
    """
    return 10**9 + int.from_bytes(hashlib.sha256(body).digest()[:8], "big") % 10**9


class PageStore:
    """The files of one folder, which every process of a site shares, as one build of the code made them."""

    def __init__(
        self, folder: Path, build: str, gone: Callable[[list[str]], None] = lambda paths: None
    ) -> None:
        """`gone` is told what a change took away, once it has ended; by another process, if that one dies."""
        self.folder, self.build, self._gone = folder, build, gone
        self._heads = f"{folder}/{build}/heads"
        self._held: dict[str, int] = {}  # the changes of this process, each with the handle that holds it

    # Reading

    def head(self, path: str) -> str:
        """Return the name of the file that is there as long as the page is."""
        return f"{self._heads}{path}{FOLDERS_OWN}" if path.endswith("/") else f"{self._heads}{path}"

    def read(self, path: str) -> Page | None:
        """Return what is kept of an address."""
        try:
            told = json.loads(Path(self.head(path)).read_text("utf-8"))
            place = self.folder / self.build / str(told["status"])
            bodies = {name: _file(place / name, path).read_bytes() for name in told["codings"]}
        except (FileNotFoundError, NotADirectoryError):  # never made, or taken away between two reads
            return None
        headers = [(name, value) for name, value in told["headers"]]
        return Page(told["status"], headers, bodies, told["rough"])

    def age(self, path: str) -> float | None:
        """Return how many seconds ago a page was kept, or looked after; None if it is not there."""
        try:
            return time.time() - Path(self.head(path)).stat().st_mtime
        except OSError:
            return None

    def touch(self, path: str) -> None:
        """Begin its age anew."""
        with suppress(FileNotFoundError):
            os.utime(self.head(path))

    # Keeping

    def fence(self) -> int | None:
        """Return the number of the fence; None while a change is under way, when nothing may be kept."""
        found = self._fence()
        if found["changes"]:
            self.recover()
            found = self._fence()
        return None if found["changes"] else int(found["number"])

    def keep(self, path: str, page: Page, keys: Iterable[str], since: int) -> bool:
        """Keep a page whose making began when the fence stood at `since`. Say whether it was kept."""
        return self.keep_all({path: page}, keys, since)

    def keep_all(self, pages: Mapping[str, Page], keys: Iterable[str], since: int) -> bool:
        """Keep pages that belong together, all or none."""
        with self._lock():
            found = self._fence()
            if found["changes"] or found["number"] != since:
                return False
            for key in keys:  # before the first byte: no text is ever there without its keys
                self._append(self._key(key, self.build), pages)
            for path, page in pages.items():
                self._put(path, page)
            self._append(
                f"{self.folder}/{self.build}/wanted", [path for path, page in pages.items() if page.rough]
            )
        return True

    def refine(self, path: str, rough: Page, better: Page) -> None:
        """Put better coded bytes in the place of a page, if it is still the page that was coded."""
        with self._lock():
            if self.read(path) == rough:
                self._put(path, better)

    def want(self, paths: list[str]) -> None:
        """Add paths to what is to be made when there is time."""
        with self._lock():
            self._append(f"{self.folder}/{self.build}/wanted", paths)

    def wanted(self, most: int = 200) -> list[str]:
        """Return paths that wait to be made or coded better, each once."""
        try:
            listed = (self.folder / self.build / "wanted").read_text("utf-8")
        except FileNotFoundError:
            return []
        return list(dict.fromkeys(listed.splitlines()))[:most]

    def strike(self, paths: list[str]) -> None:
        """Strike paths off what is wanted."""
        file = self.folder / self.build / "wanted"
        with self._lock():
            listed = dict.fromkeys(file.read_text("utf-8").splitlines())
            for path in paths:
                listed.pop(path, None)
            self._write(file, "".join(f"{path}\n" for path in listed).encode())

    def _put(self, path: str, page: Page) -> None:
        place = self.folder / self.build / str(page.status)
        for name, body in page.bodies.items():
            self._write(_file(place / name, path), body, stamp(body))
        if moment := dict(page.headers).get("Memento-Datetime"):
            self._date(path, moment)
        if page.status == 301:
            self._lead(path, dict(page.headers).get("Location", ""))
        told = {"status": page.status, "headers": page.headers, "codings": list(page.bodies)}
        self._write(Path(self.head(path)), json.dumps({**told, "rough": page.rough}).encode())

    def _date(self, path: str, moment: str) -> None:
        """Say as a link from when a page stands: below `at/MOMENT` a web server finds page and moment."""
        day = self.folder / self.build / "at" / moment
        day.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            (day / "200").symlink_to("../../200")
        link = _file(self.folder / self.build / "mementos", path)
        link.parent.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(os.path.relpath(day, link.parent))

    def _lead(self, path: str, target: str) -> None:
        """Say as a link where an address leads to: a web server can read that."""
        if not target.endswith("/") or not target.startswith("/"):
            return
        link = _file(self.folder / self.build / "moved", path)
        link.parent.mkdir(parents=True, exist_ok=True)
        goal = _file(self.folder / self.build / "to", target)
        goal.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(os.path.relpath(goal, link.parent))

    # Changing

    def begin(self, keys: Iterable[str]) -> str:
        """Begin a change, before its commit: take away every page with one of these keys. Return its name."""
        change, named = uuid.uuid4().hex, sorted(keys)
        with self._lock():
            self._held[change] = os.open(self._own("changes", change), os.O_RDWR | os.O_CREAT, 0o666)
            fcntl.flock(self._held[change], fcntl.LOCK_EX)
            found = self._fence()
            self._set_fence(found["number"] + 1, {**found["changes"], change: named})
            self._append(str(self._own("changes", change)), self._take_away(named))
        return change

    def end(self, change: str) -> None:
        """End a change, after its commit or its rollback."""
        self._end([change])
        os.close(self._held.pop(change))

    def recover(self) -> None:
        """End the changes of processes that have died."""
        folder = self._own("changes", "any").parent
        with self._lock():
            dead = [change.name for change in folder.iterdir() if self._is_dead(change.name)]
        self._end(dead)

    def _end(self, changes: list[str]) -> None:
        if not changes:
            return
        gone: set[str] = set()
        with self._lock():
            found = self._fence()
            for change in changes:
                gone.update(self._take_away(found["changes"].pop(change, [])))
                with suppress(FileNotFoundError):  # another one ended it meanwhile
                    gone.update(self._own("changes", change).read_text("utf-8").splitlines())
            self._set_fence(found["number"] + 1, found["changes"])
        if gone:
            self._gone(sorted(gone))
        for change in changes:
            self._own("changes", change).unlink(missing_ok=True)

    def _is_dead(self, change: str) -> bool:
        try:
            handle = os.open(self._own("changes", change), os.O_RDWR)
        except FileNotFoundError:
            return False
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        finally:
            os.close(handle)
        return True

    def belong_to(self, record: str) -> None:
        """Take everything away when the pages are those of another record: another first edition."""
        told = self._own("record")
        if not told.exists() or told.read_text("utf-8") != record:
            self.clear()
            with self._lock():
                self._write(told, record.encode())

    def clear(self) -> None:
        """Take every page away, such as after the record was replaced by a backup of it."""
        with self._lock():
            found = self._fence()
            self._set_fence(found["number"] + 1, found["changes"])
            for build in self._builds():
                shutil.rmtree(self.folder / build)

    def is_live(self) -> bool:
        live = self.folder / "live"
        return live.is_symlink() and live.readlink().name == self.build

    def go_live(self) -> None:
        """Let the web server serve this build. What is older than the one before it is taken away."""
        with self._lock():
            live = self.folder / "live"
            before = live.readlink().name if live.is_symlink() else self.build
            new = self._own("live.new")
            new.unlink(missing_ok=True)
            new.symlink_to(self.build)
            new.replace(live)
            for build in self._builds():
                if build not in {self.build, before}:
                    shutil.rmtree(self.folder / build)

    # Files

    def _own(self, *names: str) -> Path:
        file = self.folder.joinpath(*names)
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def _builds(self) -> list[str]:
        return [
            entry.name
            for entry in self.folder.iterdir()
            if (entry / "keys").is_dir() and not entry.is_symlink()
        ]

    def _key(self, key: str, build: str) -> str:
        return f"{self.folder}/{build}/keys/{hashlib.sha256(key.encode()).hexdigest()[:32]}"

    def _append(self, file: str, paths: Iterable[str]) -> None:
        """Add paths to a list, whole or not at all. A page has some fifty keys, so this is kept quick."""
        try:
            listed = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
        except FileNotFoundError:
            Path(file).parent.mkdir(parents=True)
            listed = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
        try:
            os.write(listed, "".join(f"{path}\n" for path in paths).encode())
        finally:
            os.close(listed)

    def _take_away(self, keys: Iterable[str]) -> list[str]:
        """Take pages with these keys out of every build that is kept: an older one may be serving still."""
        keys, gone = list(keys), set[str]()
        self._own("new").unlink(missing_ok=True)  # of a process killed while it wrote
        shutil.rmtree(self.folder / MAKING, ignore_errors=True)
        for build in self._builds():
            paths: set[str] = set()
            for key in keys:
                listed = Path(self._key(key, build))
                with suppress(FileNotFoundError):
                    paths.update(listed.read_text("utf-8").splitlines())
                    listed.unlink()
            for path in paths:
                self._remove(self.folder / build, path)
            if build == self.build and paths:
                self._append(f"{self.folder}/{build}/wanted", sorted(paths))
            gone |= paths
        return sorted(gone)

    def _remove(self, build: Path, path: str) -> None:
        for place in _places(build):
            file = _file(place, path)
            if place.name == "moved" and file.is_symlink():
                _prune(file.parent / file.readlink())
            with suppress(OSError):
                file.unlink()
                _prune(file.parent)

    def _fence(self) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads((self.folder / "fence").read_text("utf-8"))
        except FileNotFoundError:
            return {"number": 0, "changes": {}}
        return found

    def _set_fence(self, number: int, changes: dict[str, list[str]]) -> None:
        fence = json.dumps({"number": number, "changes": changes}).encode()
        self._write(self._own("fence"), fence, lasting=True)

    def _write(self, file: Path, body: bytes, bears: int | None = None, lasting: bool = False) -> None:
        """Put a whole file in its place, or nothing; who writes holds the lock.

        `lasting` waits until a power cut cannot undo it. `bears` is the time that the file bears.
        """
        file.parent.mkdir(parents=True, exist_ok=True)
        new = self._own("new")
        with new.open("wb") as out:
            out.write(body)
            if lasting:
                out.flush()
                os.fsync(out.fileno())
        if bears is not None:
            os.utime(new, (bears, bears))
        new.replace(file)
        if lasting:
            folder = os.open(file.parent, os.O_RDONLY)
            os.fsync(folder)
            os.close(folder)

    @contextmanager
    def _lock(self) -> Iterator[None]:
        handle = os.open(self._own("lock"), os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


def _file(place: Path, path: str) -> Path:
    """Return the file of an address below this place."""
    return Path(f"{place}{path}{FOLDERS_OWN}" if path.endswith("/") else f"{place}{path}")


def _places(build: Path) -> Iterator[Path]:
    """Return every folder of a build that may have a file of an address; what is read first goes first."""
    yield build / "heads"
    yield from (build / str(status) / coding for status in STATUSES for coding in CODINGS)
    yield build / "moved"
    yield build / "mementos"


def _prune(folder: Path) -> None:
    """Remove a folder, and those above it, as far as they are empty: they bear the name of what was there."""
    with suppress(OSError):
        while True:
            folder.rmdir()
            folder = folder.parent
