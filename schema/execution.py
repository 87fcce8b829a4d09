"""How transports run an operation: one call for queries and mutations, one for subscriptions, answers ready to be encoded."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import Any, Final

import strawberry
from graphql import GraphQLError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.execution import PreExecutionError
from strawberry.types.graphql import OperationType

from schema.context import Context
from schema.documents import SHELF, MutationByGet, text_of
from schema.listening import join_equals
from schema.nodes import id_of
from schema.problems import present
from server.kit.db import is_unreachable
from server.kit.refusal import NotSignedIn
from server.realtime.operations import HandedOver, LogUnreadable, NotAnswered, Operation, Outlet

_READING: Final = frozenset({OperationType.QUERY})
_ASKING: Final = frozenset({OperationType.QUERY, OperationType.MUTATION})


class Execution:
    """The schema as transports see it."""

    def __init__(self, schema: strawberry.Schema, *, known_only: bool = False) -> None:
        """`schema` is the built schema; with `known_only` no documents are taken but our own client's, by their ids."""
        self._schema = schema
        self._known_only = known_only

    async def run(self, operation: Operation, context: Context) -> dict[str, Any]:
        """Execute a query, or a mutation unless the context is `reading`; return `data` and, where there are any, `errors`.

        Without `data` nothing was executed: the document is no operation of this schema, or its variables do not fit.
        """
        if _is_anothers(context):
            return {"errors": present([GraphQLError("", original_error=NotSignedIn())], context.language)}
        try:
            operation = self._resolved(operation)
            result = await self._schema.execute(
                operation.query,
                operation.variables,
                context,
                operation_name=operation.operation_name,
                allowed_operation_types=_READING if context.reading else _ASKING,
            )
        except (CannotGetOperationTypeError, InvalidOperationTypeError) as error:
            return {"errors": present([_of_wrong_type(error)], context.language)}
        except GraphQLError as error:
            return {"errors": present([error], context.language)}
        if isinstance(result, PreExecutionError) or _unexecuted(result):
            return {"errors": present(result.errors, context.language)}
        return _answer(result, context)

    async def stream(self, operation: Operation, context: Context, outlet: Outlet | None = None) -> AsyncGenerator[dict[str, Any]]:
        """Execute any operation over a socket; yield an answer per event of a subscription, one for the others.

        Without an `outlet` every answer is yielded, and nothing is shared with others. An operation that cannot begin, or whose source
        breaks, raises NotAnswered with its errors, one that goes on by itself HandedOver; what keeps the log or the database from being
        read is raised too.
        Closing the iterator ends the subscription.
        """
        try:
            operation = self._resolved(operation)
            context.operation, context.outlet = operation, outlet
            await join_equals(context, outlet)
            results = await self._schema.stream(operation.query, operation.variables, context, operation_name=operation.operation_name)
            async with aclosing(results):
                async for result in results:
                    if isinstance(result, PreExecutionError):
                        raise NotAnswered(present(_faults(result), context.language))
                    if isinstance(result, ExecutionResult):
                        _raise_what_is_no_answer(result)
                        if _unexecuted(result):
                            raise NotAnswered(present(result.errors, context.language))
                        yield _answer(result, context)
        except GraphQLError as error:
            # What is malformed, unknown or unnamed is raised instead of answered.
            raise NotAnswered(present([error], context.language)) from error

    def _resolved(self, operation: Operation) -> Operation:
        """The operation with its document in it, however the client named that; raise GraphQLError."""
        text = text_of(operation, known_only=self._known_only)
        SHELF.prepared(text).check_name(operation.operation_name)
        return replace(operation, query=text, document_id=None)


def _is_anothers(context: Context) -> bool:
    """Whether somebody else has signed in to this browser since: what was written before is not theirs to say."""
    member = context.actor.member_id
    return context.sent_as is not None and (member is None or context.sent_as != id_of("Viewer", member))


def _unexecuted(result: ExecutionResult) -> bool:
    """Whether the variables did not fit, or what brings the events broke: what was executed and went wrong has its place in the answer."""
    return result.data is None and all(error.path is None for error in result.errors or ())


def _of_wrong_type(error: CannotGetOperationTypeError | InvalidOperationTypeError) -> GraphQLError:
    if isinstance(error, InvalidOperationTypeError) and error.operation_type is OperationType.MUTATION:
        return MutationByGet()
    return GraphQLError("There is no such query or mutation in the document.")


def _faults(result: PreExecutionError) -> list[GraphQLError]:
    """The errors, without the marks by which Strawberry tells a document that has no such operation."""
    unnamed = (CannotGetOperationTypeError, InvalidOperationTypeError)
    return [GraphQLError(error.message) if isinstance(error.original_error, unnamed) else error for error in result.errors or ()]


def _raise_what_is_no_answer(result: ExecutionResult) -> None:
    """Raise what ended a subscription, which is no fault of one answer: it is the transport's to deal with."""
    for error in result.errors or () if result.data is None else ():
        cause = error.original_error
        if cause is not None and (isinstance(cause, HandedOver | LogUnreadable) or is_unreachable(cause)):
            raise cause


def _answer(result: ExecutionResult, context: Context) -> dict[str, Any]:
    answer: dict[str, Any] = {"data": result.data}
    if result.errors:
        answer["errors"] = present(result.errors, context.language)
    return answer
