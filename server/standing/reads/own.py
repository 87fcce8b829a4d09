"""A member's own standing queries, and how many posts of the last weeks a filter would have brought them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, viewer_of
from server.kit.clock import now
from server.kit.ids import CompanyId, GroupId, SkillId, StandingQueryId
from server.kit.paging import Page, PageRequest, page_of, read_uuid, write_cursor
from server.opportunities.reads import count_posted_since
from server.opportunities.rules import Direction, Kind, OpportunityFilter
from server.people.rules.filters import PeopleFilter
from server.search.engine import SearchEngine
from server.standing.model import StandingQuery
from server.standing.policy import visible_to

_LAST_MONTH: Final = timedelta(days=30)


async def own_queries(session: AsyncSession, actor: Actor, page: PageRequest) -> Page[StandingQuery]:
    """Return the actor's own standing queries, the newest first."""
    wanted = select(StandingQuery).where(visible_to(viewer_of(actor)))
    key = page.key()
    if key is not None:
        wanted = wanted.where(StandingQuery.id < read_uuid(key))
    rows = (await session.scalars(wanted.order_by(StandingQuery.id.desc()).limit(page.first + 1))).all()
    return page_of(rows, page.first, [write_cursor(row.id) for row in rows])


async def queries_by_ids(session: AsyncSession, actor: Actor, ids: Sequence[StandingQueryId]) -> dict[StandingQueryId, StandingQuery]:
    """Return the actor's own standing queries among the ids."""
    rows = await session.scalars(select(StandingQuery).where(StandingQuery.id.in_(ids), visible_to(viewer_of(actor))))
    return {StandingQueryId(row.id): row for row in rows}


async def query_to_change(session: AsyncSession, actor: Actor, query: StandingQueryId) -> StandingQuery | None:
    """Return one of the actor's own, with its row locked until the transaction ends."""
    wanted = select(StandingQuery).where(StandingQuery.id == query, visible_to(viewer_of(actor)))
    return await session.scalar(wanted.with_for_update().execution_options(populate_existing=True))


async def count_own(session: AsyncSession, actor: Actor) -> int:
    """Return how many standing queries the actor keeps, paused ones with them."""
    return (await session.scalars(select(func.count()).select_from(StandingQuery).where(visible_to(viewer_of(actor))))).one()


async def would_have_matched(session: AsyncSession, engine: SearchEngine, actor: Actor, wanted: OpportunityFilter) -> int:
    """Return how many posts of the last 30 days, that are still open, the filter would have brought the actor."""
    return await count_posted_since(session, engine, actor, wanted, now() - _LAST_MONTH)


def people_filter_of(query: StandingQuery) -> PeopleFilter:
    """Return the filter that a query over people keeps."""
    return PeopleFilter(
        companies=tuple(CompanyId(each) for each in query.companies),
        skills=tuple(SkillId(each) for each in query.skills),
        groups=tuple(GroupId(each) for each in query.groups),
        verification=query.verification,
        places=tuple(query.places),
        languages=tuple(query.languages),
        availability=tuple(query.availability),
        with_me=query.with_me,
    )


# The columns of a query that hold its filter over posts.
ASKED: Final = ("text", "kinds", "directions", "skills", "companies", "groups", "places", "remote")


def filter_of(query: StandingQuery | Row[*tuple[Any, ...]]) -> OpportunityFilter:
    """Return the filter that a query over posts keeps, itself or its bare row."""
    return OpportunityFilter(
        text=query.text,
        kinds=frozenset(Kind(each) for each in query.kinds),
        directions=frozenset(Direction(each) for each in query.directions),
        skills=frozenset(SkillId(each) for each in query.skills),
        companies=frozenset(CompanyId(each) for each in query.companies),
        groups=frozenset(GroupId(each) for each in query.groups),
        places=frozenset(query.places),
        remote=query.remote,
    )
