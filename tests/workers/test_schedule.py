"""The house-keeping: what is of no more use goes, what is of use stays, the log has its weeks."""

import asyncio
from datetime import timedelta

from sqlalchemy import text

from server.accounts.commands import request_sign_in
from server.accounts.model import SignInRequest, SignInSession
from server.kit.clock import now
from server.kit.db import Database
from server.kit.ids import MemberId
from server.kit.log.partitions import partitions
from server.notifications.commands import claim_mail
from server.notifications.model import SentMail
from server.people.model import ConnectionRequest
from tests.factories.accounts import make_account, make_session
from tests.factories.people import make_member
from tests.support.working import count
from workers.parts import Parts
from workers.schedule import clean_up, keep_house

LONG_AGO = timedelta(days=40)


async def fill(database: Database) -> None:
    """One of each that is old, and one that is not."""
    async with database.transaction() as session:
        member = MemberId((await make_account(session)).id)
        for number in range(2):
            request = await request_sign_in(session, f"{number}@people.example", "ja")
            opened = await make_session(session, member)
            assert await claim_mail(session, f"mail:{number}")
            if number:
                (await session.get_one(SignInRequest, request.id)).expires_at = now() - LONG_AGO
                (await session.get_one(SignInSession, opened.id)).ended_at = now() - LONG_AGO
                (await session.get_one(SentMail, f"mail:{number}")).sent_at = now() - LONG_AGO
        other = await make_member(session)
        for days, declined in ((10, None), (200, None), (400, 170), (400, 200)):
            asking, decided = await make_member(session), None if declined is None else now() - timedelta(days=declined)
            session.add(ConnectionRequest(from_id=asking, to_id=other, at=now() - timedelta(days=days), decided_at=decided))
        for age in ("1 hour", "40 days"):
            await session.execute(
                text(
                    "INSERT INTO pgqueuer_log (created, job_id, status, priority, entrypoint)"
                    " VALUES (now() - cast(:age AS text)::interval, 1, 'successful', 0, 'X')"
                ),
                {"age": age},
            )
            await session.execute(
                text("INSERT INTO mutation_outcome VALUES (:member, 'post', :age, NULL, now() - cast(:age AS text)::interval)"),
                {"member": member, "age": age},
            )


async def test_only_what_is_old_goes_however_often(database: Database, parts: Parts) -> None:
    """Requests, sessions, keys of mails, outcomes of mutations, what became of jobs, requests to connect but for remembered declines."""
    await fill(database)
    tables = ("sign_in_request", "session", "sent_mail", "mutation_outcome", "pgqueuer_log")
    # The queue has noted the two jobs that asking for mails enqueued.
    assert [await count(database, name) for name in tables] == [2, 2, 2, 2, 2 + 2]
    for _ in range(2):
        await clean_up(parts)
        assert [await count(database, name) for name in tables] == [1, 1, 1, 1, 2 + 1]
        assert await count(database, "connection_request") == 2


async def test_the_log_has_the_coming_weeks_and_none_past_keeping(database: Database, parts: Parts) -> None:
    """Made ahead of time, and made again when one is missing; what is older than thirty days is dropped."""
    async with database.read() as session:
        before = await partitions(session)
    past = f"FOR VALUES FROM ('{now() - timedelta(days=80)}') TO ('{now() - timedelta(days=31)}')"
    async with database.transaction() as session:
        await session.execute(text(f"DROP TABLE {before[-2].name}"))
        await session.execute(text(f"CREATE TABLE event_past PARTITION OF event {past}"))
    await clean_up(parts)
    async with database.read() as session:
        assert await partitions(session) == before


async def test_house_keeping_begins_at_once_and_ends_when_told(database: Database, parts: Parts) -> None:
    """It sleeps for an hour between, and wakes to end."""
    await fill(database)
    stop = asyncio.Event()
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        tasks.create_task(keep_house(parts, stop))
        for _ in range(500):
            if await count(database, "pgqueuer_log") == 3:
                break
            await asyncio.sleep(0.02)
        stop.set()
    assert await count(database, "pgqueuer_log") == 3
