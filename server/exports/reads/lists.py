"""What the lists of groups say of a member: by their address until they accepted, and that they did."""

from collections.abc import AsyncGenerator

from sqlalchemy import func, or_, select

from server.accounts.model import Member
from server.exports.reads.others import Others
from server.exports.reads.row import Row
from server.kit.actor import Actor
from server.kit.db import Session
from server.rosters.model import RosterEntry


async def lists(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a list; its imports are those of the group, and nobody is named who brought it."""
    own = select(func.lower(Member.email)).where(Member.id == actor.member_id).scalar_subquery()
    mine = select(RosterEntry).where(or_(RosterEntry.member_id == actor.member_id, RosterEntry.email == own))
    async for rows in others.each(session, mine, RosterEntry.id):
        groups = await others.groups(row.group_id for row in rows)
        companies = await others.companies(row.company_id for row in rows)
        for row in rows:
            yield {
                "group": groups.get(row.group_id),
                "email": row.email,
                "name": row.name,
                "reading": row.reading,
                "formerName": row.former_name,
                "company": companies.get(row.company_id),
                "startedOn": row.started_on,
                "endedOn": row.ended_on,
                "department": row.department,
                "title": row.title,
                # Applications wait too, and for something else.
                "state": "listed" if row.state == "waiting" else row.state,
                "at": row.invited_at,
            }
