"""A legal action that a live edition shows can no longer change or go (domain.md §2, append-only)."""

from publishing.triggers import Schema, guard

TABLE = "dossiers_legalaction"
# What the desk may still change of it. The columns without a language repeat those of one language.
OPEN = ("updated_at", "stale", "order", "int_notes", "authority", "charges", "sentence")
KEY = {"sqlite": "OLD.id", "postgresql": "replace(OLD.id::text, '-', '')"}
MESSAGE = "a published legal action cannot be changed"


def shown(schema: Schema) -> str:
    key = KEY[schema.vendor]
    return f"EXISTS (SELECT 1 FROM publishing_mention m WHERE m.kind = 'action' AND m.key = {key})"


def shown_and_changed(schema: Schema) -> str:
    return f"{shown(schema)} AND NOT ({schema.same(TABLE, OPEN)})"


GUARDS = [
    guard("legal_action_no_update", TABLE, "UPDATE", MESSAGE, shown_and_changed),
    guard("legal_action_no_delete", TABLE, "DELETE", MESSAGE, shown),
]
