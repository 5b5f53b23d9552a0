"""The shipped configuration of nginx before a site: only its addresses and folders are others."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.server import free_port, wait_for
from tests.throwaway import ROOT

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
SHIPPED = ROOT / "docker" / "nginx"


@contextmanager
def proxied(folder: Path, application: int, files: Path | None = None) -> Iterator[str]:
    """Yield the address of nginx before the application at this port, with these files."""
    own, files = folder / "nginx", files or folder
    shutil.copytree(SHIPPED, own)
    for name, there in (("pages", "pages"), ("static", "static"), ("media", "public")):
        (files / there).mkdir(exist_ok=True)
        (own / name).symlink_to(files / there)
    port, desk = free_port(), free_port()
    others = {
        " /tmp/": f" {own}/",  # first: the folder of a test may lie there too
        "/etc/nginx": str(own),
        " /public": f" {own}",
        "server public:8000": f"server 127.0.0.1:{application}",
        "server desk:8000": f"server 127.0.0.1:{application}",
        "listen 8080": f"listen 127.0.0.1:{port}",
        "listen 8081": f"listen 127.0.0.1:{desk}",
    }
    text = (own / "nginx.conf").read_text("utf-8")
    for shipped, here in others.items():
        assert shipped in text, shipped
        text = text.replace(shipped, here)
    if os.getuid() == 0:  # the folders of a test are its owner's alone
        text = f"user root;\n{text}"
    (own / "nginx.conf").write_text(text, "utf-8")
    command = [str(NGINX), "-c", str(own / "nginx.conf"), "-g", "daemon off;"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        try:
            wait_for(f"http://127.0.0.1:{port}/desk/", expected=404)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
