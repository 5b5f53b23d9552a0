"""The gunicorn worker of the site: a thread worker that answers a request line too long with a calm page.

Such a line never becomes a request: no view can answer it, and its language is not known, so the page
speaks both.
"""

import socket
from typing import Any

from gunicorn.http.errors import LimitRequestLine  # type: ignore[import-untyped]
from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]

PAGE = """<!doctype html>
<html lang="ar" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>414</title>
<h1>هذا الرابط أطول مما يمكن قراءته</h1>
<p>ابحث باسم أو ببضع كلمات. <a href="/ar/search/">بحث</a></p>
<div lang="en" dir="ltr"><h1>This address is too long to be read</h1>
<p>Search for a name or for a few words. <a href="/en/search/">Search</a></p></div>
</html>
""".encode()
ANSWER = (
    b"HTTP/1.1 414 URI Too Long\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n"
    b"Cache-Control: no-store\r\nContent-Security-Policy: default-src 'none'\r\n"
    b"X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    + f"Content-Length: {len(PAGE)}\r\n\r\n".encode()
    + PAGE
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
