"""Executed once: equal subscriptions whose selection is the same for every viewer share each answer, down to its bytes."""

import secrets
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, replace
from inspect import isawaitable
from typing import Any, Final, Protocol, cast

import orjson
from graphql import (
    DocumentNode,
    Executor,
    FieldNode,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    NamedTypeNode,
    OperationDefinitionNode,
    TypeInfo,
    TypeInfoVisitor,
    VariableNode,
    Visitor,
    execute_subscription_event,  # pyright: ignore[reportUnknownVariableType]
    visit,
)
from strawberry.types.field import StrawberryField

from schema.context import Context, Info
from schema.documents import SHELF
from schema.nodes import AuthorDependent, ViewerDependent
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

    def __init__(self, executor: Any, context: Context, show: Show, wrap: Wrap, *, by_author: bool = False) -> None:
        """`show(context, what)` is the event of a telling or None, `wrap(cursor, previous, event)` its delivery.

        `by_author`: what is selected hangs on whether the author is seen, as by each of those whom a telling is for, or by none.
        """
        self._executor = executor
        self._context = context
        self._show = show
        self._wrap = wrap
        self._by_author = by_author
        # Their room, and what they ask it for; set by the first. Later ones are let in unasked: only what has an open gate is shared.
        self.stands: tuple[Room[Any], Hashable] | None = None

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
            event = await self._show(context, telling.what)
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
        executor = self._executor.build_per_event_executor(self._wrap(cursor, before, event))
        executor.context_value = context or self._context
        answer = execute_subscription_event(executor)
        result = await answer if isawaitable(answer) else answer
        shown: dict[str, Any] = {"data": result.data}
        if result.errors:
            shown["errors"] = present(result.errors, self._context.language)
        return orjson.dumps(shown).split(f'"{before}"'.encode())


def shared_form(info: Info, show: Show, wrap: Wrap) -> SharedForm | None:
    """Return the form that this subscription shares with its equals; None where its selection depends on the viewer."""
    context = info.context
    operation = context.operation
    if operation is None:
        return None
    graph = cast(_Described, info.schema).graph
    plan = _planned(graph, operation.query, operation.operation_name)
    if not plan.alike:
        return None
    key = _key(operation, context, plan.begins)
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
        found = context.parts.forms[key] = SharedForm(built, shared, show, wrap, by_author=plan.by_author)
    return cast(SharedForm, found)


def equals_of(context: Context) -> tuple[SharedForm, str | None] | None:
    """Return the form of those who asked for just the same as the operation, and its own cursor; None where it is to be executed."""
    operation = context.operation
    plan: _Plan | None = operation and SHELF.prepared(operation.query).alike.get(operation.operation_name)
    if operation is None or plan is None or plan.begins is None:
        return None
    form: SharedForm | None = context.parts.forms.get(_key(operation, context, plan.begins))
    after = (operation.variables or {}).get(plan.begins)
    return (form, after) if form is not None and form.stands is not None and isinstance(after, str | None) else None


def selects_alike(graph: GraphQLSchema, text: str) -> bool:
    """Whether what a document selects is the same for every viewer, or hangs on nothing but whether they see the author."""
    return _planned(graph, text, None).alike


def _key(operation: Operation, context: Context, begins: str | None) -> Hashable:
    variables = {name: value for name, value in (operation.variables or {}).items() if name != begins}
    told = orjson.dumps(variables, option=orjson.OPT_SORT_KEYS)
    return operation.query, operation.operation_name, context.language, told


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a document is shared: whether it may be, by whom, and the variable that says where one begins.

    That variable is "" where there is no such argument, so that all begin now; None where it takes executing to know.
    """

    alike: bool
    by_author: bool = False
    begins: str | None = None


def _planned(graph: GraphQLSchema, text: str, name: str | None) -> _Plan:
    """Return the plan of an operation; it is remembered as long as its document."""
    prepared = SHELF.prepared(text)
    found: _Plan | None = prepared.alike.get(name)
    if found is None:
        types = TypeInfo(graph)
        looking = _Looking(types, graph)
        visit(prepared.document, TypeInfoVisitor(types, looking))
        found = (
            _Plan(alike=False)
            if looking.depends
            else _Plan(alike=True, by_author=looking.by_author, begins=_begins(prepared.document, name, looking.variables))
        )
        prepared.alike[name] = found
    return found


class _Looking(Visitor):
    """Looks for fields that depend on the viewer, and counts where variables are used."""

    def __init__(self, types: TypeInfo, graph: GraphQLSchema) -> None:
        super().__init__()
        self._types = types
        self._graph = graph
        self.depends = self.by_author = False
        self.variables: list[str] = []

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        parent = self._types.get_parent_type()
        kinds = [parent]
        if isinstance(parent, GraphQLInterfaceType):
            kinds += self._graph.get_possible_types(parent)
        for kind in kinds:
            if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
                field = kind.fields.get(node.name.value)
                self.depends |= _marked(field, ViewerDependent)
                self.by_author |= _marked(field, AuthorDependent)

    def enter_variable(self, node: VariableNode, *_: Any) -> None:
        self.variables.append(node.name.value)


def _marked(field: Any, mark: type[AuthorDependent | ViewerDependent]) -> bool:
    definition = field and field.extensions.get("strawberry-definition")
    return isinstance(definition, StrawberryField) and any(isinstance(each, mark) for each in definition.directives)


def _begins(document: DocumentNode, name: str | None, used: list[str]) -> str | None:
    operations = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    operation = next((each for each in operations if name is None or (each.name and each.name.value == name)), None)
    fields = [each for each in (operation.selection_set.selections if operation else ()) if isinstance(each, FieldNode)]
    if operation is None or len(fields) != 1:
        return None
    said = [argument.value for argument in fields[0].arguments or () if argument.name.value == "after"]
    if not said:
        return ""
    declared = {each.variable.name.value: each for each in operation.variable_definitions or ()}
    variable = said[0].name.value if isinstance(said[0], VariableNode) else ""
    # Once where it is declared, once here: nothing else of the answer hangs on it. Without it one begins now.
    simple = used.count(variable) == 2 and variable in declared and declared[variable].default_value is None
    return variable if simple and isinstance(declared[variable].type, NamedTypeNode) else None
