"""Who changed which working row, when, and from what: the history behind the desk's forms.

What was published is kept by editions; this is what was written before. It knows accounts and no
addresses, it is read at the desk alone, and a row can be put back as it was.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import simple_history
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from publishing.working import pairs
from publishing.working.forms import label_of
from publishing.working.generics import Field

TOGETHER = timedelta(seconds=5)
SILENT = {"id", "created_at", "updated_at", "stale", "order"}


def keep(model: type[models.Model], app: str, **options: Any) -> None:
    """Keep the history of a working model. Called after its translation is registered."""
    simple_history.register(model, app=app, cascade_delete_history=False, **options)


def of(model: type[models.Model]) -> models.QuerySet[Any]:
    """Return the historical rows of a model; django-simple-history adds them without a type."""
    rows: models.QuerySet[Any] = model.history.all()  # type: ignore[attr-defined]
    return rows


def purge(model: type[models.Model], keys: Iterable[Any], by: str = "id") -> None:
    """Erase the history of rows and of all that ever stood under them (C11)."""
    named = {f"{by}__in": list(keys)}
    records = of(model).filter(**named)
    # A row that was deleted since is known from its history alone.
    found = {
        *records.values_list("id", flat=True),
        *model._base_manager.filter(**named).values_list("id", flat=True),
    }
    records.delete()
    for relation in model._meta.related_objects:
        child = relation.related_model
        if found and relation.on_delete is models.CASCADE and hasattr(child, "history"):
            purge(child, found, f"{relation.field.name}_id")


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
    undoes: bool  # there is something before it to go back to


def entries(rows: dict[type[models.Model], models.QuerySet[Any]]) -> list[Entry]:
    """Return the entries of these historical rows, newest first."""
    found = [
        entry
        for model, records in rows.items()
        for entry in _of_model(model, records.select_related("history_user").order_by("history_id"))
    ]
    return sorted(found, key=lambda entry: (entry.at, entry.id), reverse=True)


def _of_model(model: type[models.Model], records: Iterable[Any]) -> Iterator[Entry]:
    last: dict[Any, Any] = {}
    for record in records:
        gone, earlier = record.history_type == "-", last.get(record.id)
        if gone:
            changes = [Change(one.label, one.now, "") for one in _changes(model, None, record)]
        else:
            changes = list(_changes(model, earlier, record))
        last[record.id] = record
        if changes or record.history_type != "~":
            yield Entry(
                id=record.history_id,
                model=model._meta.label_lower,
                kind=record.history_type,
                at=record.history_date,
                who=str(record.history_user or ""),
                row=str(capfirst(model._meta.verbose_name)),
                changes=changes,
                undoes=gone or (earlier is not None and earlier.history_type != "-"),
            )


def before(record: Any) -> Any:
    """Return the historical row that tells how a row was before this entry; None if there was no row."""
    if record.history_type == "-":
        return record
    earlier = type(record).objects.filter(id=record.id, history_id__lt=record.history_id)
    found = earlier.order_by("-history_id").first()
    return found if found and found.history_type != "-" else None


def gone_with(record: Any, records: models.QuerySet[Any], claim: str) -> list[Any]:
    """Return the citations that were deleted together with the row that they supported."""
    moment = record.history_date - TOGETHER, record.history_date + TOGETHER
    return list(records.filter(history_type="-", history_date__range=moment, **{f"{claim}_id": record.id}))


def same(one: Any, other: Any) -> bool:
    """Say whether a row is already what it is to become."""
    names = [field.attname for field in one._meta.concrete_fields if field.name not in SILENT]
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _changes(model: type[models.Model], before: Any, record: Any) -> Iterator[Change]:
    # The field without a language repeats the one in the desk's language.
    passed_over = SILENT | set(pairs.fields(model))
    for field in model._meta.concrete_fields:
        # Which form a row belongs to is what the page is about.
        owner = isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE
        if owner or field.name in passed_over:
            continue
        was = _in_words(field, before) if before else ""
        now = _in_words(field, record)
        if was != now:
            yield Change(label_of(field), was, now)


def _in_words(field: Field, record: Any) -> str:
    """Return a value as people read it: the label of a code, the words of a related row."""
    value = getattr(record, field.attname)
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, bool):
        return str(_("Yes") if value else _("No"))
    if isinstance(value, list):
        return " · ".join(map(str, value))
    if isinstance(field, models.ForeignKey):
        return str(field.related_model._base_manager.filter(pk=value).first() or value)
    labels = dict(field.flatchoices) if field.choices else {}
    return str(labels.get(value, value))
