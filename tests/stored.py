"""The site with a page store of its own, called as a server calls it."""

import io


class Site:
    def __init__(self, application):
        self.application, self.store = application, application.store

    def get(self, path, method="GET", query="", **headers):
        said = {}

        def start_response(status, told):
            said.update(status=int(status.split()[0]), headers=dict(told))

        environ = {
            "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "testserver",
            "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "testserver",
            "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(),
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }  # fmt: skip
        body = b"".join(self.application(environ, start_response))
        return said["status"], said["headers"], body

    def text(self, path):
        return self.get(path)[2].decode()
