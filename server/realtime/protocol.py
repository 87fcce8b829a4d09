"""graphql-transport-ws, message by message: what is malformed closes the socket with the code that the protocol names."""

import asyncio
import contextlib
from typing import Any, Generic, cast

import orjson
import structlog
from sqlalchemy.exc import SQLAlchemyError
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from server.realtime.operations import ContextT, MakeContext, NotBegun, Operation, Streams

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.realtime")
MOST_OPERATIONS = 100
# The answer to an event with which the socket itself is over.
_REVOKED = {"SessionOver"}


class Closing(Exception):
    """The socket is to be closed with this code."""

    def __init__(self, code: int, reason: str) -> None:
        """`reason` is for developers, at most 123 bytes."""
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Connection(Generic[ContextT]):
    """One socket: whether it was initialised, and the operations that run on it."""

    def __init__(self, websocket: WebSocket, streams: Streams[ContextT], make_context: MakeContext[ContextT]) -> None:
        """Over an accepted socket."""
        self._websocket = websocket
        self._streams = streams
        self._make_context = make_context
        self._initialised = False
        self._operations: dict[str, asyncio.Task[None]] = {}

    @property
    def initialised(self) -> bool:
        """Whether the client has introduced itself."""
        return self._initialised

    async def receive(self, text: str) -> None:
        """Take one message; raise Closing when the protocol says so."""
        message = _parsed(text)
        kind = message["type"]
        if kind == "connection_init":
            await self._initialise(message)
        elif kind == "ping":
            await self._send({"type": "pong"})
        elif kind == "pong":
            return
        elif kind == "subscribe":
            await self._subscribe(message)
        elif kind == "complete":
            self._complete(_id_of(message))
        else:
            raise Closing(4400, "Unknown message type")

    async def ping(self) -> None:
        """Ask whether the client is there."""
        await self._send({"type": "ping"})

    async def close(self, code: int, reason: str) -> None:
        """Close the socket, unless it is gone already."""
        if self._websocket.application_state is WebSocketState.CONNECTED:
            with contextlib.suppress(RuntimeError, WebSocketDisconnect):
                await self._websocket.close(code, reason)

    async def end(self) -> None:
        """End every operation, and wait until they have let go of what they hold."""
        tasks = list(self._operations.values())
        self._operations.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _initialise(self, message: dict[str, Any]) -> None:
        if self._initialised:
            raise Closing(4429, "Too many initialisation requests")
        if not isinstance(message.get("payload"), dict | None):
            raise Closing(4400, "The payload must be an object")
        self._initialised = True
        await self._send({"type": "connection_ack"})

    async def _subscribe(self, message: dict[str, Any]) -> None:
        if not self._initialised:
            raise Closing(4401, "Unauthorized")
        key = _id_of(message)
        operation = _operation(message.get("payload"))
        if key in self._operations:
            # The protocol would repeat the id, which may be longer than a close frame.
            raise Closing(4409, "Subscriber already exists")
        if len(self._operations) >= MOST_OPERATIONS:
            await self._send({"type": "error", "id": key, "payload": [{"message": "Too many operations on this socket."}]})
            return
        self._operations[key] = asyncio.create_task(self._run(key, operation))

    def _complete(self, key: str) -> None:
        task = self._operations.pop(key, None)
        if task is not None:
            task.cancel()

    async def _run(self, key: str, operation: Operation) -> None:
        try:
            await self._deliver(key, operation)
            await self._send({"type": "complete", "id": key})
        except NotBegun as fault:
            await self._send({"type": "error", "id": key, "payload": fault.errors})
        except (WebSocketDisconnect, RuntimeError):
            _logger.debug("gone while sending", operation=key)
        except (SQLAlchemyError, OSError) as error:
            _logger.warning("operation lost its database", error=type(error).__name__)
            await self.close(1011, "Try again later")
        except Exception:
            _logger.exception("operation failed")
            await self.close(1011, "Internal error")
        finally:
            if self._operations.get(key) is asyncio.current_task():
                del self._operations[key]

    async def _deliver(self, key: str, operation: Operation) -> None:
        context = await self._make_context(self._websocket)
        answers = self._streams.stream(operation, context)
        try:
            async for answer in answers:
                codes = {error.get("extensions", {}).get("code") for error in answer.get("errors", ())}
                if codes & _REVOKED:
                    await self.close(4403, "Forbidden")
                    return
                await self._send({"type": "next", "id": key, "payload": answer})
        finally:
            await answers.aclose()

    async def _send(self, message: dict[str, Any]) -> None:
        await self._websocket.send_text(orjson.dumps(message).decode())


def _parsed(text: str) -> dict[str, Any]:
    try:
        message: object = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Closing(4400, "The message is not JSON") from error
    if not isinstance(message, dict) or not isinstance(cast(dict[str, object], message).get("type"), str):
        raise Closing(4400, "The message has no type")
    return cast(dict[str, Any], message)


def _id_of(message: dict[str, Any]) -> str:
    key = message.get("id")
    if not isinstance(key, str) or not key:
        raise Closing(4400, "The message has no id")
    return key


def _operation(payload: object) -> Operation:
    if not isinstance(payload, dict):
        raise Closing(4400, "The payload must be an object")
    wanted = cast(dict[str, Any], payload)
    query, key, variables, name = (wanted.get(each) for each in ("query", "documentId", "variables", "operationName"))
    if not isinstance(query, str | None) or not isinstance(key, str | None) or bool(query and query.strip()) == bool(key):
        raise Closing(4400, "The payload has no document")
    if not isinstance(variables, dict | None) or not isinstance(name, str | None):
        raise Closing(4400, "The payload is no operation")
    return Operation(query or "", cast("dict[str, Any] | None", variables), name, key or None)
