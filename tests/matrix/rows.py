"""The rows: what matrix.toml says of every field, held against the SDL; a field without a row, or a row without a field, is a fault."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from graphql import GraphQLObjectType, GraphQLSchema

HERE = Path(__file__).parent
ROOTS = ("Query", "Mutation", "Subscription")
# Of a type: by which law one of S's is there at all.
PRESENCE = "*"
# A law of a field that no cell can meet here, with the module whose tests do.
ELSEWHERE = "elsewhere:"

Rows: TypeAlias = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Root:
    """The row of a root field: what is sent (`<name>` stands for an id), who may knock, and by which law it comes to something."""

    name: str
    ask: str
    knock: str
    law: str
    # What the law is asked about: a thing by its name here, or of a query all things of a type, looked for in the answer.
    target: str = ""
    # Of a mutation: the code of the refusal where the law says no, and, before it, those for whom another law holds.
    refusal: str = "NotThere"
    refusals: tuple[tuple[str, str], ...] = ()
    # Of a query: whether the target is looked for in the answer; else there is an answer about it, or none.
    by_id: bool = True
    # Of a query: it says also how many it finds, and finds nothing but S's.
    counted: bool = False
    # Of a mutation: who is leaving the platform can still do this.
    while_leaving: bool = False


def read_rows(path: Path = HERE / "matrix.toml") -> Rows:
    """Every row of the file, by type and field."""
    return tomllib.loads(path.read_text("utf-8"))


def fields(schema: GraphQLSchema) -> Iterator[tuple[str, str]]:
    """Every field of every object type."""
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLObjectType) and not kind.name.startswith("__"):
            yield from ((kind.name, name) for name in kind.fields)


def without_row(schema: GraphQLSchema, rows: Rows) -> list[str]:
    """Fields of the SDL of which nobody has said who may see them."""
    return [f"{kind}.{name}" for kind, name in fields(schema) if name not in rows.get(kind, {})]


def without_field(schema: GraphQLSchema, rows: Rows) -> list[str]:
    """Rows about fields that the SDL has no more."""
    known = set(fields(schema))
    return [f"{kind}.{name}" for kind, row in rows.items() for name in row if name != PRESENCE and (kind, name) not in known]


def roots(rows: Rows, kind: str) -> Iterator[Root]:
    """The rows of root fields, in the file's order; a field that is asked in several ways has several."""
    for name, row in rows[kind].items():
        for each in row if isinstance(row, list) else [row]:
            if isinstance(each, dict):
                yield Root(name=name, **each)
