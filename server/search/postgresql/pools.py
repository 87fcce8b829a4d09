"""How a search goes through more documents than can be put in order at once: level by level, from the newest on, a pool at a time.

What comes first of many is looked for among those that have the words as they were typed, then among all; within a level the
newest come first, as many at a time as fill a pool, and only a pool is put in order by rank. So the first page costs about the
same however many documents there are (unless none of the newest has what is asked for: then one pool holds the rest of its level),
and the pages that follow lead through all of them, each once.
"""

from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.paging import BadPage
from server.search.asked import Asked
from server.search.engine import Query
from server.search.postgresql import statements
from server.search.postgresql.formula import levels
from server.search.postgresql.model import SearchDocument
from server.search.postgresql.places import Place, Pool, Row, rows_of

# A pool is made of so many of the newest documents, and where too few of them have what is asked for, of as many as it takes to
# have about so many that do: the best of many are hardly better than the best of these. To count them off takes time, too.
_NEWEST: Final = 2_048
_TOO_FEW: Final = 60
_ABOUT: Final = 150
_MOST: Final = 10 * _NEWEST
# Without these bits an id is about the minute in which it was made.
_MINUTE: Final = 96
_FIRST, _LAST = UUID(int=0), UUID(int=2**128 - 1)


@dataclass(frozen=True, slots=True)
class Pools:
    """A search in a session that finds more than enough, or did when its first page was asked for."""

    session: AsyncSession
    query: Query
    asked: Asked

    async def rows(self, place: Place | None) -> list[Row]:
        """Return the rows of a page and one more, where there is one; raise BadPage for a place in no pool."""
        whole = levels(self.asked, newest=self.query.newest)
        if place is None:
            newest = await self._newest(0, _LAST)
            # Where one pool holds all that there is, they are put in order together.
            return await self._more([], newest if newest.since != _FIRST or self.asked.firsts else replace(newest, level=whole))
        if place.pool is None or not 0 <= place.pool.level <= whole:
            raise BadPage("after")
        # Bounds that we did not write would find out the ids of others.
        if any(bound.int % (1 << _MINUTE) for bound in (place.pool.since, place.pool.before) if bound != _LAST):
            raise BadPage("after")
        _, rows = await self._told(place.pool, place, self.query.limit)
        return rows if len(rows) > self.query.limit else await self._more(rows, await self._after(place.pool))

    async def _more(self, rows: list[Row], pool: Pool | None) -> list[Row]:
        """Add the rows of this pool and of those after it until there are enough."""
        about = _ABOUT
        while pool is not None:
            total, told = await self._told(pool, None, self.query.limit - len(rows))
            if total < _TOO_FEW and pool.since != _FIRST:
                pool = replace(pool, since=await self._reached(pool.before, min(_MOST, _NEWEST * about // total)) if total else _FIRST)
                _, told = await self._told(pool, None, self.query.limit - len(rows))
                about *= 4
            rows = [*rows, *told]
            pool = await self._after(pool) if len(rows) <= self.query.limit else None
        return rows

    async def _told(self, pool: Pool, place: Place | None, limit: int) -> tuple[int, list[Row]]:
        """Return how many a pool has, and its rows behind a place."""
        query = replace(self.query, limit=limit)
        answer = (await statements.execute(self.session, statements.page(query, self.asked, place, pool=pool))).mappings().one()
        return int(answer["total"]), rows_of(answer["hits"], pool)

    async def _after(self, pool: Pool) -> Pool | None:
        """Return the pool after this one; None after the last."""
        if pool.since != _FIRST:
            return await self._newest(pool.level, pool.since)
        return await self._newest(pool.level + 1, _LAST) if pool.level + 1 < levels(self.asked, newest=self.query.newest) else None

    async def _newest(self, level: int, before: UUID) -> Pool:
        # What comes first was too little alone.
        if self.asked.firsts and level == 0:
            return Pool(level, _FIRST, before)
        return Pool(level, await self._reached(before, _NEWEST), before)

    async def _reached(self, before: UUID, count: int) -> UUID:
        """Return what so many documents, the newest before another, reach back to; the first id where there are fewer.

        A cursor holds it, so it is a time, of which an id begins with one, and nobody's id: not everybody's is the seeker's to know.
        """
        ids = select(SearchDocument.id).where(SearchDocument.index == self.query.index, SearchDocument.id < before)
        statement = ids.order_by(SearchDocument.id.desc()).offset(count).limit(1)
        found = (await self.session.execute(statement)).scalar_one_or_none()
        return UUID(int=found.int >> _MINUTE << _MINUTE) if found else _FIRST
