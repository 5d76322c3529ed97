from __future__ import annotations

import subprocess
import sys
from secrets import token_hex
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from quizgen_web.store import Answer, open_store
from quizgen_web.store.migrate import FOLDER, NEWEST
from quizgen_web.store.tables import metadata
from sqlalchemy import create_engine, inspect, text

from quizgen.ask.verdict import Verdict
from quizgen.study.memory import Review, fold
from tests.web.store.conftest import key
from tests.web.store.old_store import write_old_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen_web.store import Store


def test_the_migrations_make_the_tables_that_the_code_expects(store: Store) -> None:
    with store.database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_newest_revision_is_the_one_that_the_code_names() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    assert ScriptDirectory.from_config(config).get_heads() == [NEWEST]


def test_opening_a_store_again_changes_nothing(url: str, store: Store) -> None:
    store.sittings.begin(key("learner", "a sitting"), "choice", ["claim.question"])
    again = open_store(url)
    assert again.sittings.find(key("learner", "a sitting")) is not None
    again.close()


def test_a_store_that_is_up_to_date_opens_without_alembic(url: str, store: Store) -> None:
    script = (
        "import sys; from quizgen_web.store import open_store; open_store(sys.argv[1]); "
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script, url], check=True)


@pytest.fixture
def fresh(request: pytest.FixtureRequest, url: str) -> Iterator[str]:
    """The URL of a database that holds nothing yet."""
    if url.startswith("sqlite"):
        yield url
        return
    name = f"fresh_{token_hex(6)}"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield url.replace("/postgres?", f"/{name}?")
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


def test_a_store_of_the_version_before_keeps_all_and_gives_each_review_its_bank(fresh: str) -> None:
    write_old_store(fresh, "ann")
    store = open_store(fresh)
    assert store.learners.zone("ann") == "Asia/Tokyo"
    answered = store.sittings.find(key("ann", "s", "nato"))
    assert answered is not None
    assert answered.items[0].answer == Answer("a.x", "what?", "this", "that", Verdict.WRONG)
    assert answered.items[1].answer is None
    assert store.learners.reviews("ann", "nato") == [Review("a.x", 2, 1)]
    assert store.learners.reviews("ann", "bus") == [Review("a.x", 4, 3)]
    assert [one.id for one in store.sittings.left_open("ann", "nato")] == ["s"]
    assert store.learners.export("ann")["learner"][0]["last_seen"] == 4
    store.close()


def test_memories_of_an_old_store_are_made_when_its_learner_comes(fresh: str) -> None:
    write_old_store(fresh, "ann")
    store = open_store(fresh)
    assert store.learners.memories("ann", "nato") == {}
    store.learners.visit("ann", 10 * 86_400_000)
    for bank in ("nato", "bus"):
        assert store.learners.memories("ann", bank) == fold(store.learners.reviews("ann", bank))
    store.close()


def test_a_store_that_was_migrated_has_the_tables_of_a_new_one(fresh: str) -> None:
    write_old_store(fresh, "ann")
    store = open_store(fresh)
    with store.database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        names = set(inspect(connection).get_table_names())
    assert names == {*metadata.tables, "alembic_version"}
    store.close()


def test_processes_that_open_a_fresh_store_at_once_all_get_it(fresh: str) -> None:
    script = (
        "import sys, alembic.command; from quizgen_web.store import open_store; "
        "print(flush=True); sys.stdin.readline(); open_store(sys.argv[1]).close()"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", script, fresh],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in started:
        assert process.stdout is not None
        process.stdout.readline()  # it has imported all that it needs
    for process in started:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    told = [process.communicate(timeout=60)[1] for process in started]
    assert [process.returncode for process in started] == [0] * 4, told
