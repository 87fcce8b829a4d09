"""graphql-transport-ws, message by message: who is introduced, which operations run, and what closes the socket."""

import asyncio
import secrets
from typing import Any, Generic

import orjson
import structlog
from sqlalchemy.exc import SQLAlchemyError
from starlette.websockets import WebSocket

from server.kit.actor import Language
from server.kit.text import sentence
from server.realtime import pace
from server.realtime.messages import Closing, id_of, message_of, operation_of
from server.realtime.operations import ContextT, MakeContext, NotBegun, Operation, Streams
from server.realtime.outgoing import Outgoing
from server.realtime.pace import Pace
from server.realtime.sockets import Place, Sockets

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.realtime")
MOST_OPERATIONS = 100
# The answer to an event with which the socket itself is over.
_REVOKED = {"SessionOver"}


class Connection(Generic[ContextT]):
    """One socket: whether it was initialised, and the operations that run on it."""

    def __init__(
        self, websocket: WebSocket, outgoing: Outgoing, streams: Streams[ContextT], make_context: MakeContext[ContextT], sockets: Sockets
    ) -> None:
        """Over an accepted socket, and what leaves it."""
        self._websocket = websocket
        self._outgoing = outgoing
        self._streams = streams
        self._make_context = make_context
        self._sockets = sockets
        self._place: Place | None = None
        self._acknowledged = False
        self._language: Language = "ja"
        self._operations: dict[str, asyncio.Task[None]] = {}
        self._messages = Pace(*pace.MESSAGES)
        self._beginnings = Pace(*pace.OPERATIONS)

    @property
    def introduced(self) -> bool:
        """Whether the client has introduced itself."""
        return self._place is not None

    def receive(self, text: str) -> float:
        """Take one message, and return how many seconds to wait before the next; raise Closing when the protocol says so."""
        message, wait = message_of(text), self._messages.take()
        kind = message["type"]
        if kind == "connection_init":
            self._introduce()
        elif kind == "ping":
            self._answer(message)
        elif kind == "subscribe":
            self._subscribe(message)
            return max(wait, self._beginnings.take())
        elif kind == "complete":
            self._complete(id_of(message))
        elif kind != "pong":
            raise Closing(4400, "Unknown message type")
        return wait

    def close(self, code: int, reason: str) -> None:
        """Close the socket, unless it is closed already."""
        self._outgoing.close(code, reason)

    def stop(self) -> None:
        """Tell every operation to end."""
        if self._place is not None:
            self._place.leave()
        for task in self._operations.values():
            task.cancel()

    async def end(self) -> None:
        """End every operation, and wait until they have let go of what they hold."""
        self.stop()
        tasks = list(self._operations.values())
        self._operations.clear()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _introduce(self) -> None:
        if self._place is not None:
            raise Closing(4429, "Too many initialisation requests")
        self._place = self._sockets.gate.enter(self._acknowledge, lambda: self.close(1013, "Try again later"))

    def _answer(self, message: dict[str, Any]) -> None:
        try:
            self._outgoing.send({"type": "pong"} | ({"payload": message["payload"]} if "payload" in message else {}))
        except orjson.JSONEncodeError as error:
            # Deeper than it can be written.
            raise Closing(4400, "The payload is too deep") from error

    def _acknowledge(self) -> None:
        self._acknowledged = True
        self._outgoing.send({"type": "connection_ack"})

    def _subscribe(self, message: dict[str, Any]) -> None:
        key, operation = id_of(message), operation_of(message)
        if not self._acknowledged:
            raise Closing(4401, "Unauthorized")
        if key in self._operations:
            # The protocol would repeat the id, which may be longer than a close frame.
            raise Closing(4409, "Subscriber already exists")
        if len(self._operations) >= MOST_OPERATIONS:
            self._refuse(key, [{"message": "Too many operations on this socket."}])
            return
        self._operations[key] = asyncio.create_task(self._run(key, operation))

    def _refuse(self, key: str, errors: list[dict[str, Any]]) -> None:
        self._outgoing.send({"type": "error", "id": key, "payload": errors})

    def _complete(self, key: str) -> None:
        task = self._operations.pop(key, None)
        if task is not None:
            task.cancel()

    async def _run(self, key: str, operation: Operation) -> None:
        try:
            await self._deliver(key, operation)
            self._finish(key, {"type": "complete", "id": key})
        except NotBegun as fault:
            self._finish(key, {"type": "error", "id": key, "payload": fault.errors})
        except Closing as closing:
            self.close(closing.code, closing.reason)
        except (SQLAlchemyError, OSError) as error:
            _logger.warning("operation lost its database", error=type(error).__name__)
            self.close(1013, "Try again later")
        except Exception:
            # What went wrong here says nothing about the other operations. The client gets the id under which it was logged.
            number = secrets.token_hex(5)
            _logger.exception("operation failed", id=number)
            shown = {"message": sentence(self._language, "kit.Unexpected", id=number), "extensions": {"code": "UNEXPECTED", "id": number}}
            self._finish(key, {"type": "error", "id": key, "payload": [shown]})
        finally:
            self._forget(key)

    def _finish(self, key: str, message: dict[str, Any]) -> None:
        """The id is free before the client hears that it is. Of an operation that the client completed nothing is said."""
        if self._forget(key):
            self._outgoing.send(message)

    def _forget(self, key: str) -> bool:
        found = self._operations.get(key) is asyncio.current_task()
        if found:
            del self._operations[key]
        return found

    async def _deliver(self, key: str, operation: Operation) -> None:
        context = await self._make_context(self._websocket)
        self._language = context.actor.language
        self._sockets.belongs(self, context.actor.member_id)
        if self._place is not None:
            self._place.leave()
        answers = self._streams.stream(operation, context)
        try:
            async for answer in answers:
                codes = {error.get("extensions", {}).get("code") for error in answer.get("errors", ())}
                if codes & _REVOKED:
                    raise Closing(4403, "Forbidden")
                if self._operations.get(key) is not asyncio.current_task():
                    return
                self._outgoing.send({"type": "next", "id": key, "payload": answer})
        finally:
            await answers.aclose()
