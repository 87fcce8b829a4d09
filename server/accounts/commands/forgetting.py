"""What of accounts is forgotten: requests that were answered or ran out, what a provider proved, and sessions that ended, a day later."""

from datetime import timedelta
from typing import Final

from sqlalchemy import delete, or_
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import OidcRequest, SignInRequest, SignInSession
from server.kit.clock import now

# So long a used link can still be told apart from an unknown one.
_KEPT: Final = timedelta(days=1)


async def forget_spent(session: AsyncSession) -> None:
    """Delete what can neither sign in nor up any more."""
    before = now() - _KEPT
    await session.execute(delete(OidcRequest).where(OidcRequest.expires_at < before))
    await session.execute(delete(SignInRequest).where(SignInRequest.expires_at < before))
    await session.execute(delete(SignInSession).where(or_(SignInSession.ended_at < before, SignInSession.expires_at < before)))
