"""What is asked: every field of a type at once, written from the SDL, so that a new field is asked for the moment it is there."""

from collections.abc import Iterator

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

# The key of a field that stands in a union of types that disagree about it.
ALIAS = "as__"
FIRST = 3


def field_of(key: str) -> str:
    """The field behind a key of an answer."""
    return key.removeprefix(ALIAS).partition("__")[2] if key.startswith(ALIAS) else key


class Selections:
    """Selections over one schema."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema

    def whole(self, name: str) -> str:
        """Every field of a type; of things with an id that stand in it the plain fields, of the rest every field."""
        return self._of(self._schema.type_map[name], ())

    def _of(self, kind: GraphQLNamedType, path: tuple[str, ...]) -> str:
        if isinstance(kind, GraphQLUnionType | GraphQLInterfaceType):
            members = list(self._schema.get_possible_types(kind))
            quarrels = _quarrels(members)
            inner = [f"... on {member.name} {{ {' '.join(self._fields(member, path, quarrels))} }}" for member in members]
            return "__typename " + " ".join(inner)
        assert isinstance(kind, GraphQLObjectType)
        return " ".join(["__typename", *self._fields(kind, path, frozenset())])

    def _fields(self, kind: GraphQLObjectType, path: tuple[str, ...], quarrels: frozenset[str]) -> Iterator[str]:
        for name, field in kind.fields.items():
            written = self._field(kind, name, field, path)
            if written:
                yield f"{ALIAS}{kind.name}__{name}: {written}" if name in quarrels else written

    def _field(self, kind: GraphQLObjectType, name: str, field: GraphQLField, path: tuple[str, ...]) -> str | None:
        wanted = [argument for argument, taken in field.args.items() if is_required_argument(taken)]
        arguments = f"(first: {FIRST})" if wanted == ["first"] else ""
        if wanted and not arguments:
            return None
        inner = get_named_type(field.type)
        if is_leaf_type(inner):
            return name + arguments
        if inner.name in (kind.name, *path):
            return f"{name}{arguments} {{ __typename }}"
        if _has_identity(inner):
            assert isinstance(inner, GraphQLObjectType)
            plain = [each for each, of in inner.fields.items() if is_leaf_type(get_named_type(of.type)) and not of.args]
            return f"{name}{arguments} {{ __typename {' '.join(plain)} }}"
        return f"{name}{arguments} {{ {self._of(inner, (*path, kind.name))} }}"


def _has_identity(kind: GraphQLNamedType) -> bool:
    return isinstance(kind, GraphQLObjectType) and (kind.name == "Viewer" or "Node" in {each.name for each in kind.interfaces})


def _quarrels(members: list[GraphQLObjectType]) -> frozenset[str]:
    """Fields of one name and several types, which one answer cannot hold under one key."""
    told: dict[str, set[str]] = {}
    for member in members:
        for name, field in member.fields.items():
            told.setdefault(name, set()).add(str(field.type))
    return frozenset(name for name, types in told.items() if len(types) > 1)
