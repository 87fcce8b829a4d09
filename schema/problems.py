"""Problems: what the graph answers when a slice refuses, and what it says of what nobody expected."""

import secrets
from collections.abc import Iterable
from typing import Any

import strawberry
import structlog
from graphql import GraphQLError
from strawberry.schema import ExceptionHandler

from schema.context import Info
from schema.documents import NotTaken
from server.kit import refusal
from server.kit.actor import Language
from server.kit.text import sentence, sentence_of

_LOG: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.graph")


@strawberry.interface(description="A refusal that a person can understand.")
class Problem:
    """A refusal."""

    message: str = strawberry.field(description="A sentence for a person, in the caller's language.")
    code: str = strawberry.field(description="The refusal's name, stable for clients, e.g. AlreadyClosed.")


@strawberry.type(description="The input is wrong.")
class Invalid(Problem):
    """Names the field."""

    field: str = strawberry.field(description="The path of the input field, e.g. tenure.endedOn.")


@strawberry.type(description="There is no such thing for this caller.")
class NotFound(Problem):
    """Absent or unseen, which look the same."""


@strawberry.type(description="The caller may not do this.")
class NotAllowed(Problem):
    """A gate or a policy says no."""


@strawberry.type(description="The present state does not allow it.")
class Conflict(Problem):
    """Possible at another time."""

    fields: list[str] = strawberry.field(description="The paths of the input fields that stand in the way, where there are some.")


@strawberry.type(description="A limit is used up.")
class TooMany(Problem):
    """Says when to come back."""

    retry_after_seconds: int


class _InvalidHandler(ExceptionHandler[refusal.Invalid, Invalid]):
    def handle(self, exception: refusal.Invalid, *, field: object, info: Info) -> Invalid:  # noqa: ARG002
        return Invalid(message=sentence_of(info.context.language, exception), code=exception.code, field=exception.field)


class _AbsentHandler(ExceptionHandler[refusal.Absent, NotFound]):
    def handle(self, exception: refusal.Absent, *, field: object, info: Info) -> NotFound:  # noqa: ARG002
        return NotFound(message=sentence_of(info.context.language, exception), code=exception.code)


class _ForbiddenHandler(ExceptionHandler[refusal.Forbidden, NotAllowed]):
    def handle(self, exception: refusal.Forbidden, *, field: object, info: Info) -> NotAllowed:  # noqa: ARG002
        return NotAllowed(message=sentence_of(info.context.language, exception), code=exception.code)


class _ConflictHandler(ExceptionHandler[refusal.Conflict, Conflict]):
    def handle(self, exception: refusal.Conflict, *, field: object, info: Info) -> Conflict:  # noqa: ARG002
        return Conflict(message=sentence_of(info.context.language, exception), code=exception.code, fields=list(exception.fields))


class _ExhaustedHandler(ExceptionHandler[refusal.Exhausted, TooMany]):
    def handle(self, exception: refusal.Exhausted, *, field: object, info: Info) -> TooMany:  # noqa: ARG002
        return TooMany(
            message=sentence_of(info.context.language, exception),
            code=exception.code,
            retry_after_seconds=exception.retry_after,
        )


# The table refusal -> problem. A field converts what its own union offers; elsewhere a refusal becomes a GraphQL error.
HANDLERS = (_InvalidHandler(), _AbsentHandler(), _ForbiddenHandler(), _ConflictHandler(), _ExhaustedHandler())


def present(errors: Iterable[GraphQLError] | None, language: Language) -> list[dict[str, Any]]:
    """Return errors as the caller may read them: refusals with their sentence, the client's own mistakes as they are,
    and for everything else an id under which it was logged."""
    return [_present(error, language) for error in errors or ()]


def _present(error: GraphQLError, language: Language) -> dict[str, Any]:
    cause = error.original_error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    shown: dict[str, Any] = dict(error.formatted)
    if cause is None or isinstance(cause, GraphQLError):
        shown["extensions"] = {"code": error.code if isinstance(error, NotTaken) else "BAD_REQUEST"}
    elif isinstance(cause, refusal.Refusal):
        shown["message"] = sentence_of(language, cause)
        shown["extensions"] = {"code": cause.code}
    else:
        number = secrets.token_hex(5)
        _LOG.error("unexpected", id=number, path=error.path, exc_info=cause)
        shown["message"] = sentence(language, "kit.Unexpected", id=number)
        shown["extensions"] = {"code": "UNEXPECTED", "id": number}
    return shown
