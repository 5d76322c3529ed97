"""The log of reviews, the learner's zone, the seed of a sitting, and answers that were guessed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the columns; a sitting that is there already is its own seed."""
    op.add_column("learner", sa.Column("zone", sa.String(64), nullable=False, server_default="UTC"))
    op.add_column("sitting", sa.Column("seed", sa.String(64), nullable=False, server_default=""))
    op.execute("UPDATE sitting SET seed = sitting_id")
    op.add_column(
        "answer", sa.Column("guessed", sa.Boolean, nullable=False, server_default=sa.false())
    )
    op.create_table(
        "review",
        sa.Column("learner_id", sa.String(32), nullable=False),
        sa.Column("question_id", sa.String(161), nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("rating", sa.SmallInteger, nullable=False),
        sa.Column("reviewed_ms", sa.BigInteger, nullable=False),
        sa.Column("sitting_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("learner_id", "question_id", "day", "revision"),
        sa.ForeignKeyConstraint(
            ["learner_id", "sitting_id", "position"],
            ["item.learner_id", "item.sitting_id", "item.position"],
        ),
        sqlite_with_rowid=False,
    )
