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
PUBLIC_MODULES = (
    "public.py", "views.py", "pages.py", "feeds.py", "sitemaps.py", "projection.py", "command.py",
    "holders.py", "atlas.py", "justice.py", "cards.py",
    "search.py", "register.py",
)  # fmt: skip


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


@pytest.mark.parametrize("app", ["dossiers", "news", "campaign"])
def test_public_code_never_imports_working_models(app):
    for path in modules(app):
        if path.name in PUBLIC_MODULES:
            for name in imports(path):
                assert not name.startswith(("dossiers.models", "news.models", "campaign.models")), (
                    path,
                    name,
                )
                assert not name.startswith(("dossiers.content", "news.content", "campaign.content")), (
                    path,
                    name,
                )


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
