"""Who may import whom (architecture §2), and what public code may not touch."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT = {
    "publishing": set(),
    "dossiers": {"publishing"},
    "news": {"publishing", "dossiers"},
    "campaign": {"publishing", "dossiers", "news"},
    "projustice": {"publishing", "dossiers", "news", "campaign"},
}
# What public pages are made with: editions, what is projected of them, and the words for codes. A module
# in a folder named `pages` is behind this wall the day it is made.
OPEN_TO_PAGES = {
    "publishing": None,  # all of it but the rooms below
    "dossiers": {"pages", "vocabularies", "glossary", "schema", "status"},
    "news": {"pages", "vocabularies", "schema"},
    "campaign": {"pages", "schema"},
}
CLOSED_TO_PAGES = {"working", "desk", "verbs", "admin", "audit"}


def imports(path):
    """Yield the dotted name of every import in a module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules(app):
    return [path for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]


@pytest.mark.parametrize("app", MAY_IMPORT)
def test_imports_go_one_way(app):
    for path in modules(app):
        for name in imports(path):
            other = name.partition(".")[0]
            assert other == app or other not in MAY_IMPORT or other in MAY_IMPORT[app], (path.name, name)


def pages():
    """Return every module of a folder of pages; of publishing/search too, which pages are made with."""
    found = [path for app in MAY_IMPORT for path in modules(app)]
    return [path for path in found if {"pages", "search"} & set(path.relative_to(ROOT).parts[:-1])]


def is_open(name):
    """Say whether pages may import this module of ours."""
    app, _dot, rest = name.partition(".")
    room = rest.partition(".")[0]
    if app not in OPEN_TO_PAGES or not room:
        return app not in {"projustice"}
    if OPEN_TO_PAGES[app] is None:
        return room not in CLOSED_TO_PAGES
    return room in OPEN_TO_PAGES[app]


def test_every_app_has_its_pages_behind_the_wall():
    assert {path.relative_to(ROOT).parts[0] for path in pages()} == {"publishing", *OPEN_TO_PAGES}


@pytest.mark.parametrize("path", pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_pages_never_import_working_rows_rules_or_the_desk(path):
    for name in imports(path):
        assert is_open(name), name


@pytest.mark.parametrize(
    "name",
    [
        "dossiers.models",
        "dossiers.models.people",
        "dossiers.content",
        "dossiers.rules.reading",
        "dossiers.desk.forms",
        "publishing.working.rows",
        "publishing.desk.tasks",
        "publishing.verbs",
        "news.models",
        "news.content",
        "campaign.models",
        "campaign.desk.board",
    ],
)
def test_the_wall_is_closed_to(name):
    assert not is_open(name)


def test_no_style_is_physical():
    css = (ROOT / "static" / "site.css").read_text() + (ROOT / "static" / "desk.css").read_text()
    for word in (
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "float:",
        "border-left",
        "left:0",
    ):
        assert word not in css, word
