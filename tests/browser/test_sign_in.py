"""From a password to a second factor, and in again with a security key, in both languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.signing_in import digits, type_password

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_newcomer_sets_up_an_app_and_a_key_and_comes_back_with_the_key(watched, site, lang):
    # A key belongs to a name; a bare address has none.
    context = watched(locale=lang, base_url=site.url.replace("127.0.0.1", "localhost"))
    page = context.new_page()
    page.set_default_timeout(10_000)
    plug_in_a_key(context, page)

    type_password(page, "newcomer")
    page.wait_for_url("**/desk/account/factors/")
    assert page.get_attribute("html", "dir") == {"ar": "rtl", "en": "ltr"}[lang]
    page.goto("/desk/account/factors/totp/activate/")
    assert page.locator(".qr svg path").count() == 1
    accessible(page)
    page.fill("#id_code", digits(page.inner_text("code")))
    page.click("form.account input[type=submit]")
    page.goto("/desk/account/factors/recovery-codes/")
    accessible(page)

    add_the_key(page)
    page.goto("/desk/account/logout/")
    page.click("form.account button[type=submit]")

    type_password(page, "newcomer")
    page.wait_for_url("**/desk/account/factors/authenticate/**")
    accessible(page)
    page.click("#mfa_webauthn_authenticate")
    page.wait_for_url("**/desk/")
    assert page.locator(".work").count() == 1
    accessible(page)


def plug_in_a_key(context, page):
    """Give the browser a virtual security key."""
    cdp = context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "usb", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def add_the_key(page):
    page.goto("/desk/account/factors/webauthn/add/")
    if "reauthenticate" in page.url:
        page.fill("input[type=password]", "a long password")
        page.locator("form.account button[type=submit]").first.click()
        page.wait_for_url("**/webauthn/add/")
    accessible(page)
    page.fill("#id_name", "key")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(lambda url: "webauthn/add" not in url)


def accessible(page):
    """No serious finding of axe; its own styles are no part of the page, so the policy is let be."""
    found = Axe().run(page).response["violations"]
    grave = [row["id"] for row in found if row["impact"] in {"serious", "critical"}]
    assert grave == [], page.url
