"""What of accounts is forgotten a day later: requests, questions and changes that were answered or ran out, sessions that ended."""

from datetime import timedelta
from typing import Final

from sqlalchemy import delete, or_
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Challenge, EmailChange, OidcRequest, SignInRequest, SignInSession
from server.kit.clock import now

# So long a used link can still be told apart from an unknown one.
_KEPT: Final = timedelta(days=1)


async def forget_spent(session: AsyncSession) -> None:
    """Delete what can no longer sign in or up, or change an address."""
    before = now() - _KEPT
    await session.execute(delete(OidcRequest).where(OidcRequest.expires_at < before))
    await session.execute(delete(SignInRequest).where(SignInRequest.expires_at < before))
    await session.execute(delete(Challenge).where(Challenge.expires_at < before))
    await session.execute(delete(EmailChange).where(or_(EmailChange.ended_at < before, EmailChange.expires_at < before)))
    await session.execute(delete(SignInSession).where(or_(SignInSession.ended_at < before, SignInSession.expires_at < before)))
