"""The gate for portraits: what is kept is drawn anew from pixels and named by its own hash."""

import hashlib
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from dossiers.desk.picture_worker import REFUSED
from publishing.pages.pictures import FORMATS as RENDERED
from publishing.pages.pictures import WIDTHS, height, rendition

MAX_BYTES = 20 * 1024 * 1024
MAGIC = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
WORKER = Path(__file__).with_name("picture_worker.py")
PATIENCE = 30  # seconds, should the worker's own limit fail
SAVED: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 4},
    "webp": {"format": "WEBP", "quality": 70, "method": 6},
    "jpg": {"format": "JPEG", "quality": 72, "optimize": True, "progressive": True},
}
FOCUS = (50, 35)  # percent: a face stands in the upper part; the crop is never tight (visual.md §1)
SIZE = (736, 920)  # pixels: the largest frame in the design, on a dense screen


def portrait_path(_person: Any, filename: str) -> str:
    """Return where a re-encoded portrait is kept; its name is already its hash."""
    return f"portraits/{filename}"


def reencode(upload: Any) -> "ContentFile[bytes]":
    """Return the upload as a new JPEG named by its SHA-256. Raise ValidationError, saying what to do.

    Orientation is applied; all metadata, other frames and original bytes are left behind. The decoding
    is done in a process of its own, whose memory and time are limited.
    """
    if upload.size > MAX_BYTES:
        raise ValidationError(_("This file is larger than 20 MB. Choose a smaller picture."))
    upload.seek(0)
    data = upload.read()
    if not data.startswith(MAGIC) or (data[:4] == b"RIFF" and data[8:12] != b"WEBP"):
        raise _refusal("unreadable")
    command = [sys.executable, "-I", str(WORKER), *map(str, SIZE)]
    try:
        # Our own interpreter and our own file; the upload is only ever its input.
        done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, env={})  # noqa: S603
    except subprocess.TimeoutExpired:
        raise _refusal("unreadable") from None
    if done.returncode:
        raise _refusal(done.stderr.decode() if done.returncode == REFUSED else "unreadable")
    return ContentFile(done.stdout, name=f"{hashlib.sha256(done.stdout).hexdigest()}.jpg")


def _refusal(word: str) -> ValidationError:
    words = {
        "too_large": _("This picture has more than 40 megapixels. Make it smaller first."),
        "animated": _("This picture is animated. Choose a still one."),
    }
    unreadable = _("This file is not a readable JPEG, PNG or WebP picture. Choose another one.")
    return ValidationError(words.get(word, unreadable))


def render(path: Path, shown: Path, focus: tuple[float, float]) -> None:
    """Write every rendition of a kept portrait beside it, those that are there already excepted.

    In grey, in a frame of 4 to 5 around `focus` (parts of width and height), named after `shown`. Each is
    written aside and renamed, so that none is ever half there.
    """
    if not shown.exists():
        shown.write_bytes(path.read_bytes())
    wanted = [
        (width, form, shown.with_name(rendition(shown.name, width, form)))
        for width in WIDTHS
        for form in RENDERED
    ]
    missing = [row for row in wanted if not row[2].exists()]
    if not missing:
        return
    with Image.open(path, formats=("JPEG",)) as image:
        grey = image.convert("L")
    for width, form, target in missing:
        framed = ImageOps.fit(grey, (width, height(width)), Image.Resampling.LANCZOS, centering=focus)
        part = target.with_name(f".{target.name}")
        framed.save(part, **SAVED[form])
        part.rename(target)
