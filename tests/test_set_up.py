"""What a new machine is told, and what keeps the tree easy to install and to read."""

import sys
from collections import namedtuple

import check_python
from tests import template_lines, wheels

Version = namedtuple("Version", "major minor micro")


def test_this_python_will_do():
    assert check_python.problem() == ""


def test_an_old_python_is_told_which_newer_one_is_there(monkeypatch):
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2))
    monkeypatch.setattr("shutil.which", lambda name: name == "python3.12")
    assert check_python.problem() == (
        "This is Python 3.9; 3.11 or newer is needed. You have one: make run PYTHON=python3.12"
    )


def test_an_old_python_alone_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2))
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert "sudo apt install python3.13 python3.13-venv" in check_python.problem()


def test_a_python_that_cannot_make_environments_is_told_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    package = f"python3.{sys.version_info[1]}-venv"
    assert f"sudo apt install {package}" in check_python.problem()


def test_every_dependency_installs_without_a_compiler():
    assert wheels.missing() == []


def test_no_line_of_a_template_is_too_long_to_read():
    assert template_lines.too_long() == []
