"""Items with a mode of their own, what was chosen last, what was meant, zones that were noticed.

An item without a mode of its own is asked as its sitting says. A zone other than UTC was chosen.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and tables."""
    op.add_column("item", sa.Column("mode", sa.String(16), nullable=False, server_default=""))
    op.add_column(
        "learner", sa.Column("zone_chosen", sa.Boolean, nullable=False, server_default=sa.false())
    )
    op.execute(
        sa.text("UPDATE learner SET zone_chosen = :yes WHERE zone <> 'UTC'").bindparams(yes=True)
    )
    op.create_index("review_day", "review", ["learner_id", "bank_id", "day"])
    op.create_table(
        "wish",
        sa.Column("learner_id", sa.String(32), nullable=False),
        sa.Column("bank_id", sa.String(80), nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("learner_id", "bank_id"),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.learner_id"]),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meant",
        sa.Column("bank_id", sa.String(80), nullable=False),
        sa.Column("question_id", sa.String(161), nullable=False),
        sa.Column("given", sa.String(500), nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("bank_id", "question_id", "given"),
        sqlite_with_rowid=False,
    )
