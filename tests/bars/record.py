"""Adds to a record what the sample has none of: a portrait, a second edition, a withdrawn file."""

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402 - Django first
from django.core.files.base import ContentFile  # noqa: E402

from dossiers.desk.portraits import reencode  # noqa: E402
from publishing import verbs  # noqa: E402
from publishing.vocabulary import Reason  # noqa: E402
from tests import factories  # noqa: E402

editor, reviewer = User.objects.get(username="editor"), User.objects.get(username="reviewer")
by = factories.source()
person = factories.dossier("test-person", by=by)
person.portrait = reencode(ContentFile(factories.picture((300, 375)), name="x.jpg"))
person.portrait_alt_ar, person.portrait_alt_en = "صورة رمادية للاختبار", "A grey picture for tests"
person.portrait_credit_ar, person.portrait_credit_en = "صورة من صنع الاختبار", "Made by the test"
factories.papers(person)
person.save()
factories.publish("dossier", person, editor, reviewer)
person.statements.update(text_ar="ترأس الوحدة سنتين.", text_en="Headed the unit for two years.")
factories.publish("dossier", person, editor, reviewer, **factories.NOTE)
gone = factories.publish("dossier", factories.dossier("gone-person", by=by), editor, reviewer)
verbs.withdraw(gone.document, reviewer, Reason.SOURCE_FAILED, **factories.NOTE)
