"""Documents of our own client go by their ids, others as texts where they are taken; what is remembered of others has an end."""

from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import httpx
import pytest

from schema import documents
from schema.documents import MOST_KEPT, MOST_LETTERS, Shelf, persisted
from server.kit.settings import Settings
from tests.support.running import Application, running
from tests.support.unchanged import unchanged

RESPONSE = {"accept": "application/graphql-response+json"}
UNKNOWN = "sha256:" + "0" * 64
FREE = "{ site { demo } }"


def id_of(name: str) -> str:
    """The id of one of our client's documents."""
    return next(key for key, text in persisted().items() if f" {name}(" in text or f" {name} " in text)


@pytest.fixture
async def strict(database_url: str, tmp_path: Path) -> AsyncGenerator[Application]:
    """A deployment that takes only what it knows."""
    settings = Settings(_env_file=None, data_dir=tmp_path, graphql_documents="known")
    async with running(database_url, settings) as application:
        yield application


async def sent(app: Application, **body: Any) -> httpx.Response:
    """Send one operation by POST."""
    return await app.guest().http.post("/graphql", json=body, headers=RESPONSE)


def code(response: httpx.Response) -> str:
    """The code of the only error; there is no data."""
    answer = response.json()
    assert set(answer) == {"errors"}
    return answer["errors"][0]["extensions"]["code"]


async def test_a_document_of_ours_is_asked_by_its_id_in_every_way(app: Application, strict: Application) -> None:
    shell = id_of("Shell")
    for each in (app, strict):
        posted = await sent(each, documentId=shell)
        assert (posted.status_code, posted.json()["data"]["viewer"]) == (200, None)
        named = await sent(each, documentId=shell, query="", operationName="Shell", variables={})
        assert named.json() == posted.json()
        read = await each.guest().http.get("/graphql", params={"documentId": shell}, headers=RESPONSE)
        assert (read.status_code, read.json()) == (200, posted.json())
        async with each.guest().socket() as socket:
            await socket.send({"type": "subscribe", "id": "1", "payload": {"query": "", "documentId": shell}})
            assert await socket.next("1") == posted.json()["data"]


async def test_an_unknown_id_is_told_and_nothing_is_done(app: Application, strict: Application) -> None:
    for each in (app, strict):
        async with unchanged(each.house.db):
            for key in (UNKNOWN, "sha256:x", id_of("Shell").upper(), id_of("Shell").removeprefix("sha256:")):
                response = await sent(each, documentId=key)
                assert (response.status_code, code(response)) == (404, "UNKNOWN_DOCUMENT")
                assert key not in response.text
            read = await each.guest().http.get("/graphql", params={"documentId": UNKNOWN})
            assert (read.status_code, code(read)) == (404, "UNKNOWN_DOCUMENT")
            async with each.guest().socket() as socket:
                await socket.send({"type": "subscribe", "id": "1", "payload": {"documentId": UNKNOWN}})
                told = await socket.receive()
                assert (told["type"], told["id"], told["payload"][0]["extensions"]) == ("error", "1", {"code": "UNKNOWN_DOCUMENT"})
                # The socket goes on.
                await socket.send({"type": "ping"})
                assert (await socket.receive())["type"] == "pong"


async def test_a_mutation_by_its_id_is_no_mutation_by_get(app: Application) -> None:
    given = {"documentId": id_of("ChooseLanguage"), "variables": '{"input": {"language": "EN"}}'}
    async with unchanged(app.house.db):
        response = await app.guest().http.get("/graphql", params=given)
        assert (response.status_code, code(response)) == (405, "MUTATION_BY_GET")


async def test_where_only_known_documents_are_taken_no_text_is_looked_at(strict: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [FREE, "{", "{ __typename }", 'mutation { requestSignIn(input: {email: "a@people.example"}) { __typename } }']
    texts.append(persisted()[id_of("Shell")])

    def parsed(*_given: object) -> None:
        raise AssertionError("a stranger's text was parsed")

    monkeypatch.setattr(Shelf, "prepared", parsed)
    async with unchanged(strict.house.db):
        for text in texts:
            response = await sent(strict, query=text)
            assert (response.status_code, code(response)) == (403, "DOCUMENT_NOT_TAKEN")
        read = await strict.guest().http.get("/graphql", params={"query": FREE})
        assert (read.status_code, code(read)) == (403, "DOCUMENT_NOT_TAKEN")
        async with strict.guest().socket() as socket:
            await socket.subscribe("1", FREE)
            told = await socket.receive()
            assert (told["type"], told["payload"][0]["extensions"]) == ("error", {"code": "DOCUMENT_NOT_TAKEN"})


async def test_a_payload_with_both_or_neither_closes_the_socket(app: Application) -> None:
    shell = id_of("Shell")
    for payload in ({"query": FREE, "documentId": shell}, {}, {"query": " "}, {"documentId": 7}, {"documentId": ""}, {"query": 7}):
        async with app.guest().socket() as socket:
            await socket.send({"type": "subscribe", "id": "1", "payload": payload})
            await socket.connection.wait_closed()
            assert socket.connection.close_code == 4400, payload


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A shelf that nothing was taken from yet."""
    found = Shelf()
    monkeypatch.setattr(documents, "SHELF", found)
    monkeypatch.setattr("schema.execution.SHELF", found)
    return found


async def test_what_is_remembered_of_strangers_has_an_end_and_ours_stay(app: Application, shelf: Shelf) -> None:
    await sent(app, documentId=id_of("Shell"))
    ours = shelf.prepared(persisted()[id_of("Shell")])
    assert (ours.faults, shelf.others) == ([], (0, 0))
    for number in range(MOST_KEPT + 20):
        assert (await sent(app, query=f"query Q{number} {{ site {{ demo }} }}")).status_code == 200
    assert shelf.others[0] == MOST_KEPT
    padding = "#" + "x" * 10_000
    for number in range(30):
        assert (await sent(app, query=f"query P{number} {{ nothing }} {padding}")).status_code == 400
    kept, letters = shelf.others
    assert kept < MOST_KEPT
    assert letters <= MOST_LETTERS
    # One that alone would push all others out is answered, and not kept.
    assert (await sent(app, query=f"query Large {{ site {{ demo }} }} #{'x' * 100_000}")).status_code == 200
    assert shelf.others == (kept, letters)
    # Malformed ones leave nothing, ours are what they were.
    assert (await sent(app, query="{ site {")).status_code == 400
    assert shelf.others == (kept, letters)
    assert shelf.prepared(persisted()[id_of("Shell")]) is ours


async def test_what_is_remembered_is_neither_parsed_nor_validated_again(
    app: Application, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = "query Wrong { nothing }"
    for body in ({"query": FREE}, {"query": wrong}, {"documentId": id_of("Shell")}):
        await sent(app, **body)

    def again(*_given: object, **_named: object) -> None:
        raise AssertionError("it was known")

    monkeypatch.setattr(documents, "parse", again)
    monkeypatch.setattr(documents, "validate_document", again)
    assert (await sent(app, query=FREE)).json() == {"data": {"site": {"demo": True}}}
    assert (await sent(app, documentId=id_of("Shell"))).status_code == 200
    refused = await sent(app, query=wrong)
    assert (refused.status_code, code(refused)) == (400, "BAD_REQUEST")
