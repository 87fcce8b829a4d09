"""What leaves a socket: in order, never waiting for who reads slowly, and nothing after the close frame."""

import asyncio
import contextlib
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Final, Generic, Protocol, TypeVar, cast

import orjson
from starlette.websockets import WebSocket, WebSocketDisconnect

from server.realtime.ready import Ready, frame_of, spliced

# What may wait for a client that does not read. Past either the socket closes, and the client resumes from its cursors.
MOST_MESSAGES = 256
MOST_BYTES = 256 * 1024
RESUME: Final = 4503
# For how long, in seconds, a close frame is tried to be sent to who does not read.
CLOSE_WITHIN = 5.0
# Where a server offers its raw writer in the scope.
EXTENSION: Final = "engawa.frames"
_FormT = TypeVar("_FormT")


class Frames(Protocol):
    """What a server may offer in `scope["extensions"]["engawa.frames"]`: frames that go to the transport as they are."""

    full: bool
    """Whether the transport holds as much as it should."""

    def attach(self, emptied: Callable[[], None]) -> None:
        """Call `emptied` each time the transport is no longer full."""
        ...

    def write_frame(self, frame: bytes) -> None:
        """Write one whole frame; nothing once a close frame was sent or the client is gone."""
        ...

    def end(self, code: int, reason: str, within: float) -> None:
        """Send the close frame, and let go of a client that does not answer it within so many seconds."""
        ...


class Outgoing(ABC):
    """What leaves one socket. Calls but `room` and `finish` never wait; once the socket is closed they do nothing."""

    @property
    @abstractmethod
    def closed(self) -> bool:
        """Whether nothing is sent any more."""

    @property
    @abstractmethod
    def waiting(self) -> int:
        """How many messages wait for the client to read."""

    @abstractmethod
    def send(self, message: dict[str, Any]) -> None:
        """Send a message of the protocol."""

    @abstractmethod
    def next(self, key: str, payload: bytes | Ready) -> None:
        """Send an answer of the operation `key`: JSON, or what is ready for many."""

    @abstractmethod
    def close(self, code: int, reason: str) -> None:
        """Close the socket; `reason` is for developers, at most 123 bytes. What the client did not read in time is dropped."""

    @abstractmethod
    def gone(self) -> None:
        """Send nothing more: the client is gone."""

    @abstractmethod
    async def room(self) -> None:
        """Wait until less than half of what may wait does; for who has much to send, and can wait."""

    @abstractmethod
    async def finish(self) -> None:
        """Wait until the close frame is on its way, at most CLOSE_WITHIN seconds."""


class _Queued(Outgoing, Generic[_FormT]):
    """What both ways have in common: the queue, its limits, and the end."""

    def __init__(self, over: Callable[[], None]) -> None:
        self._over = over
        # A list, which takes nothing while it is empty, as it nearly always is; it is short.
        self._queue: list[tuple[_FormT, int]] = []
        self._bytes = 0
        self._closed = False
        self._roomy: asyncio.Event | None = None

    @property
    def closed(self) -> bool:
        return self._closed

    @property
    def waiting(self) -> int:
        return len(self._queue)

    def close(self, code: int, reason: str) -> None:
        if not self._closed:
            self._closed = True
            self._end(code, reason)
            self._tell()
            self._over()

    def gone(self) -> None:
        self._closed = True
        self._drop()

    async def room(self) -> None:
        while not self._closed and (2 * len(self._queue) > MOST_MESSAGES or 2 * self._bytes > MOST_BYTES):
            if self._roomy is None:
                self._roomy = asyncio.Event()
            await self._roomy.wait()

    @abstractmethod
    def _end(self, code: int, reason: str) -> None: ...

    def _hold(self, message: _FormT, size: int, *, unread: bool) -> None:
        """Let a message wait. Where it waits for the client to read, the limits hold; one that waits alone may be of any size."""
        if unread and self._queue and (len(self._queue) >= MOST_MESSAGES or self._bytes + size > MOST_BYTES):
            self._drop()
            self.close(RESUME, "resume")
            return
        self._queue.append((message, size))
        self._bytes += size

    def _take(self) -> _FormT:
        message, size = self._queue.pop(0)
        self._bytes -= size
        if self._roomy is not None:
            self._tell()
        return message

    def _drop(self) -> None:
        self._queue.clear()
        self._bytes = 0
        self._tell()

    def _tell(self) -> None:
        if self._roomy is not None:
            self._roomy.set()
            self._roomy = None


class _Raw(_Queued[bytes]):
    """Through a server that takes whole frames: what the transport has room for is written at once, the rest waits here."""

    def __init__(self, frames: Frames, over: Callable[[], None]) -> None:
        super().__init__(over)
        self._frames = frames
        frames.attach(self._emptied)

    def send(self, message: dict[str, Any]) -> None:
        self._put(frame_of(orjson.dumps(message)))

    def next(self, key: str, payload: bytes | Ready) -> None:
        self._put(payload.frame(key) if isinstance(payload, Ready) else frame_of(spliced(key, payload)))

    async def finish(self) -> None:
        return  # The server itself sees to the close frame.

    def _put(self, frame: bytes) -> None:
        if self._closed:
            return
        if self._queue or self._frames.full:
            self._hold(frame, len(frame), unread=True)
        else:
            self._frames.write_frame(frame)

    def _emptied(self) -> None:
        while self._queue and not self._frames.full:
            self._frames.write_frame(self._take())

    def _end(self, code: int, reason: str) -> None:
        self._drop()
        self._frames.end(code, reason, CLOSE_WITHIN)


class _Plain(_Queued[str]):
    """Through ASGI alone: one task writes what waits, and while the client does not hold it up, nothing counts as unread."""

    def __init__(self, websocket: WebSocket, over: Callable[[], None]) -> None:
        super().__init__(over)
        self._websocket = websocket
        self._ending: tuple[int, str] | None = None
        self._held_up = False
        self._wake = asyncio.Event()
        self._writer = asyncio.create_task(self._write())

    def send(self, message: dict[str, Any]) -> None:
        text = orjson.dumps(message)
        self._put(text.decode(), len(text))

    def next(self, key: str, payload: bytes | Ready) -> None:
        ready = payload if isinstance(payload, Ready) else Ready(payload)
        self._put(*ready.text(key))

    def gone(self) -> None:
        super().gone()
        self._writer.cancel()

    async def finish(self) -> None:
        # Whoever reads nothing is not waited for: what is written to the socket then ends with it.
        await asyncio.wait([self._writer], timeout=CLOSE_WITHIN)
        self._writer.cancel()

    def _put(self, text: str, size: int) -> None:
        if not self._closed:
            self._hold(text, size, unread=self._held_up)
            self._wake.set()

    def _end(self, code: int, reason: str) -> None:
        if self._held_up:
            self._drop()
        self._ending = code, reason
        self._wake.set()

    async def _write(self) -> None:
        with contextlib.suppress(WebSocketDisconnect, RuntimeError):
            while self._queue or self._ending is None:
                self._wake.clear()
                while self._queue:
                    await self._pass_on({"type": "websocket.send", "text": self._take()})
                if self._ending is None:
                    await self._wake.wait()
            await self._pass_on({"type": "websocket.close", "code": self._ending[0], "reason": self._ending[1]})
        # Nobody takes anything any more.
        self._closed = True
        self._drop()

    async def _pass_on(self, message: dict[str, Any]) -> None:
        # A server whose transport has room takes it without waiting: nobody sees the mark but while the client holds it up.
        self._held_up = True
        try:
            await self._websocket.send(message)
        finally:
            self._held_up = False


def outgoing_of(websocket: WebSocket, over: Callable[[], None]) -> Outgoing:
    """Return what leaves an accepted socket: in whole frames where its server takes them, else through ASGI.

    `over` is called once, when the socket is closed from here.
    """
    extensions: dict[str, Any] = websocket.scope.get("extensions") or {}
    frames = cast("Frames | None", extensions.get(EXTENSION))
    return _Plain(websocket, over) if frames is None else _Raw(frames, over)
