#!/usr/bin/env python3
"""Check a published edition, alone and without its publisher. Needs Python 3.9 and nothing else.

    python3 verify.py BL-0004-e3.json            an edition
    python3 verify.py BL-0004-e3-ar.pdf          the edition that is attached to a PDF
    python3 verify.py blacklist.zip              every file and edition of an archive, and their order
    python3 verify.py https://…/editions/3/      what an address answers: a page, JSON, a PDF, an archive

    --digest HEX        the digest that you noted, from the page or a citation
    --proof FILE        a tlog-proof: that the edition is in the list that a checkpoint is about
    --checkpoint FILE   a signed checkpoint: that an archive is the whole list up to it
    --key VKEY          whose signature must be on the checkpoint: name+id+key

It says one of these in Arabic and English: intact (exit 0), broken (1), withheld (3): the text is not shown,
its digest stands; redacted (4): the text was erased, as a later edition says (asked for at the same address).
Exit 2: it could not be read. Alone, a file can only agree with its own digest: compare that with a digest, a
proof or a checkpoint that you have from elsewhere.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import json
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
import zipfile
import zlib
from pathlib import Path
from typing import Any

INTACT, BROKEN, UNREADABLE, WITHHELD, REDACTED = range(5)
WORDS = {
    INTACT: ("سليم: هذا هو النص الذي نُشر", "intact: the text is the one that was published"),
    BROKEN: ("غير سليم: هذا ليس ما نُشر", "BROKEN: this is not what was published"),
    UNREADABLE: ("تعذرت القراءة", "it could not be read"),
    WITHHELD: ("محجوب: النص غير معروض، وبصمته باقية", "withheld: the text is not shown, its digest stands"),
    REDACTED: (
        "ممحو: مُحي النص، ويذكر ذلك إصدار لاحق",
        "redacted: the text was erased, a later edition says so",
    ),
}


class Broken(Exception):
    """What was found is not what was published."""


class Unreadable(Exception):
    """There is nothing here that can be checked."""


# Editions: canonical JSON (RFC 8785; the record has no number that json.dumps would write otherwise)


def canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def digest(value: Any) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()


def read_edition(data: bytes) -> tuple[Any, Any]:
    try:
        edition = json.loads(data)
        header, body = edition["header"], edition["body"]
        named = f"{header['id']} {header['edition']} {header['seq']} {header['published_at']}"
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Unreadable(f"not an edition: {type(error).__name__}") from None
    if not re.fullmatch(r"[A-Za-z0-9-]+ \d+ \d+ [0-9TZ:-]+", named):
        raise Unreadable("not an edition: its header is not one")
    if data.rstrip(b"\n") != canonical({"header": header, "body": body}):
        raise Broken("it is not written as editions are: there is more in it, or in another order")
    return header, body


def check_edition(header: Any, body: Any) -> int:
    """Return what became of one edition, by its own two parts."""
    if body is None:
        return WITHHELD
    if digest(body) != header["content"]:
        raise Broken(
            f"{header['id']} edition {header['edition']}: the text does not have the digest of its header"
        )
    return INTACT


# Archives: every file as the list says, every edition in its place


def check_archive(data: bytes, checkpoint: tuple[int, bytes] | None) -> int:
    archive = zipfile.ZipFile(io.BytesIO(data))
    prefix = "blacklist/"
    if len(set(archive.namelist())) != len(archive.namelist()):
        raise Broken("the archive has two files of one name")
    manifest = json.loads(archive.read(prefix + "manifest.json"))
    listed = {prefix + row["path"]: row["sha256"] for row in manifest["files"]}
    if set(listed) != set(archive.namelist()) - {prefix + "manifest.json"}:
        raise Broken("the archive does not hold what its list says")
    for name, sha256 in listed.items():
        if hashlib.sha256(archive.read(name)).hexdigest() != sha256:
            raise Broken(f"{name}: not as listed")
    editions = [read_edition(archive.read(name)) for name in listed if name.startswith(prefix + "editions/")]
    if not editions:
        raise Broken("there is no edition in the archive")
    found = check_order(sorted(editions, key=lambda edition: edition[0]["seq"]))
    headers = sorted((header for header, _body in editions), key=lambda header: header["seq"])
    if (len(headers), digest(headers[-1])) != (manifest["seq"], manifest["head"]):
        raise Broken("the last edition is not the one that the list names")
    if checkpoint:
        size, root = checkpoint
        if size > len(headers) or root_of([leaf(canonical(header)) for header in headers[:size]]) != root:
            raise Broken("the editions are not those that the checkpoint is about")
    for (public_id, number), state in found.items():
        if state != INTACT:
            print(f"{public_id} edition {number}: {' · '.join(WORDS[state])}")
    print(f"{len(headers)} editions, {len(listed)} files, head {manifest['head']}")
    print("الجداول مطابقة لقائمة الأرشيف نفسه · the tables are as the archive's own list says")
    return INTACT


def check_order(editions: list[tuple[Any, Any]]) -> dict[tuple[str, int], int]:
    """Return what became of each edition. Raise Broken where one is missing, changed or out of place."""
    last: str | None = None
    of_document: dict[str, Any] = {}
    found: dict[tuple[str, int], int] = {}
    redacted: set[tuple[str, int]] = set()
    for place, (header, body) in enumerate(editions, 1):
        key = header["id"], header["edition"]
        before = of_document.get(header["id"])
        if header["seq"] != place or header["ledger_prev"] != last:
            raise Broken(f"{key[0]} edition {key[1]} does not follow the edition before it in the record")
        if header["prev"] != (digest(before) if before else None):
            raise Broken(f"{key[0]} edition {key[1]} does not follow its own edition before it")
        if header["edition"] != (before["edition"] + 1 if before else 1):
            raise Broken(f"{key[0]}: an edition before {key[1]} is missing")
        found[key] = check_edition(header, body)
        redacted |= {(header["id"], number) for number in header["change"].get("redacts", ())}
        last, of_document[header["id"]] = digest(header), header
    for key in redacted & set(found):
        found[key] = REDACTED if found[key] == WITHHELD else found[key]
    for public_id, number in (key for key, state in found.items() if state == WITHHELD):
        if of_document[public_id]["status"] == "published":
            raise Broken(f"{public_id} edition {number}: its text is missing, and nothing says why")
    return found


# PDF: the attached edition (ISO 32000-2, 7.11.4)


def attachment(data: bytes) -> bytes:
    for start in re.finditer(rb"/EmbeddedFile\b.*?stream\r?\n", data, re.DOTALL):
        if len(start.group()) > 1000:
            continue
        raw = data[start.end() :]
        if b"/FlateDecode" in data[max(0, start.start() - 300) : start.end()]:
            raw = zlib.decompressobj().decompress(raw)
        else:
            raw = raw.partition(b"\nendstream")[0]
        if raw.lstrip().startswith(b"{"):
            return raw
    raise Unreadable("no edition is attached to this PDF")


# Addresses


def fetch(address: str) -> bytes:
    request = urllib.request.Request(address, headers={"User-Agent": "verify.py"})  # noqa: S310 - as asked
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - as asked
            data: bytes = answer.read()
    except urllib.error.HTTPError as answer:  # of what is withheld the header is in the answer
        data = answer.read()
        if answer.code not in {410, 451}:
            raise Unreadable(f"the address answers {answer.code}") from None
    if data.lstrip()[:9].lower() == b"<!doctype":
        link = re.search(rb'href="(/editions/[A-Za-z0-9-]+/\d+\.json)"', data)
        if link is None:
            raise Unreadable("no edition is linked from this page")
        return fetch(urllib.parse.urljoin(address, link.group(1).decode()))
    return data


def erased_by_a_later(address: str, header: Any) -> bool:
    """Say whether a later edition, asked for at the same site, says that this text was erased."""
    for number in range(header["edition"] + 1, header["edition"] + 100):
        place = urllib.parse.urljoin(address, f"/editions/{header['id']}/{number}.json")
        try:
            later, _body = read_edition(fetch(place))
        except (Unreadable, OSError):
            break
        if header["edition"] in later["change"].get("redacts", ()):
            return True
    return False


# Checkpoints and proofs (C2SP signed-note, tlog-checkpoint, tlog-proof; RFC 6962; RFC 8032)


def leaf(data: bytes) -> bytes:
    return hashlib.sha256(b"\0" + data).digest()


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()


def root_of(leaves: list[bytes]) -> bytes:
    """Return the root of a tree of at least one leaf: the left half is the largest power of two below."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256().digest()
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return node(root_of(leaves[:half]), root_of(leaves[half:]))


def read_checkpoint(text: str, key: str) -> tuple[int, bytes]:
    """Return size and root of a checkpoint that bears a valid signature of this key."""
    note, _blank, signatures = text.partition("\n\n")
    note += "\n"
    name, key_id, coded = key.split("+", 2)
    public = base64.b64decode(coded)
    if public[:1] != b"\1" or hashlib.sha256(name.encode() + b"\n" + public).digest()[:4].hex() != key_id:
        raise Unreadable("this is not an Ed25519 key of a signed note")
    for line in signatures.splitlines():
        dash, signer, signature = [*line.split(" "), "", ""][:3]
        raw = base64.b64decode(signature)
        if dash == "—" and signer == name and raw[:4].hex() == key_id:
            if not signed(public[1:], note.encode(), raw[4:]):
                raise Broken("the signature on the checkpoint is false")
            _origin, size, root = note.splitlines()[:3]
            return int(size), base64.b64decode(root)
    raise Broken("the checkpoint is not signed by this key")


def check_proof(header: Any, text: str, key: str) -> None:
    head, _blank, checkpoint = text.partition("\n\n")
    kind, index, *hashes = head.splitlines()
    if kind != "c2sp.org/tlog-proof@v1" or not index.startswith("index "):
        raise Unreadable("not a tlog-proof")
    size, root = read_checkpoint(checkpoint, key)
    place, last, found = int(index[6:]), size - 1, leaf(canonical(header))
    if not 0 <= place < size or place != header["seq"] - 1:
        raise Broken("the proof is about another edition")
    for one in map(base64.b64decode, hashes):  # RFC 9162, 2.1.3.2
        if last == 0:
            raise Broken("the proof is too long")
        if place & 1 or place == last:
            found = node(one, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node(found, one)
        place, last = place >> 1, last >> 1
    if last or found != root:
        raise Broken("the edition is not in the list that the checkpoint is about")


Point = tuple[int, int]
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def point_of(data: bytes) -> Point:
    y = int.from_bytes(data, "little") & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or y >= P:
        raise Broken("not a point of the curve")
    return (P - x if x & 1 != data[31] >> 7 else x), y


def add(one: Point, other: Point) -> Point:
    (x1, y1), (x2, y2) = one, other
    product = D * x1 * x2 * y1 * y2
    x = (x1 * y2 + x2 * y1) * pow(1 + product, P - 2, P)
    y = (y1 * y2 + x1 * x2) * pow(1 - product, P - 2, P)
    return x % P, y % P


def times(number: int, point: Point) -> Point:
    found = (0, 1)
    while number:
        if number & 1:
            found = add(found, point)
        point, number = add(point, point), number >> 1
    return found


def signed(public: bytes, message: bytes, signature: bytes) -> bool:
    if len(signature) != 64:
        return False
    number = int.from_bytes(signature[32:], "little")
    if number >= ORDER:
        return False
    base = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    hashed = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    return times(number, base) == add(point_of(signature[:32]), times(hashed, point_of(public)))


def check(asked: argparse.Namespace) -> int:
    data = fetch(asked.what) if re.match("https?://", asked.what) else Path(asked.what).read_bytes()
    signed_note = Path(asked.checkpoint).read_text("utf-8") if asked.checkpoint else ""
    checkpoint = read_checkpoint(signed_note, asked.key) if signed_note else None
    if data[:2] == b"PK":
        if asked.digest or asked.proof:
            raise Unreadable("--digest and --proof are of one edition, not of an archive")
        return check_archive(data, checkpoint)
    if asked.checkpoint:
        raise Unreadable("--checkpoint is of an archive; of one edition give a --proof")
    printed = data[:5] == b"%PDF-"
    header, body = read_edition(attachment(data) if printed else data)
    found = check_edition(header, body)
    print(
        f"{header['id']} edition {header['edition']}, {header['published_at'][:10]}, digest {digest(header)}"
    )
    if printed:
        print("فُحص الإصدار المرفق وحده، لا الصفحات المطبوعة: قارنها به")
        print("only the attached edition was checked, not the printed pages: compare them with it")
    if asked.digest and asked.digest.lower() != digest(header):
        raise Broken("this edition does not have the digest that you noted")
    if asked.proof:
        check_proof(header, Path(asked.proof).read_text("utf-8"), asked.key)
        print("it is in the list that the checkpoint is about")
    if not (asked.digest or asked.proof):
        print("قارن البصمة بما دوّنته أو بما في الاستشهاد · compare the digest with your note or the citation")
    if found == WITHHELD and re.match("https?://", asked.what) and erased_by_a_later(asked.what, header):
        return REDACTED
    return found


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", help="a file or an address")
    for name in ("digest", "proof", "checkpoint", "key"):
        parser.add_argument(f"--{name}", default="")
    asked = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if (asked.proof or asked.checkpoint) and not asked.key:
        parser.error("--key is needed to check who signed the checkpoint")
    try:
        found = check(asked)
    except Broken as error:
        found = BROKEN
        print(error)
    except (Unreadable, OSError, LookupError, ValueError, TypeError, AttributeError, RuntimeError) as error:
        found = UNREADABLE
        print(error)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        found = UNREADABLE
        print(error)
    print("\n".join(WORDS[found]))
    return found


if __name__ == "__main__":
    sys.exit(main())
