"""To whom a member does not want to be shown, whom they do not want to meet, and with whom they are connected."""

from collections.abc import AsyncGenerator
from uuid import UUID

from sqlalchemy import and_, or_, select

from server.exports.reads.others import Others
from server.exports.reads.row import Row
from server.kit.actor import Actor, viewer_of
from server.kit.clock import now
from server.kit.db import Session
from server.people.model import Block, Connection, ConnectionRequest, Exclusion, Profile
from server.people.policy import visible_to
from server.people.rules.connections import REQUEST_STANDS


async def exclusions(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a company or person; what others excluded is not the member's to know."""
    async for rows in others.each(session, select(Exclusion).where(Exclusion.member_id == actor.member_id), Exclusion.id):
        names = await others.names(row.other_id for row in rows)
        companies = await others.companies(row.company_id for row in rows)
        for row in rows:
            yield {"company": companies.get(row.company_id), "person": names[row.other_id], "since": row.at}


async def blocks(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a person; named only where they would be seen but for the member's own block, as in the list on the page."""
    viewer = viewer_of(actor)
    async for rows in others.each(session, select(Block).where(Block.blocker_id == actor.member_id), Block.blocked_id):
        keys = [row.blocked_id for row in rows]
        seen = select(Profile.member_id, Profile.name).where(Profile.member_id.in_(keys), visible_to(viewer, but_for_own_blocks=True))
        names: dict[UUID, str] = dict((await session.execute(seen)).all())
        others.note(keys)
        for row in rows:
            yield {"person": names.get(row.blocked_id), "since": row.at}


async def connections(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a connection."""
    async for rows in others.each(session, select(Connection).where(Connection.member_id == actor.member_id), Connection.other_id):
        names = await others.names((row.other_id for row in rows), note=False)
        # Whom the member does not see now is not in the list on the page either.
        kept = [row for row in rows if names[row.other_id] is not None]
        others.note(row.other_id for row in kept)
        for row in kept:
            yield {"person": names[row.other_id], "since": row.since}


async def connection_requests(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a wish to be connected, sent or received. What became of one that was sent is told to nobody, so it is not here either."""
    # What was taken back, and what was asked again after a decline, reaches the receiver no more.
    reached = or_(ConnectionRequest.state == "asked", ConnectionRequest.decided_at >= ConnectionRequest.at)
    received = and_(ConnectionRequest.to_id == actor.member_id, ConnectionRequest.state != "withdrawn", reached)
    # A row that is kept for longer than a request stands remembers a decline.
    standing = ConnectionRequest.at > now() - REQUEST_STANDS
    mine = and_(or_(ConnectionRequest.from_id == actor.member_id, received), standing)
    async for rows in others.each(session, select(ConnectionRequest).where(mine), ConnectionRequest.id):
        names = await others.names((each for row in rows for each in (row.from_id, row.to_id)), note=False)
        # Who hides from the member has not reached them.
        kept = [row for row in rows if row.from_id == actor.member_id or names[row.from_id] is not None]
        others.note(each for row in kept for each in (row.from_id, row.to_id) if names[each] is not None)
        for row in kept:
            sent = row.from_id == actor.member_id
            yield {
                "sent": sent,
                "person": names[row.to_id if sent else row.from_id],
                "note": row.note,
                "state": None if sent else row.state,
                "at": row.at,
                "decidedAt": None if sent else row.decided_at,
            }
