"""The record behind the guide's pictures: the sample, one submission that waits, one pair that lags."""

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402 - Django first
from django.core.management import call_command  # noqa: E402

from dossiers.models import Perpetrator  # noqa: E402
from publishing import verbs  # noqa: E402

call_command("load_sample")
person = Perpetrator.objects.get(slug="anwar-raslan")
first = person.names.exclude(kind="primary").first()
first.text = f"{first.text} (R.)"
first.save()
reasons = {"P14": "No archive takes these pages.", "S3": "Two reports of one judgment."}
verbs.submit(
    "dossier",
    person,
    User.objects.get(username="editor"),
    note_ar="تصحيح كتابة اسم.",
    note_en="Corrects the spelling of a name.",
    reasons=reasons,
)
lagging = Perpetrator.objects.get(slug="ali-mamlouk").statements.first()
lagging.text_ar = lagging.text_ar.replace("تولى", "شغل")
lagging.save()
