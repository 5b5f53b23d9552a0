"""How the pages look, compared with pictures that were looked at: tests/browser/golden/.

A changed picture is a deliberate commit: `make golden` draws them anew, and the difference is in
the review. Fonts are pinned to those that CI installs, so that machines agree.
"""

import io
import os
import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.server import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "home": "",
    "register": "dossiers/",
    "dossier": "dossiers/anwar-raslan/",
    "crime": "crimes/INC-0005/",
    "crimes": "crimes/",
    "justice": "justice/",
    "institution": "institutions/gi/",
    "source": "sources/SRC-0001/",
    "corrections": "corrections/",
    "search": "search/?q=Mahir",
    "news": "news/responding-to-misconceptions-regarding-the-iiim/",
    "404": "nothing/here/",
}
VIEWS = [(name, scheme, width) for name in PAGES for width in (390, 1280) for scheme in ["light"]]
VIEWS += [("dossier", "dark", 390), ("dossier", "dark", 1280), ("dossier", "print", 794)]
FONTS = {
    r"--f-ui:[^;}]+": '--f-ui:"Noto Sans","Noto Sans Arabic",sans-serif',
    r"--f-text:[^;}]+": '--f-text:"Noto Serif","Noto Naskh Arabic",serif',
    r"font-display:optional": "font-display:block",
}
# What differs from one run to the next: the port, and digests over random salts.
SETTLE = r"""() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    walker.currentNode.data = walker.currentNode.data
      .replace(/127\.0\.0\.1:\d+/, "example.org").replace(/[0-9a-f]{64}/, "0".repeat(64));
}"""
TOLERATED = 0.001  # of all pixels; antialiasing differs a little between releases of Chromium


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    fonts = subprocess.run(["fc-list"], capture_output=True, text=True).stdout
    if not os.environ.get("CI") and not all(
        f"Noto{name}-Regular" in fonts for name in ("Sans", "NaskhArabic")
    ):
        pytest.skip("the pictures are drawn with the Noto fonts, which this machine does not have")
    with served(tmp_path_factory.mktemp("look"), ("tests/browser/fixed_record.py",), PDF="0") as site:
        yield site


def pinned(route):
    """Answer for the stylesheet with the same one in fonts that every machine of CI has."""
    response = route.fetch()
    css = response.text()
    for pattern, replacement in FONTS.items():
        css = re.sub(pattern, replacement, css)
    route.fulfill(response=response, body=css)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize(("name", "scheme", "width"), VIEWS, ids=lambda value: str(value))
def test_a_page_looks_as_it_was_last_approved(chromium, sample, name, scheme, width, lang):
    colour = "dark" if scheme == "dark" else "light"
    context = chromium.new_context(
        base_url=sample.url, viewport={"width": width, "height": 900}, color_scheme=colour
    )
    context.route("**/static/site*.css", pinned)
    page = context.new_page()
    page.goto(f"/{lang}/{PAGES[name]}")
    if scheme == "print":
        page.emulate_media(media="print")
    page.evaluate(SETTLE)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    drawn = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    context.close()
    compare(drawn, GOLDEN / f"{name}.{lang}.{width}.{scheme}.png")


def compare(drawn, path):
    """Hold a picture against the approved one, or approve it when asked to."""
    if os.environ.get("GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        drawn.quantize(32, dither=Image.Dither.NONE).save(path, optimize=True)
        return
    approved = Image.open(path).convert("RGB")
    changed = 1.0
    if drawn.size == approved.size:
        apart = ImageChops.difference(drawn, approved).convert("L").point(lambda value: 255 * (value > 48))
        changed = apart.histogram()[255] / (drawn.width * drawn.height)
    if changed > TOLERATED:
        drawn.save(path.with_suffix(".new.png"))
    assert changed <= TOLERATED, f"{path.name}: {changed:.2%} of it differs; see {path.stem}.new.png"
