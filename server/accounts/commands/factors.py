"""What every change of a factor has in common: it wants fresh proof, open connections ask anew, and a member without one is weak again."""

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands.members import raise_authz_version
from server.accounts.commands.sessions import end_sessions_of
from server.accounts.errors import NoAccount, ProofNeeded
from server.accounts.events import SecondFactorLifted
from server.accounts.model import Member, Passkey, RecoveryCode, SignInSession, Totp
from server.accounts.reads import account_by_email, has_factor, is_proven
from server.audit.commands import AuditNote, write_audit
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import MemberId, SessionId
from server.kit.log import Event, record
from server.kit.refusal import NotSignedIn


async def check_proven(session: AsyncSession, actor: Actor) -> MemberId:
    """Return the actor's id when their session may change what proves who they are; raise NotSignedIn or ProofNeeded."""
    if actor.member_id is None:
        raise NotSignedIn
    if not await is_proven(session, actor):
        raise ProofNeeded
    return actor.member_id


async def strengthen(session: AsyncSession, actor: Actor) -> SessionId:
    """Note that a factor was given in the actor's session."""
    if actor.session_id is None:
        raise NotSignedIn
    given = update(SignInSession).where(SignInSession.id == actor.session_id).values(strong_at=now())
    await session.execute(given.execution_options(synchronize_session="fetch"))
    return actor.session_id


async def factor_changed(session: AsyncSession, fact: Event, member: MemberId) -> None:
    """Record the fact, which is told by mail, and let open connections ask anew; without any factor the sessions are weak again."""
    await session.flush()
    if not await has_factor(session, member):
        await session.execute(delete(RecoveryCode).where(RecoveryCode.member_id == member))
        weak = update(SignInSession).where(SignInSession.member_id == member).values(strong_at=None)
        await session.execute(weak.execution_options(synchronize_session="fetch"))
    await raise_authz_version(session, member)
    record(session, fact)


async def reset_second_factor(session: AsyncSession, email: str) -> Member:
    """Take all factors of the account with this address away and sign it out everywhere, as who runs the deployment asks; raise NoAccount.

    The member comes in by mail again, and an operator sets a factor up anew.
    """
    account = await account_by_email(session, email)
    if account is None:
        raise NoAccount
    member = MemberId(account.id)
    for table in (Passkey, Totp, RecoveryCode):
        await session.execute(delete(table).where(table.member_id == member))
    await end_sessions_of(session, member)
    await factor_changed(session, SecondFactorLifted(member_id=member), member)
    note = AuditNote(actor=member, right="command line", action="reset_second_factor", subject_kind="member", subject_member=member)
    await write_audit(session, note)
    return account
