"""From an empty database to a withdrawn dossier, in the Arabic desk, in real Chromium."""

import re
from datetime import UTC, datetime

import pytest

from tests.browser.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Desk:
    """Somebody at the desk, in Arabic."""

    def __init__(self, context, role):
        self.page = context.new_page()
        self.page.set_default_timeout(10_000)
        sign_in(self.page, role)
        assert self.page.get_attribute("html", "dir") == "rtl"

    def open(self, path):
        self.page.goto(path)

    def section(self, prefix):
        """Open a folded part of the form."""
        group = self.page.locator(f"#{prefix}-group details").first
        if group.get_attribute("open") is None:
            group.locator("summary").first.click()

    def add(self, prefix):
        """Add a row to a part of the form and return its number."""
        self.section(prefix)
        rows = self.page.locator(f"#id_{prefix}-TOTAL_FORMS")
        number = int(rows.input_value())
        self.page.locator(f"#{prefix}-group .add-row a").click()
        assert int(rows.input_value()) == number + 1
        return f"{prefix}-{number}"

    def fill(self, prefix, **fields):
        for name, value in fields.items():
            element = self.page.locator(f"#id_{prefix}-{name}" if prefix else f"#id_{name}")
            if element.evaluate("e => e.tagName") == "SELECT":
                element.select_option(value)
            else:
                element.fill(value)

    def pick(self, field, text):
        """Choose a row in an autocomplete by typing."""
        box = self.page.locator(f"#id_{field} + .select2 .select2-selection")
        box.click()
        search = self.page.locator(".select2-container--open .select2-search__field")
        search.fill(text)
        self.page.locator(".select2-results__option", has_text=text).first.click()

    def make(self, field, fill):
        """Record a new row in the window that the “+” beside a field opens."""
        with self.page.expect_popup() as opened:
            self.page.locator(f"#add_id_{field}").click()
        popup = opened.value
        popup.wait_for_load_state()
        fill(popup)
        with popup.expect_event("close"):
            popup.click("input[name=_save]")

    def new_source(self, row, title, **fields):
        def fill(popup):
            popup.fill("#id_title", title)
            popup.select_option("#id_kind", fields.get("kind", "news"))
            popup.fill("#id_url", fields["url"])

        self.make(f"{row}-cites-0-source", fill)

    def cite(self, row, title, page=None):
        self.pick(f"{row}-cites-0-source", title)
        if page:
            self.fill(f"{row}-cites-0", locator_type="page", locator=page)

    def save(self):
        self.page.click("input[name=_continue]")
        errors = self.page.locator(".errorlist").all_inner_texts()
        assert errors == [], errors
        assert self.page.locator(".messagelist .success").count() == 1

    def send(self, **note):
        self.page.click(".object-tools .send")
        for reason in self.page.locator("textarea[name^=reason_]").all():
            reason.fill("مصدر تجريبي.")
        for name, text in note.items():
            self.page.fill(f"#id_{name}", text)
        self.page.click(".submit-row input[type=submit]")

    def review(self, press, note=""):
        self.open("/desk/publishing/submission/?status__exact=open")
        self.page.locator("#result_list tbody th a").first.click()
        if note:
            self.page.fill("#note", note)
        if press == "approve":
            self.page.check("#read")
        self.page.click(f"input[name={press}]")


def test_from_an_empty_database_to_a_tombstone(watched, site):
    editor = Desk(watched(locale="ar"), "editor")
    reviewer = Desk(watched(locale="ar"), "reviewer")
    reader = watched().new_page()

    write_dossier(editor)
    editor.send()
    assert "أُرسل إلى المراجعة" in editor.page.inner_text(".messagelist")
    assert reader.goto("/ar/dossiers/fulan-al-tajribi/").status == 404

    own_work_cannot_be_approved(editor)
    reviewer.review("return", "أضف رقم الصفحة.")
    editor.open("/desk/dossiers/perpetrator/")
    editor.page.locator("#result_list tbody th a").first.click()
    assert "أضف رقم الصفحة." in editor.page.inner_text(".standing")
    editor.send()
    reviewer.review("approve")

    readers_see_it(reader)
    correct(editor, reviewer)
    readers_see_the_correction(reader)
    withdraw(reviewer)
    reader.goto("/ar/dossiers/fulan-al-tajribi/")
    assert reader.reload().status == 410
    assert "سقط مصدر استندت إليه هذه الوثيقة." in reader.inner_text("main")
    assert "ترأس الوحدة" not in reader.inner_text("main")


def write_dossier(editor):
    """Two posts, one crime, one legal action, three sources: everything from the dossier's own page."""
    editor.open("/desk/dossiers/perpetrator/add/")
    editor.fill(
        "", slug="fulan-al-tajribi", birth="1958", birth_place_ar="حمص", birth_place_en="Homs",
        checked_on=datetime.now(UTC).date().isoformat(),
    )  # fmt: skip
    editor.section("names")
    editor.fill("names-0", text="فلان التجريبي", lang="ar")
    editor.new_source("names-0", "تقرير أول", kind="ngo_report", url="https://example.org/1")
    editor.fill("names-1", text="Fulan al-Tajribi", lang="Latn")
    editor.new_source("names-1", "حكم ثانٍ", kind="judgment", url="https://example.org/2")

    editor.section("citations")
    editor.fill("citations-0", fact="birth")
    editor.pick("citations-0-source", "تقرير أول")
    fact = editor.add("citations")
    editor.fill(fact, fact="birth_place")
    editor.pick(f"{fact}-source", "حكم ثانٍ")

    row = editor.add("statements")
    editor.fill(row, text_ar="ترأس الوحدة بين 2011 و2013.", text_en="Headed the unit from 2011 to 2013.")
    editor.new_source(row, "خبر ثالث", url="https://example.org/3")

    for number, (ar, en, span) in enumerate(
        [
            ("نائب رئيس الوحدة", "Deputy head", "2009/2011-03"),
            ("رئيس الوحدة", "Head of the unit", "2011-03/2013"),
        ]
    ):
        row = editor.add("tenures")
        editor.fill(row, title_ar=ar, title_en=en, span=span)
        if number == 0:
            editor.make(f"{row}-institution", unit)
        else:
            editor.pick(f"{row}-institution", "الوحدة السابعة")
        editor.cite(row, "تقرير أول", page="12")

    row = editor.add("participations")
    editor.make(f"{row}-crime", lambda popup: crime(popup))
    editor.fill(row, mode="ml.unspecified", role_text_ar="ورد اسمه في الحكم.", role_text_en="Named in it.")
    editor.cite(row, "حكم ثانٍ", page="40")

    row = editor.add("legal_actions")
    editor.fill(
        row, type="warrant", date="2018-11-05", authority_ar="قاضي التحقيق", authority_en="A judge",
        country="FR", status="active", offence_ar="القتل العمد", offence_en="murder",
    )  # fmt: skip
    editor.cite(row, "خبر ثالث")
    row = editor.add("reply_requests")
    editor.fill(row, outcome="waived", waiver="no_channel", note="لا عنوان معروفًا.")
    editor.save()


def unit(popup):
    popup.fill("#id_code", "unit.7")
    popup.fill("#id_name_ar", "الوحدة السابعة")
    popup.fill("#id_name_en", "Unit 7")
    popup.select_option("#id_type", "intel_branch")


def crime(popup):
    popup.fill("#id_title_ar", "احتجاز في حمص")
    popup.fill("#id_title_en", "Detention in Homs")
    popup.fill("#id_description_ar", "احتُجز سكان من دون مذكرة.")
    popup.fill("#id_description_en", "Residents were held without a warrant.")
    popup.fill("#id_when", "2012-03")
    popup.fill("#id_place_ar", "حمص")
    popup.fill("#id_place_en", "Homs")
    popup.locator("#citations-group summary").click()
    popup.locator("#id_citations-0-source + .select2 .select2-selection").click()
    popup.locator(".select2-container--open .select2-search__field").fill("حكم ثانٍ")
    popup.locator(".select2-results__option", has_text="حكم ثانٍ").first.click()


def own_work_cannot_be_approved(editor):
    editor.open("/desk/publishing/submission/")
    editor.page.locator("#result_list tbody th a").first.click()
    assert editor.page.locator("input[name=approve]").count() == 0
    assert "أنت من أرسل هذا" in editor.page.inner_text(".errornote")


def readers_see_it(reader):
    for lang, name, text in (
        ("ar", "فلان التجريبي", "ترأس الوحدة"),
        ("en", "Fulan al-Tajribi", "Headed the unit"),
    ):
        assert reader.goto(f"/{lang}/dossiers/fulan-al-tajribi/").status == 200
        assert name in reader.inner_text("h1")
        assert text in reader.inner_text("#summary")
        for section in ("#positions", "#crimes", "#legal", "#sources"):
            assert reader.locator(section).count() == 1
        assert reader.locator(".posts > li").count() == 2
        assert reader.locator(".src > li").count() == 3
        feed = reader.request.get(f"/{lang}/feed.atom").text()
        assert name in feed
    assert "/en/dossiers/fulan-al-tajribi/" in reader.request.get("/sitemap-dossiers.xml").text()


def correct(editor, reviewer):
    editor.open("/desk/dossiers/perpetrator/")
    editor.page.locator("#result_list tbody th a").first.click()
    editor.section("statements")
    editor.fill(
        "statements-0", text_ar="ترأس الوحدة بين 2011 و2014.", text_en="Headed the unit from 2011 to 2014."
    )
    editor.save()
    editor.page.click(".object-tools .send")
    editor.page.fill("#id_reason_P14", "مصدر تجريبي.")
    editor.page.select_option("#id_change", "correction")
    editor.page.fill("#id_note_ar", "تصحيح سنة النهاية.")
    editor.page.fill("#id_note_en", "Corrects the last year.")
    editor.page.click(".submit-row input[type=submit]")
    reviewer.review("approve")


def readers_see_the_correction(reader):
    reader.goto("/en/dossiers/fulan-al-tajribi/")
    reader.reload()  # a page may be a minute old; asking again gets the newest
    assert "from 2011 to 2014" in reader.inner_text("#summary")
    assert reader.goto("/en/dossiers/fulan-al-tajribi/editions/1/").status == 200
    assert "from 2011 to 2013" in reader.inner_text("#summary")
    reader.goto("/en/dossiers/fulan-al-tajribi/editions/2/changes/")
    assert re.sub(r"\s+", " ", reader.inner_text(".diff del")) == "removed: 2013."
    assert re.sub(r"\s+", " ", reader.inner_text(".diff ins")) == "added: 2014."


def withdraw(reviewer):
    reviewer.open("/desk/publishing/document/")
    reviewer.page.locator("#result_list tbody th a").first.click()
    reviewer.page.select_option("#id_reason", "source_failed")
    reviewer.page.fill("#id_note_ar", "سقط المصدر.")
    reviewer.page.fill("#id_note_en", "The source no longer stands.")
    reviewer.page.fill("#id_confirm", "BL-0001")
    reviewer.page.click("form:has(input[value=withdraw]) input[type=submit]")
    assert "سُحبت الوثيقة" in reviewer.page.inner_text(".messagelist")
