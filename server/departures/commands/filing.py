"""What of a member stands outside of the database: their photo."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.files import Files
from server.kit.ids import MemberId
from server.kit.pictures import SIZES
from server.people.model import Profile
from server.people.rules.photos import photo_file


async def delete_files(session: AsyncSession, files: Files, member: MemberId) -> None:
    """Delete the member's files, before their rows name them no longer; again is no fault."""
    name = await session.scalar(select(Profile.photo).where(Profile.member_id == member))
    if name is not None:
        for side in SIZES:
            await files.delete(photo_file(name, side))
