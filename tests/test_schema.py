"""What an edition holds: written down, published as JSON Schema, and read for ever."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.utils.translation import override
from jsonschema import Draft202012Validator

from publishing import kinds, schema
from publishing.bilingual import BLANK
from publishing.pages.reading import EditionView
from publishing.schema import EditionHeader, TombstoneContent
from tests import factories

STORED = sorted((Path(__file__).parent / "editions").glob("*.json"))
CONTENTS = [EditionHeader, TombstoneContent, *(kind.content for kind in kinds.all_kinds())]


def errors(written, instance) -> list[str]:
    return [error.message for error in Draft202012Validator(written).iter_errors(instance)]


@pytest.mark.parametrize("content", CONTENTS, ids=schema.name_of)
def test_every_field_is_described_in_both_languages(content):
    written = schema.json_schema(content)
    Draft202012Validator.check_schema(written)
    pairs = {"ar", "en"}  # of a text in both languages the field is described, not each language
    bare = [
        path
        for path, field in schema.fields(written).items()
        if not (field.get("description") and field.get("description_ar"))
        and path.rpartition(".")[2] not in pairs
    ]
    assert bare == []


def test_every_schema_has_a_stored_edition():
    bodies = {schema.name_of(content).replace("/", "-") for content in CONTENTS} - {"bl-edition-1"}
    assert bodies <= {path.stem for path in STORED}  # those of former numbers stay


@pytest.mark.parametrize("content_type", CONTENTS[1:], ids=schema.name_of)
def test_a_stored_edition_is_what_its_schema_says(content_type):
    written = schema.json_schema(content_type)
    path = Path(__file__).parent / "editions" / f"{schema.name_of(content_type).replace('/', '-')}.json"
    content = json.loads(path.read_text("utf-8"))
    assert errors(written, content) == []
    assert errors(written, {**content, "mother": "…"}) != []  # nothing that is not listed there


def readable():
    return [(kind, path) for kind in kinds.all_kinds() for path in STORED if kind.name in path.stem]


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "path"), readable(), ids=lambda value: getattr(value, "stem", ""))
def test_a_stored_edition_is_read(kind, path):
    content = json.loads(path.read_text("utf-8"))
    row = kind.row(content)
    edition = EditionView(
        1, datetime(2026, 3, 1, tzinfo=UTC), "", BLANK, "0" * 64, False, False, preview=True
    )
    for lang in ("ar", "en"):
        with override(lang):
            request = RequestFactory().get("/", headers={"accept-language": lang})
            page = kind.page(request, content, edition)
            said = [line.text for line in kind.lines(content)]
        assert page.status_code == 200
        assert len(said) > 2
    assert row.title
    assert len(list(kind.names(content))) == len({(one.kind, one.key) for one in kind.names(content)})


def test_the_schemas_are_public_for_every_site_to_read(visitor, db):
    answer = visitor.get("/data/schemas/bl-dossier-1.json")
    assert answer.headers["Content-Type"] == "application/schema+json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    written = json.loads(answer.content)
    assert written["$id"] == f"{settings.SITE_URL}/data/schemas/bl-dossier-1.json"
    assert written["properties"]["schema"]["enum"] == ["bl-dossier/1"]
    assert visitor.get("/data/schemas/bl-dossier-2.json").status_code == 404


def test_a_published_file_keeps_to_the_schemas_that_the_site_gives(publish, visitor):
    publish("dossier", factories.dossier())
    found = json.loads(visitor.get("/editions/BL-0001/1.json").content)
    for name, part in (("bl-edition-1", found["header"]), ("bl-dossier-1", found["body"])):
        written = json.loads(visitor.get(f"/data/schemas/{name}.json").content)
        assert errors(written, part) == []
    assert found["header"]["published_at"].endswith("T00:00:00Z")
