"""The whole record as files: tables, entities, schemas, editions, and all of these in one archive.

It is made in one pass over the live editions, and says of which state of the record it is (`seq`). Made
again of the same state, it is the same to the byte.
"""

import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

from django.conf import settings
from django.db.models.functions import Length
from django.utils.translation import override

from publishing import dates, kinds, ledger, schema
from publishing.bilingual import LANGUAGES, Text
from publishing.models import Edition, Ledger
from publishing.pages import corrections, openapi
from publishing.pages.reading import PublicDocument
from publishing.pages.store import MAKING
from publishing.pages.tables import LABELS, WRITERS, Record, Row, Table, Writer, meanings
from publishing.schema import EditionHeader, TombstoneContent
from publishing.standalone import verify
from publishing.vocabulary import State

ARCHIVE, MANIFEST, ENTITIES = "blacklist.zip", "manifest.json", "entities.ftm.json"
OPENAPI, READ_ME, VERIFIER = "openapi.json", "README.txt", "verify.py"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of every file in the archive: its own day would change the bytes
CONTENT_TYPES = {
    **{writer.ending: writer.content_type for writer in WRITERS},
    ".ftm.json": "application/jsonl; charset=utf-8",
    ".json": "application/json",
    ".zip": "application/zip",
    ".py": "text/x-python; charset=utf-8",
}
READ = Text(
    """القائمة السوداء – مع العدالة

هذه نسخة من السجل المنشور كما كان بعد الإصدار ذي الرقم التسلسلي {seq} في السجل كله ({day_ar}).
كل سطر في الجداول مأخوذ من إصدار منشور، ويذكر العمودان «file» و«edition» الملف والإصدار.
ورود اسم شخص هنا لا يعني إدانته: يرد الوضع القانوني مع ما يقيّده في العمودين «status_text_ar»
و«status_text_en»، وكل شخص بريء حتى تثبت إدانته بحكم مبرم. افتح الرابط المذكور في السطر قبل أن تنشر،
فقد يكون الملف صُحّح أو سُحب بعد هذه النسخة.

للتحقق من النسخة: python3 verify.py blacklist.zip
شرح الأعمدة: {site}/ar/data/
الترخيص: {licence} {licence_address}
""",
    """The Black List, Pro-Justice

This is a copy of the published record as it stood after the edition with the running number {seq} ({day_en}).
Each row of the tables is taken from a published edition; the columns “file” and “edition” say which.
To be named here is not to be guilty: the legal status stands with its limits in the columns
“status_text_ar” and “status_text_en”, and everyone is presumed innocent until convicted by a final
judgment. Open the address in the row before you publish: the file may have been corrected or withdrawn
since this copy was made.

To check the copy: python3 verify.py blacklist.zip
What each column means: {site}/en/data/
Licence: {licence} {licence_address}
""",
)


@dataclass(frozen=True)
class Snapshot:
    """The state of the record that a set of files is made of."""

    seq: int
    head: str

    @classmethod
    def now(cls) -> "Snapshot":
        return cls(*Ledger.objects.values_list("seq", "head").get(pk=1))


@dataclass(frozen=True)
class File:
    """A file of the set, and how many rows it has where it is made of rows."""

    name: str
    title: Text
    rows: int | None = None

    def described(self, folder: Path) -> dict[str, Any]:
        body = (folder / self.name).read_bytes()
        told = {"path": self.name, "title": self.title.pair, "bytes": len(body)}
        counted = {} if self.rows is None else {"rows": self.rows}
        return {**told, **counted, "sha256": hashlib.sha256(body).hexdigest()}


class Newest:
    """Rows of things that several documents name: the newest edition that names a thing decides."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[tuple[Any, ...], tuple[int, Row]]] = {}

    def keep(self, name: str, key: tuple[Any, ...], seq: int, row: Row) -> None:
        known = self._rows.setdefault(name, {})
        if key not in known or known[key][0] < seq:
            known[key] = (seq, row)

    def keep_row(self, record: Record, seq: int = 0) -> None:
        """Keep a row of a table that has a key."""
        table, row = record
        self.keep(table.name, tuple(row[name] for name in table.key), seq, row)

    def rows(self, name: str) -> list[Row]:
        return [row for _key, (_seq, row) in sorted(self._rows.get(name, {}).items())]


def tables() -> list[Table]:
    """Return every table of the record, each once."""
    return [*(table for kind in kinds.all_kinds() for table in kind.tables), corrections.TABLE, LABELS]


def names() -> list[str]:
    """Return the names of all files of the set, the archive and the manifest last."""
    written = [f"{table.name}{writer.ending}" for table in tables() for writer in WRITERS]
    return [*written, ENTITIES, OPENAPI, VERIFIER, ARCHIVE, MANIFEST]


def content_type(name: str) -> str:
    return next(kind for ending, kind in CONTENT_TYPES.items() if name.endswith(ending))


def schemas() -> dict[str, tuple[Any, str]]:
    """Return what has a schema, by its name in an address, with its title."""
    contents = [EditionHeader, TombstoneContent, *(kind.content for kind in kinds.all_kinds())]
    of_editions = {schema.name_of(one).replace("/", "-"): (one, "") for one in contents}
    return {**of_editions, **{table.name: (table.row, table.name) for table in tables()}}


def _address(name: str) -> str:
    return f"{settings.SITE_URL}/data/schemas/{name}.json"


def schema_named(name: str) -> dict[str, Any] | None:
    """Return the JSON Schema with this name in its address; None where there is none."""
    content, title = schemas().get(name, (None, ""))
    return schema.json_schema(content, _address(name), title) if content else None


def live() -> Iterator[PublicDocument]:
    """Yield every live document, a kind after another, in the order of their numbers."""
    rows = Edition.objects.live().order_by(
        "document__kind", Length("document__public_id"), "document__public_id"
    )
    for edition in rows.iterator(chunk_size=50):
        yield PublicDocument(edition.document, edition)


def make(folder: Path, state: Snapshot) -> None:
    """Write every file of the set into a folder."""
    newest = Newest()
    files = [*_write_tables(folder, newest), _write_entities(folder, newest.rows(ENTITIES))]
    _write(folder / OPENAPI, openapi.document())
    files.append(File(OPENAPI, Text("وصف الواجهة البرمجية", "A description of the addresses")))
    for name, (content, title) in schemas().items():
        _write(folder / "schemas" / f"{name}.json", schema.json_schema(content, _address(name), title))
        files.append(File(f"schemas/{name}.json", Text("مخطط", "Schema")))
    for edition in (
        Edition.objects.filter(seq__lte=state.seq).select_related("document").order_by("seq").iterator(50)
    ):
        files.append(_write_edition(folder, edition))
    (folder / VERIFIER).write_bytes(Path(verify.__file__).read_bytes())
    files.append(File(VERIFIER, Text("برنامج التحقق", "The program that checks editions")))
    (folder / READ_ME).write_text(_read_me(state), "utf-8")
    files.append(File(READ_ME, Text("اقرأني", "Read me")))
    listed = [file.described(folder) for file in files]
    _write(folder / MANIFEST, {**_told(state), "files": listed})
    _pack(folder, [*(file.name for file in files), MANIFEST])
    archive = File(ARCHIVE, Text("كل الملفات في أرشيف واحد", "All files in one archive"))
    alone = [row for row in listed if row["path"] in names() or row["path"].startswith("schemas/")]
    _write(folder / MANIFEST, {**_told(state), "files": [archive.described(folder), *alone]})


def _write_tables(folder: Path, newest: Newest) -> list[File]:
    counts = Counter[str]()
    with ExitStack() as open_files:
        writers = {
            table.name: [_writer(folder, table, form, open_files) for form in WRITERS] for table in tables()
        }

        def write(table: Table, row: Row) -> None:
            counts[table.name] += 1
            for writer in writers[table.name]:
                writer.write(row)

        for found in live():
            kind, seq = kinds.get(found.document.kind), found.edition.seq
            for record in kind.records(found):
                if record.table.key:
                    newest.keep_row(record, seq)
                else:
                    write(*record)
            for entity in kind.entities(found):
                newest.keep(ENTITIES, (entity["id"],), seq, entity)
        for row in corrections.rows():
            write(corrections.TABLE, row)
        for table in tables():
            for record in meanings(table):
                newest.keep_row(record)
        for table in tables():
            for row in newest.rows(table.name):
                write(table, row)
    return [
        File(f"{table.name}{form.ending}", table.title, counts[table.name])
        for table in tables()
        for form in WRITERS
    ]


def _writer(folder: Path, table: Table, form: type[Writer], open_files: ExitStack) -> Writer:
    file = folder / f"{table.name}{form.ending}"
    return form(open_files.enter_context(file.open("w", encoding="utf-8", newline="")), table)


def _write_entities(folder: Path, entities: list[Row]) -> File:
    with (folder / ENTITIES).open("w", encoding="utf-8") as out:
        for entity in entities:
            out.write(json.dumps(entity, ensure_ascii=False, separators=(",", ":")) + "\n")
    return File(
        ENTITIES,
        Text("الأشخاص والمؤسسات والوقائع بصيغة FollowTheMoney", "Entities of FollowTheMoney"),
        len(entities),
    )


def _write_edition(folder: Path, edition: Edition) -> File:
    """Write an edition; of what was withdrawn the header alone: a copy would keep the text alive."""
    hidden = edition.document.state != State.LIVE and edition.read_header()["kind"] != ledger.TOMBSTONE
    name = f"editions/{edition.document.public_id}-e{edition.number}.json"
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(ledger.public_bytes(edition, hidden))
    return File(name, Text("إصدار", "Edition"))


def _write(file: Path, told: Mapping[str, Any]) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _told(state: Snapshot) -> dict[str, Any]:
    newest = Edition.objects.filter(seq=state.seq).defer("content", "header").first()
    return {
        "title": Text("القائمة السوداء", "The Black List").pair,
        "publisher": Text("مع العدالة", "Pro-Justice").pair,
        "site": settings.SITE_URL,
        "seq": state.seq,
        "head": state.head,
        "published": newest.published_at.date().isoformat() if newest else "",
        "licence": ledger.LICENCE,
        "licence_address": ledger.LICENCE_ADDRESS,
    }


def _read_me(state: Snapshot) -> str:
    told = _told(state)
    for lang in LANGUAGES:
        with override(lang):
            told[f"day_{lang}"] = dates.show(told["published"])
    return "\n\n".join(text.format(**told) for text in READ)


def _pack(folder: Path, listed: list[str]) -> None:
    with zipfile.ZipFile(folder / ARCHIVE, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(listed):
            entry = zipfile.ZipInfo(f"blacklist/{name}", FIRST_DAY)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, (folder / name).read_bytes())


_made: dict[Snapshot, TemporaryDirectory[str]] = {}  # of this process: the newest only
_making = Lock()


def _workshop() -> Path | None:
    """Return where files lie while they are made: in the page store, where every change removes them."""
    if not settings.PAGE_STORE:
        return None
    place = Path(settings.PAGE_STORE) / MAKING
    place.mkdir(parents=True, exist_ok=True)
    return place


def forget() -> None:
    """Remove what was made; whoever needed it has kept it."""
    with _making:
        for folder in _made.values():
            folder.cleanup()
        _made.clear()


def read(name: str) -> bytes:
    """Return a file of the set as the record is now. A first call makes them all, which takes its time."""
    with _making:
        state = Snapshot.now()
        if state not in _made:
            _made.clear()
            folder = TemporaryDirectory(dir=_workshop(), ignore_cleanup_errors=True)
            make(Path(folder.name), state)
            _made[state] = folder
        return (Path(_made[state].name) / name).read_bytes()
