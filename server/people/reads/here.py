"""Who is here, in numbers: what guests may read of the members, and never of fewer than five."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.policy import is_here
from server.kit.ids import CompanyId
from server.people.model import Affiliation, Profile

# domain.md, rule 4: a number or a label about fewer people would speak of each of them.
FEWEST = 5


async def members_here(session: AsyncSession) -> int | None:
    """Return how many verified members there are; None below five."""
    counted = await session.scalar(
        select(func.count()).select_from(Profile).where(Profile.verified_at.is_not(None), is_here(Profile.member_id))
    )
    return counted if counted and counted >= FEWEST else None


async def companies_here(session: AsyncSession, most: int = 100) -> Sequence[CompanyId]:
    """Return where members come from: confirmed companies of at least five of them, the largest first."""
    members = func.count(Affiliation.member_id.distinct())
    found = select(Affiliation.company_id).where(Affiliation.state == "confirmed").group_by(Affiliation.company_id)
    found = found.having(members >= FEWEST).order_by(members.desc(), Affiliation.company_id).limit(most)
    return [CompanyId(company) for company in await session.scalars(found)]
