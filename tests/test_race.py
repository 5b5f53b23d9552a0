"""Two approvals at the same moment: two editions with consecutive numbers."""

import subprocess
import sys

import pytest

from tests.throwaway import ROOT, database, manage, python


@pytest.mark.slow
@pytest.mark.django_db
def test_two_approvals_at_once_give_consecutive_editions(tmp_path):
    with database(tmp_path) as environment:
        submissions = python(environment, "tests/cast.py", "dossiers=2").split()
        racers = [start(environment, pk) for pk in submissions]
        for racer in racers:
            assert racer.stdout.readline() == "ready\n"
        for racer in racers:
            racer.stdin.write("go\n")
            racer.stdin.flush()
        said = sorted(racer.communicate(timeout=60)[0].strip() for racer in racers)
        assert said == ["1 1", "2 1"]
        assert manage(environment, "verify_editions").startswith("2 editions, all intact.")


@pytest.mark.slow
@pytest.mark.django_db
def test_two_approvals_of_one_submission_give_one_edition(tmp_path):
    with database(tmp_path) as environment:
        (submission,) = python(environment, "tests/cast.py", "dossiers=1").split()
        racers = [start(environment, submission) for _twice in range(2)]
        for racer in racers:
            racer.stdout.readline()
        for racer in racers:
            racer.stdin.write("go\n")
            racer.stdin.flush()
        said = [racer.communicate(timeout=60)[0].strip() for racer in racers]
        assert sorted(said) == ["", "1 1"]


def start(environment, submission):
    return subprocess.Popen(
        [sys.executable, "tests/publisher.py", "once", submission],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
