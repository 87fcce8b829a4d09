"""The queue: jobs commit and vanish with their transaction, come again when they fail, and are set aside in the end."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import pytest
from sqlalchemy import text

from server.accounts.events import SessionsEnded
from server.kit.db import Database
from server.kit.ids import MemberId, uuid7
from server.kit.log import flush, record
from tests.support.working import count, hurry, jobs
from workers.drain import drain
from workers.parts import NotYet, Parts
from workers.performing import LAST_ATTEMPT, delay_after
from workers.run import running_worker
from workers.table import HANDLERS

Happening = Callable[[], Awaitable[bool]]


class Abandoned(Exception):
    """Something that ends a transaction."""


async def happens(condition: Happening, within: float = 10.0) -> bool:
    """Whether the condition comes true in time."""
    for _ in range(int(within / 0.02)):
        if await condition():
            return True
        await asyncio.sleep(0.02)
    return False


def url_of(database: Database) -> str:
    """Where the database is."""
    return database.engine.url.render_as_string(hide_password=False)


async def tell(database: Database) -> None:
    """Record an event of the type that these tests handle."""
    async with database.transaction() as session:
        record(session, SessionsEnded(member_id=MemberId(uuid7())), "inbox:someone")


@asynccontextmanager
async def handled_by(monkeypatch: pytest.MonkeyPatch, *handlers: Any) -> AsyncGenerator[None]:
    """Let these handlers follow from the event."""
    monkeypatch.setitem(HANDLERS, SessionsEnded, handlers)
    yield


async def abandon(database: Database) -> None:
    """Write an event and its job as a transaction's very first statements, then fail."""
    async with database.transaction() as session:
        record(session, SessionsEnded(member_id=MemberId(uuid7())), "inbox:someone")
        await flush(session)
        raise Abandoned


async def test_a_transaction_that_fails_leaves_no_job(database: Database) -> None:
    """Although SQLAlchemy begins lazily, and a job enqueued first of all would otherwise stand outside."""
    with pytest.raises(Abandoned):
        await abandon(database)
    assert (await jobs(database), await count(database, "event"), await count(database, "stream")) == ([], 0, 0)


async def test_events_and_jobs_commit_together_or_not_at_all(database: Database) -> None:
    """A job that cannot be enqueued takes its event with it."""
    async with database.transaction() as session:
        await session.execute(text("ALTER TABLE pgqueuer ADD CONSTRAINT no_more CHECK (entrypoint <> 'SessionsEnded')"))
    with pytest.raises(Exception, match="no_more"):
        await tell(database)
    assert (await count(database, "pgqueuer"), await count(database, "event")) == (0, 0)


async def test_a_job_is_done_once_and_leaves_the_queue(database: Database, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the key that names its occurrence."""
    keys: list[str] = []

    async def note(_parts: Parts, event: SessionsEnded, key: str) -> None:
        keys.append(f"{type(event).__name__} {key.partition(':')[0]}")

    await tell(database)
    async with handled_by(monkeypatch, note):
        assert await drain(parts) == 1
        assert await drain(parts) == 0
    assert (keys, await jobs(database)) == (["SessionsEnded SessionsEnded"], [])


async def test_a_running_worker_hears_of_a_job(database: Database, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """And is at rest when the block ends."""
    done: list[str] = []

    async def note(_parts: Parts, _event: SessionsEnded, key: str) -> None:
        done.append(key)

    async def all_done() -> bool:
        return len(done) == 20

    async with handled_by(monkeypatch, note), running_worker(parts, url_of(database)):
        for _ in range(20):
            await tell(database)
        assert await happens(all_done)
    assert (len(set(done)), await jobs(database)) == (20, [])


async def test_a_failed_job_waits_and_comes_again(database: Database, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one handler did not manage keeps no other from its work; the key stays."""
    keys: list[str] = []

    async def fail_once(_parts: Parts, _event: SessionsEnded, key: str) -> None:
        keys.append(key)
        if len(keys) == 1:
            raise ConnectionError("someone@example.com")

    others: list[str] = []

    async def other(_parts: Parts, _event: SessionsEnded, key: str) -> None:
        others.append(key)

    await tell(database)
    async with handled_by(monkeypatch, fail_once, other):
        assert await drain(parts) == 0
        assert await jobs(database) == [("queued", "SessionsEnded", 1)]
        assert await drain(parts) == 0
        assert (len(keys), len(others)) == (1, 1)
        await hurry(database)
        assert await drain(parts) == 1
    assert (keys[0], len(keys), await jobs(database)) == (keys[1], 2, [])


async def test_a_handler_may_ask_for_later(database: Database, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """That is no failure, and waits as long as it asked for."""

    async def later(_parts: Parts, _event: SessionsEnded, _key: str) -> None:
        raise NotYet(delay_after(7))

    await tell(database)
    async with handled_by(monkeypatch, later):
        assert await drain(parts) == 0
    async with database.read() as session:
        wait = (await session.execute(text("SELECT extract(epoch FROM execute_after - now()) FROM pgqueuer"))).scalar_one()
    assert 120 < wait <= 128


async def test_a_poisoned_job_is_set_aside(database: Database, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is held as failed, without the texts of its errors, and the jobs behind it go on."""
    poisoned: list[str] = []

    async def poison(_parts: Parts, _event: SessionsEnded, key: str) -> None:
        poisoned.append(key)
        if key == poisoned[0]:
            raise ValueError("someone@example.com")

    await tell(database)
    async with database.transaction() as session:
        await session.execute(text("UPDATE pgqueuer SET attempts = :last"), {"last": LAST_ATTEMPT})
    await tell(database)

    async def other_done() -> bool:
        return len(poisoned) == 2 and [status for status, _, _ in await jobs(database)] == ["failed"]

    async with handled_by(monkeypatch, poison), running_worker(parts, url_of(database)):
        assert await happens(other_done)
    async with database.read() as session:
        told = (await session.execute(text("SELECT string_agg(traceback::text, ' ') FROM pgqueuer_log"))).scalar_one()
    assert "ValueError" in told
    assert "someone@example.com" not in told


async def test_a_job_that_a_dead_worker_left_is_taken_up(database: Database, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once its heartbeat is old; until then it is somebody's."""
    done: list[str] = []

    async def note(_parts: Parts, _event: SessionsEnded, key: str) -> None:
        done.append(key)

    await tell(database)
    left = "UPDATE pgqueuer SET status = 'picked', queue_manager_id = gen_random_uuid(), heartbeat = now() - cast(:age AS text)::interval"
    async with handled_by(monkeypatch, note):
        for age in ("5 seconds", "40 seconds"):
            async with database.transaction() as session:
                await session.execute(text(left), {"age": age})
            await drain(parts)
            assert len(done) == (age == "40 seconds")
    assert await jobs(database) == []


async def test_delays_grow_and_are_bounded() -> None:
    """From a second to half an hour."""
    delays = [delay_after(attempts).total_seconds() for attempts in range(LAST_ATTEMPT)]
    assert delays[:4] == [1, 2, 4, 8]
    assert delays == sorted(delays)
    assert max(delays) == 1800


@pytest.mark.parametrize(("grace", "left"), [(0.1, {("queued", 1)}), (0.0, {("queued", 1), ("picked", 0)})])
async def test_an_interrupted_job_goes_back(
    database: Database, parts: Parts, monkeypatch: pytest.MonkeyPatch, grace: float, left: set[tuple[str, int]]
) -> None:
    """A worker that is stopped while it works ends, and leaves the job to the next one: at once, or once its heartbeat is old."""
    started = asyncio.Event()

    async def endless(_parts: Parts, _event: SessionsEnded, _key: str) -> None:
        started.set()
        await asyncio.sleep(3600)

    monkeypatch.setattr("workers.run._GRACE_SECONDS", grace)
    await tell(database)
    async with asyncio.timeout(90), handled_by(monkeypatch, endless), running_worker(parts, url_of(database)):
        async with asyncio.timeout(60):
            await started.wait()
    [(status, _, attempts)] = await jobs(database)
    assert (status, attempts) in left


async def test_a_worker_outlives_its_connection(database: Database, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the server ends it, the worker connects again, and finds what came meanwhile."""
    done: list[str] = []

    async def note(_parts: Parts, _event: SessionsEnded, key: str) -> None:
        done.append(key)

    async def done_so_far(number: int) -> bool:
        return len(done) == number and await jobs(database) == []

    async with handled_by(monkeypatch, note), running_worker(parts, url_of(database)):
        await tell(database)
        assert await happens(partial(done_so_far, 1))
        assert await end_connections(database) == 1
        await tell(database)
        assert await happens(partial(done_so_far, 2), within=30)
    assert await jobs(database) == []


async def end_connections(database: Database) -> int:
    """End every connection of a worker to this database; return how many there were."""
    mine = "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'engawa worker'"
    async with database.read() as session:
        return len((await session.execute(text(f"SELECT pg_terminate_backend(pid) {mine}"))).all())
