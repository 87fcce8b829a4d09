"""How standing queries follow when words come to stand for others: they are kept under the terms that their words have now."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import StandingQueryId
from server.opportunities.rules import OpportunityFilter
from server.standing.model import StandingQuery, StandingTerm
from server.standing.reads import filter_of
from server.standing.rules import Subject, kept_anew
from server.synonyms.reads import hold_entries


@dataclass(frozen=True, slots=True)
class Kept:
    """Up to which query, in the order of their ids, they are kept anew, and in which version words were read for it."""

    version: int
    last: StandingQueryId | None


async def keep_anew(session: AsyncSession, after: StandingQueryId | None, limit: int) -> Kept:
    """Keep the next queries that ask for words under the terms that these have now; `last` is None once there are no more.

    Which condition a query is kept under stays as it was, and nothing is counted: any of them finds the same.
    """
    version = await hold_entries(session)
    wanted = select(StandingQuery).where(
        StandingQuery.about == Subject.OPPORTUNITIES.value, StandingQuery.paused_at.is_(None), StandingQuery.text != ""
    )
    if after is not None:
        wanted = wanted.where(StandingQuery.id > after)
    held = wanted.order_by(StandingQuery.id).limit(limit).with_for_update().execution_options(populate_existing=True)
    rows = (await session.scalars(held)).all()
    kept = await _kept(session, [row.id for row in rows])
    filters = {row.id: filter_of(row) for row in rows}
    # Some thousands of words are read; others are answered meanwhile.
    changed = await asyncio.to_thread(_changed, filters, kept)
    if changed:
        await session.execute(delete(StandingTerm).where(StandingTerm.query_id.in_(changed)).execution_options(synchronize_session=False))
        values = [{"term": term, "query_id": key} for key, terms in changed.items() for term in sorted(terms)]
        for start in range(0, len(values), _ROWS):
            await session.execute(upsert(StandingTerm).values(values[start : start + _ROWS]))
    return Kept(version, StandingQueryId(rows[-1].id) if len(rows) == limit else None)


# PostgreSQL takes 32,767 values a statement.
_ROWS = 5000


async def _kept(session: AsyncSession, keys: Sequence[UUID]) -> dict[UUID, frozenset[str]]:
    terms = select(StandingTerm.query_id, func.array_agg(StandingTerm.term)).where(StandingTerm.query_id.in_(keys))
    rows = (await session.execute(terms.group_by(StandingTerm.query_id))).all()
    return {key: frozenset(found) for key, found in rows}


def _changed(filters: Mapping[UUID, OpportunityFilter], kept: Mapping[UUID, frozenset[str]]) -> dict[UUID, frozenset[str]]:
    before = {key: kept.get(key, frozenset[str]()) for key in filters}
    after = {key: kept_anew(wanted, before[key]) for key, wanted in filters.items()}
    return {key: terms for key, terms in after.items() if terms != before[key]}
