"""How gunicorn serves the site: a few workers, no access log, no control socket."""

import os
from typing import Any

from projustice.calm import LONGEST
from projustice.threads import THREADS

workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "projustice.worker.CalmWorker"  # gthread
threads = THREADS
accesslog = None  # readers' addresses are written nowhere
errorlog = "-"
loglevel = "error"  # its warnings name the address that sent a line too long or malformed
preload_app = True
control_socket_disable = True
limit_request_line = LONGEST
max_requests = 10_000
max_requests_jitter = 1_000


def post_worker_init(worker: Any) -> None:
    from projustice.wsgi import serving

    serving()
