"""How a page of hits is read: over what the server gives, PostgreSQL says what of it the caller may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.db import among
from server.kit.paging import BadPage, read_cursor, write_cursor
from server.search.asked import Asked
from server.search.engine import Query
from server.search.meilisearch.requests import Asking, Row, seen_fields

# A page of which PostgreSQL lets nothing pass is filled from behind, a few times.
_ROUNDS: Final = 5
_MARK: Final = "m"


@dataclass(frozen=True, slots=True)
class Page:
    """Rows, each with how many stand before what follows it, up to one more than was asked for; and how many there are in all."""

    rows: list[tuple[int, Row]]
    total: int


def cursor_behind(behind: int, row: Row) -> str:
    """Return the cursor that continues behind a row."""
    return write_cursor(_MARK, behind, row.id)


def offset_of(after: str | None) -> int:
    """Return behind how many hits a page begins; raise BadPage for a cursor that is not this engine's."""
    if after is None:
        return 0
    try:
        mark, offset, key = read_cursor(after)
        if mark != _MARK or not 0 <= int(offset) < 2**31:
            raise BadPage("after")
        UUID(key)
    except ValueError as error:
        raise BadPage("after") from error
    return int(offset)


async def page_of(session: AsyncSession, asking: Asking, asked: Asked, offset: int) -> Page:
    """Return the rows behind `offset` that the caller may read, with what stands behind each: one more than the page has."""
    limit = asking.query.limit
    kept: list[tuple[int, Row]] = []
    unread = 0
    at = offset
    total = 0
    for _ in range(_ROUNDS):
        rows, total = await asking.rows(asked, at, limit + 1)
        readable = await _readable(session, asking.query, [row.id for row in rows])
        for number, row in enumerate(rows, start=at + 1):
            if row.id in readable:
                kept.append((number, row))
            else:
                unread += 1
        at += len(rows)
        if len(kept) > limit or len(rows) <= limit:
            break
    return Page(kept, max(total - unread, len(kept)))


async def _readable(session: AsyncSession, query: Query, ids: Sequence[UUID]) -> frozenset[UUID]:
    if query.restrict is None or not ids:
        return frozenset(ids)
    found = await session.scalars(_restricted(query.restrict), {**query.restrict_values, "page": list(ids)})
    return frozenset(found)


@lru_cache(maxsize=64)
def _restricted(restrict: Select[UUID]) -> Select[UUID]:
    """Return what tells which ids of a page the caller may read; of the same object SQLAlchemy keeps what it found out."""
    readable = restrict.cte("readable").prefix_with("NOT MATERIALIZED")
    (key,) = readable.c
    return select(key).where(among(key, "page"))


def fields_found(query: Query, row: Row, asked: Asked) -> tuple[str, ...]:
    """Return the names of the visible fields in which words were found."""
    words = [word for phrase in asked.phrases for word in phrase.every()]
    told = frozenset(term for word in words for term in (*word.typed(), *word.others()))
    begun = tuple({prefix for word in words for prefix in word.prefixes})
    seen = seen_fields(query, row)
    return tuple(dict.fromkeys(name for name, terms in seen if not told.isdisjoint(terms) or any(each.startswith(begun) for each in terms)))
