"""How transports run an operation: one call for queries and mutations, one for subscriptions, answers ready to be encoded."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.types import ExecutionResult
from strawberry.types.execution import PreExecutionError

from schema.context import Context
from schema.problems import present
from server.realtime.operations import NotBegun, Operation


class Execution:
    """The schema as transports see it."""

    def __init__(self, schema: strawberry.Schema) -> None:
        """`schema` is the built schema."""
        self._schema = schema

    async def run(self, operation: Operation, context: Context) -> dict[str, Any]:
        """Execute a query or a mutation; return the answer with keys `data` and, where there are any, `errors`."""
        result = await self._schema.execute(operation.query, operation.variables, context, operation_name=operation.operation_name)
        return _answer(result, context)

    async def stream(self, operation: Operation, context: Context) -> AsyncGenerator[dict[str, Any]]:
        """Execute any operation over a socket; yield an answer per event of a subscription, one for the others.

        An operation that cannot begin raises NotBegun with its errors. Closing the iterator ends the subscription.
        """
        results = await self._schema.stream(operation.query, operation.variables, context, operation_name=operation.operation_name)
        try:
            async with aclosing(results):
                async for result in results:
                    if isinstance(result, PreExecutionError):
                        raise NotBegun(present(result.errors, context.language))
                    if isinstance(result, ExecutionResult):
                        yield _answer(result, context)
        except GraphQLError as error:
            # The cache of parsed documents raises what is malformed instead of answering it.
            raise NotBegun(present([error], context.language)) from error


def _answer(result: ExecutionResult, context: Context) -> dict[str, Any]:
    answer: dict[str, Any] = {"data": result.data}
    if result.errors:
        answer["errors"] = present(result.errors, context.language)
    return answer
