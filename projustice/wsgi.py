import os
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "projustice.settings")

django_application = get_wsgi_application()

from projustice.stored import StoredPages, with_store  # noqa: E402 - Django first
from projustice.upkeep import Upkeep  # noqa: E402

application = with_store(django_application)


def serving() -> Callable[..., Any]:
    """Return the application, with the upkeep of its pages begun: once in each process that serves."""
    if connection.vendor == "postgresql":
        from projustice.postgresql.base import patience

        patience.wait_at_most(6 if settings.SERVE == "public" else 12)  # seconds; longer than its own limits
    if isinstance(application, StoredPages):
        Upkeep(application).start()
    return application
