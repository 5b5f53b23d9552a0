from typing import Any

import rcssmin
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # an untyped library
    """Hashed names, gzip and brotli; stylesheets lose their comments on the way, since they are read
    here and not by a browser: a third of what a slow phone would load."""

    def _save(self, name: str, content: Any) -> str:
        if name.endswith(".css"):
            content.seek(0)  # it may have been read for its hash
            content = ContentFile(rcssmin.cssmin(content.read().decode("utf-8")).encode("utf-8"))
        return str(super()._save(name, content))
