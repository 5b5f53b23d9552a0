"""Both languages in step: which half of a pair lags behind the other.

A pair is out of step once one of its languages changed alone. It is in step again when the other was
changed too, or when somebody confirmed that both say the same.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from modeltranslation.manager import get_translatable_fields_for_model

OTHER = {"ar": "en", "en": "ar"}


def fields(model: type[models.Model]) -> list[str]:
    """Return the bilingual fields of a model."""
    return list(get_translatable_fields_for_model(model) or [])


def halves(row: models.Model, name: str) -> Iterator[tuple[str, str, str]]:
    """Yield both fields of a pair, with their text and language."""
    for lang in OTHER:
        yield f"{name}_{lang}", getattr(row, f"{name}_{lang}") or "", lang


def lagging(row: Any) -> dict[str, str]:
    """Return which language of which field lags behind, now that this row is about to be saved."""
    names = [f"{name}_{lang}" for name in fields(type(row)) for lang in OTHER]
    before = type(row)._base_manager.filter(pk=row.pk).values(*names).first() if names else None
    if before is None:
        return dict(row.stale)
    after = dict(row.stale)
    for name in fields(type(row)):
        texts = {lang: (getattr(row, f"{name}_{lang}") or "").strip() for lang in OTHER}
        changed = {lang for lang in OTHER if texts[lang] != (before[f"{name}_{lang}"] or "").strip()}
        if len(changed) == 2 or not all(texts.values()) or after.get(name) in changed:
            after.pop(name, None)  # written anew together, half empty (which P5 says), or caught up
        elif changed and all((before[f"{name}_{lang}"] or "").strip() for lang in OTHER):
            # A half that was missing and is now written lags behind nothing.
            after[name] = OTHER[changed.pop()]
    return after
