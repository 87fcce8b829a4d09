"""Which picture of a member the actor may see now."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, viewer_of
from server.kit.ids import MemberId
from server.people.model import Profile
from server.people.policy import shown, visible_to


async def photo_of(session: AsyncSession, actor: Actor, member: MemberId) -> str | None:
    """Return the name of the member's picture, where the actor may see it."""
    viewer = viewer_of(actor)
    found = select(shown(Profile.photo_level, Profile.photo, viewer)).where(Profile.member_id == member, visible_to(viewer))
    name: str | None = await session.scalar(found)
    return name
