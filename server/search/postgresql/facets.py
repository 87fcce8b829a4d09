"""How facets are counted: quickly by what is written in the documents, and again exactly where audiences overlap."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from server.search.asked import Asked
from server.search.engine import FacetCount, Query
from server.search.postgresql import statements
from server.search.postgresql.tags import OPEN_TAGS


async def facets_of(
    session: AsyncSession, query: Query, asked: Asked, counted: Sequence[tuple[str, int]]
) -> Mapping[str, tuple[FacetCount, ...]]:
    """Return the counts of every facet asked for; `counted` are those that came with the page, of facets without a filter."""
    filtered = {each.facet for each in query.filters}
    rest = [name for name in query.facets if name not in filtered]
    counts = await _settled(session, query, asked, None, rest, counted) if rest else {}
    for facet in (name for name in query.facets if name in filtered):
        rows = (await statements.execute(session, statements.counts(query, asked, facet, [facet], exact=False))).scalar_one()
        counts |= await _settled(session, query, asked, facet, [facet], rows)
    return {name: counts.get(name, ()) for name in query.facets}


async def _settled(
    session: AsyncSession,
    query: Query,
    asked: Asked,
    facet: str | None,
    facets: Sequence[str],
    rows: Sequence[tuple[str, int]],
) -> dict[str, tuple[FacetCount, ...]]:
    if _overlap(rows):
        rows = (await statements.execute(session, statements.counts(query, asked, facet, facets, exact=True))).scalar_one()
    totals: defaultdict[tuple[str, str], int] = defaultdict(int)
    for written, count in rows:
        _, name, value = written.split("/", 2)
        totals[name, value] += count
    counts: defaultdict[str, list[FacetCount]] = defaultdict(list)
    for (name, value), count in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        counts[name].append(FacetCount(value, count))
    return {name: tuple(values) for name, values in counts.items()}


def _overlap(rows: Sequence[tuple[str, int]]) -> bool:
    """Tell whether one document may have been counted twice: only the open levels exclude each other within a document."""
    tags: defaultdict[str, set[str]] = defaultdict(set)
    for written, _ in rows:
        tag, _, value = written.partition("/")
        tags[value].add(tag)
    return any(len(each) > 1 and not each <= OPEN_TAGS for each in tags.values())
