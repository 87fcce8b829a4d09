"""How much a document may ask for: the rows of its lists multiplied along every path, its aliases and its depth, each reckoned once."""

from dataclasses import dataclass
from functools import reduce
from typing import Any, Final

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLObjectType,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationContext,
    ValidationRule,
    get_named_type,
)

from server.kit.paging import MOST

# Our own largest page asks for some hundreds; as many as this a client may ask for with good reason.
MOST_ROWS: Final = 20_000
MOST_ALIASES: Final = 30
MOST_DEPTH: Final = 15
# What a list without `first` holds as a rule; the schema's description of itself holds more.
_USUAL, _INTROSPECTED = 3, 10


@dataclass(frozen=True, slots=True)
class Cost:
    """What a selection asks for. A fragment's is reckoned once, however often it is spread."""

    rows: int = 0
    aliases: int = 0
    depth: int = 0

    def beside(self, other: "Cost") -> "Cost":
        """Return the cost of both."""
        return Cost(self.rows + other.rows, self.aliases + other.aliases, max(self.depth, other.depth))


class Affordable(ValidationRule):
    """Refuses a document that asks for too much, before anything of it is executed."""

    def __init__(self, context: ValidationContext) -> None:
        """Reckon every operation of the document."""
        super().__init__(context)
        for definition in context.document.definitions:
            if isinstance(definition, OperationDefinitionNode):
                self._check(definition)

    def _check(self, operation: OperationDefinitionNode) -> None:
        cost = cost_of(self.context, operation)
        for name, number, most in (
            ("rows", cost.rows, MOST_ROWS),
            ("aliases", cost.aliases, MOST_ALIASES),
            ("levels", cost.depth, MOST_DEPTH),
        ):
            if number > most:
                # Of a bomb the number itself is too long to be told.
                self.report_error(GraphQLError(f"The operation asks for more than {most} {name}.", operation))


def cost_of(context: ValidationContext, operation: OperationDefinitionNode) -> Cost:
    """Return what an operation asks for; a variable `first` counts as the most that it can be."""
    root = context.schema.get_root_type(operation.operation)
    return _Reckoning(context).of(operation.selection_set, root)


class _Reckoning:
    def __init__(self, context: ValidationContext) -> None:
        self._schema = context.schema
        self._context = context
        self._fragments: dict[str, Cost] = {}

    def of(self, selected: SelectionSetNode | None, parent: Any) -> Cost:
        if selected is None:
            return Cost()
        return reduce(Cost.beside, (self._selection(each, parent) for each in selected.selections), Cost())

    def _selection(self, each: Any, parent: Any) -> Cost:
        if isinstance(each, FieldNode):
            return self._field(each, parent)
        if isinstance(each, InlineFragmentNode):
            return self.of(each.selection_set, self._typed(each.type_condition) or parent)
        return self._spread(each)

    def _spread(self, each: FragmentSpreadNode) -> Cost:
        name = each.name.value
        if name not in self._fragments:
            # One that spreads itself costs nothing here; another rule refuses it.
            self._fragments[name] = Cost()
            fragment: FragmentDefinitionNode | None = self._context.get_fragment(name)
            if fragment is not None:
                self._fragments[name] = self.of(fragment.selection_set, self._typed(fragment.type_condition))
        return self._fragments[name]

    def _field(self, each: FieldNode, parent: Any) -> Cost:
        known = isinstance(parent, GraphQLObjectType | GraphQLInterfaceType)
        field: Any = self._schema.get_field(parent, each.name.value) if known else None
        inner = self.of(each.selection_set, get_named_type(field.type) if field else None)
        many = _many(each, parent, field) if each.selection_set else None
        rows = inner.rows if many is None else many * (1 + inner.rows)
        introspects = each.name.value.startswith("__") or (known and parent.name.startswith("__"))
        return Cost(rows, inner.aliases + (each.alias is not None), 0 if introspects else inner.depth + 1)

    def _typed(self, condition: Any) -> Any:
        return None if condition is None else self._schema.get_type(condition.name.value)


def _many(each: FieldNode, parent: Any, field: Any) -> int | None:
    """How many rows a field may give, or None where it gives one thing."""
    if field is None:
        return None
    if "first" in field.args:
        value = next((argument.value for argument in each.arguments or () if argument.name.value == "first"), None)
        return min(int(value.value), MOST) if isinstance(value, IntValueNode) else MOST
    # The edges of a connection are those that `first` has counted.
    if each.name.value == "edges" or not str(field.type).startswith("["):
        return None
    return _INTROSPECTED if parent.name.startswith("__") else _USUAL
