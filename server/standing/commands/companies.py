"""What standing queries say of a company that is merged into another: they ask for that one, and are looked up by it."""

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import CompanyId
from server.standing.commands.replacing import replace_in
from server.standing.model import StandingQuery


async def move_company(session: AsyncSession, from_: CompanyId, into: CompanyId) -> None:
    """Let every query that asks for the one company ask for the other, as a part of merging the two."""
    await replace_in(session, StandingQuery.companies, "c", from_, into)
