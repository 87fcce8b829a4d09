"""Alembic's entry: which tables are compared, and over which connection revisions run."""

from alembic import context

from server.migrations.tables import METADATA, ours

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    include_name=lambda name, kind, _parents: ours(name, kind),
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
