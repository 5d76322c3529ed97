"""The tables. Each key begins with its owner, the learner, and goes on with the bank.

So one learner's rows lie together, and two banks that call a question alike do not mix. That,
random ids, and plain columns let the same schema serve SQLite, PostgreSQL and the databases
that speak its language and spread rows over machines. Instants are milliseconds since 1970 in
UTC, which every driver gives back as it got them. SQLite keeps the rows in the order of their
keys (without a row id), so that a sitting is read in one stretch.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

metadata = MetaData()

# ``last_seen`` is a study day; ``folded`` is the version of the rules by which the learner's
# rows in ``memory`` were made. A zone that was not chosen is what the browser says.
learner = Table(
    "learner",
    metadata,
    Column("learner_id", String(32), nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Column("zone", String(64), nullable=False, server_default="UTC"),
    Column("last_seen", Integer, nullable=False, server_default="0"),
    Column("folded", SmallInteger, nullable=False, server_default="0"),
    Column("zone_chosen", Boolean, nullable=False, server_default=false()),
    PrimaryKeyConstraint("learner_id"),
    sqlite_with_rowid=False,
)

sitting = Table(
    "sitting",
    metadata,
    Column("learner_id", String(32), nullable=False),
    Column("bank_id", String(80), nullable=False),
    Column("sitting_id", String(32), nullable=False),
    Column("mode", String(16), nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Column("seed", String(64), nullable=False, server_default=""),
    PrimaryKeyConstraint("learner_id", "bank_id", "sitting_id"),
    ForeignKeyConstraint(["learner_id"], ["learner.learner_id"]),
    Index("sitting_newest", "learner_id", "bank_id", "created_ms"),
    sqlite_with_rowid=False,
)

# An item without a mode is asked as its sitting says.
item = Table(
    "item",
    metadata,
    Column("learner_id", String(32), nullable=False),
    Column("bank_id", String(80), nullable=False),
    Column("sitting_id", String(32), nullable=False),
    Column("position", Integer, nullable=False),
    Column("question_id", String(161), nullable=False),
    Column("mode", String(16), nullable=False, server_default=""),
    PrimaryKeyConstraint("learner_id", "bank_id", "sitting_id", "position"),
    ForeignKeyConstraint(
        ["learner_id", "bank_id", "sitting_id"],
        ["sitting.learner_id", "sitting.bank_id", "sitting.sitting_id"],
    ),
    sqlite_with_rowid=False,
)

# Append-only: the last try counts. The question's words are kept with the answer, so that a
# later change of the bank does not change what was asked and answered.
answer = Table(
    "answer",
    metadata,
    Column("learner_id", String(32), nullable=False),
    Column("bank_id", String(80), nullable=False),
    Column("sitting_id", String(32), nullable=False),
    Column("position", Integer, nullable=False),
    Column("try_no", Integer, nullable=False),
    Column("submission_id", String(64), nullable=False),
    Column("question_id", String(161), nullable=False),
    Column("prompt", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("given", Text, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("answered_ms", BigInteger, nullable=False),
    Column("guessed", Boolean, nullable=False, server_default=false()),
    PrimaryKeyConstraint("learner_id", "bank_id", "sitting_id", "position", "try_no"),
    UniqueConstraint("learner_id", "bank_id", "submission_id"),
    ForeignKeyConstraint(
        ["learner_id", "bank_id", "sitting_id", "position"],
        ["item.learner_id", "item.bank_id", "item.sitting_id", "item.position"],
    ),
    sqlite_with_rowid=False,
)

# Append-only: of the rows of a question and a study day the last revision counts, and a rating
# of 0 is a review that was taken back. The day is counted when the answer is kept, since a
# learner may move to another zone.
review = Table(
    "review",
    metadata,
    Column("learner_id", String(32), nullable=False),
    Column("bank_id", String(80), nullable=False),
    Column("question_id", String(161), nullable=False),
    Column("day", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("rating", SmallInteger, nullable=False),
    Column("reviewed_ms", BigInteger, nullable=False),
    Column("sitting_id", String(32), nullable=False),
    Column("position", Integer, nullable=False),
    PrimaryKeyConstraint("learner_id", "bank_id", "question_id", "day", "revision"),
    ForeignKeyConstraint(
        ["learner_id", "bank_id", "sitting_id", "position"],
        ["item.learner_id", "item.bank_id", "item.sitting_id", "item.position"],
    ),
    Index("review_day", "learner_id", "bank_id", "day"),
    sqlite_with_rowid=False,
)

# What follows from the rows of ``review``, kept so that no page folds them anew. It changes in
# the transaction of the review and can be made again from the log at any time.
memory = Table(
    "memory",
    metadata,
    Column("learner_id", String(32), nullable=False),
    Column("bank_id", String(80), nullable=False),
    Column("question_id", String(161), nullable=False),
    Column("stability", Double, nullable=False),
    Column("difficulty", Double, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("due_day", Integer, nullable=False),
    PrimaryKeyConstraint("learner_id", "bank_id", "question_id"),
    ForeignKeyConstraint(["learner_id"], ["learner.learner_id"]),
    Index("memory_due", "learner_id", "bank_id", "due_day"),
    sqlite_with_rowid=False,
)

# A teacher's quizzes: the text of each quiz file, and as it was before the last change.
quiz = Table(
    "quiz",
    metadata,
    Column("learner_id", String(32), nullable=False),
    Column("bank_id", String(80), nullable=False),
    Column("quiz_id", String(32), nullable=False),
    Column("title", String(120), nullable=False),
    Column("body", Text, nullable=False),
    Column("before", Text, nullable=False, server_default=""),
    Column("changed_ms", BigInteger, nullable=False),
    PrimaryKeyConstraint("learner_id", "bank_id", "quiz_id"),
    ForeignKeyConstraint(["learner_id"], ["learner.learner_id"]),
    sqlite_with_rowid=False,
)

# What a learner chose to practise last, as fields of the form.
wish = Table(
    "wish",
    metadata,
    Column("learner_id", String(32), nullable=False),
    Column("bank_id", String(80), nullable=False),
    Column("fields", Text, nullable=False),
    PrimaryKeyConstraint("learner_id", "bank_id"),
    ForeignKeyConstraint(["learner_id"], ["learner.learner_id"]),
    sqlite_with_rowid=False,
)

# Counts, and nothing of whom: what learners answered who have been deleted. Its owner is the bank.
tally = Table(
    "tally",
    metadata,
    Column("bank_id", String(80), nullable=False),
    Column("question_id", String(161), nullable=False),
    Column("mode", String(16), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("chosen", Text, nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("bank_id", "question_id", "mode", "verdict", "chosen"),
    sqlite_with_rowid=False,
)

# Typed answers that were judged wrong and that learners say meant the same, for the bank's author.
meant = Table(
    "meant",
    metadata,
    Column("bank_id", String(80), nullable=False),
    Column("question_id", String(161), nullable=False),
    Column("given", String(500), nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("bank_id", "question_id", "given"),
    sqlite_with_rowid=False,
)
