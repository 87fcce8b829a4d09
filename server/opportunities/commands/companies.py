"""What posts say of a company that is merged into another: from whom they are kept."""

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from server.kit.ids import CompanyId
from server.opportunities.model import OpportunityExclusion


async def move_company(session: AsyncSession, from_: CompanyId, into: CompanyId) -> None:
    """Keep every post that was kept from the one company from the other one, as a part of merging the two."""
    other = aliased(OpportunityExclusion)
    has_both = select(other.opportunity_id).where(other.company_id == into)
    mine = OpportunityExclusion.company_id == from_
    twice = delete(OpportunityExclusion).where(mine, OpportunityExclusion.opportunity_id.in_(has_both))
    await session.execute(twice.execution_options(synchronize_session=False))
    await session.execute(update(OpportunityExclusion).where(mine).values(company_id=into).execution_options(synchronize_session=False))
