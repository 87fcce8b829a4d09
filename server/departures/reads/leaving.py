"""Who is to be erased now, and by which words a kept mail would tell of somebody."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Departure
from server.kit.clock import now
from server.kit.ids import MemberId
from server.opportunities.model import Opportunity
from server.people.model import Profile


async def departures_due(session: AsyncSession) -> list[MemberId]:
    """Return whose fourteen days are over, for the house-keeping."""
    due = select(Departure.member_id).where(Departure.erase_at <= now()).order_by(Departure.erase_at)
    return [MemberId(member) for member in await session.scalars(due)]


async def places(session: AsyncSession) -> list[MemberId]:
    """Return what stays of those who left, for the sweep after an erasure."""
    return [MemberId(key) for key in await session.scalars(select(Departure.member_id).where(Departure.erase_at.is_(None)))]


async def words_of(session: AsyncSession, member: MemberId) -> list[str]:
    """Return the member's names, and the titles of their posts, that mails to others may hold."""
    names = select(Profile.name, Profile.reading, Profile.romanised, Profile.former_name).where(Profile.member_id == member)
    titles = await session.scalars(select(Opportunity.title).where(Opportunity.author_id == member))
    found = {text for row in (await session.execute(names)).all() for text in row if text} | set(titles)
    return sorted(found)
