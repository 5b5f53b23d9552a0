"""What, besides the editions, decides how a public page looks."""

import hashlib
from pathlib import Path

SHAPING_FILES = ("*.py", "*.html", "*.css", "*.mo", "*.svg", "*.xml", "*.woff2")
CODE_DIRS = ("projustice", "publishing", "dossiers", "news", "campaign", "templates", "static", "locale")


def fingerprint(root: Path, *parts: object) -> str:
    """Return 16 hex digits that change with any file or value that shapes a page.

    File contents, not times, so that two builds of the same tree agree.
    """
    total = hashlib.sha256(repr(parts).encode())
    for folder in CODE_DIRS:
        for pattern in SHAPING_FILES:
            for path in sorted((root / folder).rglob(pattern)):
                total.update(path.relative_to(root).as_posix().encode())
                total.update(path.read_bytes())
    total.update((root / "requirements.txt").read_bytes())
    return total.hexdigest()[:16]
