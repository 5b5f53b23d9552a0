"""Share cards: what they are, what they say, and that nothing unpublished is drawn."""

import io
import itertools

import pytest
from PIL import Image, ImageChops

from publishing import verbs
from publishing.pages import share_cards
from publishing.pages.share_cards import ShareCard, draw, lay_out, wrap
from publishing.vocabulary import Reason
from tests import factories

INK = "#15171a"
MARKS = "\u2066\u2067\u2069"
PATHS = {
    "site-card": "/{lang}/card.png",
    "edition-card": "/{lang}/dossiers/test-person/editions/1/card.png",
    "news-card": "/{lang}/news/test-news/card.png",
}


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def record(publish_once):
    publish_once("dossier", factories.dossier())
    publish_once("news", factories.news())


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_a_card_is_a_light_picture_of_1200_by_630(record, visitor, path, lang):
    response = visitor.get(path.format(lang=lang))
    assert response.headers["Content-Type"] == "image/png"
    assert len(response.content) <= 40_000
    with Image.open(io.BytesIO(response.content)) as image:
        assert image.size == (1200, 630)


def test_pages_name_their_card(record, visitor):
    for path, card in (
        ("/en/", "/en/card.png"),
        ("/en/crimes/", "/en/card.png"),
        ("/en/dossiers/test-person/", "/en/dossiers/test-person/editions/1/card.png"),
        ("/ar/news/test-news/", "/ar/news/test-news/card.png"),
    ):
        html = visitor.get(path).content.decode()
        assert f'<meta property="og:image" content="http://127.0.0.1:8000{card}">' in html


def test_an_arabic_name_is_joined_and_runs_from_the_right():
    """Two joined letters are narrower than the same two kept apart, and stand at the right margin."""

    def ink(text):
        with Image.open(io.BytesIO(draw(ShareCard(lang="ar", title=text)))) as image:
            band = image.convert("L").crop((0, 205, 1200, 345))
            return ImageChops.invert(band).point(lambda p: 255 * (p < 100)).getbbox()

    joined, apart = ink("بب"), ink("ب\u200cب")
    assert joined[2] - joined[0] < apart[2] - apart[0]
    assert 1100 < joined[2] <= 1200 - share_cards.MARGIN + 4


def test_a_dossier_card_says_who_which_file_which_edition_and_what_it_rests_on(record, visitor):
    from dossiers.pages.dossier import Dossier
    from dossiers.pages.share_card import card
    from publishing.pages import reading

    found = reading.find("dossier", "test-person")
    said = card(Dossier(found.content), found.view)
    assert (said.title, said.other, said.above) == ("Test Person", "اسم تجريبي", "File BL-0001")
    assert said.small == (
        "Wanted on a warrant, no judgment given: complicity in crimes against humanity (Paris, 2018)"
    )
    assert said.caution == "Everyone is presumed innocent until convicted by a final judgment."
    assert said.address == "127.0.0.1:8000/BL-0001/1"
    assert said.edition.startswith("Edition 1, ")


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Abdelrahman Suleiman al-Mohammad al-Trabelsi bin Suleiman", "عبد الرحمن سليمان المحمد الطرابلسي"),
        ("A" * 90, "ب" * 120),
        ("word " * 60, ""),
    ],
)
def test_nothing_leaves_the_picture_or_covers_another_line(title, other):
    page = lay_out(
        ShareCard(
            lang="en",
            title=title,
            other=other,
            above="File",
            lead="office " * 40,
            small="status",
            address="a",
        )
    )
    assert all(
        share_cards.width(line.text.strip(MARKS), line.size, line.weight) <= share_cards.WIDE
        for line in page.lines
    )
    below = sorted(line.y for line in page.lines if line.y > sum(page.band))
    assert below[-1] <= 584
    assert all(after - before >= 36 for before, after in itertools.pairwise(below))


def test_a_long_status_stands_whole_on_the_card():
    status = (
        "Warrant annulled: murder (Paris, 2025). Wanted on two warrants, no judgment given: "
        + "torture " * 30
    )
    page = lay_out(ShareCard(lang="en", title="Name", lead="Former head", small=status, address="a"))
    rows = [line for line in page.lines if line.fill == INK and line.size < 44]
    assert " ".join(line.text.strip(MARKS) for line in rows) == status.strip()
    assert all(share_cards.width(line.text.strip(MARKS), line.size, 400) <= share_cards.WIDE for line in rows)
    assert rows[-1].y <= share_cards.LOWEST


def test_a_status_that_cannot_stand_whole_is_left_out():
    page = lay_out(
        ShareCard(lang="en", title="Name", lead="Former head", small="torture " * 200, address="a")
    )
    assert not any("torture" in line.text for line in page.lines)


def test_a_title_that_had_to_be_cut_says_so():
    assert wrap("word " * 60, 60, 700, 3)[2].endswith(share_cards.CUT)


@pytest.mark.parametrize("mark", ["\ufffe", "\x0b", "\ud800"])
def test_a_character_that_xml_cannot_hold_spoils_no_card(mark):
    assert draw(ShareCard(lang="en", title=f"Test{mark} Person"))


def test_a_name_cannot_become_markup():
    assert draw(ShareCard(lang="en", title='</text><image href="file:///etc/passwd"/>'))


def test_there_is_no_card_of_what_is_not_published(visitor):
    factories.dossier("draft")
    assert visitor.get("/en/dossiers/draft/editions/1/card.png").status_code == 404


def test_a_withdrawn_item_and_a_tombstone_have_no_card(record, reviewer, visitor):
    from publishing.models import Document

    for document in Document.objects.all():
        verbs.withdraw(document, reviewer, Reason.SOURCE_FAILED, **factories.NOTE)
    assert visitor.get(PATHS["news-card"].format(lang="en")).status_code == 410
    for number in (1, 2):
        assert visitor.get(f"/en/dossiers/test-person/editions/{number}/card.png").status_code == 410
    past = visitor.get("/en/dossiers/test-person/editions/1/").content.decode()
    assert "og:image" not in past
    assert "The file has since been withdrawn." in past
    assert "og:image" not in visitor.get("/en/dossiers/test-person/").content.decode()


def test_other_sites_may_show_a_card_also_when_it_is_unchanged(record, visitor):
    path = PATHS["edition-card"].format(lang="en")
    first = visitor.get(path)
    again = visitor.get(path, headers={"if-none-match": first.headers["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    for response in (first, again):
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
