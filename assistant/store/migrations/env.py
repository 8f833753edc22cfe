"""Decides how Alembic reaches the database: through the connection handed in by `engine.py`, never by itself."""

from alembic import context

from assistant.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
