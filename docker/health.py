"""Exit 0 when the site beside this process answers; for the container's health check."""

import os
import sys
from http.client import HTTPConnection

port = int(os.environ.get("BIND", "127.0.0.1:8000").rpartition(":")[2])
try:
    connection = HTTPConnection("127.0.0.1", port, timeout=2)
    connection.request("GET", "/health", headers={"Host": "127.0.0.1"})
    sys.exit(0 if connection.getresponse().status == 200 else 1)
except OSError:
    sys.exit(1)
