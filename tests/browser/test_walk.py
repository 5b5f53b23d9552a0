"""Every page and desk page in real Chromium: no policy complaint, nothing wider than the screen."""

import re

import pytest

from tests.browser.conftest import PASSWORD
from tests.throwaway import manage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDER = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def sample(site):
    manage(site.environment, "load_sample")
    return site


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_public_page_is_wider_than_a_small_screen(watched, sample, lang):
    page = watched(viewport={"width": 320, "height": 800}).new_page()
    index = page.request.get("/sitemap.xml").text()
    paths = {f"/{lang}/nothing/here/"}
    for section in re.findall(r"/(sitemap-[a-z]+\.xml)", index):
        paths |= set(re.findall(rf"<loc>[^<]*?(/{lang}/[^<]*)</loc>", page.request.get(f"/{section}").text()))
    sources = [path for path in sorted(paths) if "/sources/" in path]
    visited = sorted(paths - set(sources)) + sources[:5]
    assert len(visited) > 60
    for path in visited:
        page.goto(path)
        assert not page.evaluate(WIDER), path


@pytest.mark.parametrize("locale", ["ar", "en"])
@pytest.mark.parametrize("width", [768, 1280])
def test_no_desk_page_complains_or_overflows(watched, sample, locale, width):
    page = watched(locale=locale, viewport={"width": width, "height": 900}).new_page()
    page.goto("/desk/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    for path in (
        "/desk/", "/desk/dossiers/perpetrator/", "/desk/dossiers/perpetrator/add/",
        "/desk/dossiers/source/add/",
        "/desk/dossiers/crime/add/", "/desk/news/newsitem/add/", "/desk/campaign/page/add/",
        "/desk/publishing/submission/",
    ):  # fmt: skip
        page.goto(path)
        assert not page.evaluate(WIDER), path
    page.goto("/desk/dossiers/perpetrator/")
    page.locator("#result_list tbody th a").nth(3).click()
    for group in page.locator(".inline-group details > summary").all():
        group.click()
    assert not page.evaluate(WIDER)
    for link in ("preview", "submit"):
        page.goto(page.url)
        page.locator(f".object-tools a[href*='/{link}/']").first.click()
        assert not page.evaluate(WIDER), link
        page.go_back()
