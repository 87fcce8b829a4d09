"""How a mail is answered, by its link or its code: once, within fifteen minutes, with five codes at most."""

import asyncio
import hmac
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.errors import CodeTriedTooOften, LinkExpired, LinkUnknown, LinkUsed, WrongCode
from server.accounts.model import SignInRequest
from server.accounts.reads import account_by_email
from server.accounts.rules import MOST_ATTEMPTS, clean_code, clean_email, code_hash, token_hash
from server.kit.actor import Language
from server.kit.clock import now
from server.kit.ids import MemberId, SignInRequestId

_NOBODY = b"\0" * 16
# Somebody who comes back late is told that the mail ran out, rather than that the code is wrong.
_NEWEST = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try of a code, already counted. `request_id` is None where nothing waits for a code of this address."""

    request_id: SignInRequestId | None
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Consumed:
    """An answered mail. `member_id` is None for an address without an account; then `registration` says who joins."""

    request_id: SignInRequestId
    email: str
    language: Language
    member_id: MemberId | None
    registration: dict[str, Any] | None


async def count_attempt(session: AsyncSession, email: str) -> Attempt:
    """Count a try before the code is looked at; commit it in a transaction of its own, so that the count outlives a refusal.

    The latest request of the address counts, whether or not the address has an account.
    """
    newest = (
        select(SignInRequest.id)
        .where(SignInRequest.email == clean_email(email), SignInRequest.used_at.is_(None), SignInRequest.created_at > now() - _NEWEST)
        .order_by(SignInRequest.created_at.desc(), SignInRequest.id.desc())
        .limit(1)
        .with_for_update()
        .scalar_subquery()
    )
    counted = (
        update(SignInRequest)
        .where(SignInRequest.id == newest, SignInRequest.attempts <= MOST_ATTEMPTS)
        .values(attempts=SignInRequest.attempts + 1)
        .returning(SignInRequest.id, SignInRequest.attempts)
        .execution_options(synchronize_session=False)
    )
    row = (await session.execute(counted)).one_or_none()
    if row is not None:
        return Attempt(SignInRequestId(row[0]), row[1])
    waiting = await session.scalar(select(newest))
    return Attempt(None if waiting is None else SignInRequestId(waiting), MOST_ATTEMPTS + 1 if waiting else 0)


async def consume_code(session: AsyncSession, attempt: Attempt, code: str) -> Consumed:
    """Answer a mail with its code; raise WrongCode, CodeTriedTooOften or LinkExpired. An attempt serves for one code only."""
    if attempt.number > MOST_ATTEMPTS:
        raise CodeTriedTooOften
    request = await session.get(SignInRequest, attempt.request_id, with_for_update=True) if attempt.request_id else None
    salt = request.id.bytes if request else _NOBODY
    # Hashed also where there is nothing to compare with: a quick answer would tell that.
    tried = await asyncio.to_thread(code_hash, clean_code(code), salt)
    expected = request.code_hash if request and request.code_hash else b""
    if request is None or request.used_at is not None or not hmac.compare_digest(tried, expected):
        raise WrongCode("code")
    return await _consume(session, request)


async def consume_link(session: AsyncSession, token: str) -> Consumed:
    """Answer a mail with the token of its link; raise LinkUnknown, LinkUsed or LinkExpired. Two at once: one of them is LinkUsed."""
    wanted = select(SignInRequest).where(SignInRequest.token_hash == token_hash(token)).with_for_update()
    request = await session.scalar(wanted)
    if request is None:
        raise LinkUnknown
    if request.used_at is not None:
        raise LinkUsed
    return await _consume(session, request)


async def _consume(session: AsyncSession, request: SignInRequest) -> Consumed:
    if request.expires_at <= now():
        raise LinkExpired
    request.used_at = now()
    await session.flush()
    member = await account_by_email(session, request.email)
    if member is None and request.registration is None:
        raise LinkUnknown
    return Consumed(
        request_id=SignInRequestId(request.id),
        email=request.email,
        language=cast(Language, request.language),
        member_id=MemberId(member.id) if member else None,
        registration=request.registration,
    )
