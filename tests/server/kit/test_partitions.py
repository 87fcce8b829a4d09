"""The weeks of the log: thirty days are kept, what is older goes whole, nothing strays for good, and nobody is in the way."""

import asyncio
import itertools
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from server.kit.clock import now
from server.kit.db import Database, was_given_up
from server.kit.ids import MemberId, uuid7
from server.kit.log import OPPORTUNITIES, partitions, position_of, read_after, record
from server.kit.log.partitions import AHEAD, KEPT, Partition, tend_log
from server.people.events import ProfileUpdated

DAY = timedelta(days=1)
WEEK = 7 * DAY


async def found(database: Database) -> list[Partition]:
    """The partitions as they stand."""
    async with database.read() as session:
        return await partitions.partitions(session)


async def write(database: Database, *ages: timedelta) -> None:
    """One event for each age, in order; one that is older or newer than every partition strays into `event_default`."""
    for age in ages:
        async with database.transaction() as session:
            record(session, ProfileUpdated(member_id=MemberId(uuid7())), OPPORTUNITIES)
        async with database.transaction() as session:
            moved = 'UPDATE event SET created_at = now() - CAST(:age AS interval) WHERE "offset" = (SELECT max("offset") FROM event)'
            await session.execute(text(moved), {"age": age})


async def offsets(database: Database, within: str = "event") -> list[int]:
    """The offsets that stand in the log, or in one partition."""
    async with database.read() as session:
        rows = await session.scalars(text(f'SELECT "offset" FROM {within} ORDER BY "offset"'))  # noqa: S608
        return list(rows)


async def make(database: Database, name: str, start: datetime, end: datetime) -> None:
    """Make a partition as an earlier release or an earlier month left it."""
    async with database.transaction() as session:
        await session.execute(text(f"CREATE TABLE {name} PARTITION OF event FOR VALUES FROM ('{start}') TO ('{end}')"))


@pytest.fixture
async def bare(database: Database) -> Database:
    """A log without any week."""
    for each in await found(database):
        async with database.transaction() as session:
            await session.execute(text(f"DROP TABLE {each.name}"))
    return database


async def test_a_new_log_has_this_week_and_four_weeks_ahead(bare: Database) -> None:
    await tend_log(bare)
    weeks = await found(bare)
    assert [(each.end - each.start, each.start.weekday()) for each in weeks] == [(WEEK, 0)] * len(weeks)
    assert all(each.end == after.start for each, after in itertools.pairwise(weeks))
    assert weeks[0].start <= now() < weeks[0].end
    assert weeks[-1].end >= now() + AHEAD
    assert len(weeks) <= 6
    await tend_log(bare)
    assert await found(bare) == weeks


async def test_thirty_days_are_kept_and_what_is_older_goes_whole(bare: Database) -> None:
    monday = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    monday -= monday.weekday() * DAY
    for number in range(1, 9):
        await make(bare, f"event_past_{number}", monday - number * WEEK, monday - (number - 1) * WEEK)
    ages = [57 * DAY, 45 * DAY, KEPT - timedelta(hours=1), 20 * DAY, 8 * DAY, timedelta()]
    await write(bare, *ages)
    before = await offsets(bare)
    await tend_log(bare)
    kept = await found(bare)
    assert all(each.end > now() - KEPT for each in kept)
    assert kept[0].start <= now() - KEPT
    assert now() - kept[0].start < KEPT + WEEK + DAY
    # All of the thirty days, and nothing in between is missing.
    after = await offsets(bare)
    assert after == before[-len(after) :]
    assert len(after) >= 4
    assert await offsets(bare, "event_default") == []


async def test_the_months_of_an_earlier_release_stay_until_they_are_past(bare: Database) -> None:
    """While it still runs it makes months ahead of time, and finds those that it looks for; weeks begin where its months end."""
    first = now().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    bounds = [first]
    for _ in range(4):
        bounds.append((bounds[-1] + 32 * DAY).replace(day=1))
    for start, end in itertools.pairwise(bounds):
        await make(bare, f"event_{start:%Y_%m}", start, end)
    await make(bare, "event_long_ago", first - 120 * DAY, first - 90 * DAY)
    await write(bare, timedelta())
    await tend_log(bare)
    assert [each.name for each in await found(bare)] == [f"event_{start:%Y_%m}" for start in bounds[:-1]]
    # Where its months end before four weeks are over, weeks go on from there: the first is what is left of its week.
    for start in bounds[1:-1]:
        async with bare.transaction() as session:
            await session.execute(text(f"DROP TABLE event_{start:%Y_%m}"))
    await tend_log(bare)
    month, *weeks = await found(bare)
    assert (month.start, weeks[0].start) == (bounds[0], bounds[1])
    assert all(each.end == after.start for each, after in itertools.pairwise(weeks))
    assert {each.end.weekday() for each in weeks} == {0}
    assert await offsets(bare) == [1]


async def test_what_strayed_is_taken_into_its_week(bare: Database) -> None:
    """No worker ran for weeks, or the clock was ahead: everything is read on, and stands where it can be dropped."""
    await write(bare, 20 * DAY, 9 * DAY, timedelta(), -3 * DAY, -400 * DAY)
    assert await offsets(bare, "event_default") == [1, 2, 3, 4, 5]
    async with bare.read() as session:
        start = await position_of(session, OPPORTUNITIES)
    start = type(start)(start.epoch, start.stream_id, 0)
    await tend_log(bare)
    assert await offsets(bare, "event_default") == []
    async with bare.read() as session:
        entries = await read_after(session, start, 10)
        assert [each.position.offset for each in entries] == [1, 2, 3, 4, 5]
        # What was written by a clock that had jumped is of now.
        assert now() - timedelta(minutes=5) < entries[4].created_at < now() + timedelta(minutes=5)
    await write(bare, timedelta())
    assert await offsets(bare, "event_default") == []


async def test_what_strayed_and_is_past_keeping_goes(bare: Database) -> None:
    await write(bare, 400 * DAY, 31 * DAY, 29 * DAY)
    await tend_log(bare)
    assert await offsets(bare, "event_default") == []
    # Of the week in which keeping ends all is there.
    assert (await offsets(bare))[-1] == 3
    assert 1 not in await offsets(bare)


async def test_a_process_whose_clock_jumped_drops_nothing(bare: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Times are the database's; and a database whose clock jumped is not believed alone."""
    await write(bare, 20 * DAY, timedelta())
    await tend_log(bare)
    before = await found(bare)
    for jump in (400 * DAY, -400 * DAY):
        monkeypatch.setattr(partitions, "now", lambda jump=jump: now() + jump)
        await write(bare, timedelta())
        await tend_log(bare)
        assert await found(bare) == before
    assert await offsets(bare) == [1, 2, 3, 4]
    assert await offsets(bare, "event_default") == []


async def test_while_somebody_reads_for_long_nobody_waits(bare: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup holds every table for hours: what waits for a lock would keep everybody else waiting behind it."""
    monkeypatch.setattr(partitions, "_LOCKED_AT_MOST", "100ms")
    await make(bare, "event_long_ago", now() - 90 * DAY, now() - 60 * DAY)
    async with bare.snapshot() as backup:
        await backup.execute(text("SELECT count(*) FROM event"))
        await tend_log(bare)
        assert [each.name for each in await found(bare)] == ["event_long_ago"]
        await write(bare, timedelta())
    await tend_log(bare)
    names = [each.name for each in await found(bare)]
    assert "event_long_ago" not in names
    assert len(names) >= 5
    assert await offsets(bare, "event_default") == []


async def written(db: Database) -> None:
    """Write one event, as a mutation does: again where PostgreSQL gave the transaction up."""
    while True:
        try:
            await write(db, timedelta())
        except SQLAlchemyError as error:
            if not was_given_up(error):
                raise
        else:
            return


async def test_several_tend_it_at_once_while_others_write(bare: Database) -> None:
    async with asyncio.TaskGroup() as tasks:
        for _ in range(3):
            tasks.create_task(tend_log(bare))
            tasks.create_task(written(bare))
    await tend_log(bare)
    assert await offsets(bare) == [1, 2, 3]
    assert await offsets(bare, "event_default") == []
