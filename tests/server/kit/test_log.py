"""The log: gapless offsets in commit order, one job per event, nothing of what was rolled back, and cursors that tell nothing."""

import asyncio
import random
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from sqlalchemy import select, text

from server.kit.db import Database
from server.kit.ids import GroupId, MemberId, uuid7
from server.kit.log import (
    OPPORTUNITIES,
    CursorKey,
    Event,
    EventRow,
    Position,
    UnreadableCursor,
    decode,
    encode,
    heads,
    inbox,
    position_of,
    read_after,
    record,
)
from server.notifications.model import Notice
from server.opportunities.events import OpportunityEdited
from server.people.events import AffiliationConfirmed, ProfileUpdated
from tests.support.unchanged import unchanged
from tests.support.working import jobs


def updated() -> ProfileUpdated:
    """An event."""
    return ProfileUpdated(member_id=MemberId(uuid7()))


async def test_an_event_and_its_job_are_written_with_the_change(database: Database) -> None:
    event = updated()
    async with database.transaction() as session:
        record(session, event, OPPORTUNITIES, inbox(event.member_id))
    async with database.read() as session:
        found = await heads(session, [OPPORTUNITIES, inbox(event.member_id), "nowhere"])
        assert {name: position.offset for name, position in found.items()} == {OPPORTUNITIES: 1, inbox(event.member_id): 1}
        start = found[OPPORTUNITIES]
        (entry,) = await read_after(session, Position(start.epoch, start.stream_id, 0), 10)
    assert decode(entry.type, entry.ref) == event
    assert entry.position == start
    assert await jobs(database) == [("queued", "ProfileUpdated", 0)]


async def test_what_is_rolled_back_leaves_no_event_and_no_job(database: Database) -> None:
    class Refused(Exception):
        pass

    async def refuse(*, first: bool) -> None:
        async with database.transaction() as session:
            record(session, updated(), OPPORTUNITIES)
            if first:
                # Written at once, as the very first statement that the transaction would send by itself.
                await database._flush(session)
            raise Refused

    async with unchanged(database):
        for first in (False, True):
            with pytest.raises(Refused):
                await refuse(first=first)
        with pytest.raises(Exception, match="violates"):
            await broken(database)


async def broken(database: Database) -> None:
    """A change that the database refuses only when it is flushed."""
    async with database.transaction() as session:
        record(session, updated(), OPPORTUNITIES)
        session.add(Notice(member_id=uuid7(), type="x", ref={}))


async def test_offsets_are_gapless_and_in_commit_order_under_many_at_once(database: Database) -> None:
    chance, streams = random.Random(7), ["a", "b", "c"]
    done: list[MemberId] = []

    async def change() -> None:
        event, wanted = updated(), chance.sample(streams, chance.randint(1, 3))
        async with database.transaction() as session:
            record(session, event, *wanted)
            await asyncio.sleep(chance.random() / 50)
        done.append(event.member_id)

    watched = asyncio.create_task(follow(database, "a"))
    await asyncio.gather(*(change() for _ in range(20)))
    async with database.transaction() as session:
        record(session, updated(), "a")
    async with asyncio.timeout(10):
        seen = await watched
    async with database.read() as session:
        for name, start in (await heads(session, streams)).items():
            entries = await read_after(session, Position(start.epoch, start.stream_id, 0), 100)
            assert [entry.position.offset for entry in entries] == list(range(1, start.offset + 1))
            if name == "a":
                # Whoever read along while they were written missed nothing.
                assert [entry.ref for entry in entries] == seen
        assert len((await session.scalars(select(EventRow.offset))).all()) >= 20
    assert len(done) == 20
    assert len(await jobs(database)) == 21


async def follow(database: Database, stream: str) -> list[dict[str, str]]:
    """Read along from the start until there was nothing new for a while after twenty transactions."""
    async with database.transaction() as session:
        position = replace(await position_of(session, stream), offset=0)
    found: list[dict[str, str]] = []
    while True:
        async with database.read() as session:
            # Counted first: what commits between the two statements is then read in the next turn.
            every = await session.scalar(text("SELECT count(*) FROM pgqueuer"))
            entries = await read_after(session, position, 100)
        found += [entry.ref for entry in entries]
        position = entries[-1].position if entries else position
        if every == 21 and not entries:
            return found
        await asyncio.sleep(0.005)


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything(Event):
    """Every kind of field."""

    member: MemberId
    group: GroupId | None
    groups: tuple[GroupId, ...]
    number: int
    code: str
    later: str = "a default"


def test_events_are_read_as_they_were_written() -> None:
    one, two = GroupId(uuid7()), GroupId(uuid7())
    for group in (one, None):
        event = Everything(member=MemberId(uuid7()), group=group, groups=(one, two), number=7, code="x")
        written = encode(event)
        assert {type(value) for value in written.values()} <= {str, int, list, type(None)}
        assert decode("Everything", written) == event
        # What an older release wrote, and what a newer one will.
        older = {name: value for name, value in written.items() if name != "later"} | {"unknown": 1}
        assert decode("Everything", older) == event
    with pytest.raises(KeyError):
        decode("Nothing", {})
    edited = OpportunityEdited(opportunity_id=uuid7(), author_id=uuid7(), audience_before=20, groups_before=(one,))
    assert decode("OpportunityEdited", encode(edited)) == edited
    confirmed = AffiliationConfirmed(affiliation_id=uuid7(), member_id=uuid7(), group_id=None, decided_by=uuid7())
    assert decode("AffiliationConfirmed", encode(confirmed)) == confirmed


def test_a_cursor_tells_nothing_and_cannot_be_made_up() -> None:
    key, other = CursorKey("one secret of at least 32 characters"), CursorKey("another secret of at least 32 chars")
    here = Position(UUID(int=1), 2, 3)
    cursor = key.seal(here)
    assert key.open(cursor) == here
    assert key.seal(here) == cursor
    later = key.seal(Position(UUID(int=1), 2, 4))
    assert sum(one != two for one, two in zip(cursor, later, strict=True)) > 40
    changed = [cursor[:at] + ("A" if cursor[at] != "A" else "B") + cursor[at + 1 :] for at in range(0, len(cursor), 7)]
    for forged in ("", "x", "あ" * 64, cursor[:-4], cursor + "AAAA", other.seal(here), *changed):
        with pytest.raises(UnreadableCursor):
            key.open(forged)
