"""Which standing queries a post meets: looked up by the post's terms, then held against the predicate of the search itself."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import any_, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import Text

from server.kit.actor import Actor
from server.kit.clock import today
from server.kit.ids import MemberId, OpportunityId, StandingQueryId
from server.opportunities.documents import facts_by_ids
from server.opportunities.model import Opportunity
from server.opportunities.policy import live
from server.opportunities.reads import who_may_see
from server.opportunities.rules import OpportunityFacts, OpportunityFilter, matches
from server.people.reads import actors_by_ids
from server.standing.model import StandingMatch, StandingQuery, StandingTerm
from server.standing.reads.own import filter_of
from server.standing.rules import terms_of


@dataclass(frozen=True, slots=True)
class Match:
    """A query that a post meets, whose it is, and what it asked for then."""

    query_id: StandingQueryId
    member_id: MemberId
    wanted: OpportunityFilter


async def matches_of(session: AsyncSession, opportunity: OpportunityId) -> list[Match]:
    """Return the queries that a live post meets for their members, as those would find it now; by member, the oldest first.

    Never their own posts, and nothing for who is leaving the platform.
    """
    author = await session.scalar(select(Opportunity.author_id).where(Opportunity.id == opportunity, live(today())))
    facts = (await facts_by_ids(session, [opportunity])).get(opportunity)
    if author is None or facts is None:
        return []
    could = [row for row in await _kept_under(session, terms_of(facts)) if row.member_id != author and matches(filter_of(row), facts)]
    sees_author = await readers_of(session, opportunity, {MemberId(row.member_id) for row in could})
    meeting = [row for row in could if met(row, facts, sees_author)]
    return [Match(StandingQueryId(row.id), MemberId(row.member_id), filter_of(row)) for row in meeting]


def met(query: StandingQuery, facts: OpportunityFacts, sees_author: Mapping[MemberId, bool]) -> bool:
    """Whether a post meets the query under the eyes of its member; `sees_author` holds who may see the post at all."""
    sees = sees_author.get(MemberId(query.member_id))
    return sees is not None and matches(filter_of(query), facts if sees else facts.without_author())


async def meets_still(session: AsyncSession, actor: Actor, query: StandingQuery, opportunity: OpportunityId) -> bool:
    """Whether a post meets the actor's query as both stand now: a post that is meant for them, and its author as they see them now."""
    facts = (await facts_by_ids(session, [opportunity])).get(opportunity)
    seen = await who_may_see(session, [opportunity], [actor])
    return facts is not None and met(query, facts, {MemberId(query.member_id): sees for sees in seen.values()})


async def readers_of(session: AsyncSession, opportunity: OpportunityId, members: Collection[MemberId]) -> dict[MemberId, bool]:
    """Return those of the members for whom a post is meant, with whether they see its author."""
    found = await actors_by_ids(session, sorted(members))
    actors: Sequence[Actor] = [actor for actor in found.values() if not actor.leaving]
    seen = await who_may_see(session, [opportunity], actors)
    return {member: sees for (place, _), sees in seen.items() if (member := actors[place].member_id) is not None}


async def members_told(session: AsyncSession, opportunity: OpportunityId) -> list[MemberId]:
    """Return who was told that the post meets something that they saved."""
    told = (
        select(StandingQuery.member_id)
        .join(StandingMatch, StandingMatch.query_id == StandingQuery.id)
        .where(StandingMatch.opportunity_id == opportunity, StandingMatch.told_at.is_not(None))
    )
    return [MemberId(member) for member in await session.scalars(told.distinct().order_by(StandingQuery.member_id))]


async def _kept_under(session: AsyncSession, terms: Collection[str]) -> Sequence[StandingQuery]:
    kept = select(StandingTerm.query_id).where(StandingTerm.term == any_(literal(sorted(terms), ARRAY(Text()))))
    wanted = select(StandingQuery).where(StandingQuery.id.in_(kept), StandingQuery.paused_at.is_(None))
    return (await session.scalars(wanted.order_by(StandingQuery.member_id, StandingQuery.id))).all()
