"""The methodology explains every code that files use, with the labels that files use."""

import pytest

from dossiers.glossary import EXPLAINED
from tests import factories
from tests.test_pages import words


@pytest.mark.parametrize("name", EXPLAINED)
def test_every_code_has_a_meaning_and_every_meaning_a_code(name):
    labels, meanings = EXPLAINED[name]
    assert set(labels) == set(meanings)


@pytest.mark.parametrize(
    ("lang", "label", "meaning"),
    [
        ("en", "Convicted in absentia", "Convicted while absent. The law may allow a new trial."),
        ("ar", "محكوم عليه غيابيًا", "أدين وهو غائب، وقد يجيز القانون إعادة محاكمته."),
    ],
)
def test_the_page_gives_label_and_meaning_in_its_language(publish, visitor, lang, label, meaning):
    publish("page", factories.page("methodology"))
    assert f"{label}{meaning}" in words(visitor.get(f"/{lang}/methodology/")).replace(f"{label} ", label)


def test_files_link_to_the_meaning_of_their_status(publish, visitor):
    publish("page", factories.page("methodology"))
    publish("dossier", factories.dossier())
    assert (
        'href="/en/methodology/#legal_statuses"' in visitor.get("/en/dossiers/test-person/").content.decode()
    )
    assert 'id="legal_statuses"' in visitor.get("/en/methodology/").content.decode()
