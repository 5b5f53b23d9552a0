"""What can be read by programs, as an OpenAPI 3.1 document: every address is a file."""

from typing import Any

from django.conf import settings

from publishing import ledger
from publishing.pages import dataset
from publishing.pages.tables import WRITERS, Table
from publishing.schema import json_schema

VERSION = "1"
WAIT = {
    "description": "The file is being made; ask again after the time in Retry-After.",
    "headers": {"Retry-After": {"schema": {"type": "integer"}, "description": "seconds"}},
}
GONE = {"description": "The document was withdrawn, and its text is no longer shown."}
REFUSED = {"description": "The document was withdrawn by order of a court."}
MISSING = {"description": "There is nothing at this address."}


def document() -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "The Black List: published record",
            "summary": "Read-only files, made from published editions alone.",
            "version": VERSION,
            "license": {"name": ledger.LICENCE, "identifier": ledger.LICENCE},
        },
        "servers": [{"url": settings.SITE_URL}],
        "paths": {**_editions(), **_tables(), **_others()},
    }


def _tables() -> dict[str, Any]:
    return {
        f"/data/{table.name}{writer.ending}": _get(
            f"{table.title.en}: {table.about.en}",
            writer.content_type,
            _row(table) if writer.ending == ".jsonl" else {"type": "string"},
            {"503": WAIT},
        )
        for table in dataset.tables()
        for writer in WRITERS
    }


def _row(table: Table) -> dict[str, Any]:
    """Return what a line holds; OpenAPI has no word for a file of many lines."""
    row = json_schema(table.row, title=table.name)
    return {name: value for name, value in row.items() if name != "$schema"}


def _others() -> dict[str, Any]:
    listed = {
        dataset.ENTITIES: "The same as entities of FollowTheMoney, one a line",
        dataset.MANIFEST: "What files there are, with the state of the record, digests and counts of rows",
        dataset.OPENAPI: "This document",
        dataset.VERIFIER: "A program in standard Python that checks an edition, a PDF or the archive",
        dataset.ARCHIVE: "Every file and every edition in one archive",
    }
    found = {
        f"/data/{name}": _get(what, dataset.content_type(name), {}, {"503": WAIT})
        for name, what in listed.items()
    }
    names = {"type": "string", "enum": sorted(dataset.schemas())}
    found["/data/schemas/{name}.json"] = _get(
        "What a row or an edition holds, as JSON Schema",
        "application/schema+json",
        {"type": "object"},
        {"404": MISSING},
        [_parameter("name", names)],
    )
    return found


def _editions() -> dict[str, Any]:
    parameters = [
        _parameter("id", {"type": "string", "examples": ["BL-0001"]}),
        _parameter("edition", {"type": "integer", "minimum": 1}),
    ]
    answers = {"404": MISSING, "410": GONE, "451": REFUSED}
    edition = _get(
        "An edition of a document: its canonical bytes",
        "application/json",
        {"type": "object"},
        answers,
        parameters,
    )
    return {"/editions/{id}/{edition}.json": edition}


def _parameter(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _get(
    summary: str,
    content_type: str,
    schema: dict[str, Any],
    others: dict[str, Any],
    parameters: list[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    kind = content_type.partition(";")[0]
    told: dict[str, Any] = {
        "summary": summary,
        "responses": {"200": {"description": "The file", "content": {kind: {"schema": schema}}}, **others},
    }
    return {"get": {**told, "parameters": parameters} if parameters else told}
