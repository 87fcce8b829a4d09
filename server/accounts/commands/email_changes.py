"""Another address: asked for in the account, confirmed by a mail to each of the two, and done when both have answered."""

import secrets
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sqlalchemy import or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands.factors import check_proven
from server.accounts.commands.sessions import end_sessions_of
from server.accounts.errors import ChangeExpired, ChangeUnknown, EmailTaken, SameEmail
from server.accounts.events import EmailChanged, EmailChangeRequested
from server.accounts.model import EmailChange, Member
from server.accounts.reads import account_by_email, change_open
from server.accounts.rules import EMAIL_CHANGE_LIVES, clean_email, token_hash
from server.kit.actor import Actor, Language
from server.kit.clock import now
from server.kit.ids import EmailChangeId, MemberId
from server.kit.log import record
from server.kit.refusal import NotSignedIn, NotThere

Side: TypeAlias = Literal["old", "new"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLetter:
    """What the mail to one of the two addresses says. `token` is here once, in clear; None: the address is another account's."""

    to: str
    language: Language
    new_email: str
    token: str | None


@dataclass(frozen=True, slots=True)
class ChangeConfirmed:
    """One address has answered; `done` when both have."""

    change_id: EmailChangeId
    done: bool


async def request_email_change(session: AsyncSession, actor: Actor, email: str) -> EmailChangeId:
    """Keep the wish and have jobs write the two mails; an earlier wish ends. Raise ProofNeeded, BadEmail or SameEmail.

    Whether somebody has the address is not looked at: the mail to it tells.
    """
    member = await check_proven(session, actor)
    wanted = clean_email(email)
    account = await session.get_one(Member, member, with_for_update=True)
    if wanted == account.email:
        raise SameEmail("email")
    await _end(session, member)
    row = EmailChange(member_id=member, old_email=account.email, new_email=wanted, expires_at=now() + EMAIL_CHANGE_LIVES)
    session.add(row)
    await session.flush()
    change = EmailChangeId(row.id)
    record(session, EmailChangeRequested(change_id=change))
    return change


async def cancel_email_change(session: AsyncSession, actor: Actor) -> EmailChangeId:
    """End the actor's own wish; its links work no more. Without one there is nothing (NotThere)."""
    if actor.member_id is None:
        raise NotSignedIn
    row = await session.scalar(select(EmailChange).where(change_open(actor.member_id, now())).with_for_update())
    if row is None:
        raise NotThere
    row.ended_at = now()
    return EmailChangeId(row.id)


async def issue_change_token(session: AsyncSession, change: EmailChangeId, side: Side) -> ChangeLetter | None:
    """Make the token of one side's link, and return the letter that carries it; only its hash is kept.

    Once more gives a new one, and the earlier stops working. None: that side has answered, or the wish has ended.
    """
    row = await session.get(EmailChange, change, with_for_update=True)
    if row is None or row.ended_at is not None or row.expires_at <= now():
        return None
    if (row.old_confirmed_at if side == "old" else row.new_confirmed_at) is not None:
        return None
    reader = await session.get_one(Member, row.member_id)
    taken = await account_by_email(session, row.new_email) if side == "new" else None
    token = None if taken else secrets.token_urlsafe(32)
    if token is not None and side == "old":
        row.old_token_hash = token_hash(token)
    elif token is not None:
        row.new_token_hash = token_hash(token)
    language: Language = "en" if (taken or reader).language == "en" else "ja"
    return ChangeLetter(to=row.old_email if side == "old" else row.new_email, language=language, new_email=row.new_email, token=token)


async def confirm_email_change(session: AsyncSession, actor: Actor, token: str) -> ChangeConfirmed:
    """Confirm one side by the token of its link; the second one to answer changes the address and ends the other sessions.

    Whoever holds the link may be signed in as anybody or nobody. Raise ChangeUnknown, ChangeExpired or EmailTaken.
    """
    hashed = token_hash(token)
    wanted = select(EmailChange).where(or_(EmailChange.old_token_hash == hashed, EmailChange.new_token_hash == hashed))
    row = await session.scalar(wanted.with_for_update())
    if row is None or row.ended_at is not None:
        raise ChangeUnknown
    if row.expires_at <= now():
        raise ChangeExpired
    if row.old_token_hash == hashed:
        row.old_confirmed_at = row.old_confirmed_at or now()
    else:
        row.new_confirmed_at = row.new_confirmed_at or now()
    done = row.old_confirmed_at is not None and row.new_confirmed_at is not None
    if done:
        await _change(session, actor, row)
    return ChangeConfirmed(EmailChangeId(row.id), done)


async def _change(session: AsyncSession, actor: Actor, row: EmailChange) -> None:
    member = await session.get_one(Member, row.member_id, with_for_update=True)
    if await account_by_email(session, row.new_email) is not None:
        raise EmailTaken
    member.email, row.ended_at = row.new_email, now()
    try:
        await session.flush()
    except IntegrityError as error:
        # Somebody joined with the address between the look and the change.
        raise EmailTaken from error
    own = MemberId(member.id)
    await end_sessions_of(session, own, but=actor.session_id if actor.member_id == own else None)
    record(session, EmailChanged(change_id=EmailChangeId(row.id)))


async def _end(session: AsyncSession, member: MemberId) -> None:
    open_ones = update(EmailChange).where(EmailChange.member_id == member, EmailChange.ended_at.is_(None)).values(ended_at=now())
    await session.execute(open_ones.execution_options(synchronize_session=False))
