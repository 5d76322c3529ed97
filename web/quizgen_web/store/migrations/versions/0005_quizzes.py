"""A teacher's quizzes: each as the text of its file, and as it was before the last change."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "quiz",
        sa.Column("learner_id", sa.String(32), nullable=False),
        sa.Column("bank_id", sa.String(80), nullable=False),
        sa.Column("quiz_id", sa.String(32), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("before", sa.Text, nullable=False, server_default=""),
        sa.Column("changed_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("learner_id", "bank_id", "quiz_id"),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.learner_id"]),
        sqlite_with_rowid=False,
    )
