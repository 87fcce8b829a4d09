"""graphql-transport-ws as it is spoken: what closes the socket and with which code, and what an operation leaves behind."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import websockets
from websockets.typing import Origin, Subprotocol

from engawa import serving
from server.kit.log import SYNONYMS
from server.kit.settings import Settings
from server.realtime import endpoint, protocol
from tests.realtime.watching import OPPORTUNITIES, subscriptions
from tests.support.running import Application, running


@pytest.fixture(params=["frames", "plain"])
async def app(
    request: pytest.FixtureRequest, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncGenerator[Application]:
    """The application, with our protocol class and without it."""
    if request.param == "plain":
        monkeypatch.setattr(serving, "FramesProtocol", "websockets-sansio")
    async with running(database_url, Settings(_env_file=None, data_dir=tmp_path)) as application:
        yield application


INIT = {"type": "connection_init"}
SITE = {"type": "subscribe", "id": "1", "payload": {"query": "{ site { demo } }"}}
FOLLOW = {"type": "subscribe", "id": "1", "payload": {"query": OPPORTUNITIES}}


@asynccontextmanager
async def opened(app: Application, *protocols: str, origin: str | None = None, cookie: str | None = None) -> AsyncGenerator[Any]:
    """A bare socket."""
    async with websockets.connect(
        f"{app.base.replace('http', 'ws', 1)}/graphql",
        subprotocols=[Subprotocol(name) for name in protocols or ("graphql-transport-ws",)],
        origin=Origin(origin) if origin else None,
        additional_headers={"Cookie": cookie} if cookie else None,
        proxy=None,
    ) as found:
        yield found


async def close_code(app: Application, *messages: Any) -> int:
    """The code with which the socket is closed after these messages."""
    async with opened(app) as found:
        for message in messages:
            await found.send(message if isinstance(message, str | bytes) else json.dumps(message))
            if message is INIT and message is not messages[-1]:
                assert json.loads(await found.recv())["type"] == "connection_ack"
        return await ended_with(found)


async def ended_with(found: Any) -> int:
    """The code with which the socket is closed, whatever comes before."""
    try:
        while True:
            async with asyncio.timeout(20):
                await found.recv()
    except websockets.ConnectionClosed:
        return found.close_code


async def followers(app: Application, many: int) -> None:
    """Wait until there are so many."""
    for _ in range(1000):
        if subscriptions(app) == many:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(subscriptions(app))


async def test_malformed_messages_close_with_the_code_that_the_protocol_names(app: Application) -> None:
    payloads: list[Any] = [
        None,
        [],
        "x",
        {},
        {"query": 1},
        {"query": " "},
        {"query": "{ a }", "variables": []},
        {"query": "{ a }", "operationName": 1},
    ]
    cases: list[tuple[int, list[Any]]] = [
        (4429, [INIT, INIT]),
        (4401, [SITE]),
        (4409, [INIT, FOLLOW, FOLLOW]),
        (4409, [INIT, FOLLOW | {"id": "縁" * 100}, FOLLOW | {"id": "縁" * 100}]),
        (4400, [INIT, b"binary"]),
        (4400, ["not json"]),
        (4400, ["[]"]),
        (4400, ["null"]),
        (4400, [{"id": "1"}]),
        (4400, [{"type": 7}]),
        (4400, [INIT, {"type": "start", "id": "1"}]),
        (4400, [{"type": "connection_ack"}]),
        (4400, [INIT | {"payload": "x"}]),
        (4400, [INIT, {"type": "subscribe", "payload": SITE["payload"]}]),
        (4400, [INIT, SITE | {"id": ""}]),
        (4400, [INIT, SITE | {"id": 7}]),
        (4400, [INIT, {"type": "complete"}]),
        *((4400, [INIT, SITE | {"payload": payload}]) for payload in payloads),
        (1009, [INIT, "x" * (64 * 1024 + 1)]),
    ]
    for code, messages in cases:
        assert await close_code(app, *messages) == code, messages
    await followers(app, 0)


async def test_only_our_subprotocol_is_spoken(app: Application) -> None:
    near = ("graphql-TransPort-ws", "graphql-transport-wsnah", "graphql-transport", "GRAPHQL-TRANSPORT-WS")
    for names in (("graphql-ws",), ("soap",), near, *((name,) for name in near)):
        async with opened(app, *names) as found:
            assert found.subprotocol is None
            assert await ended_with(found) == 4406
    for names in (("graphql-ws", "graphql-transport-ws"), ("soap", "graphql-transport-ws", "graphql-ws")):
        async with opened(app, *names) as found:
            assert found.subprotocol == "graphql-transport-ws"
    async with websockets.connect(f"{app.base.replace('http', 'ws', 1)}/graphql", proxy=None) as found:
        assert await ended_with(found) == 4406


async def test_who_does_not_introduce_themselves_in_time_is_let_go(app: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "INIT_WITHIN", 0.3)
    assert await close_code(app) == 4408
    # Talking of something else does not buy time.
    assert await close_code(app, {"type": "ping"}, {"type": "pong"}) == 4408


async def test_who_has_fallen_silent_is_let_go(app: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "PING_EVERY", 0.1)
    monkeypatch.setattr(endpoint, "SILENT_AT_MOST", 0.4)
    async with opened(app) as found:
        await found.send(json.dumps(INIT))
        assert json.loads(await found.recv())["type"] == "connection_ack"
        for _ in range(6):
            async with asyncio.timeout(20):
                assert json.loads(await found.recv()) == {"type": "ping"}
            await found.send(json.dumps({"type": "pong"}))
        assert await ended_with(found) == 4408


async def test_a_cookie_wants_an_origin_of_ours(app: Application) -> None:
    cookie = "engawa=whatever"
    refused: list[dict[str, str]] = [
        {"cookie": cookie},
        {"cookie": cookie, "origin": "https://elsewhere.example"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null", "cookie": cookie},
    ]
    for how in refused:
        with pytest.raises(websockets.InvalidStatus) as refusal:
            async with opened(app, **how):
                pass
        assert refusal.value.response.status_code == 403
    async with opened(app) as found:
        await found.send(json.dumps(INIT))
        assert json.loads(await found.recv())["type"] == "connection_ack"
    async with opened(app, cookie=cookie, origin=app.base) as found:
        assert found.subprotocol == "graphql-transport-ws"


async def test_one_operation_too_many_is_refused_and_the_others_go_on(app: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    assert protocol.MOST_OPERATIONS == 100
    monkeypatch.setattr(protocol, "MOST_OPERATIONS", 3)
    async with app.guest().socket() as found:
        for number in range(4):
            await found.subscribe(str(number), OPPORTUNITIES)
        refused = await found.receive()
        assert (refused["type"], refused["id"]) == ("error", "3")
        await followers(app, 3)
        # One that ends makes room.
        await found.send({"type": "complete", "id": "0"})
        await followers(app, 2)
        await found.subscribe("3", OPPORTUNITIES)
        await followers(app, 3)
    await followers(app, 0)


async def test_what_was_followed_ends_with_the_operation_and_with_the_socket(app: Application) -> None:
    async with app.guest().socket() as found:
        for key in ("a", "b"):
            await found.subscribe(key, OPPORTUNITIES)
        await followers(app, 2)
        await found.send({"type": "complete", "id": "a"})
        await found.send({"type": "complete", "id": "never begun"})
        await followers(app, 1)
        # The id is free again.
        await found.subscribe("a", OPPORTUNITIES)
        await followers(app, 2)
        # The client is gone without a word.
        found.connection.transport.abort()
        await followers(app, 0)
    # What the process itself follows goes on.
    assert set(app.house.graph.bus._listeners) == {SYNONYMS}


async def test_queries_and_mutations_answer_and_complete(app: Application) -> None:
    async with app.guest("en").socket() as found:
        await found.subscribe("1", "query Q($demo: Boolean!) { site { demo @include(if: $demo) } }", {"demo": True})
        assert await found.next("1") == {"site": {"demo": True}}
        assert await found.receive() == {"type": "complete", "id": "1"}
        signing_in = 'mutation { signInToDemo(input: {key: "nobody"}) { __typename ... on Problem { message } } }'
        await found.subscribe("2", signing_in)
        assert (await found.next("2"))["signInToDemo"]["__typename"] == "NotFound"
        assert (await found.receive())["type"] == "complete"
        for document in ("{", "{ nothing }", "fragment F on Site { demo }", "subscription { nothing }", "{ site { demo } } }"):
            await found.subscribe("3", document)
            refused = await found.receive()
            assert (refused["type"], refused["id"]) == ("error", "3"), document
            assert refused["payload"][0]["extensions"]["code"] == "BAD_REQUEST"
        # Everything that is wrong is said, each with its place.
        await found.subscribe("3", "{ one two }")
        faults = (await found.receive())["payload"]
        assert [(each["locations"], each["extensions"]["code"]) for each in faults] == [
            ([{"line": 1, "column": 3}], "BAD_REQUEST"),
            ([{"line": 1, "column": 7}], "BAD_REQUEST"),
        ]
        # What only members may ask is refused, and the socket stays.
        await found.subscribe("4", "{ people(first: 1) { totalCount } }")
        refused = await found.receive()
        assert refused["payload"]["errors"][0]["extensions"]["code"] == "NotSignedIn"
        assert (await found.receive())["type"] == "complete"
        await found.send({"type": "ping"})
        assert await found.receive() == {"type": "pong"}
