"""Serve the whole site with one command: `python -m projustice.serve ADDRESS:PORT`.

Granian, since a function that answers from memory costs it a tenth of what gunicorn takes (docs/decisions,
page store). One process of one interpreter: its threads share what it has read.
"""

import sys

from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.server import Server

from projustice.printing import MISSING, can_print
from projustice.threads import THREADS

BUFFER = 64 * 1024  # bytes for each connection; a longer address is refused


def main(bind: str) -> None:
    if not can_print():
        print(MISSING, flush=True)
    address, _colon, port = bind.rpartition(":")
    Server(
        "projustice.wsgi:serving",
        factory=True,
        address=address,
        port=int(port),
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        websockets=False,
        http1_settings=HTTP1Settings(max_buffer_size=BUFFER),
        log_enabled=False,  # what the site logs is Django's; readers' addresses are written nowhere
        respawn_failed_workers=True,
    ).serve()


if __name__ == "__main__":
    main(sys.argv[1])
