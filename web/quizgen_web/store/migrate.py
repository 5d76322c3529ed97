"""Bringing a database's tables to the newest version."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from quizgen_web.store.database import WRITES

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

NEWEST = "0002"
"""The revision that the code expects."""

FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Upgrade to the newest revision; costs one look where nothing is to be done."""
    with engine.connect() as connection:
        if _revision(connection) == NEWEST:
            return
    from alembic import command  # heavy, and not needed at most starts
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision
