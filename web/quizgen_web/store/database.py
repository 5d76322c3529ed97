"""Transactions: begun where we say, repeated where the database asks for it."""

from __future__ import annotations

import random
import threading
import time
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import PoolProxiedConnection

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
        self._compiled: dict[Select[Any], tuple[str, list[tuple[str, Any]]]] = {}
        self._readers = WeakKeyDictionary[threading.Thread, PoolProxiedConnection]()
        self._dialect = sqlite if engine.dialect.name == "sqlite" else postgresql

    def close(self) -> None:
        """Close the connections to the database."""
        for reader in self._readers.values():
            reader.close()
        self._readers.clear()
        self.engine.dispose()

    def insert(self, connection: Connection, table: Table, row: Mapping[str, object]) -> bool:
        """Insert a row, or nothing where its key is taken; tells whether it was inserted."""
        key = table.primary_key.columns[0]
        statement = self._dialect.insert(table).on_conflict_do_nothing().returning(key)
        return connection.execute(statement, row).first() is not None  # a row count may be unknown

    def put(self, connection: Connection, table: Table, row: Mapping[str, object]) -> None:
        """Insert a row, in the place of the one that has its key if there is one."""
        statement = self._dialect.insert(table)
        key = table.primary_key
        new = {c.name: statement.excluded[c.name] for c in table.c if c.name not in key.columns}
        change = statement.on_conflict_do_update(index_elements=list(key), set_=new)
        connection.execute(change, row)

    def add(
        self, connection: Connection, table: Table, row: Mapping[str, object], number: str
    ) -> None:
        """Insert a row, or add its number to that of the row which has its key."""
        statement = self._dialect.insert(table)
        total = {number: table.c[number] + statement.excluded[number]}
        change = statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=total)
        connection.execute(change, row)

    def fetch(self, query: Select[Any], parameters: Mapping[str, object]) -> Sequence[Any]:
        """The rows of one query, in the quickest way there is.

        For SQLite that is the driver itself, on a connection that each thread keeps open:
        SQLAlchemy writes the query once, which spares two thirds of the time of asking through
        it. Values then come as the driver gives them: a boolean is 0 or 1.
        """
        if self._dialect is not sqlite:
            return self.read(lambda connection: connection.execute(query, parameters).all())
        if query not in self._compiled:
            compiled = query.compile(dialect=self.engine.dialect)
            names = compiled.positiontup or ()
            self._compiled[query] = str(compiled), [(name, compiled.params[name]) for name in names]
        text, values = self._compiled[query]
        cursor = self._reader().cursor()
        cursor.execute(text, [parameters.get(name, value) for name, value in values])
        return cursor.fetchall()

    def _reader(self) -> PoolProxiedConnection:
        """This thread's own connection; the pool has it back when the thread ends."""
        thread = threading.current_thread()
        if thread not in self._readers:
            self._readers[thread] = self.engine.raw_connection()
        return self._readers[thread]

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
