"""How a value that became another is followed: in the filters that ask for it, and in the terms that they are kept under."""

from uuid import UUID

from sqlalchemy import Uuid, any_, delete, func, literal, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from server.standing.model import StandingQuery, StandingTerm


async def replace_in(session: AsyncSession, column: InstrumentedAttribute[list[UUID]], kind: str, from_: UUID, into: UUID) -> None:
    """Put the one value in the place of the other; who asked for both asks for it twice, which says the same."""
    asked = update(StandingQuery).where(literal(from_, Uuid()) == any_(column)).values({column: func.array_replace(column, from_, into)})
    await session.execute(asked.execution_options(synchronize_session=False))
    old, new = f"{kind}:{from_}", f"{kind}:{into}"
    kept = upsert(StandingTerm).from_select(
        ["term", "query_id"], select(literal(new), StandingTerm.query_id).where(StandingTerm.term == old)
    )
    await session.execute(kept.on_conflict_do_nothing())
    await session.execute(delete(StandingTerm).where(StandingTerm.term == old).execution_options(synchronize_session=False))
