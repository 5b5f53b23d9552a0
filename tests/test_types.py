"""The type checker finds a misspelt attribute of a model: `make check` would fail on it."""

import subprocess
import sys

import pytest

from tests.throwaway import ROOT

PLANTED = {
    "a field of the record": (
        ("from publishing.models import Edition\n"
        "def digest(edition: Edition) -> str:\n    return edition.header_digset\n"),
        '"Edition" has no attribute "header_digset"',
    ),
    "a field of a working row": (
        ("from dossiers.models import Tenure\n"
        "def when(post: Tenure) -> str:\n    return post.spann\n"),
        '"Tenure" has no attribute "spann"',
    ),
    "a look-up in a query": (
        ("from publishing.models import Document\n"
        "def live() -> int:\n    return Document.objects.filter(sttate='live').count()\n"),
        "Cannot resolve keyword 'sttate' into field",
    ),
    "what the gate says of a request": (
        ("from publishing.desk.requests import DeskRequest\n"
        "def fresh(request: DeskRequest) -> bool:\n    return request.fresh_facter\n"),
        '"DeskRequest" has no attribute "fresh_facter"',
    ),
}  # fmt: skip


@pytest.mark.slow
def test_the_type_checker_finds_what_is_misspelt(tmp_path):
    for number, (code, _words) in enumerate(PLANTED.values()):
        (tmp_path / f"planted_{number}.py").write_text(code)
    command = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    for what, (_code, words) in PLANTED.items():
        assert words in done.stdout, (what, done.stdout)
