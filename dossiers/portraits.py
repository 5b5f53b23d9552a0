"""The gate for portraits: what is kept is drawn anew from pixels and named by its own hash."""

import hashlib
import io
import warnings
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from publishing.pictures import FORMATS as RENDERED
from publishing.pictures import WIDTHS, height, rendition

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000  # pixels
FORMATS = ("JPEG", "PNG", "WEBP")
SAVED: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 4},
    "webp": {"format": "WEBP", "quality": 70, "method": 6},
    "jpg": {"format": "JPEG", "quality": 72, "optimize": True, "progressive": True},
}
CENTRE = (0.5, 0.35)  # a face stands in the upper part; the crop is never tight (visual.md §1)
SIZE = (736, 920)  # pixels: the largest frame in the design, on a dense screen


def portrait_path(_person: Any, filename: str) -> str:
    """Return where a re-encoded portrait is kept; its name is already its hash."""
    return f"portraits/{filename}"


def reencode(upload: Any) -> ContentFile:
    """Return the upload as a new JPEG named by its SHA-256. Raise ValidationError, saying what to do.

    Orientation is applied; all metadata, other frames and original bytes are left behind.
    """
    if upload.size > MAX_BYTES:
        raise ValidationError(_("This file is larger than 20 MB. Choose a smaller picture."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            upload.seek(0)
            with Image.open(upload, formats=FORMATS) as image:
                _measure(image)
                pixels = ImageOps.exif_transpose(image).convert("RGB")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _too_large() from None
    except ValidationError:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        raise ValidationError(
            _("This file is not a readable JPEG, PNG or WebP picture. Choose another one.")
        ) from None
    return _encode(pixels)


def _measure(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise _too_large()
    if getattr(image, "n_frames", 1) > 1:
        raise ValidationError(_("This picture is animated. Choose a still one."))


def _too_large() -> ValidationError:
    return ValidationError(_("This picture has more than 40 megapixels. Make it smaller first."))


def _encode(pixels: Image.Image) -> ContentFile:
    pixels.thumbnail(SIZE, Image.Resampling.LANCZOS)
    # From the raw pixels: nothing that the decoder attached to the image can follow.
    bare = Image.frombytes("RGB", pixels.size, pixels.tobytes())
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=82, optimize=True, progressive=True)
    data = out.getvalue()
    return ContentFile(data, name=f"{hashlib.sha256(data).hexdigest()}.jpg")


def render(path: Path) -> None:
    """Write every rendition of a kept portrait beside it, those that are there already excepted.

    In grey, in a frame of 4 to 5. Each is written aside and renamed, so that none is ever half there.
    """
    wanted = [
        (width, form, path.with_name(rendition(path.name, width, form)))
        for width in WIDTHS
        for form in RENDERED
    ]
    missing = [row for row in wanted if not row[2].exists()]
    if not missing:
        return
    with Image.open(path, formats=("JPEG",)) as image:
        grey = image.convert("L")
    for width, form, target in missing:
        framed = ImageOps.fit(grey, (width, height(width)), Image.Resampling.LANCZOS, centering=CENTRE)
        part = target.with_name(f".{target.name}")
        framed.save(part, **SAVED[form])
        part.rename(target)
