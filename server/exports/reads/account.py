"""The account, what signs its member in, and where they were signed in; never what would let somebody sign in."""

from collections.abc import AsyncGenerator

from sqlalchemy import select

from server.accounts.model import Departure, EmailChange, Identity, Member, Passkey, RecoveryCode, SignInSession, Totp
from server.exports.reads.others import Others
from server.exports.reads.row import Row
from server.kit.actor import Actor
from server.kit.db import Session


async def account(session: Session, actor: Actor, _others: Others) -> AsyncGenerator[Row]:
    """One row."""
    row = await session.get_one(Member, actor.member_id)
    departure = await session.get(Departure, row.id)
    app = await session.get(Totp, row.id)
    codes = (await session.scalars(select(RecoveryCode).where(RecoveryCode.member_id == row.id))).all()
    yield {
        "email": row.email,
        "language": row.language,
        "steward": row.is_steward,
        "queueMail": row.queue_mail,
        "joinedAt": row.created_at,
        "termsVersion": row.terms_version,
        "termsAcceptedAt": row.terms_accepted_at,
        "leaving": None if departure is None else {"askedAt": departure.asked_at, "erasedAt": departure.erase_at},
        "authenticatorAppSince": None if app is None else app.confirmed_at,
        "recoveryCodes": {"made": len(codes), "unused": sum(code.used_at is None for code in codes)},
        "passkeys": await _passkeys(session, actor),
        "identities": await _identities(session, actor),
        "emailChanges": await _email_changes(session, actor),
    }


async def sign_ins(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a device."""
    async for rows in others.each(session, select(SignInSession).where(SignInSession.member_id == actor.member_id), SignInSession.id):
        for row in rows:
            yield {
                "device": row.device,
                "method": row.method,
                "secondFactorAt": row.strong_at,
                "signedInAt": row.created_at,
                "lastSeenAt": row.last_seen_at,
                "expiresAt": row.expires_at,
                "endedAt": row.ended_at,
            }


async def _passkeys(session: Session, actor: Actor) -> list[Row]:
    rows = await session.scalars(select(Passkey).where(Passkey.member_id == actor.member_id).order_by(Passkey.id))
    return [{"name": row.name, "createdAt": row.created_at, "lastUsedAt": row.last_used_at} for row in rows]


async def _identities(session: Session, actor: Actor) -> list[Row]:
    rows = await session.scalars(select(Identity).where(Identity.member_id == actor.member_id).order_by(Identity.id))
    return [{"provider": row.issuer, "subject": row.subject, "createdAt": row.created_at, "lastUsedAt": row.last_used_at} for row in rows]


async def _email_changes(session: Session, actor: Actor) -> list[Row]:
    rows = await session.scalars(select(EmailChange).where(EmailChange.member_id == actor.member_id).order_by(EmailChange.id))
    return [
        {
            "from": row.old_email,
            "to": row.new_email,
            "askedAt": row.created_at,
            "confirmedByOldAt": row.old_confirmed_at,
            "confirmedByNewAt": row.new_confirmed_at,
            "endedAt": row.ended_at,
        }
        for row in rows
    ]
