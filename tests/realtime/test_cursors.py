"""Cursors that cannot be served: each gets exactly one ResyncRequired and then what happens, with nothing leaked and nothing written."""

import asyncio
from collections import defaultdict
from datetime import timedelta
from typing import Any, Final, TypeAlias

import pytest
from sqlalchemy import text

from server.kit.clock import now
from server.kit.log import CursorKey, Position, renew_epochs
from server.kit.log.partitions import tend_log
from server.kit.settings import Settings
from tests.factories.people import make_member
from tests.realtime.test_queue import declared
from tests.realtime.watching import FOLLOWED, Stage, cursor_of, watching
from tests.schema.opportunities.asking import posted, responded
from tests.support.databases import cloned
from tests.support.running import Answer, Application, Client, Socket, running
from tests.support.unchanged import unchanged

Follow: TypeAlias = tuple[Client, dict[str, Any]]
STREAMS: Final = ("opportunities", "inbox", "queue")


def followers(stage: Stage, stream: str) -> Follow:
    """Who follows the stream here, and with which variables."""
    return (stage.operator, {"group": stage.group}) if stream == "queue" else (stage.friend, {})


async def happens(stage: Stage, stream: str) -> None:
    """One thing happens that the follower of the stream is told of, and nothing that other streams tell of them."""
    if stream == "queue":
        await declared(stage)
    elif stream == "inbox":
        await responded(stage.friend, await posted(stage.author))
    else:
        await posted(stage.author)


async def unservable(stage: Stage, stream: str) -> dict[str, str]:
    """Every kind of cursor that cannot be served on the follower's stream."""
    client, variables = followers(stage, stream)
    cursors = stage.app.house.graph.cursors
    own = await cursor_of(client, stream, variables.get("group"))
    here = cursors.open(own)
    flipped = own[:20] + ("A" if own[20] != "A" else "B") + own[21:]
    return {
        "empty": "",
        "short": "x",
        "kana": "あ" * 64,
        "long": own * 40,
        "truncated": own[:-4],
        "truncated by one": own[:-1],
        "lengthened": own + "AAAA",
        "flipped": flipped,
        "with a space": f" {own}",
        "another deployment's": CursorKey("another deployment's secret, of 32 characters").seal(here),
        "of the future": cursors.seal(Position(here.epoch, here.stream_id, here.offset + 1)),
        "of a far future": cursors.seal(Position(here.epoch, here.stream_id, 2**62)),
        "of before all": cursors.seal(Position(here.epoch, here.stream_id, -1)),
        "of another epoch": cursors.seal(Position(stage.members["author"], here.stream_id, here.offset)),
        "of another inbox": await cursor_of(stage.author, "inbox"),
        "of another queue": await cursor_of(stage.steward, "queue"),
        "of another stream": await cursor_of(client, "inbox" if stream == "opportunities" else "opportunities"),
        "of a stream that is none": cursors.seal(Position(here.epoch, here.stream_id + 10_000, 0)),
    }


async def told(socket: Socket, stream: str, number: int) -> dict[str, list[Answer]]:
    """The next so many deliveries of all operations, by their ids, in order."""
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    for _ in range(number):
        message = await socket.receive(10)
        assert (message["type"], "errors" in message["payload"]) == ("next", False), message
        found[message["id"]].append(message["payload"]["data"][stream])
    return found


@pytest.mark.parametrize("stream", STREAMS)
async def test_what_cannot_be_served_is_resynced_once_and_then_goes_on(stage: Stage, stream: str) -> None:
    client, variables = followers(stage, stream)
    await happens(stage, stream if stream != "queue" else "opportunities")
    cursors = await unservable(stage, stream)
    place = await cursor_of(client, stream, variables.get("group"))
    async with client.socket() as socket:
        async with unchanged(stage.app.house.db):
            for name, cursor in cursors.items():
                await socket.subscribe(name, FOLLOWED[stream], {"after": cursor, **variables})
            first = await told(socket, stream, len(cursors))
        resync = {"__typename": "ResyncRequired", "cursor": place}
        assert {name: [each["event"] for each in deliveries] for name, deliveries in first.items()} == {name: [resync] for name in cursors}
        assert {each["cursor"] for (each,) in first.values()} == {place}
        await happens(stage, stream)
        # A declared tenure is told as its application, and as a change of it.
        number = 2 if stream == "queue" else 1
        then = await told(socket, stream, number * len(cursors))
        for deliveries in then.values():
            assert [each["previous"] for each in deliveries] == [place, *(each["cursor"] for each in deliveries[:-1])]
            assert [each["event"]["__typename"] == "ResyncRequired" for each in deliveries] == [False] * number
        assert {tuple(each["cursor"] for each in deliveries) for deliveries in then.values()} == {
            tuple(each["cursor"] for each in then["empty"])
        }


@pytest.mark.parametrize("stream", STREAMS)
async def test_after_a_restored_backup_every_earlier_cursor_is_resynced(stage: Stage, stream: str) -> None:
    """Also one whose offset the log has reached again since: it names what is no more."""
    client, variables = followers(stage, stream)
    earlier = await cursor_of(client, stream, variables.get("group"))
    await happens(stage, stream)
    later = await cursor_of(client, stream, variables.get("group"))
    async with stage.app.house.db.transaction() as session:
        assert await renew_epochs(session) > 0
    for cursor in (earlier, later):
        async with watching(client, stream, after=cursor, **variables) as watch:
            event = await watch.next()
            assert event == {"__typename": "ResyncRequired", "cursor": watch.last}
            assert watch.last not in (earlier, later)
            renewed = watch.last
    # What is told from now on is served as ever.
    async with watching(client, stream, after=renewed, **variables) as watch:
        await watch.socket.silent()


async def test_renewing_waits_for_who_writes_and_loses_nothing(stage: Stage) -> None:
    """Heads are locked in one order, so that commands and the renewal wait for one another and none is given up."""

    async def renewed() -> None:
        async with stage.app.house.db.transaction() as session:
            await renew_epochs(session)

    async with asyncio.TaskGroup() as tasks:
        for number in range(4):
            tasks.create_task(posted(stage.author, title=f"{number}"))
            tasks.create_task(renewed())
    start = await cursor_of(stage.friend)
    async with watching(stage.friend, after=start) as watch:
        await posted(stage.author, title="その後")
        assert await watch.told() == ("OpportunityPosted", "その後")


async def test_dropped_weeks_are_resynced_and_what_is_left_is_served(stage: Stage) -> None:
    cursors: list[str] = [await cursor_of(stage.friend)]
    for number in range(3):
        await posted(stage.author, title=f"{number}")
        cursors.append(await cursor_of(stage.friend))
    db = stage.app.house.db
    bounds = f"FROM ('{now() - timedelta(days=60)}') TO ('{now() - timedelta(days=40)}')"
    async with db.transaction() as session:
        await session.execute(text(f"CREATE TABLE event_past PARTITION OF event FOR VALUES {bounds}"))
        await session.execute(text("""UPDATE event SET created_at = now() - interval '50 days' WHERE "offset" <= 2"""))
    await tend_log(db)
    for cursor in cursors[:2]:
        async with watching(stage.friend, after=cursor) as watch:
            assert (await watch.next())["__typename"] == "ResyncRequired"
            await watch.socket.silent()
    async with watching(stage.friend, after=cursors[2]) as watch:
        assert await watch.told() == ("OpportunityPosted", "2")
    async with watching(stage.friend, after=cursors[3]) as watch:
        await watch.socket.silent()


async def test_in_a_database_that_was_restored_elsewhere_no_earlier_cursor_is_served(server_url: str, database_url: str) -> None:
    """Nobody has to say so: where the log stands is part of its epoch. In its own place it goes on."""
    settings = Settings(_env_file=None)
    async with running(database_url, settings) as app:
        reader, author = await two(app)
        start = await cursor_of(reader)
        await posted(author, title="写しの前")
        cookies = [client.http.cookies.get("engawa") for client in (reader, author)]
    own = database_url.partition("?")[0].rpartition("/")[2]
    async with cloned(server_url, own) as restored, running(restored, settings) as app:
        reader, author = back(app, cookies)
        async with watching(reader, after=start) as watch:
            assert (await watch.next())["__typename"] == "ResyncRequired"
            await posted(author, title="写しで")
            assert await watch.told() == ("OpportunityPosted", "写しで")
    async with running(database_url, settings) as app:
        (reader, _author) = back(app, cookies)
        async with watching(reader, after=start) as watch:
            assert await watch.told() == ("OpportunityPosted", "写しの前")


async def two(app: Application) -> list[Client]:
    """Two verified members, signed in."""
    async with app.house.db.transaction() as session:
        members = [await make_member(session, name) for name in ("髙橋 悠", "佐藤 凪")]
    return [await app.as_member(member) for member in members]


def back(app: Application, cookies: list[str | None]) -> list[Client]:
    """The same two, after a restart."""
    clients = [app.guest(), app.guest()]
    for client, token in zip(clients, cookies, strict=True):
        client.http.cookies.set("engawa", token or "")
    return clients
