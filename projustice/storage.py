import re
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

COMMENT = re.compile(r"/\*.*?\*/", re.S)  # no text in a stylesheet of ours holds these signs
INDENTATION = re.compile(r"\n\s+")
NEEDLESS = re.compile(r"(?<=[{};,])\n|(?<=\})\s+|;(?=\s*\})")  # breaks after signs, the last semicolon


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # an untyped library
    """Hashed names, gzip and brotli; stylesheets lose comments and line breaks on the way, since they
    are read here and not by a browser."""

    def _save(self, name: str, content: Any) -> str:
        if name.endswith(".css"):
            content.seek(0)  # it may have been read for its hash
            content = ContentFile(lighter(content.read().decode("utf-8")).encode("utf-8"))
        return str(super()._save(name, content))


def lighter(css: str) -> str:
    """Return a stylesheet without comments, indentation and what else the language does not need."""
    return NEEDLESS.sub("", INDENTATION.sub("\n", COMMENT.sub("", css))).strip()
