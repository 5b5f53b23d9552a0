"""What freezing a working row into content needs, whatever its kind."""

from typing import Any

from django.contrib.auth import get_user_model

from publishing.bilingual import Pair
from publishing.canonical import Content

NO_NOTE: Pair = {"ar": "", "en": ""}  # what changed is written when a content is sent


def both(row: Any, field: str) -> Pair:
    """Return a bilingual field as the content writes it."""
    return {"ar": getattr(row, f"{field}_ar") or "", "en": getattr(row, f"{field}_en") or ""}


class Pairs:
    """Reads bilingual fields and notes which of them lag behind their pair."""

    def __init__(self) -> None:
        self.lagging: list[dict[str, str]] = []

    def both(self, row: Any, field: str, claim: str = "") -> Pair:
        text = both(row, field)
        if field in row.stale:
            lang = row.stale[field]
            self.lagging.append(
                {"claim": claim, "lang": lang, "text": text["ar"] if lang == "ar" else text["en"]}
            )
        return text


def staff_named(content: Content) -> list[str]:
    """Return the members of the desk whom a content names: by full name, by e-mail (C10)."""
    known = get_user_model().objects.filter(is_staff=True).values_list("first_name", "last_name", "email")
    names = {f"{first} {last}".strip() for first, last, _email in known if first and last}
    names |= {email for _first, _last, email in known if email}
    text = str(content)
    return sorted(name for name in names if name in text)
