"""A real server on an empty database, and real Chromium."""

import os
import re

import pytest
from playwright.sync_api import sync_playwright

from tests.server import CHROMIUM, served


@pytest.fixture(scope="module")
def chromium():
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def site(tmp_path):
    with served(tmp_path) as running:
        yield running


@pytest.fixture
def watched(chromium, site):
    """Return a function that opens a context whose console, policy and foreign requests are watched."""
    contexts, complaints = [], []

    def open_context(**options):
        context = chromium.new_context(**{"base_url": site.url, **options})
        context.on("console", lambda message: complain(message.type, message.text))
        context.on("request", lambda request: foreign(request.url))
        contexts.append(context)
        return context

    def complain(kind, text):
        if kind in {"error", "warning"} and not re.search(r"status of (404|410|403)", text):
            complaints.append(text)

    def foreign(url):
        named = site.url.replace("127.0.0.1", "localhost")
        if not url.startswith((site.url, named, "data:", "about:", "blob:")):
            complaints.append(f"a request to {url}")

    yield open_context
    for context in contexts:
        context.close()
    assert complaints == []
