"""How sockets end while something is still under way, in which words, and that nobody is kept or hurried by it."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from server.realtime import endpoint
from tests.realtime.speaking import ACK, INIT, Served, done, frame, nothing_logged, reason_of, served, text, until, wanted, wired


@pytest.fixture(params=["frames", "plain"])
async def there(request: pytest.FixtureRequest) -> AsyncGenerator[Served]:
    """The socket, with our protocol class and without it; whatever happens, nobody complains in the log."""
    with nothing_logged():
        async with served(plain=request.param == "plain") as found:
            yield found


async def test_each_end_says_why(there: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    said = {
        (4400, "Unknown message type"): [INIT, {"type": "connection_ack"}],
        (4401, "Unauthorized"): [wanted("1", "echo")],
        (4409, "Subscriber already exists"): [INIT, wanted("1", "endless"), wanted("1", "endless")],
        (4429, "Too many initialisation requests"): [INIT, INIT],
    }
    for end, messages in said.items():
        async with there.client(initialise=False) as found:
            for message in messages:
                await found.send(message)
                if message is INIT and message is not messages[-1]:
                    assert await found.receive() == ACK
            assert await reason_of(found) == end
    monkeypatch.setattr(endpoint, "INIT_WITHIN", 0.1)
    async with there.client(initialise=False) as found:
        assert await reason_of(found) == (4408, "Connection initialisation timeout")
    await there.emptied()


async def test_finding_out_who_asks_may_take_longer_than_an_introduction(there: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "INIT_WITHIN", 0.1)
    there.script.asking = asyncio.Event()
    async with there.client(initialise=False) as found:
        await found.send(INIT)
        assert await found.silent(0.4)
        there.script.asking.set()
        assert await found.receive() == ACK
        await found.send({"type": "ping"})
        assert await found.receive() == {"type": "pong"}
        assert await found.silent(0.4)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize(("fault", "code"), [(ConnectionError("lost"), 1013), (TimeoutError(), 1013), (ValueError("broken"), 1011)])
async def test_where_nobody_can_say_who_asks_it_ends(plain: bool, fault: Exception, code: int) -> None:
    async with served(plain=plain) as there:
        there.script.unknown = fault
        async with there.client(initialise=False) as found:
            await found.send(INIT)
            assert (await reason_of(found))[0] == code
        await there.emptied()
        assert there.script.began == {}
        there.script.unknown = None
        async with there.client():
            pass


@pytest.mark.parametrize("what", ["echo", "refused", "endless"])
@pytest.mark.parametrize("how", ["closed", "gone"])
async def test_what_is_prepared_when_its_socket_ends_never_begins(there: Served, what: str, how: str) -> None:
    """Nobody waits for it, and nothing is said of it."""
    there.script.door = asyncio.Event()
    async with wired(there.port) as wire:
        await wire.introduced()
        await wire.write(text(wanted("1", what)), frame(9, b"there?"))
        assert await wire.read() == (10, b"there?")
        if how == "closed":
            await wire.write(frame(8, b"\x03\xe8"))
            assert await wire.ended() == (1000, [])
        else:
            wire.writer.transport.abort()
        await there.emptied()
    there.script.door.set()
    for _ in range(20):
        await asyncio.sleep(0)
    assert there.script.began == {}


async def test_one_that_ends_slowly_keeps_no_other(there: Served) -> None:
    async with there.client() as found:
        await found.send(wanted("slow", "lingering"))
        await found.send(wanted("quick", "endless"))
        await until(lambda: there.script.began["lingering"] == there.script.began["endless"] == 1)
    await until(lambda: there.script.ended["endless"] == 1)
    assert there.script.ended["lingering"] == 0
    async with there.client() as found:
        await found.send(wanted("1", "echo"))
        assert await found.next("1") == {}
        assert await found.receive() == done("1")
    there.script.release.set()
    await until(lambda: there.script.ended["lingering"] == 1)
    await there.emptied()
