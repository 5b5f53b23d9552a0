"""Hostile and odd uploads by the form of the desk: nothing active or hidden is stored, good ones stand."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import modelform_factory
from PIL import Image, PngImagePlugin

from dossiers.desk.forms import PerpetratorForm
from dossiers.models import Perpetrator
from tests.factories import picture

pytestmark = pytest.mark.django_db

GPS = {1: "N", 2: (33.0, 30.0, 0.0), 3: "E", 4: (36.0, 17.0, 0.0)}


def saved(image, form, **options):
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def bomb(width, height):
    """A PNG of a few kilobytes that unpacks to a great many pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" * ((width // 8 + 1) * min(height, 2000)), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def exif(**fields):
    made = Image.Exif()
    made[0x010F], made[0x8825] = "CAMERA SERIAL 7", GPS
    for tag, value in fields.items():
        made[int(tag.removeprefix("t"), 16)] = value
    return made


def with_text():
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "TAKEN BY SOMEBODY")
    return saved(Image.new("RGB", (40, 50), "grey"), "PNG", pnginfo=info)


def frames(form):
    other = Image.new("RGB", (40, 50), "white")
    return saved(Image.new("RGB", (40, 50)), form, save_all=True, append_images=[other])


REFUSED = {
    "a decompression bomb": (bomb(60_000, 60_000), "x.png", "more than 40 megapixels"),
    "a strip": (bomb(200_000, 1), "x.png", "more than 40 megapixels"),
    "truncated JPEG": (picture((400, 400))[:1500], "x.jpg", "not a readable"),
    "truncated PNG": (picture((400, 400), form="PNG")[:200], "x.png", "not a readable"),
    "SVG with a script": (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "x.svg", ""),
    "SVG named as a JPEG": (
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='1'/>",
        "x.jpg",
        "not a readable",
    ),
    "HTML named as a picture": (b"<html><script>alert(1)</script></html>", "x.png", "not a readable"),
    "GIF": (saved(Image.new("RGB", (40, 50)), "GIF"), "x.gif", "not a readable"),
    "BMP that is also a script": (b"BM/*" + b"\x00" * 60 + b"*/=1;alert(1)", "x.bmp", ""),
    "TIFF": (saved(Image.new("RGB", (40, 50)), "TIFF"), "x.jpg", "not a readable"),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "x.jpg", "not a readable"),
    "a ZIP": (b"PK\x03\x04" + b"\x00" * 60, "x.jpg", "not a readable"),
    "animated PNG": (frames("PNG"), "x.png", "animated"),
    "animated WebP": (frames("WEBP"), "x.webp", "animated"),
    "RIFF that is no WebP": (b"RIFF\x24\x00\x00\x00WAVEfmt " + b"\x00" * 40, "x.webp", "not a readable"),
    "empty": (b"", "x.jpg", ""),
    "EXIF that lies": (
        b"\xff\xd8\xff\xe1\xff\xffExif\x00\x00II*\x00\xff\xff\xff\x7f" + b"\x00" * 80,
        "x.jpg",
        "",
    ),
}
RED = (200, 30, 30)
ACCEPTED = {
    "GPS and a serial number": picture(exif=exif()),
    "a comment": picture(comment=b"TAKEN BY SOMEBODY"),
    "text in a PNG": with_text(),
    "XMP": picture(xmp=b"<x:xmpmeta>TAKEN BY SOMEBODY</x:xmpmeta>"),
    "CMYK": saved(Image.new("CMYK", (40, 50), (0, 220, 220, 30)), "JPEG"),
    "sixteen bits": saved(Image.new("I;16", (40, 50), 40_000), "PNG"),
    "transparent": saved(Image.new("RGBA", (40, 50), (*RED, 128)), "PNG"),
    "a palette": saved(Image.new("P", (40, 50)), "PNG"),
    "WebP": picture(form="WEBP"),
    "a script after the picture": picture() + b"<script>alert(1)</script>",
    "a ZIP after the picture": picture() + b"PK\x03\x04" + b"evil.exe" * 9,
    "a hostile name": picture(),
}
NAMES = {"a hostile name": "../../<img src=x onerror=alert(1)>\u202egpj.exe.jpg"}


@pytest.fixture(scope="module")
def written(publish_once):
    """Somebody of whom nothing is written yet: the form is short, and a portrait needs no more."""
    return Perpetrator.objects.create(slug="test-person").pk


PortraitForm = modelform_factory(Perpetrator, form=PerpetratorForm, fields=["portrait"])


def upload(person, data, name):
    """Send a file by the part of the form that takes it, and return what the editor is told."""
    form = PortraitForm({}, {"portrait": SimpleUploadedFile(name, data)}, instance=person)
    if form.is_valid():
        form.save()
    person.refresh_from_db()
    return form.errors.get("portrait", [])


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_with_words_and_stores_nothing(person, case):
    data, name, words = REFUSED[case]
    told = upload(person, data, name)
    assert told, "no message"
    assert any(words in message for message in told), told
    assert not person.portrait


@pytest.mark.parametrize("case", ACCEPTED)
def test_it_is_accepted_as_new_pixels_and_nothing_else(person, case):
    assert upload(person, ACCEPTED[case], NAMES.get(case, "x.jpg")) == []
    folder = settings.MEDIA_ROOT
    for path in person_files(person, folder):
        data = path.read_bytes()
        for trace in (b"CAMERA", b"TAKEN BY", b"script", b"evil", b"Exif", b"GPS", b"xmpmeta", b"photoshop"):
            assert trace not in data, path
    shown = Image.open(person.portrait.path)
    assert (shown.format, shown.mode, shown.size) == ("JPEG", "RGB", (40, 50))


def person_files(person, folder):
    stem = Path(person.portrait.name).stem
    return list((Path(folder) / "portraits").glob(f"{stem}*"))


def test_sixteen_bits_and_cmyk_keep_their_colours(person):
    upload(person, ACCEPTED["sixteen bits"], "x.png")
    grey = Image.open(person.portrait.path).getpixel((20, 25))
    assert all(abs(value - 40_000 // 256) <= 3 for value in grey)
    upload(person, ACCEPTED["CMYK"], "x.jpg")
    red, green, blue = Image.open(person.portrait.path).getpixel((20, 25))
    assert red > 180
    assert green < 60
    assert blue < 60


@pytest.mark.parametrize("turn", range(1, 9))
def test_it_stands_upright_however_the_camera_was_held(person, turn):
    upright = Image.new("RGB", (40, 60), "white")
    upright.paste("red", (0, 0, 40, 20))  # red at the top
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    held = upright.transpose(back[turn]) if turn in back else upright
    upload(person, saved(held, "JPEG", quality=95, exif=exif(t0112=turn)), "x.jpg")
    shown = Image.open(person.portrait.path)
    assert shown.size == (40, 60)
    assert shown.getpixel((20, 5))[1] < 90
    assert shown.getpixel((20, 50))[1] > 200


def test_another_focal_point_is_another_picture(person):
    upload(person, picture((400, 400)), "x.jpg")
    before = person.portrait_name
    person.portrait_x = 10
    person.save()
    assert person.portrait_name != before
    assert len(person_files(person, settings.MEDIA_ROOT)) > 0
