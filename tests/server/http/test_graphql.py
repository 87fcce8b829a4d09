"""GraphQL over HTTP: what is wrong with a request is answered, and leaves rows, log and jobs as they were."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from tests.factories.people import make_member
from tests.support.databases import at, execute
from tests.support.running import Application
from tests.support.unchanged import unchanged

JSON = {"content-type": "application/json"}
MUTATION = 'mutation { requestSignIn(input: {email: "a@people.example"}) { __typename } }'
BIG = 1024 * 1024 + 1


async def sent(app: Application, content: bytes | AsyncIterator[bytes], **headers: str) -> httpx.Response:
    """Send a body as it is."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return await app.guest().http.post("/graphql", content=content, headers=JSON | named)


def code(response: httpx.Response) -> str:
    """The code of the first error; there is no data."""
    answer = response.json()
    assert "data" not in answer
    return answer["errors"][0]["extensions"]["code"]


async def chunks(size: int) -> AsyncIterator[bytes]:
    """A body whose length is not told."""
    for _ in range(size // 65536 + 1):
        yield b" " * 65536


async def test_bodies_that_are_no_operation_are_refused(app: Application) -> None:
    bodies = ["", "{", "[]", "null", '"x"', "[[[" * 400, "{}", '{"query": 1}', '{"query": " "}', '{"query": null}']
    wrong: list[dict[str, Any]] = [{"variables": []}, {"variables": "x"}, {"operationName": 7}, {"extensions": []}, {"extensions": "x"}]
    wrong += [{"documentId": "sha256:00"}, {"documentId": 7}, {"query": None, "documentId": " "}, {"query": ["x"]}]
    bodies += [json.dumps({"query": MUTATION} | more) for more in wrong]
    async with unchanged(app.house.db):
        for body in bodies:
            response = await sent(app, body.encode())
            assert (response.status_code, code(response)) == (400, "BAD_REQUEST"), body
        response = await sent(app, b'\xff\xfe{"query": "{ site { demo } }"}')
        assert response.status_code == 400


async def test_documents_that_are_no_operation_of_ours_are_refused(app: Application) -> None:
    deep = (
        "{ groups(first: 1) { edges { node { "
        + "opportunities(first: 1) { edges { node { groups { " * 8
        + "id"
        + " } } } }" * 8
        + " } } } }"
    )
    documents = [
        "{",
        "}",
        "query",
        "{ nothing }",
        "{ site { demo(x: 1) } }",
        "fragment F on Site { demo }",
        "query A { ...F } fragment F on Query { ...F }",
        "subscription { opportunities { cursor } }",
        "mutation { requestSignIn(input: {}) { __typename } }",
        "query Q($n: Int!) { groups(first: $n) { edges { cursor } } }",
        "query Q($n: Strange) { groups(first: $n) { edges { cursor } } }",
        "{ " + " ".join(f"a{number}: site {{ demo }}" for number in range(31)) + " }",
        "{ " + "site { demo } " * 1200 + "}",
        deep,
    ]
    async with unchanged(app.house.db):
        for document in documents:
            response = await app.guest().raw(document)
            assert response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST", document[:80]
            assert not response.json().get("data"), document[:80]
        named = await app.guest().http.post("/graphql", json={"query": "query A { site { demo } }", "operationName": "B"})
        assert (named.status_code, code(named)) == (200, "BAD_REQUEST")
        unknown = await app.guest().raw("query A($a: ID!) { person(id: $a) { id } }", {"a": {"no": "id"}, "b": 1})
        assert unknown.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    # Variables that nothing asks for are no fault.
    assert (await app.guest().ask("{ site { demo } }", {"b": 1}))["site"] == {"demo": True}


async def test_large_bodies_are_refused_whether_or_not_their_size_is_told(app: Application) -> None:
    async with unchanged(app.house.db):
        told = await sent(app, json.dumps({"query": MUTATION}).encode().ljust(BIG))
        assert (told.status_code, code(told)) == (413, "BAD_REQUEST")
        untold = await sent(app, chunks(BIG))
        assert untold.status_code == 413
    fitting = await sent(app, json.dumps({"query": "{ site { demo } }"}).encode().ljust(BIG - 1))
    assert fitting.status_code == 200


async def test_only_json_by_post_is_taken(app: Application) -> None:
    http = app.guest().http
    body = json.dumps({"query": MUTATION}).encode()
    async with unchanged(app.house.db):
        simple = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql", "")
        for kind in (*simple, "application/json; charset=utf-16", "application/json;charset=iso-2022-jp"):
            response = await http.post("/graphql", content=body, headers={"content-type": kind})
            assert (response.status_code, code(response)) == (415, "BAD_REQUEST"), kind
        for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
            assert (await http.request(method, "/graphql", content=body, headers=JSON)).status_code == 405
    charset = await http.post(
        "/graphql", content=b'{"query": "{ site { demo } }"}', headers={"content-type": "Application/JSON; charset=utf-8"}
    )
    assert charset.status_code == 200


async def test_other_sites_may_send_nothing(app: Application) -> None:
    body = json.dumps({"query": MUTATION}).encode()
    foreign = [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": app.base.replace("http", "https", 1)},
        {"origin": f"{app.base}.elsewhere.example"},
        {"origin": "http://localhost:1"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"origin": "https://elsewhere.example", "sec_fetch_site": "same-origin"},
    ]
    async with unchanged(app.house.db):
        for headers in foreign:
            response = await sent(app, body, **headers)
            assert (response.status_code, code(response)) == (403, "BAD_REQUEST"), headers
    query = b'{"query": "{ site { demo } }"}'
    for headers in ({}, {"origin": app.base}, {"sec_fetch_site": "same-origin"}, {"sec_fetch_site": "none"}):
        assert (await sent(app, query, **headers)).status_code == 200, headers


def broken(_member: object) -> str:
    """Fail as nobody expects."""
    raise RuntimeError("the secret of the house")


async def test_what_nobody_expected_is_masked_and_logged_under_its_id(app: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.house.db.transaction() as session:
        member = await make_member(session)
    client = await app.as_member(member, "en")
    monkeypatch.setattr("schema.accounts.types.viewer.inbox", broken)
    with capture_logs() as logs:
        async with unchanged(app.house.db):
            response = await client.raw("{ viewer { inboxCursor } }")
    (error,) = response.json()["errors"]
    assert "secret" not in response.text
    assert error["extensions"]["code"] == "UNEXPECTED"
    assert error["extensions"]["id"] in error["message"]
    assert [entry["id"] for entry in logs if entry["event"] == "unexpected"] == [error["extensions"]["id"]]


async def test_without_its_database_the_server_says_to_come_back(app: Application) -> None:
    async with app.house.db.read() as session:
        name = await session.scalar(text("SELECT current_database()"))
    client = app.guest()
    async with away(app, str(name)):
        response = await client.raw("{ groups(first: 1) { edges { cursor } } }", cookie="engawa=somebody")
        assert (response.status_code, code(response)) == (503, "UNAVAILABLE")
        health = await client.http.get("/healthz")
        assert (health.status_code, health.json()["ready"]) == (503, False)
        assert health.headers["x-content-type-options"] == "nosniff"
    assert (await client.http.get("/healthz")).json() == {"ready": True}


@asynccontextmanager
async def away(app: Application, name: str) -> AsyncIterator[None]:
    """Nobody can connect to the database, and nobody is connected."""
    server = at(app.house.url, "postgres")
    await execute(server, f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false")
    async with app.house.db.read() as session:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        await session.execute(text(others))
    await app.house.db.close()
    try:
        yield
    finally:
        await execute(server, f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true")
