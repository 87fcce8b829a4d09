"""What the socket asks of the schema, which it is given and never imports."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar

from starlette.websockets import WebSocket

from server.kit.actor import Actor
from server.realtime.ready import Ready

ContextT = TypeVar("ContextT")
ContextT_contra = TypeVar("ContextT_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Operation:
    """What a client sent: a document, its variables, and which of its operations to run.

    In place of the document stands the id of one of our client's, where `document_id` is set; `query` is empty then.
    """

    query: str
    variables: dict[str, Any] | None = None
    operation_name: str | None = None
    document_id: str | None = None


class NotAnswered(Exception):
    """The operation could not begin, or broke between two answers; `errors` are ready to be sent."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        """Keep the errors."""
        super().__init__("not answered")
        self.errors = errors


class LogUnreadable(Exception):
    """The log cannot be read now: whoever follows it comes back, and goes on from their cursor."""


class Leaving(Protocol):
    """A subscription that goes on without its operation's task."""

    def leave(self) -> None:
        """End it."""
        ...


class Outlet(Protocol):
    """Where an operation's answers leave its socket."""

    def next(self, payload: Ready) -> None:
        """Send an answer that is ready; never waits."""
        ...

    def close(self, code: int, reason: str) -> None:
        """Close the socket."""
        ...

    def keep(self, subscription: Leaving) -> None:
        """Let the subscription leave when the operation ends, however it ends."""
        ...

    async def room(self) -> None:
        """Wait until there is room for more answers."""
        ...


class HandedOver(Exception):
    """The operation goes on without its task: its answers come by its outlet, which keeps what ends it."""


class Streams(Protocol[ContextT_contra]):
    """What runs operations: the schema's execution."""

    def stream(self, operation: Operation, context: ContextT_contra, outlet: Outlet) -> AsyncGenerator[dict[str, Any]]:
        """Yield an answer per event of a subscription, one for other operations; raise NotAnswered, or HandedOver where it goes on alone.

        What keeps the log or the database from being read is raised as it is.
        """
        ...


Identify: TypeAlias = Callable[[WebSocket], Awaitable[Actor]]
MakeContext: TypeAlias = Callable[[WebSocket], Awaitable[ContextT]]
