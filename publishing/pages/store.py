"""The page store: what public addresses answer, as files, until a publication takes them away.

    FOLDER/fence                    a number that moves with every change, and the changes under way
    FOLDER/changes/ID               held by the process that makes a change, as long as it lives
    FOLDER/BUILD/pages/PATH         what the address answers, with PATH.gz and PATH.br beside it
    FOLDER/BUILD/pages/PATH.head    its status and headers; a page without it is not there
    FOLDER/BUILD/keys/DIGEST        the paths that have a key

Files and nothing else: a web server can serve them, and they answer when the database does not. A change of
the record moves the fence and takes its pages away before it commits. A page is kept only if the fence has
not moved since its making began, and nothing is kept while a change is under way. Whoever finds a change
whose process has died takes away what it had named, and ends it.
"""

import fcntl
import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HEAD = ".head"
CODINGS = {"identity": "", "gzip": ".gz", "br": ".br"}


@dataclass(frozen=True)
class Page:
    """What an address answers. `bodies` has one for each coding that is kept."""

    status: int
    headers: list[tuple[str, str]]
    bodies: dict[str, bytes]

    def tag(self, coding: str) -> str:
        """Return a strong validator of these bytes (RFC 9110 §8.8.3)."""
        return f'"{hashlib.sha256(self.bodies[coding]).hexdigest()[:32]}"'


class PageStore:
    """The files of one folder, which every process of a site shares, as one build of the code made them."""

    def __init__(self, folder: Path, build: str) -> None:
        self.folder, self.build = folder, build
        self._held: dict[str, int] = {}  # the changes of this process, each with the handle that holds it

    # Reading

    def head(self, path: str) -> Path:
        return self._file(path, HEAD)

    def read(self, path: str) -> Page | None:
        """Return what is kept of an address."""
        try:
            told = json.loads(self.head(path).read_text("utf-8"))
            bodies = {name: self._file(path, CODINGS[name]).read_bytes() for name in told["codings"]}
        except (FileNotFoundError, NotADirectoryError):  # never made, or taken away between two reads
            return None
        return Page(told["status"], [(name, value) for name, value in told["headers"]], bodies)

    # Keeping

    def fence(self) -> int | None:
        """Return the number of the fence; None while a change is under way, when nothing may be kept."""
        found = self._fence()
        if found["changes"] and self.recover():
            found = self._fence()
        return None if found["changes"] else int(found["number"])

    def keep(self, path: str, page: Page, keys: Iterable[str], since: int) -> bool:
        """Keep a page whose making began when the fence stood at `since`. Say whether it was kept."""
        with self._lock():
            found = self._fence()
            if found["changes"] or found["number"] != since:
                return False
            for key in sorted(keys):  # before the first byte: no text is ever there without its keys
                self._append(key, path)
            for name, body in page.bodies.items():
                _write(self._file(path, CODINGS[name]), body)
            told = {"status": page.status, "headers": page.headers, "codings": list(page.bodies)}
            _write(self.head(path), json.dumps(told).encode())
        return True

    # Changing

    def begin(self, keys: Iterable[str]) -> str:
        """Begin a change, before its commit: take away every page with one of these keys. Return its name."""
        change, named = uuid.uuid4().hex, sorted(keys)
        self._held[change] = os.open(self._own("changes", change), os.O_RDWR | os.O_CREAT, 0o666)
        fcntl.flock(self._held[change], fcntl.LOCK_EX)
        with self._lock():
            found = self._fence()
            self._set_fence(found["number"] + 1, {**found["changes"], change: named})
            self._take_away(named)
        return change

    def end(self, change: str) -> None:
        """End a change, after its commit or its rollback."""
        with self._lock():
            self._end([change])
        os.close(self._held.pop(change))

    def recover(self) -> bool:
        """End the changes of processes that have died. Say whether there were any."""
        with self._lock():
            dead = [change for change in self._fence()["changes"] if self._is_dead(change)]
            self._end(dead)
        return bool(dead)

    def _end(self, changes: list[str]) -> None:
        found = self._fence()
        for change in changes:
            self._take_away(found["changes"].pop(change, []))
        if changes:
            self._set_fence(found["number"] + 1, found["changes"])
        for change in changes:
            self._own("changes", change).unlink(missing_ok=True)

    def _is_dead(self, change: str) -> bool:
        handle = os.open(self._own("changes", change), os.O_RDWR | os.O_CREAT, 0o666)
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
            _write(told, record.encode())

    def clear(self) -> None:
        """Take every page away, such as after the record was replaced by a backup of it."""
        with self._lock():
            found = self._fence()
            self._set_fence(found["number"] + 1, found["changes"])
            for build in self._builds():
                shutil.rmtree(self.folder / build)

    def forget_other_builds(self) -> None:
        """Take away what older code made, once nobody serves it any longer."""
        with self._lock():
            for build in self._builds():
                if build != self.build:
                    shutil.rmtree(self.folder / build)

    # Files

    def _own(self, *names: str) -> Path:
        file = self.folder.joinpath(*names)
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def _builds(self) -> list[str]:
        return [entry.name for entry in self.folder.iterdir() if (entry / "keys").is_dir()]

    def _file(self, path: str, ending: str, build: str = "") -> Path:
        """Return the file of an address; one that ends in a slash is a folder's own."""
        name = f"{path}index.html" if path.endswith("/") else path
        return self.folder / (build or self.build) / "pages" / f"{name.lstrip('/')}{ending}"

    def _key(self, key: str, build: str) -> Path:
        return self.folder / build / "keys" / hashlib.sha256(key.encode()).hexdigest()[:32]

    def _append(self, key: str, path: str) -> None:
        file = self._key(key, self.build)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as paths:
            paths.write(f"{path}\n")

    def _take_away(self, keys: Iterable[str]) -> None:
        """Take pages with these keys out of every build that is kept: an older one may be serving still."""
        keys = list(keys)
        for build in self._builds():
            for key in keys:
                listed = self._key(key, build)
                try:
                    paths = set(listed.read_text("utf-8").splitlines())
                except FileNotFoundError:
                    continue
                for path in paths:
                    for ending in (HEAD, *CODINGS.values()):
                        file = self._file(path, ending, build)
                        file.unlink(missing_ok=True)
                        _new(file).unlink(missing_ok=True)  # of a process killed while it wrote
                listed.unlink(missing_ok=True)

    def _fence(self) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads((self.folder / "fence").read_text("utf-8"))
        except FileNotFoundError:
            return {"number": 0, "changes": {}}
        return found

    def _set_fence(self, number: int, changes: dict[str, list[str]]) -> None:
        _write(self._own("fence"), json.dumps({"number": number, "changes": changes}).encode(), lasting=True)

    @contextmanager
    def _lock(self) -> Iterator[None]:
        handle = os.open(self._own("lock"), os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


def _new(file: Path) -> Path:
    return file.with_name(f"{file.name}.new")  # one name: whoever writes holds the lock


def _write(file: Path, body: bytes, lasting: bool = False) -> None:
    """Put a whole file in its place, or nothing. `lasting` waits until a power cut cannot undo it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = _new(file)
    with new.open("wb") as out:
        out.write(body)
        if lasting:
            out.flush()
            os.fsync(out.fileno())
    new.replace(file)
    if lasting:
        folder = os.open(file.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
