"""How facets are counted: those without a filter come with the page, each other one as if its own filter were not there."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from server.search.asked import Asked
from server.search.engine import FacetCount, Query
from server.search.postgresql import statements


async def facets_of(
    session: AsyncSession, query: Query, asked: Asked, counted: Sequence[tuple[str, int]]
) -> Mapping[str, tuple[FacetCount, ...]]:
    """Return the counts of every facet asked for; `counted` are those that came with the page, of facets without a filter."""
    filtered = {each.facet for each in query.filters}
    counts = _by_facet(counted)
    for facet in (name for name in query.facets if name in filtered):
        counts |= _by_facet((await statements.execute(session, statements.counts(query, asked, facet))).scalar_one())
    return {name: counts.get(name, ()) for name in query.facets}


def _by_facet(rows: Sequence[tuple[str, int]]) -> dict[str, tuple[FacetCount, ...]]:
    counts: defaultdict[str, list[FacetCount]] = defaultdict(list)
    for written, count in sorted(rows, key=lambda row: (-row[1], row[0])):
        name, _, value = written.partition("/")
        counts[name].append(FacetCount(value, count))
    return {name: tuple(values) for name, values in counts.items()}
