"""Who came since a query over people was last looked at, and meets it: once a week, as its member sees them at that moment.

Only who was confirmed for the first time counts: what somebody changes in their profile tells nobody, for this is no tool to watch
a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor
from server.kit.ids import MemberId
from server.people.reads import PersonView, came_between
from server.search.engine import SearchEngine
from server.standing.model import StandingQuery
from server.standing.reads.own import people_filter_of
from server.standing.rules import Subject

# As many as one mail names of one query; who meets more asks for less.
_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Newcomers:
    """A query with who came; a person stands with one query only."""

    query: StandingQuery
    people: Sequence[PersonView]


async def members_looking(session: AsyncSession, before: datetime, after: MemberId | None, limit: int) -> list[MemberId]:
    """Return the next members, by id, one of whose queries over people was last looked at before then."""
    wanted = select(StandingQuery.member_id).distinct().where(_over_people(), StandingQuery.looked_at < before)
    rows = await session.scalars(
        (wanted if after is None else wanted.where(StandingQuery.member_id > after)).order_by(StandingQuery.member_id).limit(limit)
    )
    return [MemberId(row) for row in rows]


async def newcomers_for(session: AsyncSession, engine: SearchEngine, actor: Actor, until: datetime) -> list[Newcomers]:
    """Return who came for the actor, by query, the oldest query first; queries that nobody meets are left out."""
    wanted = select(StandingQuery).where(StandingQuery.member_id == actor.member_id, _over_people()).order_by(StandingQuery.id)
    found: list[Newcomers] = []
    named: set[MemberId] = set()
    for query in (await session.scalars(wanted)).all():
        since = query.looked_at or query.saved_at
        came = await came_between(session, engine, actor, people_filter_of(query), (since, until), _MOST)
        new = [person for person in came if person.id not in named]
        named |= {person.id for person in new}
        if new:
            found.append(Newcomers(query, new))
    return found


def _over_people() -> ColumnElement[bool]:
    return and_(StandingQuery.about == Subject.PEOPLE.value, StandingQuery.paused_at.is_(None))
