"""The laws of the schema, each as a question to a GraphQL schema that answers with its violations."""

import re
from collections.abc import Iterator

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
)

DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
NOT_A_NAME = re.compile(r"(Type|Payload|Object|Data|Info|Manager|Service|Helper|Utils?)$")
NAMED_ELSEWHERE = {"PageInfo"}
# Types that only ever stand in an answer to the person whom they are about.
PRIVATE = {"Query", "Viewer", "Response", "Message"}


def fields(schema: GraphQLSchema) -> Iterator[tuple[str, str, GraphQLField]]:
    """Every field of every object type: the type's name, the field's name, the field."""
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) and not kind.name.startswith("__"):
            for name, field in kind.fields.items():
                yield kind.name, name, field


def roots(schema: GraphQLSchema) -> Iterator[tuple[str, GraphQLField]]:
    """Every root field, as `Query.person`."""
    for kind in (schema.query_type, schema.mutation_type, schema.subscription_type):
        if kind is not None:
            yield from ((f"{kind.name}.{name}", field) for name, field in kind.fields.items())


def undescribed(schema: GraphQLSchema) -> list[str]:
    """Root fields and enums that do not say what they are for."""
    found = [name for name, field in roots(schema) if not field.description]
    enums = [kind for kind in schema.type_map.values() if isinstance(kind, GraphQLEnumType) and not kind.name.startswith("__")]
    return found + [kind.name for kind in enums if not kind.description]


def unlike_a_mutation(schema: GraphQLSchema) -> list[str]:
    """Mutations that have another shape than `verb(input: VerbInput!): VerbResult`, nullable, a union with problems, repeatable."""
    mutations = schema.mutation_type.fields.items() if schema.mutation_type else ()
    return [f"{name}: {wrong}" for name, field in mutations for wrong in _wrong_in_mutation(field)]


def _wrong_in_mutation(field: GraphQLField) -> Iterator[str]:
    if isinstance(field.type, GraphQLNonNull):
        yield "not nullable"
    answer = get_named_type(field.type)
    members = answer.types if isinstance(answer, GraphQLUnionType) else ()
    problems = [member for member in members if "Problem" in {interface.name for interface in member.interfaces}]
    if len(problems) < 1 or len(members) - len(problems) != 1:
        yield "does not answer with a union of one success and problems"
    argument = field.args.get("input")
    wanted = get_named_type(argument.type) if argument else None
    if list(field.args) != ["input"] or not isinstance(wanted, GraphQLInputObjectType):
        yield "does not take exactly one input"
    elif "clientMutationId" not in wanted.fields or isinstance(wanted.fields["clientMutationId"].type, GraphQLNonNull):
        yield "has no optional clientMutationId"


def unlike_a_connection(schema: GraphQLSchema) -> list[str]:
    """Connections that cannot be paged: without `first: Int!` and `after`, or without edges and pageInfo."""
    found: list[str] = []
    for kind, name, field in fields(schema):
        named = get_named_type(field.type)
        if not named.name.endswith("Connection"):
            continue
        first = field.args.get("first")
        if first is None or str(first.type) != "Int!" or "after" not in field.args:
            found.append(f"{kind}.{name}: no required first, or no after")
        if isinstance(named, GraphQLObjectType) and not {"edges", "pageInfo"} <= named.fields.keys():
            found.append(f"{named.name}: no edges or no pageInfo")
    return found


def bare_lists(schema: GraphQLSchema) -> list[str]:
    """Lists of things with an id that are no connection: each must be known to stay short."""
    found: list[str] = []
    for kind, name, field in fields(schema):
        named = get_named_type(field.type)
        if _is_list(field) and not kind.endswith("Connection") and _has_id(named):
            found.append(f"{kind}.{name}")
    return found


def _is_list(field: GraphQLField) -> bool:
    inner = field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type
    return isinstance(inner, GraphQLList)


def _has_id(kind: GraphQLNamedType) -> bool:
    members = kind.types if isinstance(kind, GraphQLUnionType) else (kind,)
    return any(isinstance(member, GraphQLObjectType) and "id" in member.fields for member in members)


def undated(schema: GraphQLSchema) -> list[str]:
    """Deprecations that do not say until when."""
    reasons = [(f"{kind}.{name}", field.deprecation_reason) for kind, name, field in fields(schema)]
    return [name for name, reason in reasons if reason is not None and not DATED.search(reason)]


def loose_orders(schema: GraphQLSchema) -> list[str]:
    """Arguments for an order or a kind that take any text instead of an enum."""
    return [
        f"{kind}.{name}({argument})"
        for kind, name, field in fields(schema)
        for argument, taken in field.args.items()
        if argument in {"order", "kind", "direction", "state"} and not isinstance(get_named_type(taken.type), GraphQLEnumType)
    ]


def misnamed(schema: GraphQLSchema) -> list[str]:
    """Types that are named for being a type."""
    kinds = [kind for kind in schema.type_map.values() if isinstance(kind, GraphQLObjectType | GraphQLInputObjectType)]
    names = {kind.name for kind in kinds if not kind.name.startswith("__")}
    return sorted(name for name in names - NAMED_ELSEWHERE if NOT_A_NAME.search(name))


def unmarked(schema: GraphQLSchema) -> list[str]:
    """Fields named after the viewer without the mark that keeps them out of shared answers; reads the SDL's directives."""
    found: list[str] = []
    for kind, name, field in fields(schema):
        directives = {directive.name.value for directive in (field.ast_node.directives or ())} if field.ast_node else set[str]()
        if re.match(r"viewer[A-Z]|mine$", name) and kind not in PRIVATE and "viewerDependent" not in directives:
            found.append(f"{kind}.{name}")
    return found
