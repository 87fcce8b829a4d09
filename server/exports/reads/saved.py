"""The filters that a member saved, and how they are told of what meets them."""

from collections.abc import AsyncGenerator

from sqlalchemy import select

from server.exports.reads.others import Others
from server.exports.reads.row import Row
from server.kit.actor import Actor, viewer_of
from server.kit.db import Session
from server.kit.ids import SkillId
from server.people.reads import skills_by_ids
from server.standing.model import StandingQuery
from server.standing.policy import visible_to


async def saved_searches(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a search."""
    async for rows in others.each(session, select(StandingQuery).where(visible_to(viewer_of(actor))), StandingQuery.id):
        skills = await skills_by_ids(session, [SkillId(key) for row in rows for key in row.skills])
        companies = await others.companies(key for row in rows for key in row.companies)
        groups = await others.groups(key for row in rows for key in row.groups)
        for row in rows:
            yield {
                "search": row.name,
                "about": row.about,
                "words": row.text,
                "kinds": row.kinds,
                "directions": row.directions,
                "skills": [skills[SkillId(key)].name for key in row.skills if SkillId(key) in skills],
                "companies": [name for key in row.companies if (name := companies.get(key))],
                "groups": [name for key in row.groups if (name := groups.get(key))],
                "remote": row.remote,
                "verification": row.verification,
                "places": row.places,
                "languages": row.languages,
                "availability": row.availability,
                "withMe": row.with_me,
                "channel": row.channel,
                "savedAt": row.saved_at,
                "pausedAt": row.paused_at,
            }
