"""What the socket asks of the schema, which it is given and never imports."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar

from starlette.websockets import WebSocket

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


class NotBegun(Exception):
    """The operation could not begin; `errors` are ready to be sent."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        """Keep the errors."""
        super().__init__("not begun")
        self.errors = errors


class Streams(Protocol[ContextT_contra]):
    """What runs operations: the schema's execution."""

    def stream(self, operation: Operation, context: ContextT_contra) -> AsyncGenerator[dict[str, Any]]:
        """Yield an answer per event of a subscription, one for other operations; raise NotBegun."""
        ...


MakeContext: TypeAlias = Callable[[WebSocket], Awaitable[ContextT]]
