"""Names offered while typing: by keyboard and by pointer, in both directions, and nothing lost without."""

import pytest

from tests.server import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TYPED = {"ar": ("الأس", "بشار الأسد"), "en": ("assa", "Bashar al-Assad")}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with served(tmp_path_factory.mktemp("search"), ("tests/browser/fixed_record.py",)) as running:
        yield running


@pytest.fixture(params=["ar", "en"])
def lang(request):
    return request.param


@pytest.fixture
def page(watched, lang):
    page = watched(viewport={"width": 390, "height": 800}).new_page()
    page.goto(f"/{lang}/search/")
    return page


def offered(page):
    page.wait_for_selector("[role=option]")
    return page.locator("[role=option] b").all_inner_texts()


def test_a_name_is_chosen_by_keyboard(page, lang):
    typed, name = TYPED[lang]
    page.locator("#q").press_sequentially(typed)
    assert name in offered(page)
    box = page.locator("#q")
    assert box.get_attribute("aria-expanded") == "true"
    box.press("ArrowDown")
    active = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert active.get_attribute("aria-selected") == "true"
    first = active.locator("b").inner_text()
    box.press("Enter")
    page.wait_for_url(f"**/{lang}/dossiers/*/")
    assert first in page.locator("h1").inner_text()


def test_escape_closes_the_list_and_keeps_what_was_typed(page, lang):
    typed, _name = TYPED[lang]
    page.locator("#q").press_sequentially(typed)
    offered(page)
    page.locator("#q").press("Escape")
    assert page.locator("[role=option]").count() == 0
    assert page.locator("#q").input_value() == typed


def test_enter_without_a_choice_searches(page, lang):
    typed, _name = TYPED[lang]
    page.locator("#q").press_sequentially(typed)
    offered(page)
    page.locator("#q").press("Enter")
    page.wait_for_url(f"**/{lang}/search/?q=*")
    assert page.locator("#q").input_value() == typed


def test_the_list_stays_within_a_narrow_page(page, lang):
    page.locator("#q").press_sequentially(TYPED[lang][0])
    offered(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("[role=option]").first.bounding_box()["height"] >= 24


def test_without_script_nothing_is_lost(watched, lang):
    page = watched(java_script_enabled=False).new_page()
    page.goto(f"/{lang}/search/")
    page.fill("#q", TYPED[lang][1])
    page.press("#q", "Enter")
    page.get_by_role("link", name=TYPED[lang][1]).first.click()
    page.wait_for_url(f"**/{lang}/dossiers/bashar-al-assad/")
