"""The gunicorn worker of the site: a thread worker that answers a request line too long with a calm page.

Such a line never becomes a request: no view can answer it, and its language is not known, so the page
speaks both.
"""

import socket
from typing import Any

from gunicorn.http.errors import LimitRequestLine  # type: ignore[import-untyped]
from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]

from projustice import calm

ANSWER = (
    "".join(
        [
            "HTTP/1.1 414 URI Too Long\r\nConnection: close\r\n",
            *(f"{name}: {value}\r\n" for name, value in calm.HEADERS),
            f"Content-Length: {len(calm.TOO_LONG)}\r\n\r\n",
        ]
    ).encode()
    + calm.TOO_LONG
)


class CalmWorker(ThreadWorker):  # type: ignore[misc] # gunicorn is not typed
    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        if not isinstance(exc, LimitRequestLine):
            super().handle_error(req, client, addr, exc)
            return
        try:
            client.sendall(ANSWER)
        except OSError:
            self.log.debug("The client of a line too long had gone.")
