"""What of a list is forgotten: after sixty days whoever did not accept, and at once whoever is erased."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.clock import now
from server.rosters.model import Roster, RosterEntry


async def forget_lapsed(session: AsyncSession) -> None:
    """Delete the people of lists that lapsed; the import itself stays, as the record of its ground."""
    lapsed = select(Roster.id).where(Roster.lapses_at <= now())
    gone = delete(RosterEntry).where(RosterEntry.roster_id.in_(lapsed), RosterEntry.state != "accepted")
    await session.execute(gone.execution_options(synchronize_session=False))


async def forget_listed(session: AsyncSession, email: str) -> None:
    """Delete what any list says of an address, as a part of erasing its member."""
    gone = delete(RosterEntry).where(RosterEntry.email == email.lower())
    await session.execute(gone.execution_options(synchronize_session=False))
