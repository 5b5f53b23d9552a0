"""The database's own refusal to change the record.

SQLite deletes on INSERT OR REPLACE without firing DELETE triggers unless `recursive_triggers` is
on for the connection, so an INSERT trigger refuses a key that already exists. PostgreSQL has
TRUNCATE, which row triggers do not see. Whatever column a table gets later is fixed, unless it is
named here as one that may change.
"""

from publishing.triggers import SAME, Schema, Trigger, guard

EDITION = "publishing_edition"
SUBMISSION = "publishing_submission"
GROUNDS = "publishing_grounds"
REDACTION = "publishing_redaction"
AUDIT = "publishing_auditentry"

# What an erasure empties, and only once a redaction edition says so.
TEXT = ("content", "salt", "note_ar", "note_en")
DECISION = ("status", "decided_by_id", "decided_at", "return_note")

ERASED = "NEW.content IS NULL AND NEW.salt IS NULL AND NEW.note_ar = '' AND NEW.note_en = ''"

# The approved submission that the new edition is, byte for byte.
APPROVED = (
    f"SELECT 1 FROM {SUBMISSION} s WHERE s.id = NEW.submission_id AND s.status = 'approved'"
    " AND s.document_id = NEW.document_id AND s.digest = NEW.content_digest"
    " AND s.content = NEW.content AND s.submitted_by_id = NEW.submitted_by_id"
    " AND s.decided_by_id = NEW.approved_by_id"
)

IS_TOMBSTONE = 'NEW.header LIKE \'%"kind":"tombstone"%\' AND NEW.content LIKE \'%"schema":"bl-tombstone/1"%\''

# The header of the redaction edition `e` names the number of the erased edition `t`.
ANNOUNCED = {
    "sqlite": "EXISTS (SELECT 1 FROM json_each(e.header, '$.change.redacts') j WHERE j.value = t.number)",
    "postgresql": "(e.header::jsonb #> '{change,redacts}') @> to_jsonb(t.number)",
}


def edition_changes(schema: Schema) -> str:
    redacted = f"EXISTS (SELECT 1 FROM {REDACTION} r WHERE r.edition_id = OLD.id)"
    return f"NOT ({schema.same(EDITION, TEXT)} AND {ERASED} AND {redacted})"


def edition_exists(schema: Schema) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {EDITION} e WHERE e.id = NEW.id OR e.seq = NEW.seq"
        " OR e.header_digest = NEW.header_digest"
        " OR (e.document_id = NEW.document_id AND e.number = NEW.number))"
    )


def not_as_approved(schema: Schema) -> str:
    return f"NEW.submission_id IS NOT NULL AND NOT EXISTS ({APPROVED})"


def put_up_by_one_person(schema: Schema) -> str:
    same = SAME[schema.vendor].replace("OLD.{0}", "p.{0}")
    columns = ("content", "salt", "content_digest", "submission_id", "submitted_by_id")
    repeats = (
        f"SELECT 1 FROM {EDITION} p WHERE p.document_id = NEW.document_id AND p.number = NEW.number - 1 AND "
        + " AND ".join(same.format(column) for column in columns)
    )
    return (
        f"CASE NEW.change WHEN 'redaction' THEN NOT EXISTS ({repeats})"
        f" WHEN 'withdrawal' THEN NOT ({IS_TOMBSTONE})"
        " ELSE NEW.submission_id IS NULL END"
    )


def submission_changes(schema: Schema) -> str:
    return (
        f"NOT ({schema.same(SUBMISSION, TEXT + DECISION)}"
        f" AND (({schema.same_of(*TEXT)}) OR ({ERASED} AND OLD.status <> 'open'))"
        f" AND (OLD.status = 'open' OR ({schema.same_of(*DECISION)})))"
    )


def grounds_still_needed(schema: Schema) -> str:
    return f"EXISTS (SELECT 1 FROM {SUBMISSION} s WHERE s.id = OLD.submission_id AND s.content IS NOT NULL)"


def not_after_the_last_entry(schema: Schema) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {AUDIT} a WHERE a.id = NEW.id OR a.seq = NEW.seq OR a.digest = NEW.digest)"
        f" OR NEW.seq <> 1 + (SELECT COUNT(*) FROM {AUDIT})"
    )


def not_by_a_redaction(schema: Schema) -> str:
    return (
        f"NOT EXISTS (SELECT 1 FROM {EDITION} e, {EDITION} t WHERE e.id = NEW.by_id"
        " AND t.id = NEW.edition_id AND e.document_id = t.document_id AND e.seq > t.seq"
        f" AND e.change = 'redaction' AND {ANNOUNCED[schema.vendor]})"
    )


def taken(table: str, *keys: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} o WHERE " + " OR ".join(f"o.{k} = NEW.{k}" for k in keys) + ")"


GUARDS: list[Trigger] = [
    guard("edition_no_update", EDITION, "UPDATE", "an edition cannot be changed", edition_changes),
    guard("edition_no_delete", EDITION, "DELETE", "an edition cannot be deleted"),
    guard("edition_no_replace", EDITION, "INSERT", "an edition cannot be replaced", edition_exists),
    guard("edition_as_approved", EDITION, "INSERT", "an edition must be what was approved", not_as_approved),
    guard(
        "edition_by_one_person", EDITION, "INSERT",
        "one person can take a text down, not put one up", put_up_by_one_person,
    ),
    guard("submission_no_update", SUBMISSION, "UPDATE", "a submission cannot be changed", submission_changes),
    guard("submission_no_delete", SUBMISSION, "DELETE", "a submission cannot be deleted"),
    guard(
        "submission_no_replace", SUBMISSION, "INSERT",
        "a submission cannot be replaced", lambda schema: taken(SUBMISSION, "id"),
    ),
    guard("grounds_no_update", GROUNDS, "UPDATE", "grounds cannot be changed"),
    guard(
        "grounds_no_delete", GROUNDS, "DELETE",
        "grounds go with the text of their submission only", grounds_still_needed,
    ),
    guard(
        "grounds_no_replace", GROUNDS, "INSERT",
        "grounds cannot be replaced", lambda schema: taken(GROUNDS, "id", "submission_id"),
    ),
    guard("audit_no_update", AUDIT, "UPDATE", "the log cannot be changed"),
    guard("audit_no_delete", AUDIT, "DELETE", "the log cannot be shortened"),
    guard(
        "audit_no_replace", AUDIT, "INSERT",
        "the log goes on after its last entry", not_after_the_last_entry,
    ),
    guard("redaction_no_update", REDACTION, "UPDATE", "a redaction cannot be changed"),
    guard("redaction_no_delete", REDACTION, "DELETE", "a redaction cannot be deleted"),
    guard(
        "redaction_no_replace", REDACTION, "INSERT",
        "a redaction cannot be replaced", lambda schema: taken(REDACTION, "id", "edition_id"),
    ),
    guard(
        "redaction_by_redaction", REDACTION, "INSERT",
        "only a later redaction edition of the same document can redact", not_by_a_redaction,
    ),
    *(
        guard(f"{table}_no_truncate", table, "TRUNCATE", "the record cannot be emptied")
        for table in (EDITION, SUBMISSION, GROUNDS, REDACTION, AUDIT)
    ),
]  # fmt: skip
