"""Entities of FollowTheMoney: people, bodies and events as investigators keep them (domain.md §8.1).

An entity is an id, a schema and properties, each a list of texts. Of two targets the least stigmatising is
chosen, and nothing is said that has no source: what our record does not know is left out.
"""

import hashlib
from typing import Any

from publishing import dates
from publishing.bilingual import Text
from publishing.dates import Point

Entity = dict[str, Any]
PREFIX = "bl-"
COUNTRIES = 2  # letters of a code of a country; the codes of courts and bodies have more


def identifier(*parts: object) -> str:
    """Return the id of an entity: the number that it has here, or a digest of what makes it one thing."""
    if len(parts) == 1:
        return f"{PREFIX}{parts[0]}"
    told = "\n".join(map(str, parts))
    return f"{PREFIX}{hashlib.sha256(told.encode()).hexdigest()[:32]}"


def entity(own_id: str, schema: str, **properties: object) -> Entity:
    """Return an entity without the properties of which nothing is known."""
    found = {name: values for name, value in properties.items() if (values := _values(value))}
    return {"id": own_id, "schema": schema, "properties": found}


def _values(value: object) -> list[str]:
    listed = list(value) if isinstance(value, Text | list | tuple) else [value]
    return list(
        dict.fromkeys(text for one in listed if one is not None and (text := " ".join(str(one).split())))
    )


def country(code: str) -> str:
    return code.lower() if len(code) == COUNTRIES and code != "UN" else ""


def date(edtf: str) -> str:
    """Return a date as a prefix of a whole one; nothing of an interval, a decade or an open end."""
    value = dates.parse_or_none(edtf)
    return _prefix(value.start) if value and not value.interval else ""


def period(edtf: str) -> tuple[str, str]:
    """Return when something began and ended, as far as that is known to a year at least."""
    value = dates.parse_or_none(edtf)
    if value is None:
        return "", ""
    return (_prefix(value.start), _prefix(value.end)) if value.interval else ("", "")


def _prefix(point: Point | None) -> str:
    if point is None or point.unit == "decade":
        return ""
    return point.edtf.rstrip("?~%")
