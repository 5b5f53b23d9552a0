"""dossiers.desk.portraits: what an upload becomes, and what is refused."""

import hashlib
import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from dossiers.desk.portraits import reencode, render
from publishing.pages import pictures
from tests import factories
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


def photograph(size=(736, 920)):
    """Something with the detail of a face: smooth shapes under grain, in colour, with metadata."""
    grain = Image.effect_noise(size, 24).convert("RGB")
    shapes = Image.radial_gradient("L").resize(size).convert("RGB")
    out = io.BytesIO()
    Image.blend(shapes, grain, 0.35).save(out, "JPEG", quality=90, comment=b"TAKEN BY")
    return out.getvalue()


def test_one_upload_becomes_three_sizes_in_three_formats(tmp_path):
    kept = tmp_path / f"{'a' * 64}.jpg"
    kept.write_bytes(reencode(upload(photograph())).read())
    render(kept, kept, (0.5, 0.35))
    made = sorted(path.name for path in tmp_path.iterdir() if path != kept)
    assert made == sorted(pictures.renditions(kept.name))
    for width, height in ((112, 140), (184, 230), (368, 460)):
        for form, name in (("avif", "AVIF"), ("webp", "WEBP"), ("jpg", "JPEG")):
            path = tmp_path / pictures.rendition(kept.name, width, form)
            with Image.open(path) as image:
                assert (image.format, image.size) == (name, (width, height))
                red, green, blue = image.convert("RGB").getpixel((width // 2, height // 2))
                assert max(red, green, blue) - min(red, green, blue) <= 3  # grey
            assert b"TAKEN BY" not in path.read_bytes()


@pytest.mark.parametrize(("width", "most"), [(112, 3_000), (368, 14_000)])
def test_a_rendition_is_light_enough_for_a_slow_phone(tmp_path, width, most):
    kept = tmp_path / f"{'b' * 64}.jpg"
    kept.write_bytes(reencode(upload(photograph())).read())
    render(kept, kept, (0.5, 0.35))
    assert (tmp_path / pictures.rendition(kept.name, width, "avif")).stat().st_size <= most


def test_a_published_portrait_is_offered_in_every_format_and_size(
    publish, visitor, django_capture_on_commit_callbacks
):
    person = factories.dossier()
    person.portrait = reencode(upload(picture((300, 400))))
    person.portrait_alt_ar = person.portrait_alt_en = "At a ceremony"
    person.portrait_credit_ar = person.portrait_credit_en = "Agency"
    factories.papers(person)
    person.save()
    with django_capture_on_commit_callbacks(execute=True):
        publish("dossier", person)
    name = person.portrait.name.rpartition("/")[2]
    html = visitor.get("/en/dossiers/test-person/").content.decode()
    for form in ("avif", "webp", "jpg"):
        for width in (112, 184, 368):
            rendition = pictures.rendition(name, width, form)
            assert f"/media/{rendition} {width}w" in html
            response = visitor.get(f"/media/{rendition}")
            assert (
                response.headers["Cache-Control"] == "public, max-age=60"
            )  # P8: as long as a page, in any cache
            assert response.headers["Content-Type"] == pictures.FORMATS[form]
            assert b"".join(response.streaming_content)
    assert 'alt="At a ceremony" width="184" height="230" loading="lazy" decoding="async"' in html
    assert visitor.get(f"/media/{name}").status_code == 404  # what was uploaded stays at the desk
