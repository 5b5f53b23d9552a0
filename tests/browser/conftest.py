"""A real server on an empty database, and real Chromium."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

from tests.throwaway import ROOT, database, manage, python

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PASSWORD = "a long password"


@pytest.fixture(scope="module")
def chromium():
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Site:
    """A running server and its database."""

    def __init__(self, environment, port):
        self.environment = environment
        self.url = f"http://127.0.0.1:{port}"


@pytest.fixture
def site(tmp_path):
    """Serve an empty record with the cast's accounts, as `make run` serves it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with database(tmp_path) as environment:
        environment |= {"STATIC_ROOT": str(tmp_path / "static"), "SITE_URL": f"http://127.0.0.1:{port}"}
        manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
        python(environment, "tests/cast.py", "dossiers=0")
        command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}"]
        command += ["--config", "gunicorn.conf.py", "projustice.wsgi"]
        with subprocess.Popen(command, cwd=ROOT, env=environment) as server:
            wait_for(f"http://127.0.0.1:{port}/health")
            yield Site(environment, port)
            server.terminate()


def wait_for(url):
    for _try in range(100):
        try:
            urllib.request.urlopen(url, timeout=1)
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{url} does not answer")


@pytest.fixture
def watched(chromium, site):
    """Return a function that opens a context whose console, policy and foreign requests are watched."""
    contexts, complaints = [], []

    def open_context(**options):
        context = chromium.new_context(base_url=site.url, **options)
        context.on("console", lambda message: complain(message.type, message.text))
        context.on("request", lambda request: foreign(request.url))
        contexts.append(context)
        return context

    def complain(kind, text):
        if kind in {"error", "warning"} and not re.search(r"status of (404|410|403)", text):
            complaints.append(text)

    def foreign(url):
        if not url.startswith((site.url, "data:", "about:", "blob:")):
            complaints.append(f"a request to {url}")

    yield open_context
    for context in contexts:
        context.close()
    assert complaints == []
