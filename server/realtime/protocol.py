"""graphql-transport-ws, message by message: who is introduced, which operations run, and what closes the socket."""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

import orjson
import structlog
from sqlalchemy.exc import SQLAlchemyError
from starlette.websockets import WebSocket

from server.kit.actor import Language
from server.kit.text import sentence
from server.realtime import pace
from server.realtime.messages import SIGNED_OUT, Closing, id_of, message_of, operation_of
from server.realtime.operations import ContextT, HandedOver, Identify, LogUnreadable, MakeContext, NotAnswered, Operation, Streams
from server.realtime.outgoing import Outgoing
from server.realtime.pace import Pace
from server.realtime.rights import Rights
from server.realtime.running import Running
from server.realtime.sockets import Place, Sockets

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.realtime")
MOST_OPERATIONS = 100
# The answer to an event with which the socket itself is over.
_REVOKED = {"SessionOver"}
_LATER = "Try again later"


@dataclass(frozen=True, slots=True)
class Around(Generic[ContextT]):
    """What every socket of the process is given: what runs its operations, each with a context of its own, and who says who asks."""

    streams: Streams[ContextT]
    make_context: MakeContext[ContextT]
    identify: Identify
    rights: Rights
    sockets: Sockets


class Connection(Generic[ContextT]):
    """One socket: who introduced themselves, and the operations that run on it."""

    def __init__(self, websocket: WebSocket, outgoing: Outgoing, around: Around[ContextT]) -> None:
        """Over an accepted socket, and what leaves it."""
        self._websocket = websocket
        self._out = outgoing
        self._around = around
        self._place: Place | None = None
        self._welcoming: asyncio.Task[None] | None = None
        self._acknowledged = False
        self._language: Language = "ja"
        self._operations: dict[str, Running] = {}
        self._unwatch: Callable[[], None] = lambda: None
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
        self._out.close(code, reason)

    def revoke(self, reason: str) -> None:
        """Close the socket of whom it is no longer for: nothing more is delivered."""
        self.close(4403, reason)
        self._stop()

    async def end(self) -> None:
        """End every operation, and wait until they have let go of what they hold."""
        self._unwatch()
        self._stop()
        tasks = [each.task for each in self._operations.values()] + [self._welcoming]
        self._operations.clear()
        await asyncio.gather(*(task for task in tasks if task is not None), return_exceptions=True)

    def _stop(self) -> None:
        if self._place is not None:
            self._place.leave()
        if self._welcoming is not None:
            self._welcoming.cancel()
        for running in tuple(self._operations.values()):
            running.stop()

    def _introduce(self) -> None:
        if self._place is not None:
            raise Closing(4429, "Too many initialisation requests")
        self._place = self._around.sockets.gate.enter(self._go_in, lambda: self.close(1013, _LATER))

    def _go_in(self) -> None:
        self._welcoming = asyncio.create_task(self._welcome())

    async def _welcome(self) -> None:
        try:
            actor = await self._around.identify(self._websocket)
            self._around.sockets.belongs(self, actor.member_id)
        except Closing as closing:
            self.close(closing.code, closing.reason)
        except (SQLAlchemyError, OSError) as error:
            _logger.warning("nobody can be identified", error=type(error).__name__)
            self.close(1013, _LATER)
        except Exception:
            _logger.exception("introduction failed")
            self.close(1011, "Internal error")
        else:
            self._language = actor.language
            self._unwatch = self._around.rights.watch(actor, self.revoke)
            self._acknowledged = True
            self._out.send({"type": "connection_ack"})

    def _answer(self, message: dict[str, Any]) -> None:
        try:
            self._out.send({"type": "pong"} | ({"payload": message["payload"]} if "payload" in message else {}))
        except orjson.JSONEncodeError as error:
            # Deeper than it can be written.
            raise Closing(4400, "The payload is too deep") from error

    def _subscribe(self, message: dict[str, Any]) -> None:
        key, operation = id_of(message), operation_of(message)
        if not self._acknowledged:
            raise Closing(4401, "Unauthorized")
        if key in self._operations:
            # The protocol would repeat the id, which may be longer than a close frame.
            raise Closing(4409, "Subscriber already exists")
        if len(self._operations) >= MOST_OPERATIONS:
            self._out.send({"type": "error", "id": key, "payload": [{"message": "Too many operations on this socket."}]})
            return
        running = self._operations[key] = Running(key, self._out)
        running.task = asyncio.create_task(self._run(running, operation))

    def _complete(self, key: str) -> None:
        running = self._operations.pop(key, None)
        if running is not None:
            running.stop()

    async def _run(self, running: Running, operation: Operation) -> None:
        try:
            await self._deliver(running, operation)
            self._finish(running, "complete")
        except HandedOver:
            running.task = None
        except NotAnswered as fault:
            if _of_ended_session(fault.errors):
                self.close(4403, SIGNED_OUT)
            else:
                self._finish(running, "error", fault.errors)
        except Closing as closing:
            self.close(closing.code, closing.reason)
        except (SQLAlchemyError, OSError, LogUnreadable) as error:
            _logger.warning("operation lost its database", error=type(error).__name__)
            self.close(1013, _LATER)
        except Exception:
            # What went wrong here says nothing about the other operations. The client gets the id under which it was logged.
            number = secrets.token_hex(5)
            _logger.exception("operation failed", id=number)
            shown = {"message": sentence(self._language, "kit.Unexpected", id=number), "extensions": {"code": "UNEXPECTED", "id": number}}
            self._finish(running, "error", [shown])

    def _finish(self, running: Running, kind: str, errors: list[dict[str, Any]] | None = None) -> None:
        """Say that it has ended; its id is free before the client hears of it. Of what the client completed nothing is said."""
        if self._operations.get(running.key) is running:
            del self._operations[running.key]
            running.stop()
            self._out.send({"type": kind, "id": running.key} | ({} if errors is None else {"payload": errors}))

    async def _deliver(self, running: Running, operation: Operation) -> None:
        context = await self._around.make_context(self._websocket)
        if self._place is not None:
            self._place.leave()
        answers = self._around.streams.stream(operation, context, running)
        try:
            async for answer in answers:
                if _of_ended_session(answer.get("errors", ())):
                    raise Closing(4403, SIGNED_OUT)
                running.answer(answer)
        finally:
            await answers.aclose()


def _of_ended_session(errors: Sequence[dict[str, Any]]) -> bool:
    return any(error.get("extensions", {}).get("code") in _REVOKED for error in errors)
