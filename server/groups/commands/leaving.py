"""How somebody who is erased leaves the groups that they proposed: what was never admitted goes, and what they told the stewards."""

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.model import AlumniGroup, GroupProposal
from server.kit.ids import MemberId


async def leave_proposals(session: AsyncSession, member: MemberId) -> None:
    """Delete the member's groups that are not admitted; those that are go on, without the note of who proposed them."""
    own = select(GroupProposal.group_id).where(GroupProposal.member_id == member)
    never = delete(AlumniGroup).where(AlumniGroup.id.in_(own), AlumniGroup.state.in_(("proposed", "declined")))
    told = update(GroupProposal).where(GroupProposal.member_id == member).values(note=None, reason=None)
    for change in (never, told):
        await session.execute(change.execution_options(synchronize_session=False))
