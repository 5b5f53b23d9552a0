"""PostgreSQL for a site that must answer, whatever the server does.

One that is stopped says nothing, and its own limits do not count: `statement_timeout` is the server's, and a
connection to it is opened by the kernel. So the client counts too, while a process serves (`wait_at_most`),
and asks nobody for some seconds once nobody answered.
"""

import time
from typing import Any, TypeVar

import psycopg
from django.db.backends.postgresql import base
from psycopg.abc import PQGen

HEALTH_SECONDS = 1.0  # for the question whether a connection that was kept still answers
SILENT_SECONDS = 5.0  # for which nobody is asked after nobody answered

RV = TypeVar("RV")


class Patience:
    """How long this process waits for one answer: None, for a command, as long as it takes."""

    seconds: float | None = None
    silent_until = 0.0

    def wait_at_most(self, seconds: float) -> None:
        self.seconds = seconds

    def end(self) -> None:
        self.silent_until = time.monotonic() + SILENT_SECONDS

    def check(self) -> None:
        """Raise OperationalError while the database is taken to be silent."""
        if time.monotonic() < self.silent_until:
            raise psycopg.OperationalError("the database did not answer a moment ago")


patience = Patience()


class PatientConnection(psycopg.Connection[Any]):
    """A connection whose every answer is waited for, and no longer than that."""

    at_most: float | None = None

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        limit = timeout or self.at_most or patience.seconds
        if limit is None:
            return super().wait(gen, interval)
        began = time.monotonic()
        try:
            return super().wait(gen, interval, limit)
        except psycopg.OperationalError:
            if time.monotonic() - began >= limit:  # it is in the middle of something: nobody may use it again
                patience.end()
                self.close()
            raise


class Psycopg:
    """What Django takes for the driver: psycopg, with connections that do not wait for ever."""

    connect = staticmethod(PatientConnection.connect)

    def __getattr__(self, name: str) -> Any:
        return getattr(psycopg, name)


class DatabaseWrapper(base.DatabaseWrapper):
    Database = Psycopg()  # type: ignore[assignment] # Django asks it for what a module has

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        patience.check()
        try:
            return super().get_new_connection(conn_params)
        except psycopg.errors.ConnectionTimeout:
            patience.end()
            raise

    def is_usable(self) -> bool:
        if self.connection is None:
            return False
        self.connection.at_most = HEALTH_SECONDS
        try:
            return super().is_usable()
        finally:
            self.connection.at_most = None
