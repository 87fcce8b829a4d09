"""A read session reads: it is told of by an error of its own when something in it would change a row."""

import pytest
from sqlalchemy import delete, func, select

from server.companies.model import Company
from server.kit.clock import now
from server.kit.db import Database, NotARead
from server.kit.ids import uuid7
from tests.support.unchanged import unchanged


async def test_a_read_session_refuses_to_change_anything(database: Database) -> None:
    """Neither by a statement nor by a row that was added to it or changed in it."""
    async with unchanged(database):
        async with database.read() as session:
            with pytest.raises(NotARead):
                await session.execute(delete(Company))
        async with database.read() as session:
            session.add(Company(id=uuid7(), name="架空", kind="company", proposed=False, created_at=now()))
            with pytest.raises(NotARead):
                await session.flush()
        async with database.read() as session:
            row = (await session.scalars(select(Company).limit(1))).one()
            row.name = "別名"
            with pytest.raises(NotARead):
                await session.scalar(select(func.count()).select_from(Company))


async def test_what_was_read_stays_readable_when_the_session_is_closed(database: Database) -> None:
    """Rows are handed on to whoever shows them."""
    async with database.read() as session:
        row = (await session.scalars(select(Company).limit(1))).one()
    assert row.name
