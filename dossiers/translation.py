from dossiers import models
from publishing.working.bilingual import translate
from publishing.working.history import keep

KEPT = [getattr(models, name) for name in models.__all__ if name not in {"CitationBase", "Counter"}]

for model in KEPT:
    translate(model)
# After the translation, or the history would know none of the fields of the two languages.
for model in KEPT:
    keep(model, "dossiers")
