"""Thousands of open sockets in a process of its own: each subscribes, and every answer is noted with the moment when it came.

Read from standard input: one JSON line says what to open; each further line is a text, and answered by one JSON line once it has come
on so many sockets: the moments of the first and of the last, on the clock that all processes of a machine share. A line with `again`
cuts all sockets first, and lets them come back at once, each until it is let in.
"""

import asyncio
import base64
import contextlib
import json
import os
import random
import resource
import struct
import sys
import time
from dataclasses import dataclass, replace
from typing import Any

import uvloop

_AT_ONCE = 64
# Who is not let in comes back after a moment, as clients do.
_PAUSE = (0.1, 2.0)


@dataclass(slots=True)
class Wanted:
    """What to open: where, with which cookies, and what each socket asks for."""

    port: int
    path: str
    origin: str
    protocol: str
    cookies: list[str | None]
    messages: list[list[str]]


class Watch:
    """What is waited for now."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.text = b""
        self.awaited = self.count = 0
        self.came = asyncio.Event()
        self.frames = 0
        self.first = self.last = 0.0
        self.closed = self.refused = 0

    def begin(self, text: str, awaited: int) -> None:
        """Wait for so many answers that hold this text."""
        self.text, self.awaited, self.count, self.first = text.encode(), awaited, 0, 0.0
        self.came.clear()

    def note(self) -> None:
        """One has come."""
        self.last = time.monotonic()
        self.first = self.first or self.last
        self.count += 1
        if self.count == self.awaited:
            self.came.set()


class Client(asyncio.Protocol):
    """One socket, as cheap as can be: frames of the server are never masked, and only counted."""

    def __init__(self, wanted: Wanted, number: int, watch: Watch) -> None:
        """Nothing is open yet."""
        self._wanted = wanted
        self._number = number
        self._messages = wanted.messages[number % len(wanted.messages)]
        self._watch = watch
        self._buffer = b""
        self._open = False
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        self.transport = transport
        wanted = self._wanted
        cookie = wanted.cookies[self._number % len(wanted.cookies)]
        lines = [
            f"GET {wanted.path} HTTP/1.1",
            f"Host: 127.0.0.1:{wanted.port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
            "Sec-WebSocket-Version: 13",
            f"Origin: {wanted.origin}",
            *([f"Sec-WebSocket-Protocol: {wanted.protocol}"] if wanted.protocol else []),
            *([f"Cookie: {cookie}"] if cookie else []),
        ]
        self.transport.write(("\r\n".join(lines) + "\r\n\r\n").encode())

    def data_received(self, data: bytes) -> None:
        """Read what is whole."""
        self._buffer += data
        if not self._open:
            head, found, rest = self._buffer.partition(b"\r\n\r\n")
            if not found:
                return
            if b" 101 " not in head[:20]:
                self.ready.set_exception(ConnectionError(head[:80].decode()))
                return
            self._open, self._buffer = True, rest
            self._say(self._messages[:1])
        while len(self._buffer) >= 2:
            size, start = self._buffer[1], 2
            if size == 126:
                size, start = struct.unpack("!H", self._buffer[2:4])[0] if len(self._buffer) >= 4 else 1 << 30, 4
            elif size == 127:
                size, start = struct.unpack("!Q", self._buffer[2:10])[0] if len(self._buffer) >= 10 else 1 << 30, 10
            if len(self._buffer) < start + size:
                return
            self._message(self._buffer[start : start + size])
            self._buffer = self._buffer[start + size :]

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Count it."""
        self._watch.closed += 1
        if not self.ready.done():
            self.ready.set_exception(ConnectionError("closed"))

    def _message(self, payload: bytes) -> None:
        watch = self._watch
        watch.frames += 1
        if watch.text and watch.text in payload:
            watch.note()
        elif b"connection_ack" in payload:
            # Nothing may be asked for before.
            self._say(self._messages[1:])
            self._ready()
        elif b'"ping"' in payload:
            self.transport.write(masked(b'{"type":"pong"}'))

    def _say(self, messages: list[str]) -> None:
        for text in messages:
            self.transport.write(masked(text.encode()))

    def _ready(self) -> None:
        if not self.ready.done():
            self.ready.set_result(None)


def masked(text: bytes) -> bytes:
    """Return a client's frame; the mask is all zero, which servers cannot tell from another."""
    size = len(text)
    head = bytes((0x81, 0x80 | size)) if size < 126 else struct.pack("!BBH", 0x81, 0x80 | 126, size)
    return head + b"\0\0\0\0" + text


async def opened(wanted: Wanted, many: int, watch: Watch) -> list[Client]:
    """Open so many sockets, some at a time; each is let in."""
    turn = asyncio.Semaphore(_AT_ONCE)

    async def one(number: int) -> Client:
        async with turn:
            return await _one(wanted, number, watch)

    return list(await asyncio.gather(*(one(number) for number in range(many))))


async def opened_again(wanted: Wanted, many: int, watch: Watch) -> list[Client]:
    """Open so many sockets, all at once, each again until it is let in."""

    async def one(number: int) -> Client:
        while True:
            try:
                return await _one(wanted, number, watch)
            except OSError:
                watch.refused += 1
                await asyncio.sleep(random.uniform(*_PAUSE))

    return list(await asyncio.gather(*(one(number) for number in range(many))))


async def _one(wanted: Wanted, number: int, watch: Watch) -> Client:
    _, client = await asyncio.get_running_loop().create_connection(lambda: Client(wanted, number, watch), "127.0.0.1", wanted.port)
    async with asyncio.timeout(60):
        await client.ready
    return client


async def come_back(asked: dict[str, Any], wanted: Wanted, clients: list[Client], watch: Watch) -> dict[str, Any]:
    """Cut all, and open as many anew; return how long it took until each has been told the text."""
    many = len(clients)
    for client in clients:
        client.transport.abort()
    clients.clear()
    watch.begin(asked["text"], many)
    watch.refused, began = 0, time.monotonic()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(asked["within"]):
            clients += await opened_again(replace(wanted, messages=asked["again"]), many, watch)
            await watch.came.wait()
    return {"count": watch.count, "seconds": watch.last - began, "refused": watch.refused}


async def main() -> None:
    """Open, then answer for each text that comes."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    # The first line brings thousands of cookies.
    lines = asyncio.StreamReader(1 << 24)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    given = json.loads(await lines.readline())
    many, watch = given.pop("many"), Watch()
    wanted = Wanted(**given)
    began = time.monotonic()
    clients = await opened(wanted, many, watch)
    print(json.dumps({"opened": len(clients), "seconds": time.monotonic() - began}), flush=True)
    while line := await lines.readline():
        asked = json.loads(line)
        if "again" in asked:
            print(json.dumps(await come_back(asked, wanted, clients, watch)), flush=True)
            continue
        watch.begin(asked["text"], asked["count"])
        print("{}", flush=True)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(asked.get("within", 60)):
                await watch.came.wait()
        told = {"count": watch.count, "first": watch.first, "last": watch.last, "frames": watch.frames, "closed": watch.closed}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    uvloop.run(main())
