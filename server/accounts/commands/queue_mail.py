"""The weekly mail of the queue, on and off: by the member themselves, or by the address that their mail program calls.

The address names its member, sealed, so that nothing is kept for it and the one in an old mail still works. It says no, and nothing else.
"""

from typing import Final
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Member
from server.kit.actor import Actor
from server.kit.ids import MemberId
from server.kit.refusal import NotSignedIn
from server.kit.seal import BrokenSeal, Seal

_PURPOSE: Final = b"no queue mail"


async def choose_queue_mail(session: AsyncSession, actor: Actor, *, wanted: bool) -> MemberId:
    """Keep whether the weekly mail goes to the member; what waits stands in their queue either way."""
    if actor.member_id is None:
        raise NotSignedIn
    await _keep(session, actor.member_id, wanted=wanted)
    return actor.member_id


def queue_mail_refusal(seal: Seal, member: MemberId) -> str:
    """Return the token by which a mail program says that the member wants this mail no more."""
    return seal.token(member.bytes, _PURPOSE)


async def refuse_queue_mail(session: AsyncSession, seal: Seal, token: str) -> None:
    """Switch the mail off for the member of the token; one that is none of ours changes nothing."""
    try:
        member = UUID(bytes=seal.of_token(token, _PURPOSE))
    except (BrokenSeal, ValueError):
        return
    await _keep(session, MemberId(member), wanted=False)


async def _keep(session: AsyncSession, member: MemberId, *, wanted: bool) -> None:
    await session.execute(update(Member).where(Member.id == member).values(queue_mail=wanted))
