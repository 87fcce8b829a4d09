"""Blocks: one member does not want to meet another, which ends what connects them; nobody is told."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import MemberId
from server.kit.log import record
from server.kit.refusal import NotSignedIn, NotThere
from server.people.commands.connections import part
from server.people.errors import OneselfBlocked
from server.people.events import MemberBlocked, MemberUnblocked
from server.people.model import Block
from server.people.reads import visible_ids


async def block_member(session: AsyncSession, actor: Actor, member: MemberId) -> MemberId:
    """Block somebody whom the actor can see; again changes nothing."""
    blocker = _member(actor)
    if blocker == member:
        raise OneselfBlocked
    standing = select(Block).where(Block.blocker_id == blocker, Block.blocked_id == member)
    if await session.scalar(standing) is not None:
        return member
    if not await visible_ids(session, actor, [member]):
        raise NotThere
    await part(session, blocker, member)
    new = upsert(Block).values(blocker_id=blocker, blocked_id=member, at=now()).on_conflict_do_nothing().returning(Block.blocked_id)
    if await session.scalar(new) is not None:
        record(session, MemberBlocked(blocker_id=blocker, blocked_id=member))
    return member


async def unblock_member(session: AsyncSession, actor: Actor, member: MemberId) -> MemberId:
    """Take a block back; one that is not there is refused (NotThere)."""
    blocker = _member(actor)
    gone = delete(Block).where(Block.blocker_id == blocker, Block.blocked_id == member).returning(Block.blocked_id)
    if await session.scalar(gone) is None:
        raise NotThere
    record(session, MemberUnblocked(blocker_id=blocker, blocked_id=member))
    return member


def _member(actor: Actor) -> MemberId:
    if actor.member_id is None:
        raise NotSignedIn
    return actor.member_id
