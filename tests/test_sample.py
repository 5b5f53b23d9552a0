"""The sample record: loaded through an editor's doors, true to its file, twice without change."""

import json
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from jsonschema import Draft202012Validator

from campaign.sample_record import FOLDER, sure
from dossiers.models import Perpetrator
from publishing import ledger, schema
from publishing.kinds import all_kinds
from publishing.models import Document, Edition, Listing, Submission
from publishing.verify import verify

FACTS = json.loads((FOLDER / "record.json").read_text("utf-8"))

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, scope="module")
def loaded(publish_once):
    """The sample, loaded once for this module."""
    call_command("load_sample", stdout=StringIO())


def test_every_dossier_news_item_and_link_is_live():
    kinds = Document.objects.live().values_list("kind", flat=True)
    assert sorted(kinds) == ["dossier"] * 12 + ["links"] + ["news"] * 8 + ["page"] * 7
    links = Document.objects.get(kind="links").live.read()["links"]
    assert len(links) == 10


def test_every_edition_is_what_the_published_schemas_say():
    written = {schema.name_of(kind.content): schema.json_schema(kind.content) for kind in all_kinds()}
    header = Draft202012Validator(schema.json_schema(schema.EditionHeader))
    for edition in Edition.objects.select_related("document"):
        published = json.loads(ledger.public_bytes(edition))
        body = Draft202012Validator(written[published["body"]["schema"]])
        found = [*header.iter_errors(published["header"]), *body.iter_errors(published["body"])]
        assert [error.message for error in found] == []


def test_one_account_submitted_and_the_other_approved():
    pairs = set(Edition.objects.values_list("submitted_by__username", "approved_by__username"))
    assert pairs == {("sample-editor", "sample-reviewer")}


def test_the_record_verifies():
    assert list(verify()) == []


def test_rows_of_low_confidence_are_not_loaded():
    low = [row for row in FACTS["news"] + FACTS["legal_actions"] if row["confidence"] == "low"]
    assert len(low) == 4
    published = "".join(Edition.objects.values_list("content", flat=True))
    for row in low:
        assert row.get("headline_en", "2025-07-29") not in published, row["id"]


def test_every_position_role_and_action_is_in_its_dossier():
    for person in FACTS["persons"]:
        content = Listing.objects.get(kind="dossier", slug=person["id"]).edition.read()
        expected = {
            "tenures": [r for r in sure(FACTS["positions"]) if r["person_id"] == person["id"]],
            "actions": [r for r in sure(FACTS["legal_actions"]) if person["id"] in r["person_ids"]],
            "names": sure(person["names"]),
            "crimes": [r for r in sure(FACTS["crimes"]) if r["person_id"] == person["id"]],
        }
        for part, rows in expected.items():
            assert len(content[part]) == len(rows), (person["id"], part)


def test_the_derived_status_is_the_recorded_one():
    derived = {row.slug: row.data["status"]["code"] for row in Listing.objects.filter(kind="dossier")}
    assert derived == {person["id"]: person["status"]["code"] for person in FACTS["persons"]}


def test_where_sources_differ_the_page_says_so(visitor):
    page = visitor.get("/en/dossiers/ali-mamlouk/").content.decode()
    assert "The EU entry gives 19 Feb 1946, the OFAC entry 1947." in page.replace("\xa0", " ")
    arabic = visitor.get("/ar/dossiers/ali-mamlouk/").content.decode()
    assert "وفي القيد الأمريكي (أوفاك) عام 1947" in arabic


def test_the_annulled_warrant_is_shown_with_what_ended_it(visitor):
    page = visitor.get("/en/dossiers/bashar-al-assad/").content.decode()
    assert "Warrant annulled: suspicion of complicity in crimes against humanity and war crimes" in page
    assert "Ended by" in page


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_dossier_answers_in_both_languages(visitor, lang):
    for person in FACTS["persons"]:
        response = visitor.get(f"/{lang}/dossiers/{person['id']}/")
        assert response.status_code == 200
        assert person[f"name_{lang}"] in response.content.decode()


def test_internal_notes_of_the_file_are_on_no_page(visitor):
    notes = [
        row["note"]
        for part in ("positions", "crimes", "legal_actions")
        for row in FACTS[part]
        if row.get("note")
    ]
    for person in FACTS["persons"]:
        page = visitor.get(f"/en/dossiers/{person['id']}/").content.decode()
        assert not [note for note in notes if note in page]


def test_loading_twice_changes_nothing():
    before = (Edition.objects.count(), Submission.objects.count(), Perpetrator.objects.count())
    out = StringIO()
    call_command("load_sample", stdout=out)
    assert out.getvalue() == "0 documents of the sample record published.\n"
    assert (Edition.objects.count(), Submission.objects.count(), Perpetrator.objects.count()) == before


def test_the_accounts_have_no_password_unless_asked_for():
    assert not any(user.has_usable_password() for user in User.objects.filter(username__startswith="sample-"))


@pytest.mark.parametrize(("name", "value"), [("HTTPS", True), ("SAMPLE_RECORD", False)])
def test_accounts_with_passwords_are_never_made_in_production(settings, name, value):
    setattr(settings, name, value)
    with pytest.raises(CommandError, match="for a local sample site only"):
        call_command("load_sample", accounts=True, stdout=StringIO())
