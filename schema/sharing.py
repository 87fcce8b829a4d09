"""Executed once: equal subscriptions whose selection is the same for every viewer share each answer, down to its bytes."""

import secrets
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, replace
from inspect import isawaitable
from typing import Any, Final, Protocol, cast

import orjson
from graphql import (
    Executor,
    GraphQLSchema,
    execute_subscription_event,  # pyright: ignore[reportUnknownVariableType]
)

from schema.context import Context, Info
from schema.documents import SHELF
from schema.planning import Plan, plan_known, planned
from schema.problems import present
from server.kit.actor import Actor, Level
from server.kit.log import Position
from server.realtime.operations import Operation
from server.realtime.ready import Ready
from server.realtime.rooms import Room, Telling

# Who reads what everybody shares. They may open every post, so that nothing but the marks decides what is the same for all;
# whether one of those who listen may see it at all was asked before.
SHARED: Final = Actor(level=Level.VERIFIED, is_steward=True)
Show = Callable[[Context, Any], Awaitable[Any]]
Wrap = Callable[[str, str | None, Any], Any]


@dataclass(frozen=True, slots=True)
class Common:
    """What equal subscriptions have in common: their room, what they ask it for, and how they are told.

    `show(context, what)` is the event of a telling or None, `wrap(cursor, previous, event)` its delivery.
    """

    room: Room[Any]
    wanted: Hashable
    show: Show
    wrap: Wrap


class _Described(Protocol):
    """The schema, as `schema.build` makes it."""

    @property
    def graph(self) -> GraphQLSchema: ...


class Made:
    """What a form made of an event: its cursor, and the answer in pieces, between which stands what was told before."""

    __slots__ = ("_pieces", "_ready", "cursor")

    def __init__(self, cursor: str, pieces: list[bytes]) -> None:
        """Nobody's answer is put together yet."""
        self.cursor = cursor
        self._pieces = pieces
        self._ready: dict[str | None, Ready] = {}

    def after(self, previous: str | None) -> Ready:
        """Return the answer for whom `previous` was told before: the same one for all of them."""
        found = self._ready.get(previous)
        if found is None:
            found = self._ready[previous] = Ready(orjson.dumps(previous).join(self._pieces))
        return found


class SharedForm:
    """Equal subscriptions: one document, one filter, one language, wherever each began."""

    def __init__(self, executor: Any, context: Context, common: Common, *, by_author: bool = False) -> None:
        """`by_author`: what is selected hangs on whether the author is seen, as by each of those whom a telling is for, or by none."""
        self.common = common
        self._executor = executor
        self._context = context
        self._by_author = by_author

    async def make(self, telling: Telling[Any]) -> None:
        """Execute the selection for an event, unless that was done for others who are told the same."""
        made = self._kept_in(telling)
        if self not in made:
            made[self] = await self._made(telling)

    async def _made(self, telling: Telling[Any]) -> Made | None:
        # An author who is about to depart is seen by nobody but themselves, who is the only one to be told then.
        for reader in (SHARED, telling.to[0].actor):
            # Of its own each time: who comes late is told beside the others.
            context = replace(self._context, actor=reader, shows_authors=telling.named)
            event = await self.common.show(context, telling.what)
            if event is not None:
                cursor = self.cursor(telling.position)
                return Made(cursor, await self.pieces(cursor, event, context))
        return None

    def made_of(self, telling: Telling[Any]) -> Made | None:
        """Return what was made of an event; None where it is not told."""
        made: Made | None = self._kept_in(telling).get(self)
        return made

    def _kept_in(self, telling: Telling[Any]) -> dict[Any, Any]:
        return telling.made if self._by_author else telling.made_for_all

    def cursor(self, position: Position) -> str:
        """Return the cursor of a position."""
        return self._context.parts.following.seal(position)

    async def pieces(self, cursor: str, event: Any, context: Context | None = None) -> list[bytes]:
        """Return the answer as JSON, cut where the cursor of what was told before belongs; without a `context` it loads nothing."""
        before = secrets.token_hex(16)
        executor = self._executor.build_per_event_executor(self.common.wrap(cursor, before, event))
        executor.context_value = context or self._context
        answer = execute_subscription_event(executor)
        result = await answer if isawaitable(answer) else answer
        shown: dict[str, Any] = {"data": result.data}
        if result.errors:
            shown["errors"] = present(result.errors, self._context.language)
        return orjson.dumps(shown).split(f'"{before}"'.encode())


def shared_form(info: Info, common: Common) -> SharedForm | None:
    """Return the form that this subscription shares with its equals; None where its selection depends on the viewer."""
    context = info.context
    operation = context.operation
    if operation is None:
        return None
    graph = cast(_Described, info.schema).graph
    plan = planned(graph, operation.query, operation.operation_name)
    if not plan.alike:
        return None
    key = _key(operation, context, plan)
    found = context.parts.forms.get(key)
    if found is None:
        shared = Context(parts=context.parts, actor=SHARED, language=context.language)
        built: Any = cast(Any, Executor).build(
            graph,
            SHELF.prepared(operation.query).document,
            context_value=shared,
            raw_variable_values=operation.variables,
            operation_name=operation.operation_name,
        )
        if isinstance(built, list):
            return None
        found = context.parts.forms[key] = SharedForm(built, shared, common, by_author=plan.by_author)
    return cast(SharedForm, found)


def equals_of(context: Context) -> tuple[SharedForm, str | None] | None:
    """Return the form of those who asked for just the same as the operation, and its own cursor; None where it is to be executed."""
    operation = context.operation
    plan = operation and plan_known(operation.query, operation.operation_name)
    if operation is None or plan is None or not plan.at_once:
        return None
    try:
        form: SharedForm | None = context.parts.forms.get(_key(operation, context, plan))
    except orjson.JSONEncodeError:
        # Nested deeper than anything that a schema of ours takes.
        return None
    after = (operation.variables or {}).get(plan.begins_with) if plan.begins_with is not None else None
    return (form, after) if form is not None and isinstance(after, str | None) else None


def _key(operation: Operation, context: Context, plan: Plan) -> Hashable:
    variables = {name: value for name, value in (operation.variables or {}).items() if name != plan.begins_with}
    told = orjson.dumps(variables, option=orjson.OPT_SORT_KEYS)
    return operation.query, operation.operation_name, context.language, told
