"""Incidents that were corrected at the desk after a file that prints them was published (domain.md K4)."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_noop as _

from dossiers.models import Crime
from publishing.bilingual import Message
from publishing.models import Mention
from publishing.vocabulary import State
from publishing.working.freezing import both


def corrected(public_id: str = "") -> Iterator[tuple[str, Crime]]:
    """Yield each live file, or this one, with an incident that it prints otherwise than it now stands."""
    mentions = Mention.objects.filter(kind="crime", document__kind="dossier", document__state=State.LIVE)
    if public_id:
        mentions = mentions.filter(document__public_id=public_id)
    rows = list(mentions.select_related("document").order_by("document__public_id", "key"))
    crimes = Crime.objects.in_bulk({row.key for row in rows}, field_name="code")
    for row in rows:
        crime = crimes.get(row.key)
        if crime is not None and _printed(row) != _now(crime):
            yield row.document.public_id, crime


def messages(public_id: str) -> list[Message]:
    said = _(
        "%(incident)s was corrected since this file was published, and readers still see it as it was. Check "
        "it and send the file again, within 72 hours."
    )
    return [Message(said, {"incident": str(crime)}) for _number, crime in corrected(public_id)]


def _printed(row: Mention) -> dict[str, Any]:
    listing = row.listing or {}
    return {
        "title": {"ar": listing["title_ar"], "en": listing["title_en"]},
        "description": row.data["description"],
        "when": listing["data"]["when"],
        "within": listing["data"]["within"],
        "place": listing["data"]["place"],
        "governorate": row.data["governorate"],
        "conducts": row.data["conduct_codes"],
    }


def _now(crime: Crime) -> dict[str, Any]:
    return {
        "title": both(crime, "title"),
        "description": both(crime, "description"),
        "when": crime.when,
        "within": crime.when_kind == "within",
        "place": both(crime, "place"),
        "governorate": crime.governorate,
        "conducts": crime.conducts,
    }
