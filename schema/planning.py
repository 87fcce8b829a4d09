"""What a subscription's answers hang on: read from its document and the marks of the schema, once a document."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
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
    visit,
)
from strawberry.types.field import StrawberryField

from schema.documents import SHELF
from schema.gates import Gate, Knock
from schema.nodes import AuthorDependent, ViewerDependent


@dataclass(frozen=True, slots=True)
class Plan:
    """How a document is shared: whether it may be, by whom, and the variable that says only where one begins.

    `at_once`: who asks for the same may be let in unexecuted, since that variable, or its absence, is the cursor itself, and the gate
    is open to everybody.
    """

    alike: bool
    by_author: bool = False
    begins_with: str | None = None
    at_once: bool = False


def planned(graph: GraphQLSchema, text: str, name: str | None) -> Plan:
    """Return the plan of a valid document's operation; it is remembered as long as the document."""
    prepared = SHELF.prepared(text)
    found: Plan | None = prepared.alike.get(name)
    if found is None:
        types = TypeInfo(graph)
        looking = _Looking(types, graph)
        visit(prepared.document, TypeInfoVisitor(types, looking))
        found = prepared.alike[name] = Plan(alike=False) if looking.depends else _plan(graph, prepared.document, name, looking)
    return found


def plan_known(text: str, name: str | None) -> Plan | None:
    """Return the plan of an operation that was planned before; None for one that nobody has begun yet, and that may not even be valid."""
    found: Plan | None = SHELF.prepared(text).alike.get(name)
    return found


def selects_alike(graph: GraphQLSchema, text: str) -> bool:
    """Whether what a document selects is the same for every viewer, or hangs on nothing but whether they see the author."""
    return planned(graph, text, None).alike


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
    definition = _definition(field)
    return definition is not None and any(isinstance(each, mark) for each in definition.directives)


def _definition(field: Any) -> StrawberryField | None:
    found = field and field.extensions.get("strawberry-definition")
    return found if isinstance(found, StrawberryField) else None


def _plan(graph: GraphQLSchema, document: DocumentNode, name: str | None, looking: _Looking) -> Plan:
    """Return the plan of what is the same for all."""
    operations = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    operation = next((each for each in operations if name is None or (each.name and each.name.value == name)), None)
    fields = [each for each in (operation.selection_set.selections if operation else ()) if isinstance(each, FieldNode)]
    if operation is None or len(fields) != 1:
        return Plan(alike=True, by_author=looking.by_author)
    said = [argument.value for argument in fields[0].arguments or () if argument.name.value == "after"]
    begins_with = _begins_with(said, looking.variables)
    declared = {each.variable.name.value: each for each in operation.variable_definitions or ()}.get(begins_with or "")
    # One that must be given, or is something where it is not, is left to be executed.
    optional = declared is not None and declared.default_value is None and isinstance(declared.type, NamedTypeNode)
    at_once = _open(graph, fields[0]) and (optional or not said)
    return Plan(alike=True, by_author=looking.by_author, begins_with=begins_with, at_once=at_once)


def _begins_with(said: Sequence[Any], used: list[str]) -> str | None:
    variable = said[0].name.value if said and isinstance(said[0], VariableNode) else None
    # Once where it is declared, once here: nothing else of the answer hangs on it.
    return variable if variable is not None and used.count(variable) == 2 else None


def _open(graph: GraphQLSchema, root: FieldNode) -> bool:
    definition = _definition(graph.subscription_type and graph.subscription_type.fields.get(root.name.value))
    gates = [each for each in (definition.extensions if definition else ()) if isinstance(each, Gate)]
    return bool(gates) and all(each.knock is Knock.ANYBODY for each in gates)
