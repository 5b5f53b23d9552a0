"""A legal action that a live edition shows can no longer change or go (domain.md §2, append-only)."""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from publishing.guards import SAME, create

TABLE = "dossiers_legalaction"
FIXED = (
    "perpetrator_id", "case_id", "type", "authority_ar", "authority_en", "country", "date", "public_date",
    "status", "status_date", "in_absentia", "finality", "charges_ar", "charges_en", "sentence_ar",
    "sentence_en", "list_ref", "supersedes_id",
)  # fmt: skip
KEY = {"sqlite": "OLD.id", "postgresql": "replace(OLD.id::text, '-', '')"}


def statements(vendor: str) -> list[str]:
    shown = f"EXISTS (SELECT 1 FROM publishing_mention m WHERE m.kind = 'action' AND m.key = {KEY[vendor]})"
    same = " AND ".join(SAME[vendor].format(column) for column in FIXED)
    message = "a published legal action cannot be changed"
    return [
        create(
            vendor, "legal_action_no_update", TABLE, "BEFORE UPDATE", f"{shown} AND NOT ({same})", message
        ),
        create(vendor, "legal_action_no_delete", TABLE, "BEFORE DELETE", shown, message),
    ]


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for sql in statements(schema_editor.connection.vendor):
        schema_editor.execute(sql, params=None)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for name in ("legal_action_no_update", "legal_action_no_delete"):
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}", params=None)
        else:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}() CASCADE", params=None)
