"""What a document may ask for: no nesting of lists, no ring of fragments and no heap of aliases keeps the server busy."""

import json
from pathlib import Path

import pytest
from graphql import get_introspection_query

from tests.support.running import Application

_OURS = Path(__file__).parents[2] / "schema" / "operations.json"
_FRAGMENTS = " ".join(f"fragment f{at} on Query {{ ...f{at + 1} ...f{at + 1} }}" for at in range(25))


def nested(*fields: str, leaf: str) -> str:
    """Return a document of connections, one within the other."""
    for field in reversed(fields):
        leaf = f"{field} {{ edges {{ node {{ {leaf} }} }} }}"
    return f"{{ {leaf} }}"


_ROWS = nested("groups(first: 30)", "people(first: 100)", "opportunities(first: 100)", leaf="title")
TOO_MUCH = {
    "lists": _ROWS,
    "variable": "query ($n: Int!) " + nested("groups(first: $n)", "people(first: $n)", leaf="affiliations { title }"),
    "ring": nested("companies(first: 100)", leaf="groups { companies { groups { companies { groups { name } } } } }"),
    "fragment": "{ ...rows } fragment rows on Query " + _ROWS,
    "itself": "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",
    "aliases": "{ " + " ".join(f"a{at}: site {{ demo }}" for at in range(31)) + " }",
    "depth": "{ viewer { person { " + "opportunities(first: 1) { edges { node { author { " * 4 + "id" + " } } } }" * 4 + " } } }",
}


@pytest.mark.parametrize("document", TOO_MUCH.values(), ids=TOO_MUCH)
async def test_too_much_is_refused_before_anything_is_read(app: Application, document: str) -> None:
    """With the client's own mistake as its code, and no data."""
    answer = await app.guest().answer(document, {"n": 100})
    assert answer.get("data") is None
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"BAD_REQUEST"}
    assert "asks for more than" in str(answer["errors"])


async def test_a_bomb_of_fragments_is_reckoned_at_once(app: Application) -> None:
    """Spread two by two it would be thirty million fields; each fragment is looked at once."""
    answer = await app.guest().answer(f"{{ ...f0 ...f0 }} {_FRAGMENTS} fragment f25 on Query {{ site {{ demo }} }}")
    assert answer["data"] == {"site": {"demo": answer["data"]["site"]["demo"]}}


async def test_what_clients_ask_for_is_within_it(app: Application) -> None:
    """Every document of our own client, and the question for the schema that tools ask."""
    documents = [*json.loads(_OURS.read_text()).values(), get_introspection_query()]
    answers = [await app.guest().answer(document) for document in documents]
    assert not [answer for answer in answers if "asks for more than" in str(answer.get("errors", ""))]
