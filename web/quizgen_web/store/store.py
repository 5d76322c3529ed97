"""All of the store: one database, and what is kept in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen_web.store.database import Database
from quizgen_web.store.learners import Learners
from quizgen_web.store.quizzes import Quizzes
from quizgen_web.store.sittings import Sittings

if TYPE_CHECKING:
    from sqlalchemy import Engine


class Store:
    """Sittings with their answers, and learners with what they remember."""

    def __init__(self, engine: Engine) -> None:
        self.database = Database(engine)
        self.sittings = Sittings(self.database)
        self.quizzes = Quizzes(self.database)
        self.learners = Learners(self.database)

    def close(self) -> None:
        """Close the connections to the database."""
        self.database.close()
