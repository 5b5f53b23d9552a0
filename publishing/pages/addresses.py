"""Addresses that readers use, wherever they are written: the desk may run with a URL map of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.urls import get_urlconf, set_urlconf


@contextmanager
def public_urls() -> Iterator[None]:
    """Reverse names by the public URL map inside the block."""
    before = get_urlconf()
    set_urlconf(settings.PUBLIC_URLCONF)
    try:
        yield
    finally:
        set_urlconf(before)
