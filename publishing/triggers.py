"""Triggers of the database: what they are, and how they stand on both engines through every migration.

SQLite rebuilds a table to alter it, and a trigger that stands on the table, or only reads it, is lost or
makes the migration fail. So all of them are taken off before migrations run and put back afterwards, as
they are written in the code of that day: an edited trigger reaches a deployed database with the next
`migrate`, which is also the remedy when one is missing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

SAME = {"sqlite": "NEW.{0} IS OLD.{0}", "postgresql": "NEW.{0} IS NOT DISTINCT FROM OLD.{0}"}


class Schema:
    """The tables and columns that a database has now; conditions are written for these."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection, self.vendor = connection, connection.vendor
        with connection.cursor() as cursor:
            self.tables = set(connection.introspection.table_names(cursor))

    def columns(self, table: str) -> list[str]:
        with self.connection.cursor() as cursor:
            found = self.connection.introspection.get_table_description(cursor, table)
        return sorted(column.name for column in found)

    def same(self, table: str, but: tuple[str, ...] = ()) -> str:
        """Return the condition that an update changes no column, save for these."""
        fixed = [name for name in self.columns(table) if name not in but]
        return " AND ".join(SAME[self.vendor].format(self.connection.ops.quote_name(name)) for name in fixed)

    def same_of(self, *columns: str) -> str:
        """Return the condition that an update changes none of these columns."""
        return " AND ".join(SAME[self.vendor].format(name) for name in columns)


Condition = Callable[[Schema], str]


@dataclass(frozen=True)
class Trigger:
    """What the database does of itself: on `event`, when the condition holds, the `action`.

    Without an action it refuses the statement with its message.
    """

    name: str
    table: str
    moment: str  # BEFORE or AFTER
    event: str  # INSERT, UPDATE, DELETE or TRUNCATE
    message: str = ""
    when: Condition = lambda schema: ""
    action: str = ""
    only: str = ""  # the one engine that needs it

    def belongs(self, schema: Schema) -> bool:
        return self.table in schema.tables and self.only in {"", schema.vendor}


def guard(name: str, table: str, event: str, message: str, when: Condition = lambda schema: "") -> Trigger:
    """Return a trigger that refuses `event` when the condition holds, or always."""
    only = "postgresql" if event == "TRUNCATE" else ""
    return Trigger(name, table, "BEFORE", event, message, when, only=only)


_triggers: dict[str, Trigger] = {}


def register(*triggers: Trigger) -> None:
    """Make triggers known, when the app that has their tables is ready."""
    _triggers.update({trigger.name: trigger for trigger in triggers})


def written(connection: BaseDatabaseWrapper) -> dict[str, "Stored"]:
    """Return the triggers that this database should have, by name."""
    schema = Schema(connection)
    return {
        name: ENGINES[schema.vendor].stored(trigger, trigger.when(schema))
        for name, trigger in _triggers.items()
        if trigger.belongs(schema)
    }


def wrong(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Yield what is not as it is written: a trigger that is missing, changed, or none of ours."""
    wanted, found = written(connection), existing(connection)
    for name in sorted(wanted):
        if name not in found:
            yield f"the trigger {name} is missing"
        elif found[name] != wanted[name]:
            yield f"the trigger {name} is not as it is written"
    for name in sorted(set(found) - set(wanted)):
        yield f"the trigger {name} is none of this site"


def existing(connection: BaseDatabaseWrapper) -> dict[str, "Stored"]:
    """Return the triggers that stand on any table of ours, by name."""
    tables = {trigger.table for trigger in _triggers.values()}
    with connection.cursor() as cursor:
        cursor.execute(ENGINES[connection.vendor].EXISTING)
        rows = cursor.fetchall()
    return {row[0]: tuple(row[1:]) for row in rows if row[1] in tables}


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger back as it is written; one that is none of ours goes."""
    if not list(wrong(connection)):
        return
    remove(connection)
    engine, schema = ENGINES[connection.vendor], Schema(connection)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for trigger in _triggers.values():
            if trigger.belongs(schema):
                for statement in engine.create(trigger, trigger.when(schema)):
                    cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    engine = ENGINES[connection.vendor]
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for name, stored in existing(connection).items():
            cursor.execute(engine.drop(name, stored))


def take_off(using: str, plan: list[Any], **_signal: Any) -> None:
    """Take every trigger off before migrations run (the signal pre_migrate)."""
    if plan:
        remove(connections[using])


def put_back(using: str, **_signal: Any) -> None:
    """Put every trigger back, changed ones too (the signal post_migrate)."""
    install(connections[using])


Stored = tuple[Any, ...]  # what the catalogue of an engine says of a trigger, its table first


class SQLite:
    EXISTING = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"

    @classmethod
    def create(cls, trigger: Trigger, when: str) -> list[str]:
        condition = f"WHEN {when} " if when else ""
        action = trigger.action or f"SELECT RAISE(ABORT, '{trigger.message}');"
        event = f"{trigger.moment} {trigger.event} ON {trigger.table}"
        return [f"CREATE TRIGGER {trigger.name} {event} FOR EACH ROW {condition}BEGIN {action} END"]

    @classmethod
    def stored(cls, trigger: Trigger, when: str) -> Stored:
        return trigger.table, *cls.create(trigger, when)

    @classmethod
    def drop(cls, name: str, stored: Stored) -> str:
        return f'DROP TRIGGER IF EXISTS "{name}"'


class PostgreSQL:
    # Where it stands, when it fires (pg_trigger.tgtype), whether it is on, and what it does.
    EXISTING = (
        "SELECT t.tgname, c.relname, t.tgtype::int, t.tgenabled IN ('O', 'A'), p.proname, p.prosrc"
        " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE NOT t.tgisinternal"
    )
    KINDS = {"INSERT": 4, "DELETE": 8, "UPDATE": 16, "TRUNCATE": 32}

    @classmethod
    def body(cls, trigger: Trigger, when: str) -> str:
        return (
            f" BEGIN IF ({when or 'TRUE'}) THEN RAISE EXCEPTION '{trigger.message}'"
            " USING ERRCODE = 'restrict_violation'; END IF; RETURN COALESCE(NEW, OLD); END "
        )

    @classmethod
    def create(cls, trigger: Trigger, when: str) -> list[str]:
        each = "STATEMENT" if trigger.event == "TRUNCATE" else "ROW"
        event = f"{trigger.moment} {trigger.event} ON {trigger.table} FOR EACH {each}"
        body = cls.body(trigger, when)
        function = (
            f"CREATE OR REPLACE FUNCTION {trigger.name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$"
        )
        return [function, f"CREATE TRIGGER {trigger.name} {event} EXECUTE FUNCTION {trigger.name}()"]

    @classmethod
    def stored(cls, trigger: Trigger, when: str) -> Stored:
        row, before = (0 if trigger.event == "TRUNCATE" else 1), 2
        kind = row + before + cls.KINDS[trigger.event]
        return trigger.table, kind, True, trigger.name, cls.body(trigger, when)

    @classmethod
    def drop(cls, name: str, stored: Stored) -> str:
        return f'DROP TRIGGER IF EXISTS "{name}" ON "{stored[0]}"'


ENGINES: dict[str, type[SQLite] | type[PostgreSQL]] = {"sqlite": SQLite, "postgresql": PostgreSQL}
