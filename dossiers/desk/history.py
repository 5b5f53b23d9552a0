"""The history of forms whose rows carry citations: a row comes back together with its sources."""

from typing import Any

from django.db import models

from dossiers.models import Citation
from dossiers.models.sources import claim_of
from publishing.desk.history import HistoryAdmin
from publishing.working import history


class CitedHistoryAdmin(HistoryAdmin):
    """A history that knows the citations of the form and of every row in it."""

    def histories(self, row: Any) -> dict[type[models.Model], models.QuerySet[Any]]:
        found = super().histories(row)
        claims = models.Q()
        for inline in self.inlines:
            if inline.model is Citation:
                claims |= models.Q(**{f"{inline.fk_name}_id": row.pk})
            elif claim := claim_of(inline.model):
                claims |= models.Q(**{f"{claim}_id__in": found[inline.model].values("id")})
        if claims:
            found[Citation] = history.of(Citation).filter(claims)
        return found

    def deleted_with(self, record: Any) -> list[Any]:
        claim = claim_of(type(record.instance))
        return history.gone_with(record, history.of(Citation), claim) if claim else []
