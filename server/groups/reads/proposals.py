"""What was told to the stewards of groups that are proposed, and what became of it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.model import AlumniGroup, GroupProposal
from server.groups.policy import proposal_visible_to
from server.kit.actor import Actor, viewer_of
from server.kit.ids import GroupId

_MOST = 20


async def proposals_of(session: AsyncSession, actor: Actor, ids: Sequence[GroupId]) -> dict[GroupId, GroupProposal]:
    """Return the proposals of these groups that the actor may read."""
    seen = select(GroupProposal).where(GroupProposal.group_id.in_(ids), proposal_visible_to(viewer_of(actor)))
    return {GroupId(row.group_id): row for row in await session.scalars(seen)}


async def own_proposals(session: AsyncSession, actor: Actor) -> list[AlumniGroup]:
    """Return the groups that the actor proposed and that are not admitted, the newest first; twenty at most."""
    mine = select(AlumniGroup).join(GroupProposal, GroupProposal.group_id == AlumniGroup.id)
    waiting = mine.where(GroupProposal.member_id == actor.member_id, AlumniGroup.state.in_(("proposed", "declined")))
    return list(await session.scalars(waiting.order_by(GroupProposal.at.desc(), AlumniGroup.id).limit(_MOST)))
