"""verify.py, one file of standard Python, run as anybody would: what it says and how it exits."""

import base64
import hashlib
import io
import json
import subprocess
import sys
import zipfile

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from publishing import verbs
from publishing.canonical import canonical, digest
from publishing.models import Document, Edition
from publishing.pages import dataset
from publishing.standalone import verify
from publishing.vocabulary import Reason
from tests import factories
from tests.server import served
from tests.test_whatever_dies import PUBLISH

INTACT, BROKEN, UNREADABLE, WITHHELD, REDACTED = range(5)
ORIGIN = "pro-justice.org/blacklist"


@pytest.fixture
def record(publish):
    """Three editions: two of a file, one of a news item between them."""
    person = factories.dossier()
    publish("dossier", person)
    publish("news", factories.news())
    person.statements.update(text_en="Headed another unit.", text_ar="ترأس وحدة أخرى.")
    return publish("dossier", person, **factories.NOTE).document


@pytest.fixture
def program(tmp_path, visitor):
    """The program as the site gives it away, in a folder with nothing else: how it exits, what it says."""

    def run(name, *options, data=None):
        (tmp_path / "verify.py").write_bytes(visitor.get("/data/verify.py").content)
        if data is not None:
            (tmp_path / name).write_bytes(data)
        command = [sys.executable, "-I", "verify.py", name, *options]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        return done.returncode, done.stdout

    return run


def edition(visitor, number=1):
    return visitor.get(f"/editions/BL-0001/{number}.json").content


def test_an_edition_as_published_is_intact(record, visitor, program):
    code, said = program("e.json", data=edition(visitor))
    assert code == INTACT
    header = json.loads(edition(visitor))["header"]
    assert f"BL-0001 edition 1, {header['published_at'][:10]}, digest {digest(header)}" in said
    assert "سليم: هذا هو النص الذي نُشر" in said
    assert "intact: the text is the one that was published" in said


@pytest.mark.parametrize("where", ["text", "header", "salt"])
def test_one_changed_word_is_found(record, visitor, program, where):
    told = json.loads(edition(visitor))
    if where == "text":
        told["body"]["names"][0]["text"] = "Somebody Else"
    elif where == "salt":
        told["body"]["salt"] = "0" * 32
    else:
        told["header"]["content"] = "0" * 64
    code, said = program("e.json", data=canonical(told))
    assert code == BROKEN
    assert "BROKEN: this is not what was published" in said
    assert "غير سليم" in said


def test_nothing_may_stand_beside_what_was_published(record, visitor, program):
    told = json.loads(edition(visitor))
    assert program("e.json", data=canonical({**told, "more": "text"}))[0] == BROKEN
    twice = edition(visitor).replace(b'{"body":', b'{"body":{},"body":')
    assert program("e.json", data=twice)[0] == BROKEN
    assert program("e.json", data=json.dumps(told, indent=1).encode())[0] == BROKEN


def test_alone_a_file_only_agrees_with_itself_and_that_is_said(record, visitor, program):
    told = json.loads(edition(visitor))
    told["body"]["names"][0]["text"] = "Somebody Else"
    told["header"]["content"] = digest(told["body"])
    code, said = program("e.json", data=canonical(told))
    assert (code, "compare the digest with your note or the citation" in said) == (INTACT, True)
    real = digest(json.loads(edition(visitor))["header"])
    assert program("e.json", "--digest", real, data=canonical(told))[0] == BROKEN


def test_an_option_that_does_not_apply_is_refused(record, visitor, program, tmp_path):
    signer = Signer()
    (tmp_path / "c").write_text(signer.checkpoint(3, tree(leaves())[0]), "utf-8")
    assert program("a.zip", "--digest", "0" * 64, data=archive(visitor))[0] == UNREADABLE
    options = ("--checkpoint", "c", "--key", signer.key)
    assert program("e.json", *options, data=edition(visitor))[0] == UNREADABLE


def test_the_digest_that_was_noted_must_be_that_of_the_edition(record, visitor, program):
    header = json.loads(edition(visitor))["header"]
    assert program("e.json", "--digest", digest(header), data=edition(visitor))[0] == INTACT
    assert program("e.json", "--digest", "0" * 64, data=edition(visitor))[0] == BROKEN


def test_a_text_that_is_not_shown_is_withheld(record, reviewer, visitor, program):
    verbs.withdraw(record, reviewer, Reason.SAFETY)
    code, said = program("e.json", data=edition(visitor))
    assert code == WITHHELD
    assert "محجوب" in said


@pytest.mark.parametrize("data", [
    b"", b"{}", b"[]", b"%PDF-1.7 nothing", b"PK\3\4 nothing", b"\xff\xfe", b'{"header": [], "body": 1}',
    b"[" * 100_000,
    b'{"header": {"id": "\\u001b[2J", "edition": 1, "seq": 1, "published_at": "x"}, "body": null}',
])  # fmt: skip
def test_what_cannot_be_read_is_said_so(record, visitor, program, data):
    code, said = program("e.json", data=data)
    assert (code, "تعذرت القراءة" in said) == (UNREADABLE, True)


def test_a_file_that_is_not_there_is_said_so(record, program):
    assert program("nothing.json")[0] == UNREADABLE


# Of BL-0001 the first edition is erased, the second stands; BL-0002 is withdrawn.
HIDE = """
import django; django.setup()
from django.contrib.auth.models import User
from dossiers.models import Perpetrator
from publishing import verbs
from publishing.models import Document
from publishing.vocabulary import Reason
from tests import factories
people = [User.objects.get(username=name) for name in ("editor", "reviewer")]
person = Perpetrator.objects.get()
person.statements.update(text_en="Headed another unit.", text_ar="ترأس وحدة أخرى.")
factories.publish("dossier", person, *people, **factories.NOTE)
verbs.redact(Document.objects.get(), [1], people[1], Reason.SAFETY)
withdrawn = factories.publish("dossier", factories.dossier("second", "اسم ثانٍ", "Second Person"), *people)
verbs.withdraw(withdrawn.document, people[1], Reason.SAFETY)
"""


@pytest.mark.slow
@pytest.mark.django_db
def test_an_address_is_checked_by_what_it_answers(tmp_path, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), served(tmp_path, ("-c", PUBLISH), ("-c", HIDE)) as site:
        for path, exits in (
            ("/ar/dossiers/test-person/", INTACT),
            ("/en/dossiers/test-person/editions/2/", INTACT),
            ("/editions/BL-0001/2.json", INTACT),
            ("/editions/BL-0001/1.json", REDACTED),
            ("/editions/BL-0002/1.json", WITHHELD),
            ("/en/", UNREADABLE),
            ("/editions/BL-0009/1.json", UNREADABLE),
        ):
            done = subprocess.run(
                [sys.executable, "-I", verify.__file__, f"{site.url}{path}"],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert (done.returncode, done.stderr) == (exits, ""), path


# Archives


def archive(visitor):
    return visitor.get("/data/blacklist.zip").content


def changed(data, change, listed=False):
    """Return an archive after a change of its files, with or without a list that knows of it."""
    old = zipfile.ZipFile(io.BytesIO(data))
    files = {name: old.read(name) for name in old.namelist()}
    change(files)
    if listed:
        name = "blacklist/manifest.json"
        manifest = json.loads(files[name])
        manifest["files"] = [
            {**row, "sha256": hashlib.sha256(files[f"blacklist/{row['path']}"]).hexdigest()}
            for row in manifest["files"]
            if f"blacklist/{row['path']}" in files
        ]
        files[name] = json.dumps(manifest).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, body in files.items():
            new.writestr(name, body)
    return out.getvalue()


def test_an_archive_is_checked_whole(record, visitor, program):
    code, said = program("a.zip", data=archive(visitor))
    head = Edition.objects.get(seq=3).header_digest
    assert (
        code,
        f"3 editions, {len(json.loads(manifest_of(visitor))['files'])} files, head {head}" in said,
    ) == (
        INTACT,
        True,
    )


def manifest_of(visitor):
    return zipfile.ZipFile(io.BytesIO(archive(visitor))).read("blacklist/manifest.json")


FIRST = "blacklist/editions/BL-0001-e1.json"


def forge(files):
    told = json.loads(files[FIRST])
    told["body"]["names"][0]["text"] = "Somebody Else"
    salted = {**told["body"]}
    told["header"]["content"] = digest(salted)
    files[FIRST] = canonical(told)


def withhold(files):
    told = json.loads(files[FIRST])
    files[FIRST] = canonical({**told, "body": None})


@pytest.mark.parametrize(
    ("change", "listed"),
    [
        (lambda files: files.update({"blacklist/people.csv": b"other"}), False),
        (lambda files: files.pop("blacklist/people.csv"), False),
        (lambda files: files.update({"blacklist/more.txt": b"more"}), False),
        (lambda files: files.pop(FIRST), True),
        (forge, True),
        (lambda files: files.pop("blacklist/editions/BL-0001-e2.json"), True),
        (withhold, True),
    ],
    ids=[
        "file changed",
        "file gone",
        "file more",
        "edition gone",
        "edition forged",
        "last gone",
        "text gone",
    ],
)
def test_whatever_was_changed_in_an_archive_is_found(record, visitor, program, change, listed):
    assert program("a.zip", data=changed(archive(visitor), change, listed))[0] == BROKEN


def test_in_an_archive_an_erased_text_is_told_from_one_that_is_not_shown(record, reviewer, visitor, program):
    verbs.redact(record, [1], reviewer, Reason.FACTUAL_ERROR)
    code, said = program("a.zip", data=archive(visitor))
    assert code == INTACT
    assert "BL-0001 edition 1: ممحو" in said
    verbs.withdraw(Document.objects.get(public_id="BL-0001"), reviewer, Reason.SAFETY)
    _code, said = program("a.zip", data=archive(visitor))
    assert "BL-0001 edition 2: محجوب" in said


# Checkpoints and proofs (C2SP signed-note, tlog-checkpoint, tlog-proof)


class Signer:
    def __init__(self, seed=b"\1" * 32, name=ORIGIN):
        self.private, self.name = Ed25519PrivateKey.from_private_bytes(seed), name
        public = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.id = hashlib.sha256(name.encode() + b"\n\1" + public).digest()[:4]
        self.key = f"{name}+{self.id.hex()}+{base64.b64encode(chr(1).encode() + public).decode()}"

    def checkpoint(self, size, root):
        text = f"{ORIGIN}\n{size}\n{base64.b64encode(root).decode()}\n"
        signature = base64.b64encode(self.id + self.private.sign(text.encode())).decode()
        return f"{text}\n— other+key AAAA\n— {self.name} {signature}\n"


def tree(leaves):
    """Return the root and the proof of each leaf, by the definition of RFC 6962 §2.1."""
    if len(leaves) == 1:
        return leaves[0], [[]]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    (left, lefts), (right, rights) = tree(leaves[:half]), tree(leaves[half:])
    root = hashlib.sha256(b"\1" + left + right).digest()
    return root, [[*path, right] for path in lefts] + [[*path, left] for path in rights]


def leaves():
    rows = Edition.objects.order_by("seq").values_list("header", flat=True)
    return [hashlib.sha256(b"\0" + row.encode()).digest() for row in rows]


def proof(index, path, checkpoint):
    hashes = "".join(f"{base64.b64encode(one).decode()}\n" for one in path)
    return f"c2sp.org/tlog-proof@v1\nindex {index}\n{hashes}\n{checkpoint}"


def test_a_proof_shows_that_the_edition_is_in_the_signed_list(record, visitor, program, tmp_path):
    signer = Signer()
    root, paths = tree(leaves())
    for number, place in ((1, 0), (2, 2)):
        (tmp_path / "p").write_text(proof(place, paths[place], signer.checkpoint(3, root)), "utf-8")
        code, said = program("e.json", "--proof", "p", "--key", signer.key, data=edition(visitor, number))
        assert (code, "it is in the list that the checkpoint is about" in said) == (INTACT, True)


@pytest.mark.parametrize(
    "fault", ["another key", "another place", "another root", "one hash short", "another edition"]
)
def test_a_proof_that_proves_nothing_is_found(record, visitor, program, tmp_path, fault):
    signer, other = Signer(), Signer(b"\2" * 32)
    root, paths = tree(leaves())
    place = 1 if fault == "another place" else 0
    path = paths[place][:-1] if fault == "one hash short" else paths[place]
    signed = other if fault == "another key" else signer
    root = b"\0" * 32 if fault == "another root" else root
    (tmp_path / "p").write_text(proof(place, path, signed.checkpoint(3, root)), "utf-8")
    number = 2 if fault == "another edition" else 1
    assert program("e.json", "--proof", "p", "--key", signer.key, data=edition(visitor, number))[0] == BROKEN


def test_a_checkpoint_shows_that_an_archive_is_the_whole_list(record, visitor, program, tmp_path):
    signer = Signer()
    (tmp_path / "c").write_text(signer.checkpoint(3, tree(leaves())[0]), "utf-8")
    data = archive(visitor)
    assert program("a.zip", "--checkpoint", "c", "--key", signer.key, data=data)[0] == INTACT
    (tmp_path / "c").write_text(signer.checkpoint(2, tree(leaves()[:2])[0]), "utf-8")  # an earlier one
    assert program("a.zip", "--checkpoint", "c", "--key", signer.key, data=data)[0] == INTACT
    (tmp_path / "c").write_text(signer.checkpoint(4, tree(leaves())[0]), "utf-8")
    assert program("a.zip", "--checkpoint", "c", "--key", signer.key, data=data)[0] == BROKEN


@pytest.mark.parametrize("size", range(1, 20))
def test_the_root_and_every_proof_are_those_of_rfc_6962(size):
    leaves = [hashlib.sha256(bytes([n])).digest() for n in range(size)]
    assert verify.root_of(leaves) == tree(leaves)[0]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 11])
def test_every_place_of_a_list_can_be_proved(size, monkeypatch):
    headers = [{"seq": n} for n in range(1, size + 1)]
    hashed = [hashlib.sha256(b"\0" + canonical(header)).digest() for header in headers]
    root, paths = tree(hashed)
    monkeypatch.setattr(verify, "read_checkpoint", lambda text, key: (size, root))
    for place, header in enumerate(headers):
        verify.check_proof(header, proof(place, paths[place], ""), "")


def test_the_example_of_rfc_8032_verifies():
    public = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    signature = bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    assert verify.signed(public, b"\x72", signature)
    assert not verify.signed(public, b"\x73", signature)
    assert not verify.signed(public, b"\x72", signature[:-1] + b"\x40")


def test_it_is_short_enough_to_read(record):
    text = (dataset.Path(verify.__file__)).read_text("utf-8")
    assert len(text.splitlines()) < 400
    names = {
        line.split()[1].partition(".")[0]
        for line in text.splitlines()
        if line.startswith(("import ", "from "))
    }
    assert names <= set(sys.stdlib_module_names)
