"""What is asked about accounts: addresses, open sessions, what proves who a member is, the ready-made sign-ins of the demo world."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Departure, EmailChange, Identity, Member, OidcRequest, Passkey, RecoveryCode, SignInSession, Totp
from server.accounts.policy import is_here
from server.accounts.rules import DEMO_KEYS, SEEN_EVERY, clean_email, demo_email, proven_until, token_hash
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import EmailChangeId, MemberId, SessionId


def session_open(at: datetime) -> ColumnElement[bool]:
    """Whether a `SignInSession` row still signs somebody in at this instant."""
    return and_(SignInSession.ended_at.is_(None), SignInSession.expires_at > at)


def session_strong() -> ColumnElement[bool]:
    """Whether a passkey or a second factor was given in a `SignInSession`; the demo world's ready-made sign-ins need none."""
    return or_(SignInSession.strong_at.is_not(None), SignInSession.method == "demo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """What keeps a member's account. `proven_until`: until then this session may change it; None or past: it proves itself first."""

    passkeys: Sequence[Passkey]
    totp: bool
    recovery_codes: int
    proven_until: datetime | None
    email_change: EmailChange | None


async def account_of(session: AsyncSession, member: MemberId) -> Member | None:
    """Return one's own account. The address and the rights in it are for the member and for jobs only."""
    return await session.get(Member, member)


async def count_accounts(session: AsyncSession) -> int:
    """Return how many accounts there are, for who starts a deployment."""
    return await session.scalar(select(func.count()).select_from(Member)) or 0


async def accounts_by_ids(session: AsyncSession, members: Sequence[MemberId]) -> dict[MemberId, Member]:
    """Return accounts for jobs that write to members; never for a reader."""
    rows = await session.scalars(select(Member).where(Member.id.in_(members)))
    return {MemberId(row.id): row for row in rows}


async def authz_versions(session: AsyncSession, members: Collection[MemberId]) -> dict[MemberId, int]:
    """Return the version of the rights of each member; it is raised in the transaction that takes one away or ends a session."""
    if not members:
        return {}
    rows = await session.execute(select(Member.id, Member.authz_version).where(Member.id.in_(members)))
    return {MemberId(member): version for member, version in rows.all()}


async def account_by_email(session: AsyncSession, email: str) -> Member | None:
    """Return the account of an address in any spelling of case; an address without its form is refused (BadEmail)."""
    # Spelled as in the unique index, so that the index is used.
    return await session.scalar(select(Member).where(func.lower(Member.email) == clean_email(email)))


async def sessions_of(session: AsyncSession, actor: Actor) -> Sequence[SignInSession]:
    """Return the actor's open sessions, the one last seen first."""
    mine = select(SignInSession).where(SignInSession.member_id == actor.member_id, session_open(now()))
    return (await session.scalars(mine.order_by(SignInSession.last_seen_at.desc(), SignInSession.id.desc()))).all()


async def identities_of(session: AsyncSession, actor: Actor) -> Sequence[Identity]:
    """Return the accounts at OpenID providers that sign the actor in, the oldest first."""
    return (await session.scalars(select(Identity).where(Identity.member_id == actor.member_id).order_by(Identity.id))).all()


def arrival_waiting(browser: str) -> ColumnElement[bool]:
    """Whether an `OidcRequest` row still waits on this browser for a mail to be answered, or for the form of joining."""
    return and_(OidcRequest.browser_hash == token_hash(browser), OidcRequest.subject.is_not(None), OidcRequest.expires_at > now())


async def arrival_of(session: AsyncSession, browser: str) -> OidcRequest | None:
    """Return what an OpenID provider proved on this browser, as long as it waits. Only the browser itself may read it."""
    return await session.scalar(select(OidcRequest).where(arrival_waiting(browser)))


async def session_is_due(session: AsyncSession, session_id: SessionId) -> bool:
    """Tell whether the session was last seen so long ago that its use is to be noted."""
    seen = await session.scalar(select(SignInSession.last_seen_at).where(SignInSession.id == session_id))
    return seen is not None and seen < now() - SEEN_EVERY


async def safety_of(session: AsyncSession, actor: Actor) -> Safety:
    """Return what keeps the actor's account, as they may see and change it."""
    mine = select(Passkey).where(Passkey.member_id == actor.member_id).order_by(Passkey.created_at, Passkey.id)
    unused = select(func.count()).where(RecoveryCode.member_id == actor.member_id, RecoveryCode.used_at.is_(None))
    passkeys, totp = (await session.scalars(mine)).all(), await _has_totp(session, actor)
    has_factor = totp or bool(passkeys)
    return Safety(
        passkeys=passkeys,
        totp=totp,
        recovery_codes=(await session.scalars(unused)).one(),
        proven_until=await _proven_until(session, actor, has_factor=has_factor),
        email_change=await session.scalar(select(EmailChange).where(change_open(actor.member_id, now()))),
    )


async def has_factor(session: AsyncSession, member: MemberId) -> bool:
    """Tell whether the member has a passkey or an authenticator app that is set up."""
    passkey = select(Passkey.id).where(Passkey.member_id == member).exists()
    app = select(Totp.member_id).where(Totp.member_id == member, Totp.confirmed_at.is_not(None)).exists()
    return bool(await session.scalar(select(or_(passkey, app))))


async def is_proven(session: AsyncSession, actor: Actor) -> bool:
    """Tell whether the actor's session may change now what proves who they are."""
    if actor.member_id is None:
        return False
    until = await _proven_until(session, actor, has_factor=await has_factor(session, actor.member_id))
    return until is not None and until > now()


def change_open(member: MemberId | None, at: datetime) -> ColumnElement[bool]:
    """Whether an `EmailChange` of the member's still waits to be confirmed."""
    return and_(EmailChange.member_id == member, EmailChange.ended_at.is_(None), EmailChange.expires_at > at)


async def change_of(session: AsyncSession, change: EmailChangeId) -> EmailChange | None:
    """Return a change of address for the job that tells of it; never for a reader."""
    return await session.get(EmailChange, change)


async def departure_of(session: AsyncSession, member: MemberId) -> Departure | None:
    """Return how the member is leaving; None while they are not."""
    return await session.get(Departure, member, populate_existing=True)


async def leaving_among(session: AsyncSession, members: Sequence[MemberId]) -> frozenset[MemberId]:
    """Return who of the members is leaving, or has left."""
    found = select(Departure.member_id).where(Departure.member_id.in_(members))
    return frozenset(MemberId(member) for member in await session.scalars(found))


async def other_stewards(session: AsyncSession, member: MemberId) -> int:
    """Return how many stewards there are besides the member; who is leaving does not count."""
    others = select(func.count()).select_from(Member).where(Member.is_steward, Member.id != member, is_here(Member.id))
    return (await session.scalars(others)).one()


async def stewards_here(session: AsyncSession) -> list[MemberId]:
    """Return the stewards who are not leaving."""
    stewards = select(Member.id).where(Member.is_steward, is_here(Member.id)).order_by(Member.id)
    return [MemberId(member) for member in await session.scalars(stewards)]


async def demo_keys(session: AsyncSession) -> list[str]:
    """Return the keys of the ready-made sign-ins that exist here."""
    emails = {demo_email(key): key for key in DEMO_KEYS}
    found = set((await session.scalars(select(Member.email).where(Member.email.in_(emails)))).all())
    return [key for email, key in emails.items() if email in found]


async def _has_totp(session: AsyncSession, actor: Actor) -> bool:
    return await session.scalar(select(Totp.confirmed_at).where(Totp.member_id == actor.member_id)) is not None


async def _proven_until(session: AsyncSession, actor: Actor, *, has_factor: bool) -> datetime | None:
    row = None if actor.session_id is None else await session.get(SignInSession, actor.session_id)
    return None if row is None else proven_until(has_factor=has_factor, opened_at=row.created_at, strong_at=row.strong_at)
