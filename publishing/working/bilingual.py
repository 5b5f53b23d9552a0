"""Which fields of working rows are written in both languages: what their model names in `bilingual`."""

from django.db import models
from modeltranslation.translator import TranslationOptions, translator


def translate(model: type[models.Model]) -> None:
    """Give every field that the model names in `bilingual` its two columns, `_ar` and `_en`."""
    names = getattr(model, "bilingual", ())
    if names:
        translator.register(model, type(f"{model.__name__}Options", (TranslationOptions,), {"fields": names}))
