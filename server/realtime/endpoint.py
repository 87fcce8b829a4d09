"""The socket: who may open it, and how long it may stay silent."""

import asyncio
import contextlib
from typing import Generic

from starlette.websockets import WebSocket, WebSocketDisconnect

from server.realtime.operations import ContextT, Identify, MakeContext, Streams
from server.realtime.protocol import Closing, Connection
from server.realtime.rights import Rights

PROTOCOL = "graphql-transport-ws"
# All in seconds. A client answers pings; one from which nothing comes at all is gone, though nobody said so.
INIT_WITHIN = 5.0
PING_EVERY = 20.0
SILENT_AT_MOST = 70.0


class Realtime(Generic[ContextT]):
    """graphql-transport-ws at one address; every operation gets a context of its own from `make_context`."""

    def __init__(
        self,
        streams: Streams[ContextT],
        make_context: MakeContext[ContextT],
        identify: Identify,
        rights: Rights,
        *,
        origins: frozenset[str],
    ) -> None:
        """`origins` may open a socket with a cookie; `rights` says until when who opened it may keep it."""
        self._streams = streams
        self._make_context = make_context
        self._identify = identify
        self._rights = rights
        self._origins = origins

    async def serve(self, websocket: WebSocket) -> None:
        """Serve one socket until it closes; every operation on it ends with it."""
        if not self._may_open(websocket):
            await websocket.close(4403)
            return
        if PROTOCOL not in websocket.scope.get("subprotocols", ()):
            await websocket.accept()
            await websocket.close(4406, "Subprotocol not acceptable")
            return
        await websocket.accept(PROTOCOL)
        connection = Connection(websocket, self._streams, self._make_context)
        unwatch = self._rights.watch(await self._identify(websocket), connection.revoke)
        pinger = asyncio.create_task(_ping(connection))
        try:
            await self._listen(websocket, connection)
        except Closing as closing:
            await connection.close(closing.code, closing.reason)
        except WebSocketDisconnect:
            pass
        finally:
            unwatch()
            pinger.cancel()
            await connection.end()

    def _may_open(self, websocket: WebSocket) -> bool:
        origin = websocket.headers.get("origin")
        if origin is None:
            # No browser: it may come without a cookie, but a cookie without an origin is not to be trusted.
            return "cookie" not in websocket.headers
        return origin.rstrip("/") in self._origins

    async def _listen(self, websocket: WebSocket, connection: Connection[ContextT]) -> None:
        try:
            async with asyncio.timeout(INIT_WITHIN):
                while not connection.initialised:
                    await connection.receive(await _text(websocket))
        except TimeoutError:
            raise Closing(4408, "Connection initialisation timeout") from None
        while True:
            try:
                text = await asyncio.wait_for(_text(websocket), SILENT_AT_MOST)
            except TimeoutError:
                raise Closing(4408, "Nothing was heard for too long") from None
            await connection.receive(text)


async def _text(websocket: WebSocket) -> str:
    message = await websocket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1005))
    text = message.get("text")
    if text is None:
        raise Closing(4400, "Binary frames are not part of the protocol")
    return text


async def _ping(connection: Connection[ContextT]) -> None:
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):
        while True:
            await asyncio.sleep(PING_EVERY)
            await connection.ping()
