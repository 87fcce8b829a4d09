"""The socket: who may open it, and how long it may stay silent."""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Generic

import structlog
from starlette.websockets import WebSocket, WebSocketDisconnect

from server.realtime.messages import Closing
from server.realtime.operations import ContextT
from server.realtime.outgoing import Outgoing, outgoing_of
from server.realtime.protocol import Around, Connection

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.realtime")
PROTOCOL = "graphql-transport-ws"
# All in seconds. A client answers pings; one from which nothing comes at all is gone, though nobody said so.
INIT_WITHIN = 5.0
PING_EVERY = 20.0
SILENT_AT_MOST = 70.0


class Realtime(Generic[ContextT]):
    """graphql-transport-ws at one address."""

    def __init__(self, around: Around[ContextT], *, origins: frozenset[str], place_of: Callable[[str], str] = str) -> None:
        """`origins` may open a socket with a cookie; `place_of` says of an address what counts as one place."""
        self._around = around
        self._origins = origins
        self._place_of = place_of

    async def serve(self, websocket: WebSocket) -> None:
        """Serve one socket until it closes; every operation on it ends with it."""
        # A client may be gone before it was answered at all.
        with contextlib.suppress(WebSocketDisconnect):
            await self._take(websocket)

    async def _take(self, websocket: WebSocket) -> None:
        if not self._may_open(websocket):
            await websocket.close(4403)
            return
        if PROTOCOL not in websocket.scope.get("subprotocols", ()):
            await websocket.accept()
            await websocket.close(4406, "Subprotocol not acceptable")
            return
        await websocket.accept(PROTOCOL)
        origin = self._place_of(websocket.client.host) if websocket.client else ""
        refusal = self._around.sockets.refusal(origin)
        if refusal is not None:
            await websocket.close(refusal.code, refusal.reason)
            return
        await self._converse(websocket, origin)

    async def _converse(self, websocket: WebSocket, origin: str) -> None:
        listening = asyncio.timeout(None)
        outgoing = outgoing_of(websocket, lambda: _end(listening))
        connection = Connection(websocket, outgoing, self._around)
        with self._around.sockets.counted(connection, origin):
            await _held(websocket, connection, outgoing, listening)

    def _may_open(self, websocket: WebSocket) -> bool:
        origin = websocket.headers.get("origin")
        if origin is None:
            # No browser: it may come without a cookie, but a cookie without an origin is not to be trusted.
            return "cookie" not in websocket.headers
        return origin.rstrip("/") in self._origins


class Heart:
    """Asks the client now and then whether it is there, and lets go of one that says nothing."""

    def __init__(self, connection: Connection[ContextT], outgoing: Outgoing) -> None:
        """Begin: the client has so long to introduce itself."""
        self._introduced = lambda: connection.introduced
        self._outgoing = outgoing
        self._loop = asyncio.get_running_loop()
        self._heard = self._loop.time()
        self._beats = False
        self._timer = self._loop.call_later(INIT_WITHIN, self._give_up)

    def hear(self) -> None:
        """Something came; who has introduced themselves is asked from now on."""
        self._heard = self._loop.time()
        if not self._beats and self._introduced():
            self._beats = True
            self._timer.cancel()
            self._timer = self._loop.call_later(PING_EVERY, self._beat)

    def stop(self) -> None:
        """Beat no more."""
        self._timer.cancel()

    def _give_up(self) -> None:
        self._outgoing.close(4408, "Connection initialisation timeout")

    def _beat(self) -> None:
        if self._loop.time() - self._heard > SILENT_AT_MOST:
            self._outgoing.close(4408, "Nothing was heard for too long")
        else:
            self._outgoing.send({"type": "ping"})
            self._timer = self._loop.call_later(PING_EVERY, self._beat)


async def _held(websocket: WebSocket, connection: Connection[ContextT], outgoing: Outgoing, listening: asyncio.Timeout) -> None:
    heart = Heart(connection, outgoing)
    try:
        async with listening:
            await _listen(websocket, connection, heart)
    except TimeoutError:
        # Closed from here, by whoever had reason to.
        pass
    except Closing as closing:
        outgoing.close(closing.code, closing.reason)
    except WebSocketDisconnect:
        outgoing.gone()
    except Exception:
        _logger.exception("socket failed")
        outgoing.close(1011, "Internal error")
    finally:
        heart.stop()
        await connection.end()
        await outgoing.finish()


def _end(listening: asyncio.Timeout) -> None:
    # Who closes after the listening has ended has nothing to end.
    with contextlib.suppress(RuntimeError):
        listening.reschedule(asyncio.get_running_loop().time())


async def _listen(websocket: WebSocket, connection: Connection[ContextT], heart: Heart) -> None:
    while True:
        text = await _text(websocket)
        wait = connection.receive(text)
        heart.hear()
        if wait:
            await asyncio.sleep(wait)


async def _text(websocket: WebSocket) -> str:
    message = await websocket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1005))
    text = message.get("text")
    if text is None:
        raise Closing(4400, "Binary frames are not part of the protocol")
    return text
