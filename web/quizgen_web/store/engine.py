"""Opening the database: SQLite that keeps its word, or PostgreSQL by its URL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from quizgen.errors import QuizgenError
from quizgen_web.store.database import WRITES
from quizgen_web.store.migrate import migrate
from quizgen_web.store.store import Store

_PRAGMAS = (
    "journal_mode=WAL",  # readers and the writer do not wait for one another
    "synchronous=FULL",  # an answer that was acknowledged survives a power cut
    "busy_timeout=5000",
    "foreign_keys=ON",
)


def open_store(url: str) -> Store:
    """Open a store, making or updating its tables.

    Args:
        url: an SQLAlchemy URL, ``sqlite:///...`` or ``postgresql+psycopg://...``.

    Raises:
        QuizgenError: where the URL is wrong or the database does not answer.
    """
    try:
        engine = _engine(url)
        migrate(engine)
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        shown = url.split("@")[-1]  # never a password
        reason = str(getattr(error, "orig", None) or error).split("\n")[0]
        advice = "check QUIZGEN_DATABASE, or the folder that --data names"
        message = f"the store cannot be opened: {reason}"
        raise QuizgenError.of(shown, "store", message, advice) from error
    return Store(engine)


def _engine(url: str) -> Engine:
    if not url.startswith(("sqlite:", "postgresql")):
        raise ArgumentError("quizgen stores answers in SQLite or PostgreSQL")
    if url.startswith("sqlite"):
        # No limit: each thread keeps a connection, and how many there are is not ours to say.
        engine = create_engine(url, pool_size=0, pool_reset_on_return=None)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    return create_engine(url, pool_size=16, pool_pre_ping=True)


def _prepare(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where sqlite3 guesses
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Any) -> None:
    """Take the write lock at once: a transaction that first reads could not get it later.

    Who only reads begins nothing and waits for nobody.
    """
    if connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
