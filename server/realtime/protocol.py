"""graphql-transport-ws, message by message: what is malformed closes the socket with the code that the protocol names."""

import asyncio
from typing import Any, Generic, cast

import orjson
import structlog
from sqlalchemy.exc import SQLAlchemyError
from starlette.websockets import WebSocket, WebSocketDisconnect

from server.realtime.operations import ContextT, HandedOver, Leaving, LogUnreadable, MakeContext, NotBegun, Operation, Streams
from server.realtime.outgoing import Outgoing, outgoing_of
from server.realtime.ready import Ready

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
        self._operations: dict[str, _Running] = {}
        self._out = outgoing_of(websocket, lambda: None)

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
        self._out.close(code, reason)

    def revoke(self, reason: str) -> None:
        """Close the socket of whom it is no longer for: nothing more is delivered."""
        for each in self._operations.values():
            each.stop()
        self._out.close(4403, reason)

    async def end(self) -> None:
        """End every operation, and wait until they have let go of what they hold."""
        running = list(self._operations.values())
        self._operations.clear()
        for each in running:
            each.stop()
        await asyncio.gather(*(each.task for each in running if each.task), return_exceptions=True)
        if self._out.closed:
            await self._out.finish()
        self._out.gone()

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
        running = self._operations[key] = _Running(key, self._out)
        running.task = asyncio.create_task(self._run(key, operation, running))

    def _complete(self, key: str) -> None:
        running = self._operations.pop(key, None)
        if running is not None:
            running.stop()

    async def _run(self, key: str, operation: Operation, running: "_Running") -> None:
        going_on = False
        try:
            await self._deliver(key, operation, running)
            await self._send({"type": "complete", "id": key})
        except HandedOver:
            going_on = True
            running.task = None
        except NotBegun as fault:
            await self._send({"type": "error", "id": key, "payload": fault.errors})
        except (WebSocketDisconnect, RuntimeError):
            _logger.debug("gone while sending", operation=key)
        except (SQLAlchemyError, OSError, LogUnreadable) as error:
            _logger.warning("operation lost its database", error=type(error).__name__)
            await self.close(1011, "Try again later")
        except Exception:
            _logger.exception("operation failed")
            await self.close(1011, "Internal error")
        finally:
            if not going_on and self._operations.get(key) is running:
                del self._operations[key]
                running.stop()

    async def _deliver(self, key: str, operation: Operation, running: "_Running") -> None:
        context = await self._make_context(self._websocket)
        answers = self._streams.stream(operation, context, running)
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
        self._out.send(message)


class _Running:
    """An operation that runs: its task, or what goes on without one; and where its answers leave the socket."""

    def __init__(self, key: str, out: Outgoing) -> None:
        self.task: asyncio.Task[None] | None = None
        self._key = key
        self._out = out
        self._kept: Leaving | None = None
        self._stopped = False

    def next(self, payload: Ready) -> None:
        if not self._stopped:
            self._out.next(self._key, payload)

    def close(self, code: int, reason: str) -> None:
        self._out.close(code, reason)

    def keep(self, subscription: Leaving) -> None:
        self._kept = subscription

    async def room(self) -> None:
        await self._out.room()

    def stop(self) -> None:
        self._stopped = True
        if self.task is not None and self.task is not asyncio.current_task():
            self.task.cancel()
        if self._kept is not None:
            self._kept.leave()


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
    query, variables, name = wanted.get("query"), wanted.get("variables"), wanted.get("operationName")
    if not isinstance(query, str) or not query.strip() or not isinstance(variables, dict | None) or not isinstance(name, str | None):
        raise Closing(4400, "The payload is no operation")
    return Operation(query, cast("dict[str, Any] | None", variables), name)
