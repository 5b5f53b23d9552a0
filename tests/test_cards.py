"""Share cards: what they are, what they say, and that nothing unpublished is drawn."""

import io

import pytest
from PIL import Image, ImageChops

from publishing import cards, verbs
from publishing.cards import Card, draw, lay_out, wrap
from publishing.vocabulary import Reason
from tests import factories

PATHS = {
    "site-card": "/{lang}/card.png",
    "edition-card": "/{lang}/dossiers/test-person/editions/1/card.png",
    "news-card": "/{lang}/news/test-news/card.png",
}


@pytest.fixture
def record(publish):
    publish("dossier", factories.dossier())
    publish("news", factories.news())


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
        with Image.open(io.BytesIO(draw(Card(lang="ar", title=text)))) as image:
            band = image.convert("L").crop((0, 205, 1200, 345))
            return ImageChops.invert(band).point(lambda p: 255 * (p < 100)).getbbox()

    joined, apart = ink("بب"), ink("ب\u200cب")
    assert joined[2] - joined[0] < apart[2] - apart[0]
    assert 1100 < joined[2] <= 1200 - cards.MARGIN + 4


def test_a_dossier_card_says_who_which_file_which_edition_and_what_it_rests_on(record, visitor):
    from dossiers.cards import card
    from dossiers.public import Dossier
    from publishing import public

    found = public.find("dossier", "test-person")
    said = card(Dossier(found.content), found.view)
    assert (said.title, said.other, said.above) == ("Test Person", "اسم تجريبي", "File BL-0001")
    assert said.small == "Wanted on a warrant · 1 crime · 1 source"
    assert said.address == "127.0.0.1:8000/BL-0001/1"
    assert said.edition.startswith("Edition 1, ")


def test_a_long_name_goes_on_two_rows_and_a_long_title_is_cut_with_a_sign():
    page = lay_out(
        Card(lang="en", title="Abdelrahman Suleiman al-Mohammad al-Trabelsi", other="عبد الرحمن سليمان")
    )
    assert page.band[1] > 150
    assert wrap("word " * 60, 60, 700, cards.WIDE, 3)[2].endswith("…")
    assert all(
        cards.width(row, 60, 700) <= cards.WIDE for row in wrap("word " * 60, 60, 700, cards.WIDE, 3)[:2]
    )


def test_a_name_cannot_become_markup():
    assert draw(Card(lang="en", title='</text><image href="file:///etc/passwd"/>'))


def test_there_is_no_card_of_what_is_not_published(db, visitor):
    factories.dossier()
    assert visitor.get(PATHS["edition-card"].format(lang="en")).status_code == 404


def test_a_withdrawn_item_and_a_tombstone_have_no_card(record, reviewer, visitor):
    from publishing.models import Document

    for document in Document.objects.all():
        verbs.withdraw(document, reviewer, Reason.SOURCE_FAILED, **factories.NOTE)
    assert visitor.get(PATHS["news-card"].format(lang="en")).status_code == 410
    assert visitor.get("/en/dossiers/test-person/editions/2/card.png").status_code == 410
    assert "og:image" not in visitor.get("/en/dossiers/test-person/").content.decode()
