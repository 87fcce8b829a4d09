"""The photo: which stored picture a member shows; the one before is deleted by a job."""

import secrets

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import MemberId
from server.kit.log import record
from server.kit.refusal import NotSignedIn, NotThere
from server.people.events import PhotoChanged
from server.people.model import Profile


def new_photo_name() -> str:
    """Return the name of a picture that is about to be stored; nobody can guess it, and it tells nothing of its member."""
    return secrets.token_hex(16)


async def show_photo(session: AsyncSession, actor: Actor, name: str) -> MemberId:
    """Show the stored picture of that name as the actor's photo."""
    return await _change(session, actor, name)


async def remove_photo(session: AsyncSession, actor: Actor) -> MemberId:
    """Show no photo any more; again changes nothing."""
    return await _change(session, actor, None)


async def _change(session: AsyncSession, actor: Actor, name: str | None) -> MemberId:
    if actor.member_id is None:
        raise NotSignedIn
    profile = await session.get(Profile, actor.member_id, with_for_update=True)
    if profile is None:
        raise NotThere
    before = profile.photo
    if before != name:
        profile.photo, profile.updated_at = name, now()
        await session.flush()
        record(session, PhotoChanged(member_id=actor.member_id, before=before))
    return actor.member_id
