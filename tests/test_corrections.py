"""What was wrong, what is right, when and in which editions (domain.md K1–K3)."""

import csv
import io
import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from publishing import verbs
from publishing.models import Document
from publishing.vocabulary import Reason
from tests import factories

FIRST = datetime(2030, 1, 1, tzinfo=UTC)
NOTICE = re.compile('<aside class="notice.*?</aside>', re.DOTALL)
BANNER = "An error in this file was corrected"
WORDS = {"note_ar": "صُحح اسم الوحدة.", "note_en": "The unit was named wrongly."}


@pytest.fixture
def person(publish):
    made = factories.dossier()
    made.checked_on = FIRST.date()
    made.save()
    publish("dossier", made, at=FIRST)
    publish("page", factories.page("corrections"))
    return made


def change(publish, person, text, days, **said):
    """Publish another edition of the file, so many days after the first."""
    person.statements.update(text_en=f"Headed {text}.", text_ar=f"ترأس {text}.")
    on = FIRST + timedelta(days=days)
    person.checked_on = on.date()
    person.save()
    return publish("dossier", person, at=on, **{**WORDS, **said})


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", answer.content.decode()))


def test_the_register_says_what_when_who_asked_and_where_both_texts_stand(person, publish, visitor):
    change(publish, person, "another unit", 1, change="correction", asked_by="same_name")
    page = visitor.get("/en/corrections/")
    told = words(page)
    assert "The unit was named wrongly." in told
    assert "Correction Material" in told
    assert "Asked for by: Somebody of the same name." in told
    assert "What was wrong and what is right: edition 1 beside edition 2" in told
    assert 'href="/en/dossiers/test-person/editions/2/changes/"' in page.content.decode()
    compared = visitor.get("/en/dossiers/test-person/editions/2/changes/").content.decode()
    assert '<del><span class="vh">removed: </span>the </del>' in compared
    assert '<ins><span class="vh">added: </span>another </ins>' in compared
    arabic = words(visitor.get("/ar/corrections/"))
    assert "صُحح اسم الوحدة." in arabic
    assert "مصدر طلب التصحيح: شخص يحمل الاسم نفسه." in arabic


def test_the_table_has_the_role_and_the_editions_that_had_the_error(person, publish, visitor):
    change(publish, person, "another unit", 1, change="correction", asked_by="subject")
    body = visitor.get("/data/corrections.csv").content.decode()
    (row,) = csv.DictReader(io.StringIO(body, newline=""), strict=True)
    assert (row["number"], row["edition"], row["edition_before"], row["date"]) == (
        "BL-0001",
        "2",
        "1",
        "2030-01-02",
    )
    assert (row["change"], row["severity"], row["asked_by"]) == ("correction", "material", "subject")
    assert (row["note_en"], row["note_ar"]) == (WORDS["note_en"], WORDS["note_ar"])
    assert row["address_en"].endswith("/en/dossiers/test-person/editions/2/changes/")


def test_who_asked_is_in_the_header_and_of_a_correction_alone(person, publish, visitor):
    change(publish, person, "another unit", 1, change="update", asked_by="reader")
    change(publish, person, "a third unit", 2, change="correction", asked_by="reader")
    header = [visitor.get(f"/editions/BL-0001/{n}.json").json()["header"]["change"] for n in (2, 3)]
    assert [one.get("asked_by") for one in header] == [None, "reader"]


def test_a_role_that_is_none_is_refused(person, publish):
    with pytest.raises(ValueError, match="nobody"):
        change(publish, person, "another unit", 1, change="correction", asked_by="nobody")


def test_an_editor_says_it_at_the_desk(editor, desk_of, publish):
    person = factories.dossier()
    publish("dossier", person)
    person.statements.update(text_en="Headed another unit.", text_ar="ترأس وحدة أخرى.")
    desk = desk_of(editor)
    path = f"/desk/dossiers/perpetrator/{person.pk}/submit/"
    assert "Who asked for the correction" in desk.get(path).content.decode()
    values = {"change": "correction", "severity": "material", "asked_by": "authority", **WORDS}
    desk.post(path, values)
    assert Document.objects.get(public_id="BL-0001").submissions.get(status="open").asked_by == "authority"


def test_at_a_first_publication_nobody_is_asked(editor, desk_of):
    person = factories.dossier("another", "اسم آخر", "Another Person")
    page = desk_of(editor).get(f"/desk/dossiers/perpetrator/{person.pk}/submit/").content.decode()
    assert "Who asked for the correction" not in page


# The banner


@pytest.mark.parametrize(
    ("later", "shown"), [([], True), ([29], True), ([30], False), ([10, 29], True), ([10, 31], False)]
)
def test_a_file_says_for_thirty_days_that_a_material_error_was_mended(person, publish, visitor, later, shown):
    change(publish, person, "another unit", 1, change="correction")
    for n, days in enumerate(later):
        change(publish, person, f"unit {n}", 1 + days, change="update", note_en="Other.", note_ar="غير ذلك.")
    told = {"en": (BANNER, WORDS["note_en"]), "ar": ("صُحّح خطأ في هذا الملف", WORDS["note_ar"])}
    for lang, (banner, note) in told.items():
        page = visitor.get(f"/{lang}/dossiers/test-person/")
        notices = NOTICE.findall(page.content.decode())
        assert [banner in notice and note in notice for notice in notices].count(True) == shown


def test_a_minor_correction_has_no_banner(person, publish, visitor):
    change(publish, person, "another unit", 1, change="correction", severity="minor")
    assert BANNER not in words(visitor.get("/en/dossiers/test-person/"))


def test_a_newer_correction_is_the_one_that_is_told(person, publish, visitor):
    change(publish, person, "another unit", 1, change="correction")
    change(publish, person, "a third unit", 40, change="correction", note_en="The year was wrong.")
    page = words(visitor.get("/en/dossiers/test-person/"))
    assert f"{BANNER} in edition 3" in page


def test_a_past_edition_and_a_hidden_file_have_none(person, publish, reviewer, visitor):
    edition = change(publish, person, "another unit", 1, change="correction")
    assert BANNER not in words(visitor.get("/en/dossiers/test-person/editions/1/"))
    verbs.withdraw(edition.document, reviewer, Reason.SAFETY)
    assert BANNER not in words(visitor.get("/en/dossiers/test-person/"))


def test_of_what_is_hidden_the_register_tells_the_number_and_no_note(person, publish, reviewer, visitor):
    edition = change(publish, person, "another unit", 1, change="correction", asked_by="subject")
    verbs.withdraw(edition.document, reviewer, Reason.IDENTITY_ERROR)
    for path in ("/en/corrections/", "/en/corrections/feed.json", "/data/corrections.jsonl"):
        body = visitor.get(path).content.decode()
        assert "BL-0001" in body
        assert "named wrongly" not in body
        assert "test-person" not in body


def test_the_feed_tells_of_corrections_alone(person, publish, visitor):
    change(publish, person, "another unit", 1, change="correction")
    change(publish, person, "a third unit", 2, change="update", note_en="Other.", note_ar="غير ذلك.")
    items = json.loads(visitor.get("/en/corrections/feed.json").content)["items"]
    assert [(item["title"], item["content_text"]) for item in items] == [
        ("BL-0001: Correction", "The unit was named wrongly.")
    ]
