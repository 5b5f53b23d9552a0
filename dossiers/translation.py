"""Which fields are written in both languages."""

from modeltranslation.translator import TranslationOptions, translator

from dossiers import models
from publishing.working.history import keep

FIELDS = {
    models.Perpetrator: ("birth_place", "portrait_alt", "portrait_credit"),
    models.Tenure: ("title",),
    models.Statement: ("text",),
    models.Institution: ("name",),
    models.Crime: ("title", "description", "place"),
    models.Participation: ("role_text", "cr_control", "cr_knowledge", "cr_failure"),
    models.Qualification: ("authority", "note"),
    models.Case: ("name", "court"),
    models.LegalAction: ("authority", "charges", "sentence"),
    models.Source: ("title_translation",),
    models.NamedPerson: ("name",),
}

for model, names in FIELDS.items():
    translator.register(model, type(f"{model.__name__}Options", (TranslationOptions,), {"fields": names}))

# After the translation, or the history would know none of the fields of the two languages.
for name in models.__all__:
    if name not in {"CitationBase", "Counter"}:
        keep(getattr(models, name), "dossiers")
