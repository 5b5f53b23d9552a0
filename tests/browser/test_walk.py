"""Every page and desk page in real Chromium: no policy complaint, nothing wider than the screen."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.signing_in import sign_in
from tests.server import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDER = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def site(tmp_path):
    with served(tmp_path, ("manage.py", "load_sample")) as running:
        yield running


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_public_page_is_wider_than_a_small_screen(watched, site, lang):
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
def test_no_desk_page_complains_or_overflows(watched, site, locale, width):
    context = watched(locale=locale, viewport={"width": width, "height": 900})
    page = context.new_page()
    sign_in(page, "editor")
    for path in desk_pages(page):
        page.goto(path)
        assert not page.evaluate(WIDER), path
    page.goto("/desk/dossiers/perpetrator/")
    page.locator("#result_list tbody th a").nth(3).click()
    for group in page.locator(".inline-group details > summary").all():
        group.click()
    assert not page.evaluate(WIDER)


@pytest.mark.parametrize("locale", ["ar", "en"])
def test_no_desk_page_has_a_serious_finding_of_axe(chromium, site, locale):
    # axe measures with styles of its own, which the policy would refuse.
    context = chromium.new_context(base_url=site.url, locale=locale, bypass_csp=True)
    page = context.new_page()
    sign_in(page, "editor")
    for path in desk_pages(page):
        page.goto(path)
        for group in page.locator("details > summary").all():
            group.click()
        found = Axe().run(page).response["violations"]
        grave = [row["id"] for row in found if row["impact"] in {"serious", "critical"}]
        assert grave == [], (path, grave)
    context.close()


def desk_pages(page):
    """Return the addresses of every kind of page that an editor meets at the desk."""
    page.goto("/desk/dossiers/perpetrator/")
    form = page.locator("#result_list tbody th a").nth(3).get_attribute("href").split("?")[0]
    page.goto("/desk/publishing/submission/")
    review = page.locator("#result_list tbody th a").first.get_attribute("href").split("?")[0]
    page.goto("/desk/publishing/document/")
    document = page.locator("#result_list tbody th a").first.get_attribute("href").split("?")[0]
    key = form.split("/")[-3]
    return [
        "/desk/", "/desk/languages/", "/desk/dossiers/perpetrator/", "/desk/dossiers/perpetrator/add/", form,
        form.replace("change/", "submit/"), form.replace("change/", "history/"), review, document,
        f"/desk/languages/dossiers.perpetrator/{key}/", "/desk/publishing/submission/",
        "/desk/publishing/document/", "/desk/dossiers/source/", "/desk/dossiers/source/add/",
        "/desk/dossiers/crime/add/", "/desk/dossiers/institution/add/", "/desk/dossiers/case/add/",
        "/desk/news/newsitem/add/", "/desk/campaign/page/add/", "/desk/campaign/linklist/add/",
        "/desk/account/factors/", "/desk/account/sessions/", "/desk/account/password/",
        "/desk/account/logout/",
    ]  # fmt: skip
