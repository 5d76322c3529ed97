"""The bank in every key, memories kept beside their log, when a learner was last here, a tally.

SQLite cannot change a key, so the tables are made anew beside the old ones. A review is of the
bank of its sitting. Memories are left to be made when their learner comes next.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOVED = ("sitting", "item", "answer", "review")


def upgrade() -> None:
    """Make the tables, move what is there, and let the old ones go."""
    for name in ("last_seen", "folded"):
        kind = sa.Integer if name == "last_seen" else sa.SmallInteger
        op.add_column("learner", sa.Column(name, kind, nullable=False, server_default="0"))
    op.execute(
        "UPDATE learner SET last_seen = coalesce("
        "(SELECT max(answered_ms) FROM answer WHERE answer.learner_id = learner.learner_id), "
        "created_ms) / 86400000"
    )
    for name in MOVED:
        op.rename_table(name, f"old_{name}")
    _make_tables()
    op.execute(
        "INSERT INTO sitting (learner_id, bank_id, sitting_id, mode, created_ms, seed) "
        "SELECT learner_id, bank_id, sitting_id, mode, created_ms, seed FROM old_sitting"
    )
    _move("item", "sitting_id, position, question_id")
    _move(
        "answer",
        "sitting_id, position, try_no, submission_id, question_id, prompt, key, given, verdict, "
        "answered_ms, guessed",
    )
    _move("review", "question_id, day, revision, rating, reviewed_ms, sitting_id, position")
    for name in reversed(MOVED):
        op.drop_table(f"old_{name}")
    op.create_index("sitting_newest", "sitting", ["learner_id", "bank_id", "created_ms"])
    op.create_index("memory_due", "memory", ["learner_id", "bank_id", "due_day"])


def _move(table: str, columns: str) -> None:
    """Copy the rows of a table, each with the bank of its sitting."""
    old = ", ".join(f"old_{table}.{column}" for column in columns.split(", "))
    op.execute(
        f"INSERT INTO {table} (learner_id, bank_id, {columns}) "
        f"SELECT old_{table}.learner_id, old_sitting.bank_id, {old} FROM old_{table} "
        f"JOIN old_sitting ON old_sitting.learner_id = old_{table}.learner_id "
        f"AND old_sitting.sitting_id = old_{table}.sitting_id"
    )


def _owned(*names: str) -> list[sa.Column[str]]:
    return [
        sa.Column("learner_id", sa.String(32), nullable=False),
        sa.Column("bank_id", sa.String(80), nullable=False),
        *(sa.Column(name, sa.String(32), nullable=False) for name in names),
    ]


def _item_key() -> sa.ForeignKeyConstraint:
    key = ("learner_id", "bank_id", "sitting_id", "position")
    return sa.ForeignKeyConstraint(key, [f"item.{name}" for name in key])


def _make_tables() -> None:
    op.create_table(
        "sitting",
        *_owned("sitting_id"),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("created_ms", sa.BigInteger, nullable=False),
        sa.Column("seed", sa.String(64), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("learner_id", "bank_id", "sitting_id"),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.learner_id"]),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "item",
        *_owned("sitting_id"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("question_id", sa.String(161), nullable=False),
        sa.PrimaryKeyConstraint("learner_id", "bank_id", "sitting_id", "position"),
        sa.ForeignKeyConstraint(
            ["learner_id", "bank_id", "sitting_id"],
            ["sitting.learner_id", "sitting.bank_id", "sitting.sitting_id"],
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "answer",
        *_owned("sitting_id"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("try_no", sa.Integer, nullable=False),
        sa.Column("submission_id", sa.String(64), nullable=False),
        sa.Column("question_id", sa.String(161), nullable=False),
        sa.Column("prompt", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("answered_ms", sa.BigInteger, nullable=False),
        sa.Column("guessed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("learner_id", "bank_id", "sitting_id", "position", "try_no"),
        sa.UniqueConstraint("learner_id", "bank_id", "submission_id"),
        _item_key(),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "review",
        *_owned(),
        sa.Column("question_id", sa.String(161), nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("rating", sa.SmallInteger, nullable=False),
        sa.Column("reviewed_ms", sa.BigInteger, nullable=False),
        sa.Column("sitting_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("learner_id", "bank_id", "question_id", "day", "revision"),
        _item_key(),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "memory",
        *_owned(),
        sa.Column("question_id", sa.String(161), nullable=False),
        sa.Column("stability", sa.Double, nullable=False),
        sa.Column("difficulty", sa.Double, nullable=False),
        sa.Column("last_day", sa.Integer, nullable=False),
        sa.Column("due_day", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("learner_id", "bank_id", "question_id"),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.learner_id"]),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tally",
        sa.Column("bank_id", sa.String(80), nullable=False),
        sa.Column("question_id", sa.String(161), nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("chosen", sa.Text, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("bank_id", "question_id", "mode", "verdict", "chosen"),
        sqlite_with_rowid=False,
    )
