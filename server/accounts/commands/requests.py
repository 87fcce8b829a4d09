"""How a mail to sign in or up is asked for: the same statements for every address, so that none tells whether it is known."""

import asyncio
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.events import SignInRequested, SignUpRequested
from server.accounts.model import OidcRequest, SignInRequest
from server.accounts.reads import account_by_email
from server.accounts.rules import REQUEST_LIVES, clean_email, code_hash, token_hash
from server.kit.actor import Language
from server.kit.clock import now
from server.kit.ids import SignInRequestId
from server.kit.log import record

Purpose: TypeAlias = Literal["sign_in", "sign_up", "already_member", "no_account", "link_identity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What the mail for a request says. `token` and `code` are here once, in clear; a `no_account` letter has none.

    `already_member` answers a sign-up: its link signs in. `link_identity` does so too, and links what waits on its browser.
    """

    email: str
    language: Language
    purpose: Purpose
    token: str | None
    code: str | None
    expires_at: datetime


async def request_sign_in(session: AsyncSession, email: str, language: Language) -> SignInRequest:
    """Keep the wish and have a job write the mail; raise BadEmail for the form only."""
    request = await _keep(session, email, language, None)
    record(session, SignInRequested(request_id=SignInRequestId(request.id)))
    return request


async def request_sign_up(session: AsyncSession, email: str, language: Language, registration: dict[str, Any]) -> SignInRequest:
    """Keep the wish with what the new member said of themselves, already checked; the account is made when the mail is answered."""
    request = await _keep(session, email, language, registration)
    record(session, SignUpRequested(request_id=SignInRequestId(request.id)))
    return request


async def issue_secrets(session: AsyncSession, request_id: SignInRequestId) -> Letter | None:
    """Make the link's token and the code of a request, and return the letter that carries them; only their hashes are kept.

    Once more gives new ones, and the earlier stop working. None: the request was answered, ran out, or is gone.
    """
    request = await session.get(SignInRequest, request_id, with_for_update=True)
    if request is None or request.used_at is not None or request.expires_at <= now():
        return None
    purpose = await _purpose(session, request)
    token = code = None
    if purpose != "no_account":
        token, code = secrets.token_urlsafe(32), f"{secrets.randbelow(1_000_000):06d}"
        request.token_hash = token_hash(token)
        request.code_hash = await asyncio.to_thread(code_hash, code, request.id.bytes)
        await session.flush()
    language: Language = "en" if request.language == "en" else "ja"
    return Letter(email=request.email, language=language, purpose=purpose, token=token, code=code, expires_at=request.expires_at)


async def _keep(session: AsyncSession, email: str, language: Language, registration: dict[str, Any] | None) -> SignInRequest:
    request = SignInRequest(email=clean_email(email), language=language, registration=registration, expires_at=now() + REQUEST_LIVES)
    session.add(request)
    await session.flush()
    return request


async def _purpose(session: AsyncSession, request: SignInRequest) -> Purpose:
    known = await account_by_email(session, request.email) is not None
    if request.registration is None:
        waiting = await session.scalar(select(OidcRequest.id).where(OidcRequest.mail_request_id == request.id))
        return "no_account" if not known else "link_identity" if waiting else "sign_in"
    return "already_member" if known else "sign_up"
