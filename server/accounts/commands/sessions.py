"""Sessions: how a browser is signed in and out; its token is told once, and only its hash is kept."""

import secrets
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands.members import raise_authz_version
from server.accounts.events import SessionsEnded
from server.accounts.model import Member, SignInSession
from server.accounts.reads import session_open
from server.accounts.rules import DEMO_KEYS, SEEN_EVERY, SESSION_LIVES, STRONG_METHODS, Method, demo_email, device_label, token_hash
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import MemberId, SessionId
from server.kit.log import record
from server.kit.refusal import NotSignedIn, NotThere


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A new session; `token` (256 bits) is what the cookie holds, and is never told again."""

    id: SessionId
    member_id: MemberId
    token: str


async def open_session(session: AsyncSession, member: MemberId, user_agent: str, method: Method = "mail") -> OpenedSession:
    """Sign the member in on one more browser, in one of the ways of rules.Method."""
    token, at = secrets.token_urlsafe(32), now()
    row = SignInSession(
        member_id=member,
        token_hash=token_hash(token),
        device=device_label(user_agent),
        method=method,
        strong_at=at if method in STRONG_METHODS else None,
        created_at=at,
        expires_at=at + SESSION_LIVES,
    )
    session.add(row)
    await session.flush()
    return OpenedSession(SessionId(row.id), member, token)


async def touch_session(session: AsyncSession, session_id: SessionId) -> bool:
    """Note that the session was used and lengthen it, at most once an hour; tell whether anything was written."""
    at = now()
    used = (
        update(SignInSession)
        .where(SignInSession.id == session_id, session_open(at), SignInSession.last_seen_at < at - SEEN_EVERY)
        .values(last_seen_at=at, expires_at=at + SESSION_LIVES)
        .returning(SignInSession.id)
        .execution_options(synchronize_session=False)
    )
    return await session.scalar(used) is not None


async def end_session(session: AsyncSession, actor: Actor, session_id: SessionId) -> SessionId:
    """End one of the actor's own sessions; another's, or one that ended before, is not there."""
    member = _member(actor)
    wanted = select(SignInSession).where(SignInSession.id == session_id, SignInSession.member_id == member, session_open(now()))
    row = await session.scalar(wanted.with_for_update())
    if row is None:
        raise NotThere
    row.ended_at = now()
    await _tell(session, member)
    return session_id


async def end_all_sessions(session: AsyncSession, actor: Actor) -> None:
    """End every session of the actor, this one too."""
    await end_sessions_of(session, _member(actor))


async def end_sessions_of(session: AsyncSession, member: MemberId, but: SessionId | None = None) -> None:
    """End the sessions of a member, all or all but one, because of a change that the caller has made sure of."""
    ending = update(SignInSession).where(SignInSession.member_id == member, SignInSession.ended_at.is_(None)).values(ended_at=now())
    ending = ending if but is None else ending.where(SignInSession.id != but)
    await session.execute(ending.execution_options(synchronize_session=False))
    await _tell(session, member)


async def sign_in_demo(session: AsyncSession, key: str) -> MemberId:
    """Return the member behind a ready-made sign-in; whoever calls has made sure that this is the demo world."""
    email = demo_email(key) if key in DEMO_KEYS else None
    member = await session.scalar(select(Member.id).where(Member.email == email))
    if member is None:
        raise NotThere
    return MemberId(member)


async def _tell(session: AsyncSession, member: MemberId) -> None:
    await raise_authz_version(session, member)
    record(session, SessionsEnded(member_id=member))


def _member(actor: Actor) -> MemberId:
    if actor.member_id is None:
        raise NotSignedIn
    return actor.member_id
