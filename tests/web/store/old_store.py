"""A database as quizgen wrote it before reviews knew their bank."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from quizgen_web.store.migrate import FOLDER
from sqlalchemy import create_engine, text

ROWS = (
    "learner (learner_id, created_ms, zone) VALUES ('{0}', 86400000, 'Asia/Tokyo')",
    "sitting (learner_id, sitting_id, bank_id, mode, created_ms, seed) VALUES "
    "('{0}', 's', 'nato', 'choice', 1, 's'), ('{0}', 't', 'bus', 'recall', 2, 'u')",
    "item (learner_id, sitting_id, position, question_id) VALUES "
    "('{0}', 's', 1, 'a.x'), ('{0}', 's', 2, 'a.y'), ('{0}', 't', 1, 'a.x')",
    "answer VALUES "
    "('{0}', 's', 1, 1, 'f', 'a.x', 'what?', 'this', 'that', 'wrong', 172800000, false), "
    "('{0}', 't', 1, 1, 'g', 'a.x', 'what?', 'this', '', 'knew', 345600000, true)",
    "review (learner_id, question_id, day, revision, rating, reviewed_ms, sitting_id, position) "
    "VALUES ('{0}', 'a.x', 2, 1, 1, 172800000, 's', 1), ('{0}', 'a.x', 4, 1, 3, 345600000, 't', 1)",
)


def write_old_store(url: str, learner: str) -> None:
    """Write a learner with a sitting in each of two banks, which ask a question of one id."""
    engine = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        for row in ROWS:
            connection.execute(text(f"INSERT INTO {row.format(learner)}"))
    engine.dispose()
