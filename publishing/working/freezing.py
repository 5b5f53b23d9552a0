"""What freezing a working row into content needs, whatever its kind."""

from typing import Any

from django.contrib.auth import get_user_model

from publishing.canonical import Content


def both(row: Any, field: str) -> dict[str, str]:
    """Return a bilingual field as the content writes it."""
    return {"ar": getattr(row, f"{field}_ar") or "", "en": getattr(row, f"{field}_en") or ""}


class Pairs:
    """Reads bilingual fields and notes which of them lag behind their pair."""

    def __init__(self) -> None:
        self.lagging: list[dict[str, str]] = []

    def both(self, row: Any, field: str, claim: str = "") -> dict[str, str]:
        text = both(row, field)
        if field in row.stale:
            self.lagging.append({"claim": claim, "lang": row.stale[field], "text": text[row.stale[field]]})
        return text


def staff_named(content: Content) -> list[str]:
    """Return the members of the desk whom a content names: by full name, by e-mail (C10)."""
    known = get_user_model().objects.filter(is_staff=True).values_list("first_name", "last_name", "email")
    names = {f"{first} {last}".strip() for first, last, _email in known if first and last}
    names |= {email for _first, _last, email in known if email}
    text = str(content)
    return sorted(name for name in names if name in text)
