"""Gates: who may knock at a root field at all. Every root field has exactly one; a test walks the schema."""

import inspect
from enum import Enum
from typing import Any

from graphql import OperationType
from strawberry.extensions import FieldExtension
from strawberry.extensions.field_extension import AsyncExtensionResolver

from schema.context import Info
from server.kit.actor import Actor, Level
from server.kit.refusal import IsLeaving, NotAnOperator, NotSignedIn, NotVerified


class Knock(Enum):
    """The kinds of callers, from everybody to those who decide."""

    ANYBODY = "anybody"
    MEMBER = "member"
    VERIFIED = "verified"
    OPERATOR = "operator"


class Gate(FieldExtension):
    """Refuses a caller of the wrong kind before the field does anything. `because` is the reason for an open gate.

    Who is leaving the platform changes nothing any more, except behind a gate `while_leaving`.
    """

    def __init__(self, knock: Knock, because: str | None = None, *, while_leaving: bool = False) -> None:
        """An open gate must say why."""
        if knock is Knock.ANYBODY and not because:
            raise ValueError("An open gate needs a reason.")
        self.knock = knock
        self.because = because
        self.while_leaving = while_leaving

    async def resolve_async(self, next_: AsyncExtensionResolver, source: Any, info: Info, **kwargs: Any) -> Any:
        """Check, then go on; a subscription's next step is an iterator, not an awaitable."""
        actor = info.context.actor
        check(self.knock, actor)
        if actor.leaving and not self.while_leaving and self.knock is not Knock.ANYBODY and _changes(info):
            raise IsLeaving
        result = next_(source, info, **kwargs)
        return await result if inspect.isawaitable(result) else result


def gate(knock: Knock, *, while_leaving: bool = False) -> Gate:
    """Return the gate for members of a kind."""
    return Gate(knock, while_leaving=while_leaving)


def open_gate(because: str) -> Gate:
    """Return a gate that lets guests pass, with the reason why it may."""
    return Gate(Knock.ANYBODY, because)


def check(knock: Knock, actor: Actor) -> None:
    """Raise the refusal that fits when `actor` is not of the wanted kind."""
    if knock is Knock.ANYBODY:
        return
    if actor.member_id is None:
        raise NotSignedIn
    if knock is Knock.VERIFIED and actor.level < Level.VERIFIED:
        raise NotVerified
    if knock is Knock.OPERATOR and not (actor.operates or actor.is_steward):
        raise NotAnOperator


def _changes(info: Info) -> bool:
    return info.operation.operation is OperationType.MUTATION
