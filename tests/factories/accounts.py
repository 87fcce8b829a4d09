"""Accounts and sessions for tests."""

from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import OpenedSession, make_member, open_session
from server.accounts.model import Member
from server.accounts.rules import TERMS_VERSION
from server.kit.actor import Language
from server.kit.ids import MemberId, uuid7


async def make_account(session: AsyncSession, email: str | None = None, *, language: Language = "ja", is_steward: bool = False) -> Member:
    """An account alone, without a profile; the address is invented unless given."""
    member = await make_member(session, email or f"{uuid7().hex}@people.example", language, TERMS_VERSION)
    member.is_steward = is_steward
    await session.flush()
    return member


async def make_session(
    session: AsyncSession, member: MemberId, user_agent: str = "Mozilla/5.0 (X11; Linux) Firefox/140.0"
) -> OpenedSession:
    """A signed-in browser of the member."""
    return await open_session(session, member, user_agent)
