"""A process that publishes and says so, for tests/forking.py and tests/test_race.py.

`python tests/publisher.py once N` waits for a line, approves submission N and prints its edition.
"""

import os
import sys

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402

from dossiers.models import Perpetrator  # noqa: E402
from publishing import verbs  # noqa: E402
from publishing.models import Submission  # noqa: E402
from tests.factories import NOTE  # noqa: E402


def say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def loop() -> None:
    editor, reviewer = User.objects.get(username="editor"), User.objects.get(username="reviewer")
    person = Perpetrator.objects.get()
    number = 0
    while True:
        number += 1
        version = f"{os.getpid()}.{number}"
        person.statements.update(text_en=f"Version {version}", text_ar=f"نص {version}")
        submission = verbs.submit("dossier", person, editor, **NOTE)
        edition = verbs.approve(submission, reviewer)
        say(f"{edition.seq} {edition.header_digest}")


def once(pk: str) -> None:
    reviewer = User.objects.get(username="reviewer")
    say("ready")
    sys.stdin.readline()
    edition = verbs.approve(Submission.objects.get(pk=pk), reviewer)
    say(f"{edition.seq} {edition.number}")


if __name__ == "__main__":
    once(sys.argv[2])
