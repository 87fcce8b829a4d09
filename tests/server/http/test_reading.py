"""GraphQL by GET: it asks and changes nothing, and nobody's browser asks for them because they followed a link."""

import json

import pytest
from sqlalchemy import text

from tests.factories.people import make_member
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

WHO = "{ viewer { person { name } } }"
NAMED = "query A($id: ID!) { node(id: $id) { id } } query B { site { demo } }"
OURS = {"sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"}
WRONG = {
    "nothing": {},
    "empty": {"query": ""},
    "blank": {"query": " "},
    "variables": {"query": WHO, "variables": "{"},
    "a list": {"query": WHO, "variables": "[]"},
    "a text": {"query": WHO, "variables": '"x"'},
    "extensions": {"query": WHO, "extensions": "7"},
    "both": {"query": WHO, "documentId": "sha256:00"},
    "twice": [("query", WHO), ("query", WHO)],
    "some parameter twice": [("query", WHO), ("x", "1"), ("x", "2")],
}
CHANGES = [
    'mutation { requestSignIn(input: {email: "a@people.example"}) { __typename } }',
    "mutation { signOut(input: {}) { __typename } }",
    "query Q { site { demo } } mutation M { signOut(input: {}) { __typename } }",
]


@pytest.fixture
async def member(app: Application) -> Client:
    """Somebody whose session was last used hours ago."""
    async with app.house.db.transaction() as session:
        made = await make_member(session, "佐藤 凪")
    client = await app.as_member(made)
    async with app.house.db.transaction() as session:
        await session.execute(text("UPDATE session SET last_seen_at = last_seen_at - interval '3 hours'"))
    return client


async def test_a_query_can_be_asked_by_its_address(app: Application) -> None:
    http = app.guest().http
    plain = await http.get("/graphql", params={"query": "{ site { demo } }"})
    assert (plain.status_code, plain.json()) == (200, {"data": {"site": {"demo": True}}})
    given = {"query": NAMED, "operationName": "A", "variables": json.dumps({"id": "あ"}), "extensions": "{}"}
    named = await http.get("/graphql", params=given)
    assert (named.status_code, named.json()) == (200, {"data": {"node": None}})
    assert named.headers["cache-control"] == "no-store"
    empty = await http.get("/graphql", params={"query": "{ site { demo } }", "variables": "", "operationName": "", "extensions": "null"})
    assert empty.status_code == 200
    head = await http.head("/graphql", params={"query": "{ site { demo } }"})
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize("given", WRONG.values(), ids=WRONG)
async def test_an_address_that_asks_for_nothing_is_refused(app: Application, given: dict[str, str]) -> None:
    async with unchanged(app.house.db):
        response = await app.guest().http.get("/graphql", params=given)
        assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (400, "BAD_REQUEST")


async def test_an_address_has_an_end(app: Application) -> None:
    response = await app.guest().http.get("/graphql", params={"query": "{ site { demo } }" + " " * 16_384})
    assert response.status_code == 414


@pytest.mark.parametrize("accept", ["application/graphql-response+json", "application/json"])
@pytest.mark.parametrize("document", CHANGES)
async def test_a_mutation_is_never_run_by_get(app: Application, member: Client, document: str, accept: str) -> None:
    given = {"query": document} | ({"operationName": "M"} if " M " in document else {})
    async with unchanged(app.house.db):
        response = await member.http.get("/graphql", params=given, headers=OURS | {"accept": accept})
        assert (response.status_code, response.headers["allow"]) == (405, "POST")
        assert response.json()["errors"][0]["extensions"]["code"] == "MUTATION_BY_GET"
        assert "set-cookie" not in response.headers
    # The query beside it may be asked, and it alone runs.
    if " Q " in document:
        async with unchanged(app.house.db):
            beside = await member.http.get("/graphql", params={"query": document, "operationName": "Q"}, headers=OURS)
            assert beside.json() == {"data": {"site": {"demo": True}}}


async def test_our_own_pages_read_as_who_is_signed_in_and_nothing_is_lengthened(app: Application, member: Client) -> None:
    for headers in (OURS, {"origin": app.base}):
        async with unchanged(app.house.db):
            response = await member.http.get("/graphql", params={"query": WHO}, headers=headers)
            assert response.json()["data"]["viewer"]["person"]["name"] == "佐藤 凪"
            assert "set-cookie" not in response.headers
    posted = await member.raw(WHO)
    assert posted.headers["set-cookie"].startswith("engawa=")


FOREIGN = {
    "another site": {"sec-fetch-site": "cross-site"},
    "a sibling": {"sec-fetch-site": "same-site"},
    "another origin": {"origin": "https://elsewhere.example"},
    "no origin": {"origin": "null"},
    "an address that was typed": {"sec-fetch-site": "none", "sec-fetch-mode": "navigate"},
    "a link on our own page": {"sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate"},
    "nobody says": {},
}


@pytest.mark.parametrize("headers", FOREIGN.values(), ids=FOREIGN)
async def test_with_a_cookie_nobody_else_may_ask(app: Application, member: Client, headers: dict[str, str]) -> None:
    async with unchanged(app.house.db):
        response = await member.http.get("/graphql", params={"query": WHO}, headers=headers)
        assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (403, "BAD_REQUEST")
        assert "佐藤" not in response.text
        assert "set-cookie" not in response.headers


async def test_without_a_cookie_anybody_may_ask_but_a_page_of_another_site(app: Application) -> None:
    for headers, status in (({}, 200), ({"sec-fetch-site": "none"}, 200), ({"sec-fetch-site": "cross-site"}, 403)):
        response = await app.guest().http.get("/graphql", params={"query": WHO}, headers=headers)
        assert response.status_code == status, headers
