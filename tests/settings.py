"""Settings of the test run: those of the site, quick hashing, files in a folder of its own."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "for tests only")
os.environ.setdefault("HTTPS", "0")

from projustice.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
_FILES = Path(tempfile.mkdtemp(prefix="blacklist-test-"))
MEDIA_ROOT = _FILES / "media"
MEDIA_PUBLIC = _FILES / "public"
STATIC_ROOT = _FILES  # exists; collected files are the business of `make static`
ALLOWED_HOSTS = ["testserver"]
PDF = False  # a test that prints says so
PAGE_STORE = ""  # a test that keeps pages says where
