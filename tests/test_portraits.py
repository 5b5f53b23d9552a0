"""dossiers.portraits: what an upload becomes, and what is refused."""

import hashlib
import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from dossiers.portraits import reencode
from tests.factories import picture


def upload(data, name="photo.jpg"):
    return SimpleUploadedFile(name, data)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_becomes_a_jpeg_named_by_its_hash(form):
    kept = reencode(upload(picture(form=form)))
    data = kept.read()
    assert kept.name == f"{hashlib.sha256(data).hexdigest()}.jpg"
    assert Image.open(io.BytesIO(data)).format == "JPEG"


def test_no_metadata_and_no_comment_survive():
    exif = Image.Exif()
    exif[0x010F], exif[0x8825] = "CAMERA SERIAL", {1: "N", 2: (33.0, 30.0, 0.0)}
    dirty = picture(exif=exif, comment=b"TAKEN BY", icc_profile=b"PROFILE", xmp=b"<x>XMP</x>")
    assert b"CAMERA SERIAL" in dirty
    assert b"TAKEN BY" in dirty
    data = reencode(upload(dirty)).read()
    for trace in (b"CAMERA", b"TAKEN BY", b"Exif", b"PROFILE", b"XMP"):
        assert trace not in data


def test_it_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    assert Image.open(reencode(upload(picture((40, 20), exif=exif)))).size == (20, 40)


def test_a_large_one_is_made_as_small_as_the_page_needs():
    assert Image.open(reencode(upload(picture((3000, 3000))))).size == (736, 736)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not a picture", "not a readable JPEG, PNG or WebP picture"),
        (b"", "not a readable"),
        (b"GIF89a" + b"\x00" * 40, "not a readable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a readable"),
        (picture()[:200], "not a readable"),
        (picture((8000, 5001), form="PNG"), "more than 40 megapixels"),
        (picture((12_001, 1), form="PNG"), "more than 40 megapixels"),
        (picture(form="PNG", save_all=True, append_images=[Image.new("RGB", (40, 50))]), "animated"),
    ],
    ids=["text", "empty", "gif", "svg", "truncated", "too many pixels", "too long", "animated"],
)
def test_what_is_no_portrait_is_refused_with_words(data, words):
    with pytest.raises(ValidationError, match=words):
        reencode(upload(data))


def test_a_file_over_20_megabytes_is_not_opened():
    with pytest.raises(ValidationError, match="larger than 20 MB"):
        reencode(upload(b"\xff\xd8" + b"0" * (20 * 1024 * 1024)))
