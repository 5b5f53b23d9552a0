"""404 and 500, in both languages, with the database and without."""

import pytest
from django.db import connection
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize(("lang", "words"), [("ar", "لا صفحة على هذا الرابط"), ("en", "Page not found")])
@pytest.mark.parametrize("index", ["there", "lost"])
def test_a_missing_page_is_answered_in_its_language_even_when_the_index_is_lost(visitor, index, lang, words):
    if index == "lost":
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE publishing_wordform RENAME TO elsewhere")
    response = visitor.get(f"/{lang}/nothing/here/")
    assert response.status_code == 404
    assert words in response.content.decode()


@pytest.mark.parametrize(("lang", "words"), [("ar", "الخلل من جانبنا"), ("en", "The fault is ours")])
def test_a_failure_is_answered_in_its_language_without_the_database(monkeypatch, lang, words):
    # No database is allowed in this test, so the first query fails as a dead database would.
    response = Client(raise_request_exception=False).get(f"/{lang}/dossiers/")
    assert response.status_code == 500
    assert words in response.content.decode()
    assert "Traceback" not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/en/dossiers/?page=0", "/en/dossiers/?page=999", "/en/dossiers/?page=x",
        f"/en/dossiers/?page={'9' * 5000}", "/en/dossiers/?page=²", "/PAGE-about/1",
        "/en/dossiers/?page=٢",
        "/en/dossiers/no-such-person/", "/en/crimes/INC-9999/", "/en/institutions/none/",
        "/en/news/?kind=none",
        "/editions/BL-0001/1.json", "/BL-9999", "/BL-9999/1",
        "/en/sources/SRC-9999/", "/media/../settings.py",
        "/en/dossiers/x/editions/99999999999999999999/", "/fr/", "/dossiers/",
    ],
)  # fmt: skip
def test_what_does_not_exist_is_404(visitor, path):
    assert visitor.get(path, follow=True).status_code == 404


@pytest.mark.django_db
def test_a_draft_answers_like_an_address_that_never_was(editor, visitor):
    from publishing import verbs
    from tests import factories

    verbs.submit("dossier", factories.dossier(), editor)
    draft, never = visitor.get("/en/dossiers/test-person/"), visitor.get("/en/dossiers/never-was/")
    assert draft.status_code == never.status_code == 404
    assert draft.content.replace(b"test-person", b"") == never.content.replace(b"never-was", b"")
