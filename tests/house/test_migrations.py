"""Wire: what the migrations build is what the models say, and each step back is there."""

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Connection, Integer, MetaData, Table

from server.kit.db import Database
from server.migrations.tables import METADATA, ours


def differences(connection: Connection, metadata: MetaData) -> list[Any]:
    """What a new revision would have to do."""
    options: dict[str, Any] = {
        "include_name": lambda name, kind, _parents: ours(name, kind),
        "compare_type": True,
        "compare_server_default": True,
    }
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


async def test_the_migrations_build_what_the_models_say(database: Database) -> None:
    """On a database that the migrations made, nothing is left to do."""
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences, METADATA) == []


async def test_a_table_without_a_revision_is_caught(database: Database) -> None:
    """Planted: a model that nobody wrote a revision for."""
    planted = MetaData()
    Table("planted", planted, Column("id", Integer, primary_key=True))
    async with database.engine.connect() as connection:
        found = await connection.run_sync(differences, planted)
    assert ("add_table", "planted") in {
        (kind, table.name) for kind, table, *_ in (step for step in found if isinstance(step, tuple)) if kind == "add_table"
    }
