"""The abstract rows that all working models are."""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from publishing.working import pairs


class WorkingRow(models.Model):
    """Every working row: an identifier that means nothing, when it was written, and which of its
    texts lag behind their pair: `{"text": "en"}` says that the Arabic changed and the English not yet."""

    bilingual: ClassVar[tuple[str, ...]] = ()  # its fields that are written in both languages

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)
    stale = models.JSONField(default=dict, editable=False, blank=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            self.stale = pairs.lagging(self)
        super().save(*args, **kwargs)


class Ordered(WorkingRow):
    """A row that editors put in order."""

    order = models.PositiveSmallIntegerField(_("order"), default=0, blank=True)

    class Meta:
        abstract = True
        ordering = ["order", "created_at", "id"]
