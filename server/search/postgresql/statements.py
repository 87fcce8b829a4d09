"""The values of the statements of a search: what a query, its words and its seeker put into their parameters."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Result, Select, TextualSelect
from sqlalchemy.ext.asyncio import AsyncSession

from server.search.asked import Asked
from server.search.engine import Filter, Query
from server.search.postgresql.formula import formula, of_level
from server.search.postgresql.places import Place, Pool
from server.search.postgresql.sql import Shape, template
from server.search.postgresql.tags import OPEN_TAGS, tags_for, tags_for_owner, text_tags_for, text_tags_for_owner


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with its parameters."""

    select: TextualSelect
    values: dict[str, Any]


async def execute(session: AsyncSession, statement: Statement) -> Result[*tuple[Any, ...]]:
    """Run a statement; an answer is always one row."""
    return await session.execute(statement.select, statement.values)


def page(query: Query, asked: Asked, place: Place | None, *, enough: int | None = None, pool: Pool | None = None) -> Statement:
    """Ask for the total, the rows behind `place`, and the counts of facets that no filter names.

    Where more than `enough` are found, the total is more than those, but not how many more, and nothing else is told.
    Of a pool there are no counts.
    """
    facets = () if pool else _not_filtered(query)
    told = ("total", "hits", "counts") if facets else ("total", "hits")
    return _statement(query, asked, _Wanted(told, query.filters, facets, place, enough, pool))


def everything(query: Query, asked: Asked) -> Statement:
    """Ask for the total of all, and the counts of facets that no filter names."""
    return _statement(query, asked, _Wanted(("total", "counts"), query.filters, _not_filtered(query)))


def counts(query: Query, asked: Asked, facet: str) -> Statement:
    """Ask for the counts of a facet as if its own filter were not there."""
    filters = tuple(each for each in query.filters if each.facet != facet)
    return _statement(query, asked, _Wanted(("counts",), filters, (facet,)))


def frequency(query: Query, asked: Asked, enough: int) -> Statement:
    """Ask how many documents have what is asked for, up to one more than enough, of those that the seeker may see and the filters keep."""
    return _statement(query, asked, _Wanted(("total",), query.filters, enough=enough))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a statement is to tell, and of which documents."""

    told: tuple[str, ...]
    filters: tuple[Filter, ...]
    facets: tuple[str, ...] = ()
    place: Place | None = None
    enough: int | None = None
    pool: Pool | None = None


def _statement(query: Query, asked: Asked, wanted: _Wanted) -> Statement:
    shape = _shape(query, asked, wanted)
    written = template(shape)
    values = _seeker_values(query) | {"limit": query.limit + 1, "facets": list(wanted.facets), "enough": wanted.enough}
    if wanted.place is not None:
        values |= {"place_rank": wanted.place.rank, "place_id": wanted.place.id}
    if wanted.pool is not None:
        values |= {"since": wanted.pool.since, "before": wanted.pool.before}
    for branch, tags in (("others", tags_for(query.seeker)), ("own", tags_for_owner())):
        values |= {f"filter_{number}_{branch}": _written(tags, each) for number, each in enumerate(wanted.filters)}
    if not asked.is_empty:
        values |= _formula_values(query, asked, wanted, "others", text_tags_for(query.seeker))
        values |= _formula_values(query, asked, wanted, "own", text_tags_for_owner())
    values = {name: values[name] for name in written.parameters}
    if query.restrict is None:
        return Statement(written.select, values)
    return Statement(_restricted(shape, query.restrict), {**values, **query.restrict_values})


def _shape(query: Query, asked: Asked, wanted: _Wanted) -> Shape:
    ranked = "hits" in wanted.told
    return Shape(
        told=wanted.told,
        words=not asked.is_empty,
        member=query.seeker.member is not None,
        restricted=query.restrict is not None,
        filters=len(wanted.filters),
        place=wanted.place is not None,
        ranked=ranked,
        # Of what has the words as they were typed, other words for them say nothing more.
        others=ranked and asked.has_others and not (wanted.pool and wanted.pool.level == 0 and not asked.firsts and not asked.has_wished),
        kanji=ranked and asked.has_kanji,
        ladders=asked.steps if ranked else (),
        firsts=ranked and bool(asked.firsts),
        without=bool(query.without),
        newest=query.newest,
        bounded=wanted.enough is not None,
        sure=wanted.enough is not None and not asked.is_empty and not asked.firsts,
        within=wanted.pool is not None,
    )


def _not_filtered(query: Query) -> tuple[str, ...]:
    filtered = {each.facet for each in query.filters}
    return tuple(name for name in query.facets if name not in filtered)


def _seeker_values(query: Query) -> dict[str, Any]:
    seeker = query.seeker
    return {
        "index": query.index,
        "tags": list(tags_for(seeker)),
        "tags_own": list(tags_for_owner()),
        "open_others": [tag for tag in tags_for(seeker) if tag in OPEN_TAGS],
        "open_own": sorted(OPEN_TAGS),
        "belongs": sorted({*seeker.circles, *seeker.ties, *([seeker.member] if seeker.member else [])}),
        "hidden": sorted(seeker.hidden),
        "member": seeker.member,
        "without": [written for each in query.without for written in _written(tags_for(seeker), each)],
    }


@lru_cache(maxsize=64)
def _restricted(shape: Shape, restrict: Select[UUID]) -> TextualSelect:
    """Return the statement of a shape over what the caller may read; of the same object SQLAlchemy keeps what it found out."""
    # Two branches read it; materialised, it would be every row that the caller may read.
    return template(shape).select.add_cte(restrict.cte("readable").prefix_with("NOT MATERIALIZED"))


def _written(tags: tuple[str, ...], chosen: Filter) -> list[str]:
    return [f"{tag}/{chosen.facet}/{value}" for tag in tags for value in sorted(chosen.any_of)]


def _formula_values(query: Query, asked: Asked, wanted: _Wanted, branch: str, tags: tuple[str, ...]) -> dict[str, Any]:
    written = formula(query.index, tags, asked)
    values = {
        f"matches_{branch}": of_level(query.index, tags, asked, wanted.pool.level, newest=query.newest) if wanted.pool else written.matches,
        f"sure_{branch}": of_level(query.index, tags, asked, 0, newest=False),
        f"exact_{branch}": written.exact,
        f"exact_operands_{branch}": written.exact_operands,
        f"begins_{branch}": written.begins,
        f"begins_operands_{branch}": written.begins_operands,
        f"others_{branch}": written.others,
        f"others_operands_{branch}": written.others_operands,
        f"kanji_{branch}": written.kanji,
        f"kanji_operands_{branch}": written.kanji_operands,
        f"either_{branch}": written.either,
    }
    for number, ladder in enumerate(written.ladders):
        values |= {f"ladder_{number}_{step}_{branch}": each for step, each in enumerate(ladder)}
    return values
