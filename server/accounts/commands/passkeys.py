"""Passkeys: how one is made, named and removed, how it signs in, and how it proves who sits before an open session."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands.ceremonies import (
    Asserting,
    new_challenge,
    question_options,
    read_answer,
    read_registration,
    registration_options,
    verified_count,
    verified_registration,
)
from server.accounts.commands.factors import check_proven, factor_changed, strengthen
from server.accounts.errors import ChallengeOver, PasskeyNotRight, TooManyPasskeys
from server.accounts.events import PasskeyRegistered, PasskeyRemoved
from server.accounts.model import Challenge, Member, Passkey
from server.accounts.rules import CHALLENGE_LIVES, MOST_PASSKEYS, RelyingParty, clean_passkey_name
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import MemberId, PasskeyId, SessionId
from server.kit.refusal import NotSignedIn, NotThere


async def ask_to_register(session: AsyncSession, actor: Actor, party: RelyingParty) -> str:
    """Return what the browser is asked to make a passkey for the actor, as JSON; raise ProofNeeded or TooManyPasskeys."""
    member = await check_proven(session, actor)
    account = await session.get_one(Member, member)
    known = (await session.scalars(select(Passkey).where(Passkey.member_id == member))).all()
    if len(known) >= MOST_PASSKEYS:
        raise TooManyPasskeys
    return registration_options(party, await _ask(session, "register", member), member, account.email, known)


async def register_passkey(session: AsyncSession, actor: Actor, party: RelyingParty, answer: str, name: str) -> PasskeyId:
    """Keep the passkey that the browser made; the session has proved itself by it."""
    member = await check_proven(session, actor)
    cleaned = clean_passkey_name(name)
    read = read_registration(answer)
    await _answered(session, read.challenge, "register", member)
    found = verified_registration(party, read)
    # Locked, so that two registrations at once count each other.
    await session.get_one(Member, member, with_for_update=True)
    if (await session.scalars(select(func.count()).where(Passkey.member_id == member))).one() >= MOST_PASSKEYS:
        raise TooManyPasskeys
    if await session.scalar(select(Passkey.id).where(Passkey.credential_id == found.credential_id)) is not None:
        raise PasskeyNotRight("credential")
    row = Passkey(
        member_id=member,
        credential_id=found.credential_id,
        public_key=found.public_key,
        sign_count=found.sign_count,
        transports=found.transports,
        name=cleaned,
    )
    session.add(row)
    await strengthen(session, actor)
    await factor_changed(session, PasskeyRegistered(member_id=member), member)
    return PasskeyId(row.id)


async def rename_passkey(session: AsyncSession, actor: Actor, passkey: PasskeyId, name: str) -> PasskeyId:
    """Give one of the actor's passkeys another name; another's is not there."""
    row = await _own(session, actor, passkey)
    row.name = clean_passkey_name(name)
    return passkey


async def remove_passkey(session: AsyncSession, actor: Actor, passkey: PasskeyId) -> PasskeyId:
    """Take one of the actor's passkeys away; another's is not there."""
    row = await _own(session, actor, passkey)
    member = await check_proven(session, actor)
    await session.delete(row)
    await factor_changed(session, PasskeyRemoved(member_id=member), member)
    return passkey


async def ask_to_sign_in(session: AsyncSession, party: RelyingParty) -> str:
    """Return what a browser is asked to sign somebody in whom it knows, as JSON; nobody is named."""
    return question_options(party, await _ask(session, "sign_in", None), [])


async def sign_in_by_passkey(session: AsyncSession, party: RelyingParty, answer: str) -> MemberId:
    """Return whose passkey answered; raise PasskeyNotRight or ChallengeOver."""
    read = read_answer(answer)
    await _answered(session, read.challenge, "sign_in", None)
    return MemberId((await _used(session, party, read)).member_id)


async def ask_for_proof(session: AsyncSession, actor: Actor, party: RelyingParty) -> str:
    """Return what the browser is asked so that the actor proves who they are by one of their passkeys, as JSON."""
    if actor.member_id is None:
        raise NotSignedIn
    known = (await session.scalars(select(Passkey).where(Passkey.member_id == actor.member_id))).all()
    return question_options(party, await _ask(session, "step_up", actor.member_id), known)


async def prove_by_passkey(session: AsyncSession, actor: Actor, party: RelyingParty, answer: str) -> SessionId:
    """Make the actor's session strong by one of their own passkeys; raise PasskeyNotRight or ChallengeOver."""
    read = read_answer(answer)
    await _answered(session, read.challenge, "step_up", actor.member_id)
    if (await _used(session, party, read)).member_id != actor.member_id:
        raise PasskeyNotRight("credential")
    return await strengthen(session, actor)


async def _ask(session: AsyncSession, purpose: str, member: MemberId | None) -> bytes:
    challenge = new_challenge()
    session.add(Challenge(challenge=challenge, purpose=purpose, member_id=member, expires_at=now() + CHALLENGE_LIVES))
    await session.flush()
    return challenge


async def _answered(session: AsyncSession, challenge: bytes, purpose: str, member: MemberId | None) -> None:
    """Use the question up; of two answers at once the second waits, and finds it used."""
    asked = select(Challenge).where(Challenge.challenge == challenge, Challenge.purpose == purpose)
    row = await session.scalar(asked.where(Challenge.member_id.is_not_distinct_from(member)).with_for_update())
    if row is None or row.used_at is not None or row.expires_at <= now():
        raise ChallengeOver
    row.used_at = now()


async def _used(session: AsyncSession, party: RelyingParty, read: Asserting) -> Passkey:
    wanted = select(Passkey).where(Passkey.credential_id == read.credential.raw_id)
    row = await session.scalar(wanted.with_for_update())
    if row is None:
        raise PasskeyNotRight("credential")
    row.sign_count = verified_count(party, read, row)
    row.last_used_at = now()
    return row


async def _own(session: AsyncSession, actor: Actor, passkey: PasskeyId) -> Passkey:
    wanted = select(Passkey).where(Passkey.id == passkey, Passkey.member_id == actor.member_id)
    row = await session.scalar(wanted.with_for_update())
    if row is None:
        raise NotThere
    return row
