from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

from quizgen_web.store import open_store
from quizgen_web.store.tables import learner
from sqlalchemy import bindparam, select

from tests.web.store.conftest import key

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen_web.store import Store
    from sqlalchemy.engine import Row

THREADS = 24
ONE = select(learner.c.learner_id, learner.c.created_ms).where(
    learner.c.learner_id == bindparam("name")
)


def begin(store: Store, name: str) -> None:
    store.sittings.begin(key(name, name), "choice", ["claim.question"])


def rows(store: Store, name: str) -> list[tuple[object, ...]]:
    found: list[Row[tuple[object, ...]]] = list(store.database.fetch(ONE, {"name": name}))
    return [tuple(row) for row in found]


def test_fetch_reads_what_was_written_last_and_nothing_else(store: Store) -> None:
    assert rows(store, "fetch'; drop table learner; --") == []
    begin(store, "fetch'; drop table learner; --")
    begin(store, "another")
    assert [row[0] for row in rows(store, "fetch'; drop table learner; --")] == [
        "fetch'; drop table learner; --"
    ]


def test_many_threads_read_at_once_and_give_their_connections_back(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    begin(store, "one")
    together = Barrier(THREADS)

    def work(_: int) -> list[tuple[object, ...]]:
        together.wait(30)  # as many connections as threads, none waits for another's
        return rows(store, "one")

    for _ in range(2):
        with ThreadPoolExecutor(THREADS) as pool:
            assert {tuple(found[0]) for found in pool.map(work, range(THREADS))} == {
                tuple(rows(store, "one")[0])
            }
        del pool  # it holds the threads that have ended
        gc.collect()
        assert store.database.engine.pool.checkedout() == 1  # type: ignore[attr-defined]  # this thread's
    store.close()


def test_a_closed_store_leaves_no_connection_open(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store = open_store(f"sqlite:///{path}")
    begin(store, "one")
    assert rows(store, "one")
    assert path.with_name("store.sqlite3-wal").exists()
    store.close()
    assert not path.with_name("store.sqlite3-wal").exists()  # SQLite tidies up after the last one
