"""Very many filters at once, as a world is filled with them: each under the rules of one that is saved by itself.

What differs is told by the numbers alone: a condition is counted once, with the eyes of the first who asks for it, since a hundred
thousand filters share some hundreds of conditions; and what they find already is not looked up for each of them.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Level
from server.kit.copying import copy_rows
from server.kit.ids import MemberId, StandingQueryId
from server.kit.refusal import NotVerified
from server.people.reads import actors_by_ids
from server.people.rules.filters import PeopleFilter
from server.search.engine import SearchEngine
from server.standing import rules
from server.standing.commands.saving import StandingDraft, check_room, columns_of, kept_under, people_columns_of, standing
from server.standing.model import StandingQuery, StandingTerm
from server.standing.reads import would_have_matched


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleDraft:
    """What a member saves of people; they are told once a week."""

    name: str
    wanted: PeopleFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A filter that a member has kept since a moment, and may have paused."""

    id: StandingQueryId
    member_id: MemberId
    draft: StandingDraft | PeopleDraft
    saved_at: datetime
    paused_at: datetime | None = None


class Filling:
    """Saves filters, some thousands at a time, within one transaction in which nobody else saves any."""

    def __init__(self, session: AsyncSession, engine: SearchEngine, until: datetime) -> None:
        """Who came before `until` is no news to those who look for people."""
        self._session = session
        self._engine = engine
        self._until = until
        self._counts: dict[rules.Condition, int] = {}

    async def save(self, filters: Sequence[Saved]) -> None:
        """Keep the filters; refuse them all for one that its member could not save."""
        actors = await actors_by_ids(self._session, sorted({each.member_id for each in filters}))
        held = await _held(self._session, actors)
        asked = {company for each in filters for company in each.draft.wanted.companies}
        companies = await standing(self._session, asked)
        queries: list[dict[str, object]] = []
        terms: list[dict[str, object]] = []
        for each in filters:
            actor = actors[each.member_id]
            check_room(actor, held[each.member_id])
            held[each.member_id] += 1
            wanted = {"companies": sorted({companies[key] for key in each.draft.wanted.companies})}
            queries.append(_columns(actor, each, self._until) | wanted)
            terms.extend({"term": term, "query_id": each.id} for term in await self._terms(actor, each))
        await copy_rows(self._session, StandingQuery.metadata.tables[StandingQuery.__tablename__], queries)
        await copy_rows(self._session, StandingTerm.metadata.tables[StandingTerm.__tablename__], terms)

    async def _terms(self, actor: Actor, each: Saved) -> Iterable[str]:
        if isinstance(each.draft, PeopleDraft) or each.paused_at is not None:
            return ()

        async def count(session: AsyncSession, condition: rules.Condition) -> int:
            if condition not in self._counts:
                self._counts[condition] = await would_have_matched(session, self._engine, actor, condition.asks)
            return self._counts[condition]

        return await kept_under(self._session, each.draft.wanted, count)


def _columns(actor: Actor, each: Saved, until: datetime) -> dict[str, object]:
    known = {"id": each.id, "member_id": each.member_id, "saved_at": each.saved_at, "paused_at": each.paused_at}
    if isinstance(each.draft, StandingDraft):
        return columns_of(each.draft) | known
    if actor.level < Level.VERIFIED:
        raise NotVerified
    return people_columns_of(each.draft.name, each.draft.wanted) | known | {"looked_at": until}


async def _held(session: AsyncSession, members: Collection[MemberId]) -> Counter[MemberId]:
    counted = select(StandingQuery.member_id, func.count()).where(StandingQuery.member_id.in_(members)).group_by(StandingQuery.member_id)
    return Counter({MemberId(member): count for member, count in (await session.execute(counted)).all()})
