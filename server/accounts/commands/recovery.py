"""Recovery codes: ten on paper, shown once, each of which stands in once for a lost passkey or app."""

import secrets

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands.factors import check_proven, factor_changed, strengthen
from server.accounts.errors import NoFactor, WrongRecoveryCode
from server.accounts.events import RecoveryCodesRenewed, RecoveryCodeUsed
from server.accounts.model import Member, RecoveryCode
from server.accounts.reads import has_factor
from server.accounts.rules import RECOVERY_CODES, clean_recovery_code, recovery_code_of, token_hash
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import SessionId
from server.kit.refusal import NotSignedIn


async def renew_recovery_codes(session: AsyncSession, actor: Actor) -> list[str]:
    """Return ten new codes, in clear for the only time; those of before serve no more. Raise ProofNeeded or NoFactor."""
    member = await check_proven(session, actor)
    if not await has_factor(session, member):
        raise NoFactor
    # Locked, so that of two at once the codes of the second are the ones that serve.
    await session.get_one(Member, member, with_for_update=True)
    codes = [recovery_code_of(secrets.token_bytes(16)) for _ in range(RECOVERY_CODES)]
    await session.execute(delete(RecoveryCode).where(RecoveryCode.member_id == member))
    # 80 random bits: nothing slower is needed for those.
    session.add_all([RecoveryCode(member_id=member, hash=token_hash(clean_recovery_code(code))) for code in codes])
    await factor_changed(session, RecoveryCodesRenewed(member_id=member), member)
    return codes


async def prove_by_recovery_code(session: AsyncSession, actor: Actor, code: str) -> SessionId:
    """Make the actor's session strong by one of their codes, and use it up; raise WrongRecoveryCode."""
    if actor.member_id is None:
        raise NotSignedIn
    key = (actor.member_id, token_hash(clean_recovery_code(code)))
    row = await session.get(RecoveryCode, key, with_for_update=True)
    if row is None or row.used_at is not None:
        raise WrongRecoveryCode("recoveryCode")
    row.used_at = now()
    strong = await strengthen(session, actor)
    await factor_changed(session, RecoveryCodeUsed(member_id=actor.member_id), actor.member_id)
    return strong
