"""What waits for a digest: posts that met a query and of which its member was not told, as they would find them now."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, viewer_of
from server.kit.clock import today
from server.kit.ids import MemberId, OpportunityId
from server.opportunities.documents import facts_by_ids
from server.opportunities.model import Opportunity
from server.opportunities.policy import listed_to, live
from server.opportunities.reads import who_may_see
from server.standing.model import StandingMatch, StandingQuery
from server.standing.reads.matching import met
from server.standing.reads.own import filter_of
from server.standing.rules import Channel

# As many posts of one query as are looked at for one mail; what is more waits for the next.
_MOST = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """A query with the posts that wait to be told of, the newest first; a post stands with one query only."""

    query: StandingQuery
    posts: Sequence[Opportunity]


async def members_waiting(session: AsyncSession, channels: Collection[Channel], after: MemberId | None, limit: int) -> list[MemberId]:
    """Return the next members, by id, for whom something waits that one of these channels tells."""
    waits = exists().where(StandingMatch.query_id == StandingQuery.id, StandingMatch.told_at.is_(None))
    wanted = select(StandingQuery.member_id).distinct().where(_of(channels), waits).order_by(StandingQuery.member_id).limit(limit)
    rows = await session.scalars(wanted if after is None else wanted.where(StandingQuery.member_id > after))
    return [MemberId(row) for row in rows]


async def waiting_for(session: AsyncSession, actor: Actor, channels: Collection[Channel]) -> list[Waiting]:
    """Return what waits for the actor, by query, the oldest query first: live posts that they see and that meet it still."""
    queries = (
        await session.scalars(
            select(StandingQuery).where(StandingQuery.member_id == actor.member_id, _of(channels)).order_by(StandingQuery.id)
        )
    ).all()
    posts = {query.id: await _posts(session, actor, query.id) for query in queries}
    keys = list({OpportunityId(post.id) for found in posts.values() for post in found})
    facts = await facts_by_ids(session, keys)
    seen = {post: sees for (_, post), sees in (await who_may_see(session, keys, [actor])).items()}
    told: set[UUID] = set()
    found: defaultdict[UUID, list[Opportunity]] = defaultdict(list)
    for query in queries:
        wanted = filter_of(query)
        for post in posts[query.id]:
            key = OpportunityId(post.id)
            if key in seen and key not in told and met(wanted, facts[key], sees_author=seen[key]):
                told.add(key)
                found[query.id].append(post)
    return [Waiting(query, found[query.id]) for query in queries if found[query.id]]


async def _posts(session: AsyncSession, actor: Actor, query: UUID) -> Sequence[Opportunity]:
    # What they may not see any more takes no place of what they may.
    meant = (live(today()), listed_to(viewer_of(actor)))
    wanted = (
        select(Opportunity)
        .join(StandingMatch, StandingMatch.opportunity_id == Opportunity.id)
        .where(StandingMatch.query_id == query, StandingMatch.told_at.is_(None), *meant)
        .order_by(Opportunity.posted_at.desc(), Opportunity.id.desc())
        .limit(_MOST)
    )
    return (await session.scalars(wanted)).all()


def _of(channels: Collection[Channel]) -> ColumnElement[bool]:
    return and_(StandingQuery.channel.in_([channel.value for channel in channels]), StandingQuery.paused_at.is_(None))
