"""The database's own refusal to change the record, in the SQL of both engines.

SQLite deletes on INSERT OR REPLACE without firing DELETE triggers unless `recursive_triggers` is
on for the connection, so an INSERT trigger refuses a key that already exists. PostgreSQL has
TRUNCATE, which row triggers do not see.
"""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

EDITION = "publishing_edition"
SUBMISSION = "publishing_submission"
GROUNDS = "publishing_grounds"
AUDIT = "publishing_auditentry"

# Columns whose change makes an edition another edition. `content`, `salt` and the notes may only be
# emptied, and only once a redaction edition says so.
EDITION_FIXED = (
    "id", "seq", "document_id", "number", "header", "header_digest", "content_digest", "previous_id",
    "ledger_previous_id", "published_at", "change", "submission_id", "submitted_by_id", "approved_by_id",
)  # fmt: skip
SUBMISSION_FIXED = (
    "id", "document_id", "slug", "digest", "change", "severity", "checks", "submitted_by_id", "submitted_at",
)  # fmt: skip
SUBMISSION_TEXT = ("content", "salt", "note_ar", "note_en")
SUBMISSION_DECISION = ("status", "decided_by_id", "decided_at", "return_note")

SAME = {"sqlite": "NEW.{0} IS OLD.{0}", "postgresql": "NEW.{0} IS NOT DISTINCT FROM OLD.{0}"}


def _same(vendor: str, columns: tuple[str, ...]) -> str:
    return " AND ".join(SAME[vendor].format(column) for column in columns)


def _erased() -> str:
    return "NEW.content IS NULL AND NEW.salt IS NULL AND NEW.note_ar = '' AND NEW.note_en = ''"


def _approved() -> str:
    """Select the approved submission that the new edition is, byte for byte."""
    return (
        f"SELECT 1 FROM {SUBMISSION} s WHERE s.id = NEW.submission_id AND s.status = 'approved'"
        " AND s.document_id = NEW.document_id AND s.digest = NEW.content_digest"
        " AND s.content = NEW.content AND s.submitted_by_id = NEW.submitted_by_id"
        " AND s.decided_by_id = NEW.approved_by_id"
    )


def _repeats(vendor: str) -> str:
    """Select the edition before the new one, if the new one says the same again."""
    same = SAME[vendor].replace("OLD.{0}", "p.{0}")
    columns = ("content", "salt", "content_digest", "submission_id", "submitted_by_id")
    return (
        f"SELECT 1 FROM {EDITION} p WHERE p.document_id = NEW.document_id AND p.number = NEW.number - 1 AND "
        + " AND ".join(same.format(column) for column in columns)
    )


def _is_tombstone() -> str:
    return (
        'NEW.submission_id IS NULL AND NEW.header LIKE \'%"kind":"tombstone"%\''
        ' AND NEW.content LIKE \'%"schema":"bl-tombstone/1"%\''
    )


# The header of the redaction edition `e` names the number of the erased edition `t`.
ANNOUNCED = {
    "sqlite": "EXISTS (SELECT 1 FROM json_each(e.header, '$.change.redacts') j WHERE j.value = t.number)",
    "postgresql": "(e.header::jsonb #> '{change,redacts}') @> to_jsonb(t.number)",
}


def _rules(vendor: str) -> dict[str, tuple[str, str, str, str]]:
    """Name → (table, event, condition under which to refuse, message)."""
    return {
        "edition_no_update": (
            EDITION,
            "BEFORE UPDATE",
            (f"NOT ({_same(vendor, EDITION_FIXED)} AND {_erased()}"
            " AND EXISTS (SELECT 1 FROM publishing_redaction r WHERE r.edition_id = OLD.id))"),
            "an edition cannot be changed",
        ),
        "edition_no_delete": (EDITION, "BEFORE DELETE", "", "an edition cannot be deleted"),
        "edition_no_replace": (
            EDITION,
            "BEFORE INSERT",
            (f"EXISTS (SELECT 1 FROM {EDITION} e WHERE e.id = NEW.id OR e.seq = NEW.seq"
            " OR e.header_digest = NEW.header_digest"
            " OR (e.document_id = NEW.document_id AND e.number = NEW.number))"),
            "an edition cannot be replaced",
        ),
        "edition_as_approved": (
            EDITION,
            "BEFORE INSERT",
            f"NEW.submission_id IS NOT NULL AND NOT EXISTS ({_approved()})",
            "an edition must be what was approved",
        ),
        "edition_by_one_person": (
            EDITION,
            "BEFORE INSERT",
            (f"CASE NEW.change WHEN 'redaction' THEN NOT EXISTS ({_repeats(vendor)})"
            f" WHEN 'withdrawal' THEN NOT ({_is_tombstone()})"
            " ELSE NEW.submission_id IS NULL END"),
            "one person can take a text down, not put one up",
        ),
        "submission_no_update": (
            SUBMISSION,
            "BEFORE UPDATE",
            (f"NOT ({_same(vendor, SUBMISSION_FIXED)}"
            f" AND (({_same(vendor, SUBMISSION_TEXT)}) OR ({_erased()} AND OLD.status <> 'open'))"
            f" AND (OLD.status = 'open' OR ({_same(vendor, SUBMISSION_DECISION)})))"),
            "a submission cannot be changed",
        ),
        "submission_no_replace": (
            SUBMISSION,
            "BEFORE INSERT",
            f"EXISTS (SELECT 1 FROM {SUBMISSION} s WHERE s.id = NEW.id)",
            "a submission cannot be replaced",
        ),
        "submission_no_delete": (SUBMISSION, "BEFORE DELETE", "", "a submission cannot be deleted"),
        "grounds_no_update": (GROUNDS, "BEFORE UPDATE", "", "grounds cannot be changed"),
        "grounds_no_replace": (
            GROUNDS,
            "BEFORE INSERT",
            f"EXISTS (SELECT 1 FROM {GROUNDS} g WHERE g.id = NEW.id OR g.submission_id = NEW.submission_id)",
            "grounds cannot be replaced",
        ),
        "grounds_no_delete": (
            GROUNDS,
            "BEFORE DELETE",
            f"EXISTS (SELECT 1 FROM {SUBMISSION} s WHERE s.id = OLD.submission_id AND s.content IS NOT NULL)",
            "grounds go with the text of their submission only",
        ),
        "audit_no_update": (AUDIT, "BEFORE UPDATE", "", "the log cannot be changed"),
        "audit_no_delete": (AUDIT, "BEFORE DELETE", "", "the log cannot be shortened"),
        "audit_no_replace": (
            AUDIT,
            "BEFORE INSERT",
            (f"EXISTS (SELECT 1 FROM {AUDIT} a WHERE a.id = NEW.id OR a.seq = NEW.seq"
                " OR a.digest = NEW.digest)"
            f" OR NEW.seq <> 1 + (SELECT COUNT(*) FROM {AUDIT})"),
            "the log goes on after its last entry",
        ),
        "redaction_no_update": ("publishing_redaction", "BEFORE UPDATE", "", "a redaction cannot be changed"),
        "redaction_no_delete": ("publishing_redaction", "BEFORE DELETE", "", "a redaction cannot be deleted"),
        "redaction_by_redaction": (
            "publishing_redaction",
            "BEFORE INSERT",
            (f"NOT EXISTS (SELECT 1 FROM {EDITION} e, {EDITION} t WHERE e.id = NEW.by_id"
            " AND t.id = NEW.edition_id AND e.document_id = t.document_id AND e.seq > t.seq"
            f" AND e.change = 'redaction' AND {ANNOUNCED[vendor]})"),
            "only a later redaction edition of the same document can redact",
        ),
    }  # fmt: skip


def statements(vendor: str) -> list[str]:
    """Return the CREATE statements for `vendor`, sqlite or postgresql."""
    made = [create(vendor, name, *rule) for name, rule in _rules(vendor).items()]
    if vendor == "postgresql":
        for table in (EDITION, SUBMISSION, "publishing_redaction", GROUNDS, AUDIT):
            made.append(
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT"
                " EXECUTE FUNCTION edition_no_delete()"
            )
    return made


def create(vendor: str, name: str, table: str, event: str, refuse_when: str, message: str) -> str:
    """Return the SQL of one trigger that refuses `event` when the condition holds."""
    if vendor == "sqlite":
        when = f"WHEN {refuse_when}" if refuse_when else ""
        return (
            f"CREATE TRIGGER {name} {event} ON {table} FOR EACH ROW {when} "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF ({refuse_when or 'TRUE'}) THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'restrict_violation';"
        f" END IF; RETURN COALESCE(NEW, OLD); END $$;"
        f"CREATE TRIGGER {name} {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for sql in statements(schema_editor.connection.vendor):
        if GROUNDS in sql or AUDIT in sql:
            continue  # made by a later migration, with their tables
        schema_editor.execute(sql, params=None)


def install_late(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for sql in statements(schema_editor.connection.vendor):
        if GROUNDS in sql or AUDIT in sql:
            schema_editor.execute(sql, params=None)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vendor = schema_editor.connection.vendor
    for name, (_table, *_rest) in _rules(vendor).items():
        if vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}", params=None)
        else:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}() CASCADE", params=None)
