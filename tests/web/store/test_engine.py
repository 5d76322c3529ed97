from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from quizgen_web.store import open_store
from sqlalchemy import text

from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)]
)
def test_sqlite_keeps_its_word(tmp_path: Path, pragma: str, value: object) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    with store.database.engine.connect() as connection:
        assert connection.scalar(text(f"PRAGMA {pragma}")) == value
    store.close()


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "mysql://root:hunter2@localhost/quizgen",
        "sqlite:////nowhere/at/all.sqlite3",
        "postgresql+psycopg://u:hunter2@127.0.0.1:1/none?connect_timeout=1",
        "postgresql+nodriver://u:hunter2@localhost/none",
    ],
)
def test_a_store_that_cannot_be_opened_is_named_without_its_password(url: str) -> None:
    with pytest.raises(QuizgenError) as error:
        open_store(url)
    assert "QUIZGEN_DATABASE" in str(error.value)
    assert "hunter2" not in str(error.value)


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    path.write_bytes(b"my diary, not a database, for years")
    with pytest.raises(QuizgenError):
        open_store(f"sqlite:///{path}")
    assert path.read_bytes() == b"my diary, not a database, for years"
