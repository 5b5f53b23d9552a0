"""Draws the pictures of the editors' guide from the desk itself: `make guide`.

The sample record, the cast's accounts, real Chromium; so a picture never shows a desk that is no more.
"""

import io
import os
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.signing_in import sign_in
from tests.server import CHROMIUM, served
from tests.throwaway import ROOT

FOLDER = ROOT / "docs" / "editors-guide" / "images"
SIZE = {"width": 1100, "height": 720}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder), ("tests/browser/guide_record.py",)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        signed = {role: signed_in(browser, site.url, role) for role in ("editor", "reviewer")}
        for lang in ("ar", "en"):
            options = {"base_url": site.url, "locale": lang, "viewport": SIZE}
            draw_door(browser.new_context(**options), lang)
            draw_editor(browser.new_context(**options, storage_state=signed["editor"]), lang)
            draw_reviewer(browser.new_context(**options, storage_state=signed["reviewer"]), lang)
        browser.close()


def signed_in(browser, url, role):
    """Sign in once: a code of the app is good for one time only."""
    context = browser.new_context(base_url=url)
    sign_in(context.new_page(), role)
    state = context.storage_state()
    context.close()
    return state


def draw_door(context, lang):
    page = context.new_page()
    page.goto("/desk/")
    keep(page, "sign-in", lang)
    context.close()


def draw_editor(context, lang):
    page = context.new_page()
    page.goto("/desk/")
    keep(page, "home", lang)
    page.goto("/desk/dossiers/perpetrator/")
    page.locator("#result_list tbody th a", has_text="BL-0004").click()
    form = page.url
    page.locator("#statements-group summary").first.click()
    page.evaluate("document.getElementById('statements-group').scrollIntoView()")
    keep(page, "paragraph", lang)
    page.goto(form.replace("change/", "submit/"))
    keep(page, "checklist", lang)
    page.goto("/desk/languages/")
    page.locator(".board td a").first.click()
    keep(page, "pairs", lang)
    context.close()


def draw_reviewer(context, lang):
    page = context.new_page()
    page.goto("/desk/publishing/submission/?status__exact=open")
    page.locator("#result_list tbody th a").first.click()
    keep(page, "review", lang)
    context.close()


def keep(page, name, lang):
    """Keep what the window shows, in 64 colours."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(64)
    picture.save(FOLDER / f"{name}.{lang}.png", optimize=True)


if __name__ == "__main__":
    main()
