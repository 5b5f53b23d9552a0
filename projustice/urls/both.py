"""Both maps in one process: a laptop, a small site behind a VPN."""

from projustice.urls.desk import desk_patterns
from projustice.urls.public import (
    handler400,
    handler403,
    handler404,
    handler500,
)
from projustice.urls.public import urlpatterns as public_patterns

urlpatterns = [*desk_patterns, *public_patterns]

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
