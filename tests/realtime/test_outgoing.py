"""What leaves a socket whose client reads slowly or not at all: bounded, in order, and ended by a code that says to resume."""

import asyncio
import json
import socket
import tracemalloc
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from starlette.websockets import WebSocket
from websockets.frames import Frame, Opcode
from websockets.protocol import State

from engawa.frames import FramesProtocol
from server.realtime import outgoing
from server.realtime.outgoing import EXTENSION, Outgoing, outgoing_of
from server.realtime.ready import Ready, frame_of
from tests.realtime.speaking import Served, code_of, frame, nothing_logged, served, text, until, wired
from tests.support.running import PromptServer

ANSWER = b'{"data":{"a":"\xe7\xb8\x81"}}'


@dataclass(slots=True)
class Transport:
    """What is at the other end: it takes everything, or nothing while it is full."""

    full: bool = False
    written: list[str] = field(default_factory=list)
    ends: list[tuple[int, str]] = field(default_factory=list)
    emptied: Callable[[], None] = lambda: None
    flowing: asyncio.Event = field(default_factory=asyncio.Event)

    def attach(self, emptied: Callable[[], None]) -> None:
        """As a server that takes frames."""
        self.emptied = emptied

    def write_frame(self, frame: bytes) -> None:
        """As a server that takes frames."""
        self.written.append(frame[frame.index(b"{") :].decode())

    def end(self, code: int, reason: str, _within: float) -> None:
        """As a server that takes frames."""
        self.ends.append((code, reason))

    async def send(self, message: dict[str, Any]) -> None:
        """As a server through ASGI."""
        await self.flowing.wait()
        if message["type"] == "websocket.close":
            self.ends.append((message["code"], message["reason"]))
        else:
            self.written.append(message["text"])

    async def flows(self, *, yes: bool) -> None:
        """Take everything from now on, or nothing."""
        self.full = not yes
        if yes:
            self.flowing.set()
            self.emptied()
        else:
            self.flowing.clear()
        await asyncio.sleep(0.01)


@dataclass(slots=True)
class Ways:
    """One way out, what it leads to, and whether it said that it is over."""

    to: Transport
    out: Outgoing
    over: list[int]


@pytest.fixture(params=["frames", "plain"])
async def way(request: pytest.FixtureRequest) -> AsyncGenerator[Ways]:
    """Each of the two, to a client that reads."""
    to, over = Transport(), list[int]()
    to.flowing.set()
    extensions = {EXTENSION: to} if request.param == "frames" else {}

    class Socket:
        scope = {"extensions": extensions}  # noqa: RUF012
        send = staticmethod(to.send)

    out = outgoing_of(cast(WebSocket, Socket()), lambda: over.append(1))
    yield Ways(to, out, over)
    out.gone()


async def test_messages_leave_in_the_order_in_which_they_came(way: Ways) -> None:
    shared = Ready(ANSWER)
    way.out.send({"type": "connection_ack"})
    way.out.next("1", ANSWER)
    way.out.next('"縁"', shared)
    way.out.send({"type": "complete", "id": "1"})
    await asyncio.sleep(0.01)
    assert [json.loads(each) for each in way.to.written] == [
        {"type": "connection_ack"},
        {"type": "next", "id": "1", "payload": {"data": {"a": "縁"}}},
        {"type": "next", "id": '"縁"', "payload": {"data": {"a": "縁"}}},
        {"type": "complete", "id": "1"},
    ]
    # What is written before the end arrives before it, and nothing after it.
    way.out.send({"type": "last"})
    way.out.close(4400, "why")
    way.out.send({"type": "too late"})
    way.out.next("1", ANSWER)
    way.out.close(1000, "again")
    await way.out.finish()
    assert way.to.written[4:] == ['{"type":"last"}']
    assert (way.to.ends, way.over, way.out.closed) == ([(4400, "why")], [1], True)


async def test_so_many_messages_wait_and_one_more_ends_it(way: Ways) -> None:
    await way.to.flows(yes=False)
    # The one that stands in the door is not counted.
    way.out.next("door", ANSWER)
    await asyncio.sleep(0.01)
    for number in range(outgoing.MOST_MESSAGES - way.out.waiting):
        way.out.next(str(number), ANSWER)
    assert (way.out.waiting, way.out.closed) == (256, False)
    way.out.next("one more", ANSWER)
    assert (way.out.waiting, way.out.closed, way.over) == (0, True, [1])
    before = len(way.to.written)
    await way.to.flows(yes=True)
    await way.out.finish()
    assert way.to.ends == [(4503, "resume")]
    assert len(way.to.written) - before <= 1


async def test_so_many_bytes_wait_and_one_more_ends_it(way: Ways) -> None:
    await way.to.flows(yes=False)
    way.out.next("door", ANSWER)
    await asyncio.sleep(0.01)
    # One that waits alone may be of any size; otherwise what is large could never be sent.
    while way.out.waiting:
        await way.to.flows(yes=True)
        await way.to.flows(yes=False)
    for _ in range(2):
        way.out.next("1", Ready(b'{"data":"' + b"x" * 400_000 + b'"}'))
        await asyncio.sleep(0.01)
        if way.out.waiting:
            break
    assert (way.out.waiting, way.out.closed) == (1, False)
    way.out.next("1", b'{"data":1}')
    assert (way.out.waiting, way.out.closed) == (0, True)


async def test_what_waits_goes_on_when_the_client_reads_again(way: Ways) -> None:
    await way.to.flows(yes=False)
    for number in range(200):
        way.out.send({"number": number})
        await asyncio.sleep(0)
    waits = asyncio.create_task(way.out.room())
    await asyncio.sleep(0.01)
    assert not waits.done()
    await way.to.flows(yes=True)
    await waits
    way.out.send({"number": 200})
    await asyncio.sleep(0.01)
    assert [json.loads(each)["number"] for each in way.to.written] == list(range(201))
    assert way.out.waiting == 0


async def test_who_waits_for_room_is_not_kept_when_it_is_over(way: Ways) -> None:
    await way.to.flows(yes=False)
    for number in range(200):
        way.out.send({"number": number})
        await asyncio.sleep(0)
    waits = asyncio.create_task(way.out.room())
    await asyncio.sleep(0.01)
    way.out.close(4403, "Forbidden")
    async with asyncio.timeout(20):
        await waits
    assert way.out.waiting == 0


async def test_what_is_ready_is_made_once_and_is_a_frame_as_the_library_writes_it() -> None:
    ready = Ready(ANSWER)
    assert ready.frame("Inbox") is ready.frame("Inbox")
    assert ready.text("Inbox") is ready.text("Inbox")
    kept = [ready.frame(str(number)) for number in range(1000)]
    assert sum(ready.frame(str(number)) is kept[number] for number in range(1000)) < 10
    for size in (0, 1, 125, 126, 127, 65535, 65536, 300_000):
        content = b"x" * size
        assert frame_of(content) == Frame(Opcode.TEXT, content).serialize(mask=False)


@pytest.fixture(params=["frames", "plain"])
async def there(request: pytest.FixtureRequest) -> AsyncGenerator[Served]:
    """The socket on both ways, under a real server."""
    with nothing_logged():
        async with served(plain=request.param == "plain") as found:
            yield found


def begun(**given: Any) -> bytes:
    """A message that begins to count."""
    return text({"type": "subscribe", "id": "1", "payload": {"query": "count", "variables": given}})


async def test_who_does_not_read_is_let_go_and_what_they_got_is_whole(there: Served) -> None:
    async with wired(there.port, room=4096) as wire:
        await wire.introduced()
        await wire.write(begun(many=10_000, size=4096))
        await until(lambda: there.script.ended["count"])
        code, messages = await wire.ended()
    assert code == 4503
    numbers = [message["payload"]["data"]["number"] for message in messages]
    assert 0 < len(numbers) < 10_000
    # Between what was read and the end there is a gap, which the client closes by its cursor.
    assert numbers == list(range(len(numbers)))
    await there.emptied()


async def test_nothing_is_kept_for_who_never_reads(there: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outgoing, "CLOSE_WITHIN", 0.5)
    tracemalloc.start()
    async with wired(there.port, room=4096) as wire:
        await wire.introduced()
        before = tracemalloc.get_traced_memory()[0]
        await wire.write(begun(many=10_000, size=4096))
        await there.emptied()
        assert there.script.ended["count"] == 1
        now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        # Forty megabytes were to be sent.
        assert most - before < 4 * 2**20
        assert now - before < 2**20


async def test_who_reads_gets_everything(there: Served) -> None:
    async with there.client() as found:
        for given in ({"many": 3000, "size": 1000}, {"many": 400, "at once": True}):
            await found.send({"type": "subscribe", "id": "1", "payload": {"query": "count", "variables": given}})
            assert [(await found.next("1"))["number"] for _ in range(given["many"])] == list(range(given["many"]))
            assert (await found.receive())["type"] == "complete"


async def test_a_server_stops_though_somebody_is_just_leaving() -> None:
    """They have said goodbye, and what they did not read keeps them."""
    with nothing_logged():
        async with served(plain=False) as there, wired(there.port, room=4096) as wire, there.client() as other:
            await wire.introduced()
            own = wire.writer.get_extra_info("sockname")
            protocols = [cast(FramesProtocol, one) for one in there.server.server_state.connections]
            (leaving,) = [one for one in protocols if one.client == own]
            # The kernel takes little for them either.
            leaving.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
            await wire.write(begun(many=30, size=4096))
            await until(lambda: leaving.full)
            await wire.write(frame(8, b"\x03\xe8"))
            await until(lambda: leaving.conn.state is State.CLOSING)
            assert not leaving.close_sent
            assert leaving in there.server.server_state.connections
            assert isinstance(there.server, PromptServer)
            there.server.stop()
            assert await code_of(other) == 1012
