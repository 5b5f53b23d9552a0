"""Exit 0 when the site beside this process answers; for the container's health check."""

import os
import sys
import urllib.request

port = os.environ.get("BIND", "127.0.0.1:8000").rpartition(":")[2]
request = urllib.request.Request(f"http://127.0.0.1:{port}/health", headers={"Host": "127.0.0.1"})
try:
    with urllib.request.urlopen(request, timeout=2) as answer:
        sys.exit(0 if answer.status == 200 else 1)
except OSError:
    sys.exit(1)
