"""How somebody who is erased leaves what confirms others: their word stays without a name, its text goes."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import MemberId
from server.people.model import Vouch


async def leave_vouches(session: AsyncSession, member: MemberId) -> None:
    """Empty what the member stated about their colleagues; that a colleague confirmed it stays."""
    stated = update(Vouch).where(Vouch.voucher_id == member).values(statement=None)
    await session.execute(stated.execution_options(synchronize_session=False))
