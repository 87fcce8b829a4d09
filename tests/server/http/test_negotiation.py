"""In which form GraphQL is answered, and with which status: two forms, each with its own promise about statuses."""

import httpx
import pytest
from sqlalchemy import text

from tests.factories.people import make_member
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

RESPONSE, LEGACY = "application/graphql-response+json", "application/json"
TAKEN = {
    RESPONSE: RESPONSE,
    LEGACY: LEGACY,
    "*/*": LEGACY,
    "application/*": LEGACY,
    "": LEGACY,
    "text/html, */*;q=0.1": LEGACY,
    f"{RESPONSE}, {LEGACY}": RESPONSE,
    f"{LEGACY}, {RESPONSE}": LEGACY,
    f"{LEGACY};q=0.9, {RESPONSE}": RESPONSE,
    f"{LEGACY}, {RESPONSE};q=0.1": LEGACY,
    f"*/*, {RESPONSE}": RESPONSE,
    f"{RESPONSE};q=0, */*": LEGACY,
    f"{LEGACY};q=0, application/*;q=0.2": RESPONSE,
    f"{RESPONSE}; charset=utf-8": RESPONSE,
    f"{RESPONSE};charset=UTF-8 ;q=1, text/plain": RESPONSE,
    f"{RESPONSE};q=often, {LEGACY};q=0.1": LEGACY,
    # What urql sends.
    f"{RESPONSE}, application/graphql+json, {LEGACY}, text/event-stream, multipart/mixed": RESPONSE,
}
REFUSED = ["text/html", "application/xml", f"{RESPONSE};q=0", f"{LEGACY};charset=utf-16", "*/*;q=0", "image/*, text/*;q=0.5", ",", ";q=1"]
# What never executed: a document that is none, or none of ours, or variables that do not fit.
UNEXECUTED = [
    {"query": "{"},
    {"query": "{ nothing }"},
    {"query": "subscription { opportunities { cursor } }"},
    {"query": "fragment F on Site { demo }"},
    {"query": "query A { site { demo } }", "operationName": "B"},
    {"query": "query A { site { demo } } query B { site { demo } }"},
    {"query": "query A { site { demo } } query A { site { demo } }", "operationName": "A"},
    {"query": "query Q($id: ID!) { node(id: $id) { id } }"},
    {"query": "query Q($id: ID!) { node(id: $id) { id } }", "variables": {"id": None}},
    {"query": "query Q($id: ID!) { node(id: $id) { id } }", "variables": {"id": {}}},
    {"query": "{ " + " ".join(f"a{number}: site {{ demo }}" for number in range(31)) + " }"},
    {"query": "{ " + "site { demo } " * 1200 + "}"},
    {"query": 'mutation { requestSignIn(input: {email: "a@people.example", nothing: 1}) { __typename } }'},
]
SITE = {"query": "{ site { demo } }"}


def kind(response: httpx.Response) -> str:
    """The media type of an answer, which is always told to be UTF-8 and never to be kept."""
    assert (response.headers["cache-control"], response.headers["vary"].split(", ")[0]) == ("no-store", "Accept")
    name, _, charset = response.headers["content-type"].partition("; ")
    assert charset == "charset=utf-8"
    return name


@pytest.mark.parametrize("accept", TAKEN)
async def test_the_form_is_the_one_that_the_client_takes(app: Application, accept: str) -> None:
    response = await app.guest().http.post("/graphql", json=SITE, headers={"accept": accept})
    assert (response.status_code, kind(response), response.json()) == (200, TAKEN[accept], {"data": {"site": {"demo": True}}})


async def test_who_says_nothing_gets_json(app: Application) -> None:
    http = app.guest().http
    del http.headers["accept"]
    response = await http.post("/graphql", json=SITE)
    assert (response.status_code, kind(response)) == (200, LEGACY)


@pytest.mark.parametrize("accept", REFUSED)
async def test_who_takes_neither_form_is_refused_before_anything_is_done(app: Application, accept: str) -> None:
    mutation = {"query": 'mutation { requestSignIn(input: {email: "a@people.example"}) { __typename } }'}
    async with unchanged(app.house.db):
        response = await app.guest().http.post("/graphql", json=mutation, headers={"accept": accept})
        assert (response.status_code, kind(response)) == (406, LEGACY)
        assert "data" not in response.json()


@pytest.mark.parametrize("asked", UNEXECUTED, ids=[str(number) for number in range(len(UNEXECUTED))])
async def test_what_never_executed_has_no_data_and_a_status_of_its_own(app: Application, asked: dict[str, object]) -> None:
    async with unchanged(app.house.db):
        for accept, status in ((RESPONSE, 400), (LEGACY, 200)):
            response = await app.guest().http.post("/graphql", json=asked, headers={"accept": accept})
            assert (response.status_code, kind(response)) == (status, accept)
            answer = response.json()
            assert set(answer) == {"errors"}
            assert answer["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


@pytest.fixture
async def client(app: Application, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A member for whom one field of the viewer fails."""

    def broken(_member: object) -> str:
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr("schema.accounts.types.viewer.inbox", broken)
    async with app.house.db.transaction() as session:
        member = await make_member(session)
    return await app.as_member(member)


@pytest.mark.parametrize("accept", [RESPONSE, LEGACY])
async def test_what_executed_is_200_whatever_became_of_it(app: Application, client: Client, accept: str) -> None:
    """Part of it, nothing of it, and what was refused to a person by name."""
    partial = await client.raw("{ site { demo } viewer { inboxCursor } }", accept=accept)
    assert (partial.status_code, kind(partial), partial.json()["data"]) == (200, accept, {"site": {"demo": True}, "viewer": None})
    assert partial.json()["errors"][0]["path"] == ["viewer", "inboxCursor"]
    shut = await app.guest().raw("{ people(first: 1) { edges { cursor } } }", accept=accept)
    assert (shut.status_code, "data" in shut.json(), shut.json()["errors"][0]["extensions"]["code"]) == (200, True, "NotSignedIn")
    refused = await app.guest().raw('mutation { signInToDemo(input: {key: "nobody"}) { __typename } }', accept=accept)
    assert (refused.status_code, refused.json()) == (200, {"data": {"signInToDemo": {"__typename": "NotFound"}}})


@pytest.mark.parametrize("accept", [RESPONSE, LEGACY])
async def test_every_refusal_bears_the_form_that_was_asked_for(app: Application, accept: str) -> None:
    async with app.house.db.read() as session:
        before = await session.scalar(text("SELECT count(*) FROM pgqueuer"))
    http, named = app.guest().http, {"accept": accept}
    answers = [
        await http.post("/graphql", content=b"{", headers=named | {"content-type": "application/json"}),
        await http.post("/graphql", content=b"{}", headers=named | {"content-type": "text/plain"}),
        await http.post("/graphql", content=b" " * (1024 * 1024 + 1), headers=named | {"content-type": "application/json"}),
        await http.post("/graphql", json=SITE, headers=named | {"origin": "https://elsewhere.example"}),
        await http.get("/graphql", params={"query": "mutation { signOut(input: {}) { __typename } }"}, headers=named),
        await http.get("/graphql", params={"query": "x" * 17_000}, headers=named),
    ]
    assert [(each.status_code, kind(each)) for each in answers] == [(status, accept) for status in (400, 415, 413, 403, 405, 414)]
    assert [set(each.json()) for each in answers] == [{"errors"}] * len(answers)
    async with app.house.db.read() as session:
        assert await session.scalar(text("SELECT count(*) FROM pgqueuer")) == before
