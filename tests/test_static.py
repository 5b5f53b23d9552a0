"""Static files as production keeps them: named by content, without comments, compressed."""

import re

import brotli
import pytest
from django.conf import settings
from django.core.files.base import ContentFile

from projustice.storage import StaticStorage


@pytest.fixture
def storage(tmp_path):
    return StaticStorage(location=tmp_path, base_url="/static/")


def test_a_stylesheet_loses_its_comments_and_no_rule(storage):
    storage.save("a.css", ContentFile(b"/* why */\na { color : red ; }\n\n.b{--x:calc(1px + 2px)}"))
    assert storage.open("a.css").read() == b"a { color : red  }.b{--x:calc(1px + 2px)}"


def test_one_that_was_read_for_its_hash_is_still_kept_whole(storage):
    content = ContentFile(b"a{color:red}")
    content.read()
    storage.save("a.css", content)
    assert storage.open("a.css").read() == b"a{color:red}"


@pytest.mark.parametrize("name", ["site.css", "desk.css"])
def test_our_own_keep_every_bracket(storage, name):
    source = re.sub(rb"/\*.*?\*/", b"", (settings.BASE_DIR / "static" / name).read_bytes(), flags=re.S)
    storage.save(name, ContentFile(source))
    kept = storage.open(name).read()
    assert [kept.count(mark) for mark in (b"{", b"}", b"[", b"]", b"(", b")")] == [
        source.count(mark) for mark in (b"{", b"}", b"[", b"]", b"(", b")")
    ]


def test_our_own_is_the_same_stylesheet(storage):
    source = (settings.BASE_DIR / "static" / "site.css").read_bytes()
    storage.save("site.css", ContentFile(source))
    kept = storage.open("site.css").read()
    assert (b"/*" in kept, kept.count(b"@media"), kept.count(b"@font-face")) == (
        False,
        source.count(b"@media"),
        2,
    )
    assert len(brotli.compress(kept)) <= 6_144
