"""The weeks of the log: made ahead of time, dropped whole once all of a week is older than what is kept.

A read of a stream looks into every partition: over the forty days of one month's keeping it took up to twice as long as over the weeks.
"""

from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy import ColumnClause, TableClause, column, delete, exists, insert, select, table, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.clock import now
from server.kit.db import Database

_LOG: Final[structlog.stdlib.BoundLogger] = structlog.get_logger("engawa.log")
KEPT: Final = timedelta(days=30)
AHEAD: Final = timedelta(days=28)
_WEEK: Final = timedelta(days=7)
# A lock that is waited for keeps all others waiting behind it, while a backup may read for hours; there is another hour.
_LOCKED_AT_MOST: Final = "2s"
_LOCK_NOT_AVAILABLE: Final = "55P03"
# Any number that nobody else takes: whoever tends the log does it alone.
_ALONE: Final = 7_126_030
_BOUNDS: Final = text(
    """SELECT name, bounds[1]::timestamptz, bounds[2]::timestamptz FROM (
         SELECT relname AS name, regexp_match(pg_get_expr(relpartbound, pg_class.oid), 'FROM \\(''(.+)''\\) TO \\(''(.+)''\\)') AS bounds
         FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'event'::regclass
       ) AS partition WHERE bounds IS NOT NULL ORDER BY 2"""
)
_COLUMNS: Final = ["stream_id", "offset", "created_at", "type", "ref"]


def _table(name: str) -> TableClause:
    columns: list[ColumnClause[Any]] = [column(each) for each in _COLUMNS]
    return table(name, *columns)


_DEFAULT: Final = _table("event_default")


@dataclass(frozen=True, slots=True)
class Partition:
    """One partition of the log: the events written from `start` until before `end`. Those of earlier releases are months."""

    name: str
    start: datetime
    end: datetime


async def tend_log(db: Database) -> None:
    """Make the partitions that are missing, drop those past keeping, and empty `event_default`, each only if nobody is in the way.

    Times are the database's, as those of the events are; nothing is dropped that is not old by this process's clock too.
    """
    async with _alone(db) as session:
        await _settle_the_future(session)
    async with _alone(db) as session:
        moment = await _moment(session)
        for start, end in _missing(await partitions(session), moment):
            await _make(session, start, end, needed=end > moment)
    for name in await _past_keeping(db):
        async with _alone(db) as session:
            await session.execute(text(f"DROP TABLE IF EXISTS {name}"))
            _LOG.info("dropped", partition=name)
    async with _alone(db) as session:
        await session.execute(delete(_DEFAULT).where(_DEFAULT.c.created_at < _until(await _moment(session))))


async def partitions(session: AsyncSession) -> list[Partition]:
    """Return the partitions of the log, but for `event_default`, the oldest first."""
    return [Partition(*row) for row in (await session.execute(_BOUNDS))]


@asynccontextmanager
async def _alone(db: Database) -> AsyncGenerator[AsyncSession]:
    """One step in a transaction of its own, which is given up where its locks are not to be had."""
    try:
        async with db.transaction() as session:
            await session.execute(text(f"SET LOCAL lock_timeout = '{_LOCKED_AT_MOST}'"))
            await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ALONE})
            yield session
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != _LOCK_NOT_AVAILABLE:
            raise
        _LOG.warning("the log is in use, and is tended later")


async def _moment(session: AsyncSession) -> datetime:
    found: datetime = (await session.execute(text("SELECT clock_timestamp()"))).scalar_one()
    return found


def _until(moment: datetime) -> datetime:
    return min(moment, now()) - KEPT


async def _past_keeping(db: Database) -> list[str]:
    async with db.read() as session:
        until = _until(await _moment(session))
        return [each.name for each in await partitions(session) if each.end <= until]


async def _settle_the_future(session: AsyncSession) -> None:
    """What a clock that had jumped wrote far ahead is of now; else it would stand in no week for years."""
    ahead = {"ahead": await _moment(session) + AHEAD}
    moved = "UPDATE event SET created_at = clock_timestamp() WHERE tableoid = 'event_default'::regclass AND created_at > :ahead"
    await session.execute(text(moved), ahead)


def _missing(found: list[Partition], moment: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The stretches from the first kept week to the last one ahead that no partition covers, none longer than its week."""
    start, last = _monday(moment - KEPT), _monday(moment + AHEAD) + _WEEK
    for each in found:
        if each.end > start:
            yield from _weeks(start, min(each.start, last))
            start = each.end
    yield from _weeks(start, last)


def _weeks(start: datetime, last: datetime) -> Iterator[tuple[datetime, datetime]]:
    while start < last:
        end = min(_monday(start) + _WEEK, last)
        yield start, end
        start = end


def _monday(moment: datetime) -> datetime:
    day = moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return day - timedelta(days=day.weekday())


async def _make(session: AsyncSession, start: datetime, end: datetime, *, needed: bool) -> None:
    """Make one partition, with what stands in `event_default` of its time. Of the past only one that has something to take."""
    within = (_DEFAULT.c.created_at >= start) & (_DEFAULT.c.created_at < end)
    if not (needed or await session.scalar(select(exists().where(within)))):
        return
    # Attaching locks it so, too: taken before, nobody writes there between the move and that.
    await session.execute(text("LOCK TABLE event_default IN ACCESS EXCLUSIVE MODE"))
    # The time belongs to the name where an earlier release left a part of a week.
    name = f"event_{start:%Y_%m_%d}" if start.hour == 0 else f"event_{start:%Y_%m_%d_%H%M}"
    await session.execute(text(f"CREATE TABLE {name} (LIKE event INCLUDING ALL)"))
    moved = delete(_DEFAULT).where(within).returning(*_DEFAULT.c).cte("moved")
    await session.execute(insert(_table(name)).from_select(_COLUMNS, select(moved)))
    bounds = f"FROM ('{start.isoformat()}') TO ('{end.isoformat()}')"
    await session.execute(text(f"ALTER TABLE event ATTACH PARTITION {name} FOR VALUES {bounds}"))
