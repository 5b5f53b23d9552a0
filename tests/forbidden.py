"""Every statement that the database must refuse, in SQL, against a record with one of each row.

`python tests/forbidden.py` runs them on the database of its environment and prints what was not refused;
the columns are those that the tables have there, whatever migrations have made of them.
"""

import sys

import django

if __name__ == "__main__":
    django.setup()

from django.db import DatabaseError, connection, transaction

# What may change of a row, of those that have anything.
OPEN = {
    "publishing_submission": (),  # of an approved one nothing
    "dossiers_legalaction": (
        "updated_at", "stale", "order", "int_notes", "authority", "charges", "sentence",
    ),
}  # fmt: skip
GUARDED = (
    "publishing_edition", "publishing_submission", "publishing_grounds", "publishing_redaction",
    "publishing_auditentry", "dossiers_legalaction",
)  # fmt: skip


def statements():
    """Yield (what, SQL): every column updated, every row deleted, put in again, and the table emptied."""
    with connection.cursor() as cursor:
        for table in GUARDED:
            columns = connection.introspection.get_table_description(cursor, table)
            names = [column.name for column in columns]
            for column in columns:
                if column.name not in OPEN.get(table, ()):
                    yield f"{table}.{column.name}", f"UPDATE {table} SET {changed(column)}"
            yield f"{table} delete", f"DELETE FROM {table}"
            if table == "dossiers_legalaction":
                continue
            listed = ", ".join(f'"{name}"' for name in names)
            yield f"{table} insert", f"INSERT INTO {table} ({listed}) SELECT {listed} FROM {table}"
            if connection.vendor == "sqlite":
                replace = f"INSERT OR REPLACE INTO {table} ({listed}) SELECT {listed} FROM {table}"
                yield f"{table} replace", replace
            else:
                yield f"{table} truncate", f"TRUNCATE {table} CASCADE"


def changed(column):
    """Return an assignment that changes this column, whatever its type."""
    name = f'"{column.name}"'
    words = f"CASE WHEN {name} = 'x' THEN 'y' ELSE 'x' END"
    if connection.vendor == "sqlite":
        return f"{name} = CASE WHEN typeof({name}) = 'integer' THEN {name} + 1 ELSE {words} END"
    kind = connection.introspection.get_field_type(column.type_code, column)
    if "Integer" in kind or "Auto" in kind:
        return f"{name} = COALESCE({name}, 0) + 1"
    other = {
        "DateTimeField": f"COALESCE({name}, now()) + interval '1 day'",
        "BooleanField": f"NOT COALESCE({name}, true)",
        "UUIDField": "gen_random_uuid()",
        "JSONField": "'{\"x\": 1}'::jsonb",
    }
    return f"{name} = {other.get(kind, words)}"


def allowed():
    """Yield the names of the statements that the database lets through, and of those it cannot run."""
    for what, sql in statements():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql)
                raise Let
        except Let:
            yield f"let through: {what}"
        except DatabaseError as error:
            if not any(word in str(error) for word in ("cannot", "only", "the log", "must be", "grounds go")):
                yield f"not by a guard: {what}: {error}"


class Let(Exception):
    """The statement went through; its transaction is rolled back."""


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in allowed()))
