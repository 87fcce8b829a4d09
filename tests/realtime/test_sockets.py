"""How many sockets there may be and how fast one may go, who is let in when all come at once, and how they are asked to leave."""

import asyncio
import resource
import uuid
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from typing import Any

import pytest
import websockets

from engawa.serving import allow_many_sockets
from server.kit.actor import Actor
from server.kit.ids import MemberId
from server.realtime import pace, sockets
from tests.realtime.speaking import ACK, INIT, Served, code_of, nothing_logged, served, until, wanted


@pytest.fixture(params=["frames", "plain"])
async def there(request: pytest.FixtureRequest) -> AsyncGenerator[Served]:
    """The socket on both ways."""
    with nothing_logged():
        async with served(plain=request.param == "plain") as found:
            yield found


def as_member() -> Actor:
    """Somebody who is signed in."""
    return Actor(member_id=MemberId(uuid.uuid4()))


async def test_a_member_has_so_many_sockets(there: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "MOST_OF_MEMBER", 2)
    there.script.actor = as_member()
    async with there.client(), there.client(), there.client(initialise=False) as third:
        await third.send(INIT)
        assert await code_of(third) == 1013
        # Another member is somebody else, and guests are counted by where they come from.
        for actor in (as_member(), Actor()):
            there.script.actor = actor
            async with there.client() as other:
                await other.send(wanted("1", "echo"))
                assert await other.next("1") == {}
    await there.emptied()
    assert there.script.began["echo"] == 2
    assert not there.sockets._of_member
    assert not there.sockets._of_origin


async def test_so_many_sockets_come_from_one_place(there: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "MOST_OF_ORIGIN", 2)
    here = [{"X-Forwarded-For": address} for address in ("2001:db8::1", "2001:db8::2:1", "2001:db8::3", "2001:db8:0:1::1")]
    async with there.client(headers=here[0]), there.client(headers=here[1]):
        async with there.client(initialise=False, headers=here[2]) as found:
            assert await code_of(found) == 1013
        async with there.client(headers=here[3]):
            assert there.sockets.open == 3
    await there.emptied()
    # Who comes from this machine is a proxy that does not say for whom.
    async with there.client(), there.client(), there.client():
        assert there.sockets.open == 3


async def test_so_many_arrive_at_once_and_the_others_in_their_order(there: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "ARRIVING", 1)
    monkeypatch.setattr(sockets, "ARRIVE_WITHIN", 60.0)
    async with there.client() as first, there.client(initialise=False) as second, there.client(initialise=False) as third:
        async with there.client(initialise=False) as impatient:
            for found in (impatient, second):
                await found.send(INIT)
                assert await found.silent(0.1)
        await third.send(INIT)
        assert await third.silent(0.1)
        # Who waits is still heard.
        await third.send({"type": "ping"})
        assert await third.receive() == {"type": "pong"}
        await first.send(wanted("1", "echo"))
        assert await second.receive() == ACK
        assert await third.silent(0.1)
        await second.connection.close()
        assert await third.receive() == ACK
    await there.emptied()
    async with there.client():
        assert there.sockets.gate._arriving == 1
    await there.emptied()
    assert there.sockets.gate._arriving == 0


async def test_who_arrives_and_begins_nothing_makes_room(there: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "ARRIVING", 1)
    monkeypatch.setattr(sockets, "ARRIVE_WITHIN", 0.2)
    async with there.client() as one, there.client() as two:
        for found in (one, two):
            await found.send(wanted("1", "echo"))
            assert await found.next("1") == {}


async def test_who_is_too_fast_waits_and_nobody_else(there: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    # One in two seconds, after the first few.
    monkeypatch.setattr(pace, "MESSAGES", (0.5, 4.0))
    async with there.client() as fast, there.client() as other:
        for _ in range(8):
            await fast.send({"type": "ping"})
        for _ in range(4):
            assert await fast.receive() == {"type": "pong"}
        assert await fast.silent()
        await other.send({"type": "ping"})
        assert await other.receive() == {"type": "pong"}
    monkeypatch.setattr(pace, "MESSAGES", (100.0, 100.0))
    monkeypatch.setattr(pace, "OPERATIONS", (0.5, 2.0))
    async with there.client() as fast, there.client() as other:
        for number in range(6):
            await fast.send(wanted(str(number), "echo"))
        for _ in range(6):
            await fast.receive()
        assert await fast.silent()
        await other.send(wanted("1", "echo"))
        assert await other.next("1") == {}
    await there.emptied()


async def closed(found: Any, order: list[int]) -> None:
    """Note with which code a socket was closed."""
    order.append(await code_of(found))


async def test_two_hundred_are_asked_to_leave_one_by_one(there: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "DRAINED_A_SECOND", 200)
    async with AsyncExitStack() as stack:
        found = [await stack.enter_async_context(there.client()) for _ in range(200)]
        await found[0].send(wanted("1", "endless"))
        order: list[int] = []
        leaving = [asyncio.create_task(closed(each, order)) for each in found]
        draining = asyncio.create_task(there.sockets.drain())
        await until(lambda: len(order) >= 20)
        # Some have left, others are still served, and nobody is let in.
        assert 20 <= len(order) < 150
        assert there.sockets.open > 20
        async with there.client(initialise=False) as late:
            assert await code_of(late) == 1012
        await draining
        await asyncio.gather(*leaving)
        assert order == [1012] * 200
    await there.emptied()
    assert there.script.ended["endless"] == 1


@pytest.mark.parametrize("plain", [False, True])
async def test_the_server_stops_when_its_sockets_have_left(plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "DRAINED_A_SECOND", 10)
    async with AsyncExitStack() as stack, served(plain=plain, slowly=True) as there:
        found = [await stack.enter_async_context(there.client()) for _ in range(10)]
        there.server.should_exit = True
        order: list[int] = []
        leaving = [asyncio.create_task(closed(each, order)) for each in found]
        await until(lambda: order)
        assert there.sockets.open > 0
        with pytest.raises((OSError, websockets.InvalidHandshake)):
            async with there.client():
                pass
        await asyncio.gather(*leaving)
        assert order == [1012] * 10


async def test_who_is_told_twice_to_stop_waits_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "DRAINED_A_SECOND", 0.001)
    monkeypatch.setattr(sockets, "DRAIN_WITHIN", 600.0)
    async with AsyncExitStack() as stack:
        async with served(plain=False, slowly=True) as there:
            found = [await stack.enter_async_context(there.client()) for _ in range(10)]
            there.server.should_exit = True
            await asyncio.sleep(0.3)
            there.server.force_exit = True
        for each in found:
            assert await code_of(each) == 1012


def test_a_process_may_have_as_many_sockets_as_its_machine_lets_it() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (1024, hard))
        allow_many_sockets()
        allowed = resource.getrlimit(resource.RLIMIT_NOFILE)
        assert allowed[1] == hard
        assert allowed[0] == min(65_536, hard) or hard == resource.RLIM_INFINITY
        allow_many_sockets()
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == allowed
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
