"""Decodes a picture in a process of its own, with limits on memory and time (security.md §4, Uploads).

Stands alone: `python -I picture_worker.py WIDTH HEIGHT < upload > jpeg`. It imports neither Django nor the
project and opens no file. A refusal is one word on stderr and a status of 3; any other failure means
that the picture could not be read.
"""

import io
import resource
import sys
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the library itself is imported under the limits only
    from PIL import Image

MEMORY = 1024**3  # bytes
SECONDS = 10  # of processor time
MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000  # pixels
FORMATS = ("JPEG", "PNG", "WEBP")
REFUSED = 3


def limit() -> None:
    """Bind this process: what a decoder is made to do cannot cost the server more."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def refuse(word: str) -> None:
    sys.stderr.write(word)
    raise SystemExit(REFUSED)


def reencode(data: bytes, size: tuple[int, int]) -> bytes:
    """Return the picture drawn anew from its pixels, upright, in sRGB, within this size."""
    from PIL import Image, ImageOps

    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            width, height = image.size
            if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
                refuse("too_large")
            if getattr(image, "n_frames", 1) > 1:
                refuse("animated")
            image.load()
            pixels = in_srgb(ImageOps.exif_transpose(image))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        refuse("too_large")
    pixels.thumbnail(size, Image.Resampling.LANCZOS)
    # From the raw pixels: nothing that the decoder attached to the image can follow.
    bare = Image.frombytes("RGB", pixels.size, pixels.tobytes())
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=82, optimize=True, progressive=True)
    return out.getvalue()


def in_srgb(image: "Image.Image") -> "Image.Image":
    """Return the picture as eight-bit sRGB on white, whatever its colours were."""
    from PIL import Image, ImageCms

    if image.mode.startswith("I"):  # sixteen bits: the upper eight hold the picture
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, source, srgb, outputMode="RGB") or image
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile is left out; the pixels are shown as they are
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        layer = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer)
    return image.convert("RGB")


if __name__ == "__main__":
    limit()
    sys.stdout.buffer.write(reencode(sys.stdin.buffer.read(), (int(sys.argv[1]), int(sys.argv[2]))))
