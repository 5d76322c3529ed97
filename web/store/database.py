"""Transactions: begun where we say, repeated where the database asks for it."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection, Engine, Select, Table

T = TypeVar("T")

WRITES = "quizgen_writes"
"""The execution option that tells a transaction that writes from one that only reads."""

_TRIES = 12
_RETRY = {"40001", "40P01"}  # PostgreSQL: serialization failure, deadlock


class Database:
    """A database whose every read and write is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writer = engine.execution_options(**{WRITES: True})
        self._compiled: dict[Select[Any], tuple[str, Sequence[str] | None]] = {}
        self._dialect = sqlite if engine.dialect.name == "sqlite" else postgresql

    def close(self) -> None:
        """Close the connections to the database."""
        self.engine.dispose()

    def insert(self, connection: Connection, table: Table, row: Mapping[str, object]) -> bool:
        """Insert a row, or nothing where its key is taken; tells whether it was inserted."""
        key = table.primary_key.columns[0]
        statement = self._dialect.insert(table).on_conflict_do_nothing().returning(key)
        return connection.execute(statement, row).first() is not None  # a row count may be unknown

    def fetch(self, query: Select[Any], parameters: Mapping[str, object]) -> Sequence[Any]:
        """The rows of one query, by the driver itself.

        SQLAlchemy writes the query once; that spares two thirds of what asking through it
        costs each time. Values come as the driver gives them: a boolean may be 0 or 1.
        """
        if query not in self._compiled:
            compiled = query.compile(dialect=self.engine.dialect)
            self._compiled[query] = (str(compiled), getattr(compiled, "positiontup", None))
        text, names = self._compiled[query]
        values = tuple(parameters[name] for name in names) if names else parameters
        connection = self.engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute(text, values)
            return cursor.fetchall()
        except Exception as error:
            if getattr(error, "sqlstate", None) not in _RETRY:
                raise
        finally:
            connection.close()
        return self.read(lambda connection: connection.execute(query, parameters).all())

    def read(self, work: Callable[[Connection], T]) -> T:
        """Do work that only reads."""
        return _transact(self.engine, work)

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do work that writes: all of it is kept when this returns, or none."""
        return _transact(self._writer, work)


def now_ms() -> int:
    """This instant, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def _transact(engine: Engine, work: Callable[[Connection], T]) -> T:
    for attempt in range(_TRIES):
        try:
            with engine.begin() as connection:
                return work(connection)
        except OperationalError as error:
            state = getattr(error.orig, "sqlstate", None)
            if state not in _RETRY or attempt == _TRIES - 1:
                raise
            time.sleep(random.uniform(0, 0.01 * 2**attempt))
    raise AssertionError("the loop returns or raises")
