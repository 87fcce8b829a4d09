"""What a succession sets off: whoever has to do with the companies is found anew, once there is anybody."""

from sqlalchemy import text

from server.companies.commands import record_succession
from server.kit.db import Database
from server.kit.ids import CompanyId
from tests.factories.companies import make_company
from tests.factories.people import make_member


async def test_a_first_start_leaves_no_job_for_the_facts(database: Database) -> None:
    """Nobody is there to be found anew; with the first member it is told, and the same succession once only."""
    async with database.transaction() as session:
        one, other, third = [CompanyId((await make_company(session)).id) for _ in range(3)]
        await record_succession(session, one, other)
    assert await jobs(database) == []
    async with database.transaction() as session:
        await make_member(session)
        await record_succession(session, other, third)
        await record_succession(session, other, third)
    assert await jobs(database) == ["CompanySucceeded"]


async def jobs(database: Database) -> list[str]:
    async with database.read() as session:
        return list(await session.scalars(text("SELECT entrypoint FROM pgqueuer")))
