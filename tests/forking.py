"""Fork publishers and kill each at a random moment: `python tests/forking.py SEED KILLS`.

Django is imported once; each child opens its own connections. Prints every edition that a child
acknowledged, and at the end how many children died while they were publishing.
"""

import os
import random
import select
import signal
import sys
import time

import django

django.setup()

from tests import publisher  # noqa: E402

LONGEST = 0.06  # seconds after the first edition; a publication takes about a third of it


def main(seed: int, kills: int) -> None:
    dice = random.Random(seed)
    for _kill in range(kills):
        sys.stdout.write(one(dice))
    sys.stdout.write(f"killed {kills}\n")


def one(dice: random.Random) -> str:
    """Let a child publish, kill it, and return what it had acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writer, 1)
        publisher.loop()
    os.close(writer)
    select.select([reader], [], [], 30)  # it has published once, so it is inside the loop now
    time.sleep(dice.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("a child ended by itself")
    with os.fdopen(reader) as lines:
        return lines.read()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
