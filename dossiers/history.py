"""Who changed which working row, when, and from what: the history behind the desk's forms.

What was published is kept by editions; this is what was written before. It knows accounts and no
addresses, it is read at the desk alone, and a row can be put back as it was.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import simple_history
from django.db import models
from django.utils.text import capfirst

OWNERS = {"perpetrator", "item", "list", "name", "identifier", "tenure", "statement", "participation"}
SILENT = {"id", "created_at", "updated_at", "stale", "order"}


def keep(model: type[models.Model], app: str, **options: Any) -> None:
    """Keep the history of a working model. Called after its translation is registered."""
    simple_history.register(model, app=app, cascade_delete_history=False, **options)


def purge(people: Iterable[Any]) -> None:
    """Erase the history of these dossiers and their rows: an erased text stands nowhere (C11)."""
    from dossiers import models as d

    rows = (d.Name, d.Identifier, d.Tenure, d.Statement, d.Participation, d.Qualification, d.LegalAction)
    for person in people:
        for model in (*rows, d.ReplyRequest, d.NamedPerson, d.SubjectRequest):
            records = model.history.filter(perpetrator_id=person.pk)
            claim = model._meta.model_name.replace("legalaction", "legal_action")
            if model in rows:
                keys = list(records.values_list("id", flat=True).distinct())
                d.Citation.history.filter(**{f"{claim}_id__in": keys}).delete()
            records.delete()
        d.Citation.history.filter(perpetrator_id=person.pk).delete()
        d.Perpetrator.history.filter(id=person.pk).delete()


@dataclass(frozen=True)
class Change:
    """A field that was one thing and became another."""

    label: str
    was: str
    now: str


@dataclass(frozen=True)
class Entry:
    """One saved change of one row."""

    id: int
    model: str
    kind: str  # +, ~, -
    at: datetime
    who: str
    row: str
    changes: list[Change]


def entries(rows: dict[type[models.Model], models.QuerySet[Any]]) -> list[Entry]:
    """Return the entries of these historical rows, newest first: two queries for a kind of row at most."""
    found = [
        entry
        for model, records in rows.items()
        for entry in _of_model(model, records.select_related("history_user").order_by("history_id"))
    ]
    return sorted(found, key=lambda entry: (entry.at, entry.id), reverse=True)


def _of_model(model: type[models.Model], records: Iterable[Any]) -> Iterator[Entry]:
    before: dict[Any, Any] = {}
    for record in records:
        changes = list(_changes(model, before.get(record.id), record)) if record.history_type != "-" else []
        before[record.id] = record
        if changes or record.history_type != "~":
            yield Entry(
                id=record.history_id,
                model=model._meta.label_lower,
                kind=record.history_type,
                at=record.history_date,
                who=str(record.history_user or ""),
                row=str(capfirst(model._meta.verbose_name)),
                changes=changes,
            )


def _changes(model: type[models.Model], before: Any, record: Any) -> Iterator[Change]:
    for field in model._meta.concrete_fields:
        # The field without a language repeats the one in the desk's language.
        if (
            field.name in SILENT
            or (field.related_model is not None and field.name in OWNERS)
            or getattr(field, "translated", False)
            or _is_original(model, field)
        ):
            continue
        was = _told(field, before) if before else ""
        now = _told(field, record)
        if was != now:
            yield Change(str(capfirst(str(field.verbose_name))), was, now)


def _is_original(model: type[models.Model], field: models.Field) -> bool:
    names = {one.name for one in model._meta.concrete_fields}
    return f"{field.name}_ar" in names


def _told(field: models.Field, record: Any) -> str:
    """Return a value as people read it: the label of a code, the number of a related row."""
    value = getattr(record, field.attname)
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, list):
        return " · ".join(map(str, value))
    labels = dict(field.flatchoices) if field.choices else {}
    return str(labels.get(value, value))
