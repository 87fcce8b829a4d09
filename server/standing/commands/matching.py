"""What met a query is noted once, and whoever wants to hear of it at once is told once of each post."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.clock import now, today
from server.kit.ids import MemberId, OpportunityId, StandingQueryId
from server.kit.jobs import one_at_a_time
from server.kit.log import inbox, record
from server.opportunities.model import Opportunity
from server.standing.events import StandingQueryMatched
from server.standing.model import StandingMatch, StandingQuery
from server.standing.reads import Match, filter_of
from server.standing.rules import AT_ONCE, Subject

_AT_ONCE = frozenset(channel.value for channel in AT_ONCE)


async def note_matches(session: AsyncSession, opportunity: OpportunityId, matches: Sequence[Match]) -> list[StandingQueryMatched]:
    """Note which queries a post met, all of a member together; return what to tell those who want that at once, and were not told.

    What was noted before, and what was paused, removed or changed meanwhile, changes nothing.
    """
    # Two jobs about one post would both find that nobody was told.
    await one_at_a_time(session, f"standing:{opportunity}")
    standing = await _noted(session, opportunity, matches)
    told = await _told(session, opportunity, list(standing))
    events: list[StandingQueryMatched] = []
    for member, queries in standing.items():
        first = next((query for query in queries if query.channel in _AT_ONCE), None)
        if member not in told and first is not None:
            told.add(member)
            event = StandingQueryMatched(query_id=StandingQueryId(first.id), opportunity_id=opportunity, member_id=member)
            events.append(event)
            record(session, event, inbox(member))
    keys = [query.id for member, queries in standing.items() if member in told for query in queries]
    await _tell(session, keys, [opportunity])
    return events


async def note_told(session: AsyncSession, member: MemberId, opportunities: Sequence[OpportunityId]) -> None:
    """Note that the member was told of the posts, whichever of their queries these met."""
    keys: Sequence[UUID] = (await session.scalars(select(StandingQuery.id).where(StandingQuery.member_id == member))).all()
    await _tell(session, keys, opportunities)


async def note_looked(session: AsyncSession, member: MemberId, until: datetime) -> None:
    """Note that the member's queries over people were looked at for who came until then."""
    theirs = (StandingQuery.member_id == member, StandingQuery.about == Subject.PEOPLE.value, StandingQuery.looked_at < until)
    await session.execute(update(StandingQuery).where(*theirs).values(looked_at=until).execution_options(synchronize_session=False))


async def forget_ended(session: AsyncSession) -> None:
    """Delete what is known of posts that have ended, which nobody is told of any more."""
    ended = select(Opportunity.id).where(or_(Opportunity.closed_at.is_not(None), Opportunity.last_day < today()))
    gone = delete(StandingMatch).where(StandingMatch.opportunity_id.in_(ended))
    await session.execute(gone.execution_options(synchronize_session=False))


async def _noted(session: AsyncSession, opportunity: OpportunityId, matches: Sequence[Match]) -> dict[MemberId, list[StandingQuery]]:
    """Return what is new, by member, the oldest first."""
    wanted = {match.query_id: match.wanted for match in matches}
    held = select(StandingQuery).where(StandingQuery.id.in_(wanted), StandingQuery.paused_at.is_(None))
    locked = held.order_by(StandingQuery.id).with_for_update(read=True).execution_options(populate_existing=True)
    # What asks for something else by now was looked up anew when that was saved.
    rows = [row for row in await session.scalars(locked) if filter_of(row) == wanted[StandingQueryId(row.id)]]
    at = now()
    values = [{"query_id": row.id, "opportunity_id": opportunity, "matched_at": at, "told_at": None} for row in rows]
    if not values:
        return {}
    noted = upsert(StandingMatch).values(values).on_conflict_do_nothing().returning(StandingMatch.query_id)
    new = frozenset(await session.scalars(noted))
    found: defaultdict[MemberId, list[StandingQuery]] = defaultdict(list)
    for row in rows:
        if row.id in new:
            found[MemberId(row.member_id)].append(row)
    return dict(found)


async def _told(session: AsyncSession, opportunity: OpportunityId, members: Sequence[MemberId]) -> set[MemberId]:
    wanted = (
        select(StandingQuery.member_id)
        .join(StandingMatch, StandingMatch.query_id == StandingQuery.id)
        .where(StandingMatch.opportunity_id == opportunity, StandingMatch.told_at.is_not(None), StandingQuery.member_id.in_(members))
    )
    return {MemberId(member) for member in await session.scalars(wanted)}


async def _tell(session: AsyncSession, queries: Sequence[UUID], opportunities: Sequence[OpportunityId]) -> None:
    waiting = (StandingMatch.query_id.in_(queries), StandingMatch.opportunity_id.in_(opportunities), StandingMatch.told_at.is_(None))
    await session.execute(update(StandingMatch).where(*waiting).values(told_at=now()).execution_options(synchronize_session=False))
