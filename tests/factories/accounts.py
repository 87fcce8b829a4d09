"""Accounts and sessions for tests."""

from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import Letter, OpenedSession, issue_secrets, make_member, open_session
from server.accounts.model import Member, SignInRequest, Totp
from server.accounts.rules import TERMS_VERSION, Method
from server.kit.actor import Language
from server.kit.clock import now
from server.kit.db import Database
from server.kit.ids import MemberId, SignInRequestId, uuid7


async def make_account(session: AsyncSession, email: str | None = None, *, language: Language = "ja", is_steward: bool = False) -> Member:
    """An account alone, without a profile; the address is invented unless given."""
    member = await make_member(session, email or f"{uuid7().hex}@people.example", language, TERMS_VERSION)
    member.is_steward = is_steward
    await session.flush()
    return member


async def make_session(
    session: AsyncSession, member: MemberId, user_agent: str = "Mozilla/5.0 (X11; Linux) Firefox/140.0", *, method: Method = "mail"
) -> OpenedSession:
    """A signed-in browser of the member."""
    return await open_session(session, member, user_agent, method)


async def set_up_app(session: AsyncSession, member: MemberId) -> None:
    """An authenticator app that the member confirmed; its secret opens nothing."""
    session.add(Totp(member_id=member, secret=b"sealed", confirmed_at=now()))
    await session.flush()


async def letter_to(db: Database, email: str) -> Letter:
    """What the mail for the latest request of the address says, as the job would write it."""
    async with db.transaction() as session:
        newest = select(SignInRequest.id).where(SignInRequest.email == email).order_by(SignInRequest.id.desc()).limit(1)
        request = (await session.scalars(newest)).one()
        letter = await issue_secrets(session, SignInRequestId(request))
    assert letter is not None
    return letter


async def let_requests_expire(db: Database) -> None:
    """Fifteen minutes go by for every request."""
    async with db.transaction() as session:
        await session.execute(update(SignInRequest).values(expires_at=now() - timedelta(seconds=1)))
