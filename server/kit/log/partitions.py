"""The months of the log: which partitions there must be ahead of time."""

from datetime import UTC, date, datetime, time

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

AHEAD = 3


def month_after(day: date) -> date:
    """Return the first day of the next month."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


async def ensure_partitions(session: AsyncSession, today: date) -> None:
    """Make the partitions of this month and the next ones; those that are there stay. Other days go to `event_default`."""
    start = today.replace(day=1)
    for _ in range(AHEAD + 1):
        end = month_after(start)
        name = f"event_{start:%Y_%m}"
        if await session.scalar(text("SELECT to_regclass(:name)"), {"name": name}) is None and not await _in_default(session, start, end):
            await session.execute(text(f"CREATE TABLE {name} PARTITION OF event FOR VALUES FROM ('{start}') TO ('{end}')"))
        start = end


async def _in_default(session: AsyncSession, start: date, end: date) -> bool:
    found = text("SELECT EXISTS (SELECT FROM event_default WHERE created_at >= :start AND created_at < :end)")
    return bool(await session.scalar(found, {"start": _midnight(start), "end": _midnight(end)}))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
