"""Bringing a database's tables to the newest version, one process at a time."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from quizgen_web.store.database import WRITES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

NEWEST = "0005"
"""The revision that the code expects."""

FOLDER = Path(__file__).parent / "migrations"

_LOCK = 7_130_459_821_553_026_917
"""Any number, the same for all processes, that no other program is likely to take."""


def migrate(engine: Engine) -> None:
    """Upgrade to the newest revision; costs one look where nothing is to be done."""
    if _is_newest(engine):
        return
    from alembic import command  # heavy, and not needed at most starts
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    # Alembic looks again, since another process may have done it all while this one waited.
    with _turn(engine), engine.execution_options(**{WRITES: True}).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def _turn(engine: Engine) -> Iterator[None]:
    """Wait until no other process migrates the database.

    SQLite's transaction waits by itself, since it begins by taking the write lock. PostgreSQL's
    would not see what was done while it waited, so the lock is taken before it begins.
    """
    if engine.dialect.name != "postgresql":
        yield
        return
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(f"SELECT pg_advisory_lock({_LOCK})"))
        try:
            yield
        finally:
            connection.execute(text(f"SELECT pg_advisory_unlock({_LOCK})"))


def _is_newest(engine: Engine) -> bool:
    with engine.connect() as connection:
        return _revision(connection) == NEWEST


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision
