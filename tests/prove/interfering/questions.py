"""Questions that a reader could ask, grown from the schema itself: a new field is asked about without a line here."""

import json
import random
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
)

DEEPEST = 4
# Places in streams and lists, the address of a deployment, since when one is signed in: they differ anyway, and tell nothing.
LEFT_OUT = frozenset(
    {"cursor", "endCursor", "liveCursor", "inboxCursor", "queueCursor", "previous", "retryAfterSeconds", "publicUrl", "provenUntil"}
)
# Asked more often than the others, since people and posts can appear in many ways there.
OFTEN = ("people", "people", "opportunities", "opportunities", "person", "node", "skills", "viewer", "reach")
LISTS_OF_THE_VIEWER = frozenset({"sessions"})


@dataclass(slots=True)
class Asker:
    """Grows questions; `ids` and `words` are what the reader could know or guess, hidden things among them."""

    schema: GraphQLSchema
    dice: random.Random
    ids: list[str]
    words: list[str]
    roots: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        """Every root field is asked about, some of them more often."""
        assert self.schema.query_type is not None
        self.roots = [*self.schema.query_type.fields, *(name for name in OFTEN if name in self.schema.query_type.fields)]

    def question(self, root: str | None = None) -> str:
        """Return one document."""
        assert self.schema.query_type is not None
        name = root or self.dice.choice(self.roots)
        return f"{{ {self._field(name, self.schema.query_type.fields[name], DEEPEST)} }}"

    def _field(self, name: str, of: GraphQLField, deep: int) -> str:
        arguments = [f"{key}: {self._value(argument)}" for key, argument in of.args.items() if self._given(key, argument)]
        called = f"{name}({', '.join(arguments)})" if arguments else name
        kind = get_named_type(of.type)
        return called if isinstance(kind, GraphQLScalarType | GraphQLEnumType) else f"{called} {{ {self._selection(kind, deep - 1)} }}"

    def _selection(self, kind: Any, deep: int) -> str:
        if isinstance(kind, GraphQLUnionType | GraphQLInterfaceType):
            parts = [f"... on {each.name} {{ {self._selection(each, deep)} }}" for each in self.schema.get_possible_types(kind)]
            return " ".join(["__typename", *(part for part in parts if self.dice.random() < 0.5)])
        assert isinstance(kind, GraphQLObjectType)
        chosen: list[str] = ["__typename"]
        for name, each in kind.fields.items():
            leaf = isinstance(get_named_type(each.type), GraphQLScalarType | GraphQLEnumType)
            if name in LISTS_OF_THE_VIEWER:
                continue
            if leaf or name in {"edges", "node", "pageInfo", "facets"} or (deep > 0 and self.dice.random() < 0.35):
                chosen.append(self._field(name, each, deep))
        return " ".join(chosen)

    def _given(self, key: str, argument: GraphQLArgument) -> bool:
        if key == "after":
            return False
        return isinstance(argument.type, GraphQLNonNull) or self.dice.random() < 0.6

    def _value(self, argument: GraphQLArgument | Any) -> str:
        return self._of(argument.type)

    def _of(self, kind: Any) -> str:
        if isinstance(kind, GraphQLNonNull):
            return self._of(kind.of_type)
        if isinstance(kind, GraphQLList):
            return f"[{', '.join(self._of(kind.of_type) for _ in range(self.dice.randint(0, 2)))}]"
        if isinstance(kind, GraphQLEnumType):
            return self.dice.choice(list(kind.values))
        if isinstance(kind, GraphQLInputObjectType):
            given = [f"{name}: {self._of(each.type)}" for name, each in kind.fields.items() if self.dice.random() < 0.3]
            return "{" + ", ".join(given) + "}"
        return self._scalar(kind.name)

    def _scalar(self, name: str) -> str:
        match name:
            case "Int":
                return str(self.dice.choice([1, 2, 3, 5, 8, 13]))
            case "Boolean":
                return self.dice.choice(["true", "false"])
            case "ID":
                return json.dumps(self.dice.choice(self.ids))
            case _:
                return json.dumps(self.dice.choice(self.words), ensure_ascii=False)


def told(answer: Any) -> Any:
    """Return an answer without what differs between any two databases."""
    if isinstance(answer, dict):
        return {key: told(value) for key, value in answer.items() if key not in LEFT_OUT}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(answer, list):
        return [told(value) for value in answer]  # pyright: ignore[reportUnknownVariableType]
    return answer
