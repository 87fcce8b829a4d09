"""Which standing queries a post meets: looked up by the post's terms, then held against the predicate of the search itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Date, Select, Uuid, any_, bindparam, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import Text

from server.kit.actor import Actor
from server.kit.clock import today
from server.kit.ids import MemberId, OpportunityId, StandingQueryId
from server.opportunities.documents import facts_by_ids
from server.opportunities.model import Opportunity
from server.opportunities.policy import live
from server.opportunities.reads import members_meant, who_may_see
from server.opportunities.rules import OpportunityFacts, OpportunityFilter, matches
from server.standing.model import StandingMatch, StandingQuery, StandingTerm
from server.standing.reads.own import ASKED, filter_of
from server.standing.rules import terms_of
from server.synonyms.reads import keep_up_to, version_kept


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
    facts = (await facts_by_ids(session, [opportunity])).get(opportunity)
    if facts is None:
        return []
    could = [match for match in await _kept_under(session, facts) if matches(match.wanted, facts)]
    sees_author = await members_meant(session, opportunity, {match.member_id for match in could})
    return [match for match in could if met(match.wanted, facts, sees_author=sees_author.get(match.member_id))]


def met(wanted: OpportunityFilter, facts: OpportunityFacts, *, sees_author: bool | None) -> bool:
    """Whether a post meets a filter under the eyes of its member; `sees_author` is None when it is not meant for them."""
    return sees_author is not None and matches(wanted, facts if sees_author else facts.without_author())


async def meets_still(session: AsyncSession, actor: Actor, query: StandingQuery, opportunity: OpportunityId) -> bool:
    """Whether a post meets the actor's query as both stand now: a post that is meant for them, and its author as they see them now."""
    facts = (await facts_by_ids(session, [opportunity])).get(opportunity)
    seen = await who_may_see(session, [opportunity], [actor])
    return facts is not None and met(filter_of(query), facts, sees_author=next(iter(seen.values()), None))


async def members_told(session: AsyncSession, opportunity: OpportunityId) -> list[MemberId]:
    """Return who was told that the post meets something that they saved."""
    told = (
        select(StandingQuery.member_id)
        .join(StandingMatch, StandingMatch.query_id == StandingQuery.id)
        .where(StandingMatch.opportunity_id == opportunity, StandingMatch.told_at.is_not(None))
    )
    return [MemberId(member) for member in await session.scalars(told.distinct().order_by(StandingQuery.member_id))]


async def _kept_under(session: AsyncSession, facts: OpportunityFacts) -> Iterator[Match]:
    """Return what could be met, one by one, and read its words as the list would read them now, whichever process this is."""
    given = {"terms": sorted(terms_of(facts)), "kind": facts.kind.value, "opportunity": facts.id, "today": today()}
    rows = (await session.execute(_by_terms(), given)).all()
    if rows:
        await keep_up_to(session, rows[0].version)
    return (Match(StandingQueryId(row.id), MemberId(row.member_id), filter_of(row)) for row in rows)


@cache
def _by_terms() -> Select[*tuple[Any, ...]]:
    """Others' queries that are kept under one of the terms of a post, and not for other kinds; none when it is not live.

    As bare rows: of a hundred thousand, tens of thousands may ask for little more than its kind.
    """
    kept = select(StandingTerm.query_id).where(StandingTerm.term == any_(bindparam("terms", type_=ARRAY(Text()))))
    is_it = Opportunity.id == bindparam("opportunity", type_=Uuid())
    author = select(Opportunity.author_id).where(is_it, live(bindparam("today", type_=Date()))).scalar_subquery()
    of_its_kind = or_(StandingQuery.kinds == [], bindparam("kind", type_=Text()) == any_(StandingQuery.kinds))
    bare = (StandingQuery.id, StandingQuery.member_id, *(getattr(StandingQuery, name) for name in ASKED))
    wanted = select(*bare, version_kept().label("version")).where(
        StandingQuery.id.in_(kept), StandingQuery.paused_at.is_(None), of_its_kind
    )
    return wanted.where(StandingQuery.member_id != author).order_by(StandingQuery.member_id, StandingQuery.id)
