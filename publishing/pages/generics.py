"""Classes of Django that are generic to the type checker and not at run time, named once for both."""

from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed as _Feed

if TYPE_CHECKING:
    Feed = _Feed[Any, None]
else:
    Feed = _Feed
