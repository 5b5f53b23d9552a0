"""The sample record: loaded through an editor's doors, true to its file, twice without change."""

import html
import json
import re
import shutil
import subprocess
import unicodedata
from io import StringIO

import pypdfium2
import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from jsonschema import Draft202012Validator

from campaign.sample_record import FOLDER, sure
from dossiers.models import Perpetrator
from dossiers.pages.claim import ClaimKind
from dossiers.pages.dossier import Dossier
from projustice.printing import can_print
from publishing import ledger, schema
from publishing.kinds import all_kinds
from publishing.models import Document, Edition, Grounds, Listing, Submission
from publishing.pages import pdf
from publishing.verify import verify
from tests import factories

FACTS = json.loads((FOLDER / "record.json").read_text("utf-8"))

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, scope="module")
def loaded(publish_once):
    """The sample, loaded once for this module."""
    call_command("load_sample", stdout=StringIO())


def test_every_dossier_news_item_and_link_is_live():
    kinds = Document.objects.live().values_list("kind", flat=True)
    assert sorted(kinds) == ["dossier"] * 12 + ["links"] + ["news"] * 12 + ["page"] * 7
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


def test_what_warns_of_the_sample_has_its_reason_on_file():
    warned = {row["rule"] for grounds in Grounds.objects.all() for row in grounds.reasons}
    assert warned == {"P13", "P14"}


def test_rows_that_rest_on_an_aggregator_alone_are_left_out():
    assert sure([{"confidence": "low"}, {"confidence": "high"}, {}]) == [{"confidence": "high"}, {}]


def test_a_headline_of_which_nothing_else_is_known_stands_alone_and_says_so(visitor):
    alone = [row for row in FACTS["news"] if row["confidence"] == "low"]
    assert [row["id"] for row in alone] == ["news-06", "news-11"]
    for row in alone:
        card = Listing.objects.get(kind="news", title_en=row["headline_en"])
        assert card.edition.read()["body"] == {"ar": "", "en": ""}
        page = visitor.get(f"/en/news/{card.slug}/").content.decode()
        assert "Only this headline is known: the text behind it was not found." in page


def test_every_news_item_leads_to_its_original(visitor):
    for card in Listing.objects.filter(kind="news"):
        assert "Learn more" in visitor.get(f"/en/news/{card.slug}/").content.decode()


def test_further_people_wait_at_the_desk_as_drafts():
    drafts = {row["id"] for row in FACTS["drafts"]}
    assert drafts == {"ghassan-abbas", "bassam-al-hassan", "ali-ayyoub", "rafiq-shahadah"}
    assert set(Perpetrator.objects.filter(slug__in=drafts).values_list("slug", flat=True)) == drafts
    assert not Listing.objects.filter(slug__in=drafts).exists()


def test_the_home_page_shows_where_justice_stands_with_every_file_once(visitor):
    page = visitor.get("/en/").content.decode()
    table = page[page.index('<table class="marks">') : page.index("</table>")]
    assert table.count('<i class="f"></i>') == 12
    assert (
        table.count('<i class="o"></i>') == 2
    )  # the French warrant that was annulled, and what a death ended
    assert '<a href="/en/dossiers/status/wanted/">Wanted on a warrant</a>' in table
    assert '<th scope="row">Charged</th>' in table  # nought is no link
    assert '<th scope="row">Annulled or ended, or the person reported dead before judgment</th>' in table
    assert "12 files are published so far." in page


def test_each_file_tells_at_least_250_words_in_each_language():
    for card in Listing.objects.filter(kind="dossier"):
        summary = card.edition.read()["summary"]
        for lang in ("ar", "en"):
            assert sum(len(row["text"][lang].split()) for row in summary) >= 250, (card.slug, lang)


def test_six_citations_of_ten_name_the_place_in_the_source():
    cites = [
        cite
        for card in Listing.objects.filter(kind="dossier")
        for claim in Dossier(card.edition.read()).claims
        for cite in claim.cites
    ]
    assert sum(bool(cite.locator) for cite in cites) / len(cites) >= 0.6
    assert [
        claim.key
        for card in Listing.objects.filter(kind="dossier")
        for claim in Dossier(card.edition.read()).claims
        if claim.stated and claim.kind != ClaimKind.HEADING and not claim.cites
    ] == []


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
    page = visitor.get("/en/dossiers/ali-mamlouk/").content.decode().replace("\xa0", " ")
    born, positions = page.index("<dt>Born</dt>"), page.index('id="positions"')
    beside = page.index("<b>Sources differ.</b> EU: ")
    assert born < beside < page.index("<dt>Place of birth</dt>")
    denied = page.index("associates of the government denied the appointment")
    assert positions < denied < page.index('id="crimes"')
    arabic = visitor.get("/ar/dossiers/ali-mamlouk/").content.decode()
    assert "<b>تختلف المصادر.</b>" in arabic


def test_a_source_is_listed_with_its_places_and_the_words_quoted_from_them(visitor):
    page = visitor.get("/ar/dossiers/anwar-raslan/").content.decode()
    sources = page[page.index('id="sources"') :]
    assert "<b>الفقرة</b> <bdi>“Der 1. Strafsenat – Staatsschutzsenat”</bdi>" in sources
    assert '<q lang="de" dir="auto">' in sources


def test_words_quoted_on_the_page_of_a_source_keep_their_own_language(visitor):
    page = visitor.get("/en/sources/SRC-0001/").content.decode()
    assert '<q lang="ar" dir="auto">علي مملوك</q>' in page
    assert '<q lang="en" dir="auto">Ali Mamlouk</q>' in page


def test_news_whose_day_is_not_known_is_dated_between_two_years(visitor):
    page = visitor.get("/en/news/justice-needed-for-7-years-of-abuse/").content.decode()
    assert "<span>between 2017 and 2018</span>" in page


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


def test_a_record_of_the_sample_alone_may_be_thrown_away():
    call_command("load_sample", alone=True)


def test_a_record_that_holds_more_is_kept(publish):
    publish("dossier", factories.dossier("somebody-else"))
    with pytest.raises(CommandError, match=r"There is more here than the sample record: somebody-else\."):
        call_command("load_sample", alone=True)


# On paper

MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
LARGEST = 200_000  # bytes


def words(text):
    """Return the Arabic words of a text, without vowel marks."""
    return set(re.findall("[\u0621-\u064a]{2,}", MARKS.sub("", unicodedata.normalize("NFKC", text))))


@pytest.mark.skipif(not can_print(), reason="WeasyPrint or Pango is not installed")
@pytest.mark.parametrize(("public_id", "slug", "name"), [
    ("BL-0004", "ali-mamlouk", "علي مملوك"),
    ("BL-0010", "samir-al-sheikh", "سمير"),
])  # fmt: skip
def test_every_word_of_a_long_file_is_found_again_in_its_pdf(
    visitor, settings, monkeypatch, capsys, public_id, slug, name
):
    """By pdfium, with which most readers search, and by poppler, with which the rest do."""
    settings.PDF = True
    made, real = [], pdf.draw
    monkeypatch.setattr(pdf, "draw", lambda document: made.append(document.html) or real(document))
    data = visitor.get(f"/ar/dossiers/{slug}/editions/1/{public_id}-e1-ar.pdf").content
    assert len(data) <= LARGEST
    shown = re.sub(r"<(style|title|svg)\b.*?</\1>", " ", made[0], flags=re.DOTALL)
    shown = words(html.unescape(re.sub(r"<[^>]+>", " ", shown)))
    document = pypdfium2.PdfDocument(data)
    read = {"pdfium": " ".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))}
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
        read["poppler"] = done.stdout.decode()
    found = {by: len(shown & words(text)) / len(shown) for by, text in read.items()}
    with capsys.disabled():
        print(f"\n{public_id}: {len(shown)} Arabic words; found by {found}; {len(data):,} bytes")
    assert name in MARKS.sub("", unicodedata.normalize("NFKC", read["pdfium"]))
    assert found["pdfium"] >= 0.96
    assert found.get("poppler", 1) >= 0.90
