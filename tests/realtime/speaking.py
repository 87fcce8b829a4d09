"""The socket alone, over operations that a test scripts, and a client that writes any bytes it likes."""

import asyncio
import base64
import json
import logging
import os
import socket
import struct
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, cast

import structlog
import websockets
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket
from websockets.typing import Origin, Subprotocol

from engawa.serving import Server, configured
from server.http.guard import whereabouts
from server.kit.actor import Actor
from server.realtime.endpoint import PROTOCOL, Realtime
from server.realtime.operations import NotAnswered, Operation, Outlet
from server.realtime.protocol import Around
from server.realtime.rights import Rights
from server.realtime.sockets import Sockets
from tests.support.running import Answer, PromptServer, Socket

INIT = {"type": "connection_init"}
ACK = {"type": "connection_ack"}
FAULTS = {"refused": NotAnswered([{"message": "no such field"}]), "broken": ValueError("broken"), "lost": ConnectionError("lost")}
ANSWERS: dict[str, dict[str, Any]] = {
    "partly": {"data": None, "errors": [{"message": "half of it"}]},
    "over": {"data": None, "errors": [{"message": "over", "extensions": {"code": "SessionOver"}}]},
}


@dataclass(slots=True)
class Scripted:
    """What an operation is given: who asks."""

    actor: Actor


@dataclass(slots=True)
class Script:
    """Operations whose document is the name of what they do; `began` and `ended` count them."""

    began: Counter[str] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)
    given: list[Operation] = field(default_factory=list)
    actor: Actor = field(default_factory=Actor)
    # What "held" and the end of "lingering" wait for; what making a context waits for, and what finding out who asks does.
    release: asyncio.Event = field(default_factory=asyncio.Event)
    door: asyncio.Event | None = None
    asking: asyncio.Event | None = None
    unknown: Exception | None = None

    async def context(self, _websocket: WebSocket) -> Scripted:
        """Make a context, when the door is open."""
        if self.door is not None:
            await self.door.wait()
        return Scripted(self.actor)

    async def identify(self, _websocket: WebSocket) -> Actor:
        """Say who asks, when that is known."""
        if self.asking is not None:
            await self.asking.wait()
        if self.unknown is not None:
            raise self.unknown
        return self.actor

    async def stream(self, operation: Operation, _context: Scripted, _outlet: Outlet) -> AsyncGenerator[dict[str, Any]]:
        """Do what the document says."""
        self.began[operation.query] += 1
        self.given.append(operation)
        try:
            async for answer in self._answers(operation.query, operation.variables or {}):
                yield answer
        finally:
            self.ended[operation.query] += 1

    async def _answers(self, what: str, given: dict[str, Any]) -> AsyncGenerator[dict[str, Any]]:
        if what in FAULTS:
            raise FAULTS[what]
        if what in ANSWERS:
            yield ANSWERS[what]
        elif what == "echo":
            yield {"data": given}
        elif what == "held":
            await self.release.wait()
            yield {"data": "released"}
        elif what == "lingering":
            try:
                await asyncio.Event().wait()
            finally:
                await self.release.wait()
        elif what == "stubborn":
            with suppress(asyncio.CancelledError):
                await asyncio.Event().wait()
            yield {"data": "too late"}
        for number in range(given.get("many", 0)):
            yield {"data": {"number": number, "filling": str(number) + "x" * given.get("size", 0)}}
            if not given.get("at once"):
                await asyncio.sleep(0)
        if what == "endless":
            await asyncio.Event().wait()


class Unwatched:
    """Rights that nobody takes."""

    def watch(self, _actor: Actor, _close: Callable[[str], None]) -> Callable[[], None]:
        """Never close anything."""
        return lambda: None


@dataclass(slots=True)
class Served:
    """A socket that is served."""

    port: int
    script: Script
    sockets: Sockets
    server: Server

    @asynccontextmanager
    async def client(self, *, initialise: bool = True, headers: dict[str, str] | None = None) -> AsyncGenerator[Socket]:
        """Open a socket as a client does."""
        async with websockets.connect(
            f"ws://127.0.0.1:{self.port}/graphql",
            subprotocols=[Subprotocol(PROTOCOL)],
            origin=Origin("http://engawa.example"),
            additional_headers=headers,
            compression=None,
            proxy=None,
        ) as connection:
            found = Socket(connection)
            if initialise:
                await found.send(INIT)
                assert await found.receive() == ACK
            yield found

    async def emptied(self) -> None:
        """Wait until no socket is left."""
        await until(lambda: self.sockets.open == 0)


@asynccontextmanager
async def served(*, plain: bool, slowly: bool = False) -> AsyncGenerator[Served]:
    """Serve the socket alone: under our own protocol class, or under uvicorn's, where only ASGI is left.

    It stops promptly, or `slowly`, as the real one does.
    """
    script, sockets = Script(), Sockets()
    around = Around(script, script.context, script.identify, cast(Rights, Unwatched()), sockets)
    realtime = Realtime(around, origins=frozenset({"http://engawa.example"}), place_of=whereabouts)
    config = configured(Starlette(routes=[WebSocketRoute("/graphql", realtime.serve)]))
    if plain:
        config.ws = "websockets-sansio"
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.bind(("127.0.0.1", 0))
    started = asyncio.Event()
    server = Server(config, ready=started.set, drain=sockets.drain) if slowly else PromptServer(config, ready=started.set)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    await started.wait()
    try:
        yield Served(listening.getsockname()[1], script, sockets, server)
    finally:
        server.should_exit = True
        if isinstance(server, PromptServer):
            server.stop()
        await serving


def frame(opcode: int, payload: bytes = b"", *, fin: bool = True, rsv: int = 0, masked: bool = True, says: int | None = None) -> bytes:
    """Return a frame as clients write it; `says` is a length that it announces instead of its own."""
    size = len(payload) if says is None else says
    mask = os.urandom(4) if masked else b""
    first, bit = (0x80 if fin else 0) | rsv << 4 | opcode, 0x80 if masked else 0
    if size < 126:
        head = bytes((first, bit | size))
    elif size < 65536:
        head = struct.pack("!BBH", first, bit | 126, size)
    else:
        head = struct.pack("!BBQ", first, bit | 127, size)
    return head + mask + (bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload)) if masked else payload)


def text(message: Any, **how: Any) -> bytes:
    """Return a message as one text frame."""
    return frame(1, (message if isinstance(message, str) else json.dumps(message, ensure_ascii=False)).encode(), **how)


@dataclass(slots=True)
class Wire:
    """A client that writes bytes, and reads frames strictly: nothing may follow a close frame."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    answer: str = ""

    async def write(self, *pieces: bytes) -> None:
        """Write everything at once; a server that has hung up is seen when reading, and who has said all says no more."""
        with suppress(ConnectionError, RuntimeError):
            self.writer.write(b"".join(pieces))
            await self.writer.drain()

    async def read(self, within: float = 10.0) -> tuple[int, bytes] | None:
        """Return the next frame's opcode and payload; None at the end."""
        async with asyncio.timeout(within):
            try:
                first, second = await self.reader.readexactly(2)
                assert first & 0x70 == 0
                assert second & 0x80 == 0
                size = second
                if size == 126:
                    (size,) = struct.unpack("!H", await self.reader.readexactly(2))
                elif size == 127:
                    (size,) = struct.unpack("!Q", await self.reader.readexactly(8))
                return first & 0x0F, await self.reader.readexactly(size)
            except (asyncio.IncompleteReadError, ConnectionError):
                return None

    async def introduced(self) -> None:
        """Introduce itself, and wait until that is acknowledged."""
        await self.write(text(INIT))
        assert await self.read() == (1, json.dumps(ACK, separators=(",", ":")).encode())

    async def ended(self) -> tuple[int | None, list[Any]]:
        """Read to the end, answering the close frame; return its code and the messages before it."""
        code, messages = None, []
        while (found := await self.read()) is not None:
            opcode, payload = found
            assert code is None, (code, opcode, payload[:80])
            if opcode == 1:
                messages.append(json.loads(payload))
            if opcode == 8:
                # One without a code says so.
                code = struct.unpack("!H", payload[:2])[0] if payload else 1005
                assert len(payload) <= 125
                await self.write(frame(8, payload[:2]))
        return code, messages


@asynccontextmanager
async def wired(port: int, *, room: int | None = None, extensions: str = "") -> AsyncGenerator[Wire]:
    """Open a socket byte by byte; `room` is how many bytes its kernel takes that nobody reads."""
    raw = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if room is not None:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
    raw.setblocking(False)  # noqa: FBT003
    await asyncio.get_running_loop().sock_connect(raw, ("127.0.0.1", port))
    reader, writer = await asyncio.open_connection(sock=raw, limit=room or 2**16)
    key = base64.b64encode(os.urandom(16)).decode()
    offered = f"Sec-WebSocket-Extensions: {extensions}\r\n" if extensions else ""
    writer.write(
        f"GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Protocol: {PROTOCOL}\r\n{offered}\r\n".encode()
    )
    answer = (await reader.readuntil(b"\r\n\r\n")).decode()
    assert answer.startswith("HTTP/1.1 101 "), answer
    try:
        yield Wire(reader, writer, answer)
    finally:
        writer.transport.abort()
        with suppress(ConnectionError):
            await writer.wait_closed()


def wanted(key: str, what: str, **given: Any) -> Answer:
    """A message that begins an operation."""
    return {"type": "subscribe", "id": key, "payload": {"query": what, "variables": given}}


def done(key: str) -> Answer:
    """A message that ends one."""
    return {"type": "complete", "id": key}


async def code_of(found: Socket) -> int:
    """The code with which a socket is closed, whatever came before."""
    try:
        while True:
            async with asyncio.timeout(10):
                await found.connection.recv()
    except websockets.ConnectionClosed:
        assert found.connection.close_code is not None
        return found.connection.close_code


async def reason_of(found: Socket) -> tuple[int, str]:
    """The same with the reason."""
    return await code_of(found), found.connection.close_reason or ""


async def until(so: Callable[[], object]) -> None:
    """Wait until it is so."""
    for _ in range(2000):
        if so():
            return
        await asyncio.sleep(0.01)
    raise AssertionError


class Told(logging.Handler):
    """What was logged, as it would be read."""

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(self.format(record))


@contextmanager
def nothing_logged() -> Generator[None]:
    """Assert that neither we nor uvicorn nor the loop have anything to complain about within the block."""
    told = Told()
    loggers = [logging.getLogger(name) for name in ("uvicorn.error", "asyncio", "websockets")]
    for logger in loggers:
        logger.addHandler(told)
    try:
        with structlog.testing.capture_logs() as lines:
            yield
    finally:
        for logger in loggers:
            logger.removeHandler(told)
    assert told.lines == []
    assert [line for line in lines if line["log_level"] in {"warning", "error", "critical"}] == []
