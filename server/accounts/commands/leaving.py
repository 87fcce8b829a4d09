"""Accounts that end: a departure is noted or taken back, and in the end the account goes and an unnamed place stays."""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands.members import raise_authz_version
from server.accounts.model import Departure, EmailChange, Member, OidcRequest, SignInRequest
from server.kit.clock import now
from server.kit.ids import MemberId, uuid7


async def note_departure(session: AsyncSession, member: MemberId, erase_at: datetime) -> Departure:
    """Note that the member leaves; every open connection asks anew what they may do."""
    row = Departure(member_id=member, asked_at=now(), erase_at=erase_at)
    session.add(row)
    await session.flush()
    await raise_authz_version(session, member)
    return row


async def take_departure_back(session: AsyncSession, member: MemberId) -> bool:
    """Let the member stay; tell whether they were leaving."""
    gone = delete(Departure).where(Departure.member_id == member, Departure.erase_at.is_not(None)).returning(Departure.member_id)
    if await session.scalar(gone) is None:
        return False
    await raise_authz_version(session, member)
    return True


async def locked_account(session: AsyncSession, member: MemberId) -> Member | None:
    """Return the account with its row locked: nothing new can refer to the member until the transaction ends."""
    wanted = select(Member).where(Member.id == member).with_for_update().execution_options(populate_existing=True)
    return await session.scalar(wanted)


async def make_place(session: AsyncSession) -> MemberId:
    """Make what stays of somebody who left: an account without an address, that nobody can sign in to and nobody sees."""
    key = uuid7()
    session.add(Member(id=key, email=f"left:{key}", terms_version=""))
    await session.flush()
    session.add(Departure(member_id=key, asked_at=now()))
    await session.flush()
    return MemberId(key)


async def erase_account(session: AsyncSession, account: Member) -> None:
    """Delete the account, with everything that refers to it and goes with it, and what waits for mails to its address."""
    await session.execute(delete(EmailChange).where(func.lower(EmailChange.new_email) == account.email.lower()))
    await session.execute(delete(OidcRequest).where(func.lower(OidcRequest.email) == account.email.lower()))
    await session.execute(delete(SignInRequest).where(func.lower(SignInRequest.email) == account.email.lower()))
    await session.execute(delete(Member).where(Member.id == account.id).execution_options(synchronize_session=False))
