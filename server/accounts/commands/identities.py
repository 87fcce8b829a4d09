"""Identities: how an account at an OpenID provider comes to sign a member in, and how it is taken away.

An identity belongs to one member for good. It never takes over an account by its address alone: where the address has an
account, the mail decides, answered on the same browser; where it has none, the proven address goes with the form of joining.
"""

import secrets
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands.requests import request_sign_in
from server.accounts.commands.sessions import OpenedSession, open_session
from server.accounts.errors import ArrivalOver, EmailNotVerified
from server.accounts.events import IdentityLinked, IdentityUnlinked
from server.accounts.model import Identity, OidcRequest
from server.accounts.reads import account_by_email, arrival_waiting
from server.accounts.rules import ARRIVAL_LIVES, OIDC_LIVES, clean_email, own_path, token_hash
from server.audit.commands import AuditNote, write_audit
from server.kit.actor import Actor, Language
from server.kit.clock import now
from server.kit.ids import IdentityId, MemberId, OidcRequestId, SignInRequestId, uuid7
from server.kit.log import record
from server.kit.refusal import NotSignedIn, NotThere


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedOidcRequest:
    """What goes with a browser to the provider; `browser` is what its cookie holds. Of state and browser only hashes are kept."""

    state: str
    nonce: str
    verifier: str
    browser: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOidcRequest:
    """A request whose answer is being taken, for the only time."""

    id: OidcRequestId
    nonce: str
    verifier: str
    next_path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What came of an answer: a session; or the address to which a mail goes; or, with neither, the form of joining."""

    opened: OpenedSession | None = None
    mailed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """An account at the provider and its verified address, taken from the browser for joining."""

    issuer: str
    subject: str
    email: str


async def open_oidc_request(session: AsyncSession, issuer: str, next_path: str, language: Language) -> OpenedOidcRequest:
    """Keep that a browser goes to the provider; `next_path` is kept only if it is on this site."""
    state, nonce, verifier, browser = (secrets.token_urlsafe(32) for _ in range(4))
    row = OidcRequest(
        issuer=issuer,
        state_hash=token_hash(state),
        browser_hash=token_hash(browser),
        nonce=nonce,
        verifier=verifier,
        next_path=own_path(next_path),
        language=language,
        expires_at=now() + OIDC_LIVES,
    )
    session.add(row)
    await session.flush()
    return OpenedOidcRequest(state=state, nonce=nonce, verifier=verifier, browser=browser)


async def take_oidc_request(session: AsyncSession, state: str, browser: str) -> TakenOidcRequest | None:
    """Use a request up; None where this browser has none with this state, or it was used or ran out. Of two at once, one gets it."""
    at = now()
    taken = (
        update(OidcRequest)
        .where(
            OidcRequest.state_hash == token_hash(state),
            OidcRequest.browser_hash == token_hash(browser),
            OidcRequest.used_at.is_(None),
            OidcRequest.expires_at > at,
        )
        .values(used_at=at)
        .returning(OidcRequest.id, OidcRequest.nonce, OidcRequest.verifier, OidcRequest.next_path)
        .execution_options(synchronize_session=False)
    )
    row = (await session.execute(taken)).one_or_none()
    return None if row is None else TakenOidcRequest(id=OidcRequestId(row[0]), nonce=row[1], verifier=row[2], next_path=row[3])


async def arrive(session: AsyncSession, request_id: OidcRequestId, subject: str, email: str | None, user_agent: str) -> Arrival:
    """Let in whom the provider named by `subject`; `email` is the address that it has verified, or None.

    A known identity signs in whatever its address. Otherwise raise EmailNotVerified or BadEmail, or keep what was proven.
    """
    request = await session.get_one(OidcRequest, request_id)
    own = select(Identity).where(Identity.issuer == request.issuer, Identity.subject == subject)
    identity = await session.scalar(own)
    if identity is not None:
        identity.last_used_at = now()
        return Arrival(opened=await open_session(session, MemberId(identity.member_id), user_agent, "oidc"))
    if email is None:
        raise EmailNotVerified
    request.subject, request.email, request.expires_at = subject, clean_email(email), now() + ARRIVAL_LIVES
    if await account_by_email(session, email) is None:
        await session.flush()
        return Arrival()
    mail = await request_sign_in(session, email, "en" if request.language == "en" else "ja")
    request.mail_request_id, request.expires_at = mail.id, mail.expires_at
    await session.flush()
    return Arrival(mailed=mail.email)


async def link_answered(session: AsyncSession, mail: SignInRequestId, member: MemberId, browser: str | None) -> None:
    """Link what waited for this mail, if it was answered on the browser that came from the provider; else only the mail counts."""
    if browser is None:
        return
    waiting = select(OidcRequest).where(arrival_waiting(browser), OidcRequest.mail_request_id == mail)
    request = await session.scalar(waiting.with_for_update())
    if request is not None and request.subject is not None:
        await link_identity(session, member, request.issuer, request.subject)
        request.subject = request.email = None


async def take_arrival(session: AsyncSession, browser: str | None) -> Proven:
    """Take what waits on this browser for the form of joining, once; raise ArrivalOver."""
    waiting = select(OidcRequest).where(arrival_waiting(browser or ""), OidcRequest.mail_request_id.is_(None))
    request = await session.scalar(waiting.with_for_update())
    if request is None or request.subject is None or request.email is None:
        raise ArrivalOver
    proven = Proven(issuer=request.issuer, subject=request.subject, email=request.email)
    request.subject = request.email = None
    return proven


async def link_identity(session: AsyncSession, member: MemberId, issuer: str, subject: str) -> bool:
    """Let an account at the provider sign the member in; tell whether that is new. One that is somebody's already stays theirs."""
    at, key = now(), IdentityId(uuid7())
    values = {"id": key, "member_id": member, "issuer": issuer, "subject": subject, "created_at": at, "last_used_at": at}
    new = upsert(Identity).values(**values).on_conflict_do_nothing(index_elements=["issuer", "subject"]).returning(Identity.id)
    if await session.scalar(new) is None:
        return False
    await _note(session, member, "link_identity", key)
    record(session, IdentityLinked(member_id=member, identity_id=key))
    return True


async def unlink_identity(session: AsyncSession, actor: Actor, identity_id: IdentityId) -> IdentityId:
    """Take one of the actor's own identities away; another's is not there. The mail stays as a way in."""
    if actor.member_id is None:
        raise NotSignedIn
    gone = delete(Identity).where(Identity.id == identity_id, Identity.member_id == actor.member_id).returning(Identity.id)
    if await session.scalar(gone) is None:
        raise NotThere
    await _note(session, actor.member_id, "unlink_identity", identity_id)
    record(session, IdentityUnlinked(member_id=actor.member_id, identity_id=identity_id))
    return identity_id


async def _note(session: AsyncSession, member: MemberId, action: str, identity: IdentityId) -> None:
    note = AuditNote(actor=member, right="self", action=action, subject_kind="identity", subject_id=identity, subject_member=member)
    await write_audit(session, note)
