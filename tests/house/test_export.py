"""Wire: what we offer and what our own client asks are committed, and agree."""

import json
from functools import cache
from hashlib import sha256
from typing import Any

from graphql import GraphQLSchema, build_schema, find_breaking_changes, parse, validate

from schema.build import schema
from tests.house.tree import ROOT

COMMITTED = ROOT / "schema/schema.graphql"
OPERATIONS = ROOT / "schema/operations.json"


@cache
def built() -> GraphQLSchema:
    """The schema as clients see it."""
    return build_schema(schema.as_str())


def breaking(old: str, new: str) -> list[str]:
    """What a client of the old schema would trip over in the new one."""
    return [change.description for change in find_breaking_changes(build_schema(old), build_schema(new))]


def refused(documents: dict[str, str], by: GraphQLSchema) -> list[str]:
    """The client's documents that the schema does not understand, and why."""
    return [f"{name}: {error.message}" for name, text in documents.items() for error in validate(by, parse(text))]


def misnamed(documents: dict[str, str]) -> list[str]:
    """The ids that are not made of their document's text, so that another text could stand behind them."""
    return [key for key, text in documents.items() if key != f"sha256:{sha256(text.encode()).hexdigest()}"]


def documents(content: Any) -> dict[str, str]:
    """The documents of the code generator's file, by hash."""
    return {str(name): str(text) for name, text in content.items()}


def test_the_committed_schema_is_the_one_we_offer() -> None:
    """`engawa schema` writes it; what would break a client is named."""
    committed, offered = COMMITTED.read_text("utf-8"), schema.as_str()
    assert breaking(committed, offered) == []
    assert committed.strip() == offered.strip()


def test_our_own_client_asks_only_what_we_offer() -> None:
    """Every operation of the web client validates."""
    asked = documents(json.loads(OPERATIONS.read_text("utf-8")))
    assert len(asked) > 0
    assert refused(asked, built()) == []
    assert misnamed(asked) == []


def test_a_breaking_change_is_caught() -> None:
    """Planted: a field that went away."""
    assert breaking("type Query { a: Int b: Int }", "type Query { a: Int }") == ["Field Query.b was removed."]


def test_a_foreign_operation_is_caught() -> None:
    """Planted: a question for a field that nobody offers."""
    offered = build_schema("type Query { a: Int }")
    assert len(refused({"1": "query A { a }", "2": "query B { b }"}, offered)) == 1


def test_an_id_of_another_text_is_caught() -> None:
    """Planted: a document that was changed under its id."""
    assert misnamed({f"sha256:{sha256(b'query A { a }').hexdigest()}": "query A { b }"}) != []
