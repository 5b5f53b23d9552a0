"""Which fields are written in both languages."""

from modeltranslation.translator import TranslationOptions, translator

from dossiers import models

FIELDS = {
    models.Perpetrator: ("birth_place", "portrait_alt", "portrait_credit"),
    models.Tenure: ("title",),
    models.Statement: ("text",),
    models.Institution: ("name",),
    models.Crime: ("title", "description", "place"),
    models.Participation: ("role_text",),
    models.Qualification: ("authority",),
    models.Case: ("name", "court"),
    models.LegalAction: ("authority", "charges", "sentence"),
    models.Source: ("title_translation",),
}

for model, names in FIELDS.items():
    translator.register(model, type(f"{model.__name__}Options", (TranslationOptions,), {"fields": names}))
