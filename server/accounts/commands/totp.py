"""The authenticator app: how it is set up and removed, and how its code proves who sits before a session, once each."""

from dataclasses import dataclass

from pyotp import random_base32
from pyotp.totp import TOTP
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands.factors import check_proven, factor_changed, strengthen
from server.accounts.errors import NoTotp, TotpLocked, TotpThere, WrongTotp
from server.accounts.events import TotpConfirmed, TotpRemoved
from server.accounts.model import Member, Totp
from server.accounts.rules import MOST_ATTEMPTS, TOTP_LOCKED, attempt_number, clean_code, totp_step
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import MemberId, SessionId
from server.kit.refusal import NotSignedIn
from server.kit.seal import BrokenSeal, Seal


@dataclass(frozen=True, slots=True)
class NewTotp:
    """What an app is given, once: the key to be typed, and the address that a QR code holds."""

    secret: str
    uri: str


async def begin_totp(session: AsyncSession, actor: Actor, seal: Seal) -> NewTotp:
    """Make a secret for the actor's app; it counts once a code of it was given. Raise ProofNeeded or TotpThere."""
    member = await check_proven(session, actor)
    account = await session.get_one(Member, member, with_for_update=True)
    row = await session.get(Totp, member, with_for_update=True)
    if row is not None and row.confirmed_at is not None:
        raise TotpThere
    secret = random_base32()
    sealed = seal.close(secret.encode(), member.bytes)
    if row is None:
        session.add(Totp(member_id=member, secret=sealed))
    else:
        row.secret = sealed
    return NewTotp(secret, TOTP(secret).provisioning_uri(name=account.email, issuer_name="Engawa"))


async def count_totp_attempt(session: AsyncSession, actor: Actor) -> None:
    """Count a try before the code is looked at; commit it in a transaction of its own, so that the count outlives a refusal.

    Raise NoTotp, or TotpLocked after five wrong ones: then nothing is counted, and the quarter of an hour goes on.
    """
    row = await _row(session, actor)
    at = now()
    number = attempt_number(row.attempts, row.tried_at, at)
    if number > MOST_ATTEMPTS and row.tried_at is not None:
        raise TotpLocked(int((row.tried_at + TOTP_LOCKED - at).total_seconds()) + 1)
    row.attempts, row.tried_at = number, at


async def confirm_totp(session: AsyncSession, actor: Actor, code: str, seal: Seal) -> MemberId:
    """Take the app into use by its first code, which was counted before; raise ProofNeeded, NoTotp, TotpThere or WrongTotp."""
    member = await check_proven(session, actor)
    row = await _row(session, actor)
    if row.confirmed_at is not None:
        raise TotpThere
    _use(row, code, seal)
    row.confirmed_at = now()
    await strengthen(session, actor)
    await factor_changed(session, TotpConfirmed(member_id=member), member)
    return member


async def prove_by_totp(session: AsyncSession, actor: Actor, code: str, seal: Seal) -> SessionId:
    """Make the actor's session strong by a code of their app, which was counted before; raise NoTotp or WrongTotp."""
    row = await _row(session, actor)
    if row.confirmed_at is None:
        raise NoTotp
    _use(row, code, seal)
    return await strengthen(session, actor)


async def remove_totp(session: AsyncSession, actor: Actor) -> MemberId:
    """Take the actor's app away; raise ProofNeeded or NoTotp."""
    member = await check_proven(session, actor)
    await session.delete(await _row(session, actor))
    await factor_changed(session, TotpRemoved(member_id=member), member)
    return member


def _use(row: Totp, code: str, seal: Seal) -> None:
    """Use one code up: it and all before it never serve again."""
    try:
        secret = seal.open(row.secret, row.member_id.bytes).decode()
    except BrokenSeal as error:
        # Sealed under another SECRET_KEY: as good as lost.
        raise NoTotp from error
    step = totp_step(secret, clean_code(code), now(), row.last_step)
    if step is None:
        raise WrongTotp("totp")
    row.last_step, row.attempts, row.tried_at = step, 0, None


async def _row(session: AsyncSession, actor: Actor) -> Totp:
    if actor.member_id is None:
        raise NotSignedIn
    row = await session.get(Totp, actor.member_id, with_for_update=True)
    if row is None:
        raise NoTotp
    return row
