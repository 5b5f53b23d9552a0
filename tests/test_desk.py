"""The desk: one form per dossier, citations on every claim, and calm answers to bad input."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dossiers.models import Citation, Name, Perpetrator, Statement
from publishing import verbs
from publishing.models import Edition, Submission
from tests import factories, forms

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]

ADD = "/desk/dossiers/perpetrator/add/"


@pytest.fixture
def desk(editor, desk_of):
    return desk_of(editor)


def address(person):
    return f"/desk/dossiers/perpetrator/{person.pk}/change/"


def change(desk, person, **values):
    """Send the dossier's form as it stands, with changes."""
    return send(desk, person, forms.read(desk.get(address(person))), values)


def send(desk, person, data, values):
    typed = {name.replace("__", "-"): value for name, value in values.items()}
    return desk.post(address(person), data | typed)


def first_change(desk, person, **values):
    """Send the form as it stands before anybody has changed anything: it is asked for once a module."""
    return send(desk, person, forms.first(desk, address(person)), values)


@pytest.mark.django_db
def test_the_desk_is_for_members(visitor):
    assert visitor.get("/desk/")["Location"] == "/desk/login/?next=/desk/"


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_every_desk_page_opens_in_both_languages(desk, person, publish, lang, direction):
    publish("dossier", person)
    publish("news", factories.news())
    submission = Submission.objects.first()
    document = submission.document
    for path in (
        "/desk/", "/desk/dossiers/perpetrator/", ADD, address(person),
        f"/desk/dossiers/perpetrator/{person.pk}/submit/", "/desk/dossiers/crime/add/",
        "/desk/dossiers/source/", "/desk/news/newsitem/add/", "/desk/campaign/page/add/",
        "/desk/campaign/linklist/add/", "/desk/publishing/submission/",
        f"/desk/publishing/submission/{submission.pk}/change/",
        f"/desk/publishing/document/{document.pk}/change/",
    ):  # fmt: skip
        response = desk.get(path, headers={"accept-language": lang})
        assert response.status_code == 200, path
        assert f'<html lang="{lang}" dir="{direction}"' in response.content.decode(), path


def test_the_language_can_be_switched_and_is_kept(desk):
    desk.post("/desk/i18n/setlang/", {"language": "ar", "next": "/desk/"})
    assert 'dir="rtl"' in desk.get("/desk/").content.decode()


def test_every_field_has_its_own_language_and_direction(desk, person):
    page = desk.get(address(person)).content.decode()
    for lang, direction in (("ar", "rtl"), ("en", "ltr")):
        area = page.partition(f'name="statements-0-text_{lang}"')[2].partition(">")[0]
        assert f'lang="{lang}"' in area
        assert f'dir="{direction}"' in area


def test_saving_the_form_unchanged_changes_nothing(desk, person):
    before = list(Citation.objects.order_by("pk").values())
    assert first_change(desk, person).status_code == 302
    assert list(Citation.objects.order_by("pk").values()) == before


def test_a_claim_and_its_citation_are_saved_together(desk, person):
    by = factories.source()
    response = first_change(
        desk, person,
        statements__TOTAL_FORMS="2", statements__1__text_ar="نص.", statements__1__text_en="A text.",
        statements__1__section="summary", statements__1__order="1",
        **{
            "statements-1-cites-TOTAL_FORMS": "1", "statements-1-cites-INITIAL_FORMS": "0",
            "statements-1-cites-0-source": str(by.pk), "statements-1-cites-0-locator_type": "page",
            "statements-1-cites-0-locator": "12", "statements-1-cites-0-relation": "supports",
            "statements-1-cites-0-accessed": "2026-08-22",
        },
    )  # fmt: skip
    assert forms.errors(response) == []
    citation = Citation.objects.get(statement__text_en="A text.")
    assert (citation.source, citation.locator, str(citation.accessed)) == (by, "12", "2026-08-22")


def test_a_second_citation_is_added_to_a_saved_claim(desk, person):
    by = factories.source()
    response = first_change(
        desk, person,
        **{"statements-0-cites-1-source": str(by.pk), "statements-0-cites-1-relation": "contradicts"},
    )  # fmt: skip
    assert forms.errors(response) == []
    assert person.statements.get().citations.count() == 2


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"birth": "2011-02-30"}, "There is no such day in the calendar."),
        ({"tenures__0__span": "2013/2011"}, "The end of this interval comes before its start."),
        ({"statements__0__text_en": "evil \ufffc text"}, "Line 1, after “evil”: U+FFFC"),
        ({"names__0__text": "a\x07b"}, "after “a”: U+0007, a control character"),
        ({"statements-0-cites-1-locator": "p. 7"}, "This field is required."),
        ({"statements-0-cites-0-quote": "a" * 401}, "A quotation may have at most 400 characters."),
        ({"legal_actions__0__status": "upheld"}, "This status does not belong to this type of action."),
    ],
)
def test_bad_input_is_answered_with_words_and_saves_nothing(desk, person, values, words):
    before = snapshot()
    response = first_change(desk, person, **values, statements__0__text_ar="كُتب للتو.")
    assert response.status_code == 200
    assert any(words in message for message in forms.errors(response)), forms.errors(response)
    assert "كُتب للتو." in response.content.decode()  # what was typed is still there
    assert snapshot() == before


def snapshot():
    return [list(model.objects.order_by("pk").values()) for model in (Perpetrator, Name, Statement, Citation)]


def test_bad_input_is_answered_in_arabic(desk, person):
    desk.post("/desk/i18n/setlang/", {"language": "ar", "next": "/desk/"})
    response = first_change(desk, person, birth="2011-02-30")
    assert "لا يوجد يوم كهذا في التقويم." in forms.errors(response)


def test_an_address_that_exists_is_refused(desk, person):
    data = forms.read(desk.get(ADD))
    response = desk.post(ADD, {**data, "slug": "test-person"})
    assert "Another dossier has this address. Choose another one." in forms.errors(response)


@pytest.mark.parametrize(
    "data", [b"not a picture", b"<svg onload=alert(1)>", factories.picture((8000, 5001), form="PNG")]
)
def test_a_file_that_is_no_picture_is_refused(desk, person, data):
    response = first_change(desk, person, portrait=SimpleUploadedFile("x.jpg", data, "image/jpeg"))
    assert any("picture" in message or "image" in message for message in forms.errors(response))
    person.refresh_from_db()
    assert not person.portrait


@pytest.mark.parametrize("key", ["garbage", "1", "\u0661", "00000000-0000-0000-0000-000000000000"])
def test_a_key_that_is_none_is_answered_with_words(desk, person, key):
    response = first_change(
        desk, person, **{"statements-0-cites-0-source": key, "tenures-0-institution": key}
    )
    assert response.status_code == 200
    assert len(forms.errors(response)) >= 2


def test_a_fact_that_is_not_chosen_is_asked_for(desk, person):
    by = factories.source()
    response = first_change(desk, person, **{"citations-2-source": str(by.pk), "citations-2-fact": ""})
    assert "This field is required." in forms.errors(response)


def test_two_primary_names_of_one_script_are_refused_and_a_swap_is_not(desk, person):
    aka = Name.objects.create(perpetrator=person, lang="ar", text="اسم آخر", kind="aka", order=9)
    rows = {str(name.pk): number for number, name in enumerate(person.names.all())}
    number = rows[str(aka.pk)]
    response = change(desk, person, **{f"names-{number}-kind": "primary"})
    assert any("already a name used on this site" in message for message in forms.errors(response))
    old = rows[str(person.names.get(lang="ar", kind="primary").pk)]
    response = change(desk, person, **{f"names-{number}-kind": "primary", f"names-{old}-kind": "aka"})
    assert response.status_code == 302
    assert person.names.get(lang="ar", kind="primary") == aka


def test_a_nul_in_an_address_of_the_desk_is_refused(desk):
    for path in (
        "/desk/autocomplete/?term=%00",
        "/desk/publishing/submission/?status__exact=%00",
        "/en/?page=%00",
    ):
        assert desk.get(path).status_code == 400


@pytest.mark.parametrize("name", ["Ali at home.jpg", "../../<img src=x onerror=alert(1)>\u202egpj.exe.jpg"])
def test_a_portrait_is_kept_under_its_hash(desk, person, name):
    response = first_change(desk, person, portrait=SimpleUploadedFile(name, factories.picture()))
    assert forms.errors(response) == []
    person.refresh_from_db()
    assert len(person.portrait.name) == len("portraits/") + 64 + len(".jpg")


def test_a_javascript_link_is_refused(desk):
    path = "/desk/dossiers/source/add/"
    response = desk.post(path, {**forms.read(desk.get(path)), "title": "x", "url": "javascript:alert(1)"})
    assert "Write a complete web address that begins with http:// or https://." in forms.errors(response)


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "http://example.org/news/1/?utm_source=x#top"},
        {
            "url": "https://example.org/copy",
            "archive_url": "https://web.archive.org/web/2020/https://example.org/2",
        },
        {"url": "", "archive_sha256": "A" * 64},
    ],
)
def test_a_second_row_of_one_source_is_refused_with_the_first(desk, fields):
    first = factories.source(
        url="https://www.example.org/news/1", archive_sha256="a" * 64,
        archive_url="https://web.archive.org/web/2020/https://example.org/2",
    )  # fmt: skip
    path = "/desk/dossiers/source/add/"
    page = desk.post(path, {**forms.read(desk.get(path)), "title": "Again", **fields}).content.decode()
    assert f'This is already <a href="/desk/dossiers/source/{first.pk}/change/">{first}</a>.' in page
    assert not first.__class__.objects.filter(title="Again").exists()


def test_a_source_that_repeats_another_may_have_its_address(desk):
    first = factories.source(url="https://example.org/news/1")
    path = "/desk/dossiers/source/add/"
    values = {"title": "Again", "url": "https://example.org/news/1", "origin": str(first.pk)}
    assert desk.post(path, {**forms.read(desk.get(path)), **values}).status_code == 302


def test_a_published_legal_action_is_shown_but_not_changed(desk, person, publish):
    publish("dossier", person)
    response = change(desk, person, legal_actions__0__authority_en="Somebody else")
    assert response.status_code == 302
    assert person.legal_actions.get().authority_en == "Investigating judge"
    response = change(desk, person, legal_actions__0__DELETE="on")
    assert any("is published and stays" in message for message in forms.errors(response))


def test_a_draft_can_be_deleted_until_it_was_sent_to_review(desk, person, editor):
    draft = Perpetrator.objects.create(slug="draft")
    assert desk.get(f"/desk/dossiers/perpetrator/{draft.pk}/delete/").status_code == 200
    verbs.submit("dossier", person, editor)
    assert desk.get(f"/desk/dossiers/perpetrator/{person.pk}/delete/").status_code == 403
    values = {"action": "delete_selected", "_selected_action": str(person.pk), "post": "yes"}
    desk.post("/desk/dossiers/perpetrator/", values)
    assert Perpetrator.objects.filter(pk=person.pk).exists()


def test_preview_is_the_page_that_would_be_published(desk, person, publish, visitor):
    preview = desk.get(f"/desk/dossiers/perpetrator/{person.pk}/preview/en/").content.decode()
    publish("dossier", person)
    page = visitor.get("/en/dossiers/test-person/").content.decode()
    assert main(preview) == main(page)
    assert "Preview: this page is not published." in preview


def main(page):
    """Return the text of a dossier up to its own address and digest; a draft cannot be cited yet."""
    text = page.partition("<article")[2].partition('<section class="sec" id="editions">')[0]
    return re.sub(r'\s*<span class="c">.*?#p\d+</bdi></span>', "", text, flags=re.S)


def test_submit_shows_everything_that_is_missing(desk):
    bare = Perpetrator.objects.create(slug="bare")
    page = desk.get(f"/desk/dossiers/perpetrator/{bare.pk}/submit/").content.decode()
    assert "5 things are missing" in page
    desk.post(f"/desk/dossiers/perpetrator/{bare.pk}/submit/", {"change": "initial", "severity": "material"})
    assert Submission.objects.count() == 0


def test_an_editor_submits_and_a_reviewer_publishes(desk, person, reviewer, desk_of):
    desk.post(
        f"/desk/dossiers/perpetrator/{person.pk}/submit/", {"change": "initial", "severity": "material"}
    )
    submission = Submission.objects.get()
    review = f"/desk/publishing/submission/{submission.pk}/change/"
    assert "Approve and publish" not in desk.get(review).content.decode()
    assert "You sent this yourself" in desk.get(review).content.decode()
    page = desk_of(reviewer).get(review).content.decode()
    assert "Headed the unit." in page
    assert "ترأس الوحدة." in page
    desk_of(reviewer).post(review, {"approve": "1", "read": "on"})
    assert Edition.objects.get().submission == submission


def test_an_editor_cannot_approve_by_a_direct_post(desk, person, reviewer):
    submission = verbs.submit("dossier", person, reviewer_who_writes(reviewer))
    response = desk.post(f"/desk/publishing/submission/{submission.pk}/change/", {"approve": "1"})
    assert response.status_code == 403
    assert Edition.objects.count() == 0


def reviewer_who_writes(reviewer):
    from django.contrib.auth.models import Group, User

    reviewer.groups.add(Group.objects.get(name="editor"))
    return User.objects.get(pk=reviewer.pk)


def test_review_marks_what_differs_from_the_live_edition(desk, person, publish, reviewer, editor, desk_of):
    publish("dossier", person)
    person.statements.update(text_en="Headed the ninth unit.")
    submission = verbs.submit("dossier", person, editor, **factories.NOTE)
    page = desk_of(reviewer).get(f"/desk/publishing/submission/{submission.pk}/change/").content.decode()
    assert '<ins><span class="vh">added: </span>ninth </ins>' in page
    assert "People were held." not in page


def test_a_returned_note_is_shown_to_the_editor(desk, person, editor, reviewer):
    verbs.return_(verbs.submit("dossier", person, editor), reviewer, "Add the page.")
    assert "Add the page." in desk.get(address(person)).content.decode()


def test_a_longer_dossier_costs_the_form_no_more_queries(desk, person):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(address(person)).status_code == 200
        return len(queries)

    desk.get(address(person))
    short = count()
    by = factories.source()
    for number in range(8):
        factories.crime(person, by, person.tenures.get(), title_en=f"Crime {number}")
        factories.action(person, by)
        text = f"Statement {number}"
        factories.cite(Statement.objects.create(perpetrator=person, text_ar=text, text_en=text), by)
    assert count() == short


def test_the_desk_sends_no_page_to_a_cache(desk):
    assert desk.get("/desk/")["Cache-Control"] == "no-store, private"
