"""Where a page ends and the next one begins: the rows of pages, and the cursors that they give."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from server.kit.paging import BadPage, read_cursor, read_number, read_uuid, write_cursor

_ALONE, _IN_A_POOL = 2, 5


@dataclass(frozen=True, slots=True)
class Pool:
    """A part of what has everything that is asked for: of one level, and of these ids."""

    level: int
    since: UUID
    before: UUID


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page ended: the sort key of its last hit, and the pool in which it stood."""

    rank: int
    id: UUID
    pool: Pool | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A document on a page: its place, and the names of the fields that have the words."""

    place: Place
    fields: tuple[str, ...]


def rows_of(hits: Sequence[Any], pool: Pool | None = None) -> list[Row]:
    """Return the rows of hits as a statement tells them."""
    return [Row(Place(rank, UUID(key), pool), tuple(dict.fromkeys(fields))) for key, rank, fields in hits]


def cursor_of(place: Place) -> str:
    """Write a place as a cursor."""
    pool = place.pool
    return write_cursor(place.rank, place.id, *((pool.level, pool.since, pool.before) if pool else ()))


def place_of(after: str | None) -> Place | None:
    """Read the place of a cursor; raise BadPage for one that is none of ours."""
    if after is None:
        return None
    key = read_cursor(after)
    if len(key) not in (_ALONE, _IN_A_POOL):
        raise BadPage("after")
    pool = Pool(read_number(key, 2), read_uuid(key, 3), read_uuid(key, 4)) if len(key) == _IN_A_POOL else None
    return Place(read_number(key), read_uuid(key, 1), pool)
