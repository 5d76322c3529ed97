from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from quizgen_web.store import open_store
from quizgen_web.store.migrate import FOLDER, NEWEST
from quizgen_web.store.tables import metadata

from tests.web.store.conftest import key

if TYPE_CHECKING:
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
