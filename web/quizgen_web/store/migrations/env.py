"""How Alembic reaches the database: by the connection that ``migrate`` hands over."""

from alembic import context
from quizgen_web.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
