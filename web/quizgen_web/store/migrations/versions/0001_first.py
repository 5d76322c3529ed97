"""Learners, sittings, their items and the answers.

The tables are written out here, not taken from ``tables``, since a migration must stay what
it was when ``tables`` moves on. A test holds the two against each other.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the four tables."""
    op.create_table(
        "learner",
        sa.Column("learner_id", sa.String(32), nullable=False),
        sa.Column("created_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("learner_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sitting",
        sa.Column("learner_id", sa.String(32), nullable=False),
        sa.Column("sitting_id", sa.String(32), nullable=False),
        sa.Column("bank_id", sa.String(80), nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("created_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("learner_id", "sitting_id"),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.learner_id"]),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "item",
        sa.Column("learner_id", sa.String(32), nullable=False),
        sa.Column("sitting_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("question_id", sa.String(161), nullable=False),
        sa.PrimaryKeyConstraint("learner_id", "sitting_id", "position"),
        sa.ForeignKeyConstraint(
            ["learner_id", "sitting_id"], ["sitting.learner_id", "sitting.sitting_id"]
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "answer",
        sa.Column("learner_id", sa.String(32), nullable=False),
        sa.Column("sitting_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("try_no", sa.Integer, nullable=False),
        sa.Column("submission_id", sa.String(64), nullable=False),
        sa.Column("question_id", sa.String(161), nullable=False),
        sa.Column("prompt", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("answered_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("learner_id", "sitting_id", "position", "try_no"),
        sa.UniqueConstraint("learner_id", "submission_id"),
        sa.ForeignKeyConstraint(
            ["learner_id", "sitting_id", "position"],
            ["item.learner_id", "item.sitting_id", "item.position"],
        ),
        sqlite_with_rowid=False,
    )
