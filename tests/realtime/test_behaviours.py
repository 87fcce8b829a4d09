"""What the text of graphql-transport-ws asks of a server, behaviour by behaviour, on both ways out of a socket."""

import asyncio
import json
from collections.abc import AsyncGenerator

import pytest
import websockets

from server.realtime import endpoint, pace, sockets
from tests.realtime.speaking import ACK, INIT, Served, code_of, done, frame, nothing_logged, served, text, until, wanted, wired


@pytest.fixture(params=["frames", "plain"])
async def there(request: pytest.FixtureRequest) -> AsyncGenerator[Served]:
    """The socket, with our protocol class and without it; whatever happens, nobody complains in the log."""
    with nothing_logged():
        async with served(plain=request.param == "plain") as found:
            yield found


async def test_an_introduction_is_acknowledged_whatever_object_it_brings(there: Served) -> None:
    for payload in ({}, {"token": "anything", "deep": [{"a": None}]}, None):
        async with there.client(initialise=False) as found:
            await found.send(INIT | {"payload": payload})
            assert await found.receive() == ACK
    async with there.client(initialise=False) as found:
        await found.send(' {"payload" : null , "type": "connection_\\u0069nit", "unknown": 1} ')
        assert await found.receive() == ACK


async def test_a_second_introduction_closes_the_socket_also_before_the_first_is_answered(
    there: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with there.client() as found:
        await found.send(INIT)
        assert await code_of(found) == 4429
    monkeypatch.setattr(sockets, "ARRIVING", 0)
    async with there.client(initialise=False) as found:
        await found.send(INIT)
        await found.send(INIT)
        assert await code_of(found) == 4429


async def test_nothing_is_begun_before_the_introduction_was_acknowledged(there: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    async with there.client(initialise=False) as found:
        await found.send(wanted("1", "echo"))
        assert await code_of(found) == 4401
    monkeypatch.setattr(sockets, "ARRIVING", 0)
    async with there.client(initialise=False) as found:
        await found.send(INIT)
        await found.send(wanted("1", "echo"))
        assert await code_of(found) == 4401
    assert there.script.given == []


async def test_who_has_introduced_themselves_is_not_hurried(there: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "INIT_WITHIN", 0.2)
    monkeypatch.setattr(sockets, "ARRIVING", 0)
    monkeypatch.setattr(sockets, "WAIT_WITHIN", 0.5)
    async with there.client(initialise=False) as found:
        await found.send(INIT)
        # The gate was full for longer than one may take to introduce oneself.
        assert await code_of(found) == 1013
    async with there.client(initialise=False) as found:
        assert await code_of(found) == 4408


async def test_a_ping_is_answered_at_any_time_with_what_it_brought(there: Served) -> None:
    async with there.client(initialise=False) as found:
        await found.send({"type": "ping"})
        assert await found.receive() == {"type": "pong"}
        await found.send({"type": "ping", "payload": {"at": ["縁", None]}})
        assert await found.receive() == {"type": "pong", "payload": {"at": ["縁", None]}}
        await found.send({"type": "pong"})
        await found.send({"type": "pong", "payload": {"never": "asked"}})
        await found.send(INIT)
        assert await found.receive() == ACK
        await found.send({"type": "ping"})
        assert await found.receive() == {"type": "pong"}


async def test_an_operation_answers_and_then_completes(there: Served) -> None:
    async with there.client() as found:
        await found.send(wanted("1", "echo", deep={"a": [1, None, "縁"]}))
        assert await found.receive() == {"type": "next", "id": "1", "payload": {"data": {"deep": {"a": [1, None, "縁"]}}}}
        assert await found.receive() == done("1")
        await found.send(wanted("1", "count", many=50))
        numbers = [(await found.next("1"))["number"] for _ in range(50)]
        assert numbers == list(range(50))
        assert await found.receive() == done("1")
        await found.send(wanted("none", "count"))
        assert await found.receive() == done("none")


async def test_an_operation_gets_what_its_message_says(there: Served) -> None:
    payload = {"query": "echo", "variables": {"a": 1}, "operationName": "Name", "extensions": {"any": "thing"}, "more": 1}
    async with there.client() as found:
        await found.send({"type": "subscribe", "id": "1", "payload": payload, "more": 1})
        assert await found.next("1") == {"a": 1}
        await found.send({"type": "subscribe", "id": "2", "payload": {"query": "echo", "variables": None, "operationName": None}})
        assert await found.receive() == done("1")
        assert await found.next("2") == {}
    first, second = there.script.given
    assert (first.query, first.variables, first.operation_name) == ("echo", {"a": 1}, "Name")
    assert (second.variables, second.operation_name) == (None, None)


async def test_errors_of_an_operation_that_ran_come_with_its_answer(there: Served) -> None:
    async with there.client() as found:
        await found.send(wanted("1", "partly"))
        assert await found.receive() == {"type": "next", "id": "1", "payload": {"data": None, "errors": [{"message": "half of it"}]}}
        assert await found.receive() == done("1")


async def test_an_operation_that_cannot_begin_gets_one_error_and_nothing_else(there: Served) -> None:
    async with there.client() as found:
        for _ in range(2):
            await found.send(wanted("1", "refused"))
            assert await found.receive() == {"type": "error", "id": "1", "payload": [{"message": "no such field"}]}
        await found.send({"type": "ping"})
        assert await found.receive() == {"type": "pong"}


async def test_operations_run_beside_each_other(there: Served) -> None:
    async with there.client() as found:
        await found.send(wanted("held", "held"))
        await found.send(wanted("endless", "endless", many=2))
        await found.send(wanted("quick", "echo", a=1))
        messages = [await found.receive() for _ in range(4)]
        assert sorted((each["type"], each["id"]) for each in messages) == [
            ("complete", "quick"),
            ("next", "endless"),
            ("next", "endless"),
            ("next", "quick"),
        ]
        await found.send({"type": "ping"})
        assert await found.receive() == {"type": "pong"}
        there.script.release.set()
        assert await found.next("held") == "released"
        assert await found.receive() == done("held")


async def test_what_the_client_completes_ends_in_silence(there: Served) -> None:
    async with there.client() as found:
        await found.send(wanted("1", "endless", many=1))
        await found.next("1")
        await found.send(done("1"))
        await until(lambda: there.script.ended["endless"] == 1)
        await found.send(wanted("2", "held"))
        await found.send(done("2"))
        there.script.release.set()
        # Nothing of either: what comes next is the answer to what is asked next.
        await found.send({"type": "ping"})
        assert await found.receive() == {"type": "pong"}
        assert await found.silent()


async def test_what_is_completed_while_it_is_prepared_never_begins(there: Served) -> None:
    there.script.door = asyncio.Event()
    async with there.client() as found:
        await found.send(wanted("1", "echo"))
        await found.send(done("1"))
        await found.send({"type": "ping"})
        assert await found.receive() == {"type": "pong"}
        there.script.door.set()
        assert await found.silent()
    assert there.script.began == {}


async def test_what_does_not_let_itself_be_ended_says_nothing_either(there: Served) -> None:
    async with there.client() as found:
        await found.send(wanted("1", "stubborn"))
        await until(lambda: there.script.began["stubborn"] == 1)
        await found.send(done("1"))
        # Its id is free, and what comes under it is the new operation's.
        await found.send(wanted("1", "echo", mine=True))
        assert await found.next("1") == {"mine": True}
        assert await found.receive() == done("1")
        assert await found.silent()


async def test_an_end_for_what_is_unknown_or_over_is_nothing(there: Served) -> None:
    async with there.client(initialise=False) as found:
        await found.send(done("never"))
        await found.send(INIT)
        assert await found.receive() == ACK
        await found.send(wanted("1", "echo"))
        await found.next("1")
        assert await found.receive() == done("1")
        await found.send(done("1"))
        await found.send(done("縁" * 1024))
        await found.send(wanted("1", "echo"))
        assert await found.next("1") == {}


async def test_an_id_in_use_closes_the_socket_also_while_its_operation_is_prepared(there: Served) -> None:
    async with there.client() as found:
        await found.send(wanted("1", "endless"))
        await until(lambda: there.script.began["endless"] == 1)
        await found.send(wanted("1", "echo"))
        assert await code_of(found) == 4409
    await until(lambda: there.script.ended["endless"] == 1)
    there.script.door = asyncio.Event()
    async with there.client() as found:
        await found.send(wanted("1", "echo"))
        await found.send(wanted("1", "echo"))
        assert await code_of(found) == 4409
    assert there.script.began["echo"] == 0


async def test_ids_are_any_text(there: Served) -> None:
    async with there.client() as found:
        for key in ('"', "\\", "\u0000\n\t", "縁側", "🫖", "</script>", "x" * 1024, "1", " "):
            await found.send(wanted(key, "echo"))
            assert await found.next(key) == {}
            assert await found.receive() == done(key)


async def test_operations_end_with_their_socket_however_it_ends(there: Served) -> None:
    async with there.client() as found:
        for key in ("a", "b"):
            await found.send(wanted(key, "endless"))
        await until(lambda: there.script.began["endless"] == 2)
    await until(lambda: there.script.ended["endless"] == 2)
    async with there.client() as found:
        await found.send(wanted("a", "endless"))
        await until(lambda: there.script.began["endless"] == 3)
        found.connection.transport.abort()
        await until(lambda: there.script.ended["endless"] == 3)
    async with there.client() as found:
        await found.send(wanted("a", "endless"))
        await until(lambda: there.script.began["endless"] == 4)
        await found.send("nonsense")
        assert await code_of(found) == 4400
        await until(lambda: there.script.ended["endless"] == 4)
    await there.emptied()


async def test_sockets_know_nothing_of_each_other(there: Served) -> None:
    async with there.client() as one, there.client() as other:
        for found in (one, other):
            await found.send(wanted("same", "endless", many=1))
            await found.next("same")
        await one.send(done("same"))
        await until(lambda: there.script.ended["endless"] == 1)
        await one.send("nonsense")
        assert await code_of(one) == 4400
        await other.send({"type": "ping"})
        assert await other.receive() == {"type": "pong"}
        assert there.script.ended["endless"] == 1


async def test_the_hundred_and_first_operation_is_refused_and_the_others_go_on(there: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "OPERATIONS", (1000.0, 200.0))
    async with there.client() as found:
        for number in range(101):
            await found.send(wanted(str(number), "held"))
        refused = await found.receive()
        assert (refused["type"], refused["id"]) == ("error", "100")
        there.script.release.set()
        heard = [await found.receive() for _ in range(200)]
        assert {each["id"] for each in heard} == {str(number) for number in range(100)}
        await found.send(wanted("100", "echo"))
        assert await found.next("100") == {}


async def test_a_session_that_is_over_closes_the_socket(there: Served) -> None:
    async with there.client() as found:
        await found.send(wanted("1", "endless"))
        await found.send(wanted("2", "over"))
        with pytest.raises(websockets.ConnectionClosed):
            await found.receive()
        assert found.connection.close_code == 4403
    await until(lambda: there.script.ended["endless"] == 1)


async def test_what_follows_a_close_is_not_heard(there: Served) -> None:
    async with wired(there.port) as wire:
        await wire.introduced()
        await wire.write(text("nonsense"), text(wanted("1", "echo")), frame(9, b"there?"), text({"type": "ping"}))
        assert await wire.ended() == (4400, [])
    assert there.script.given == []


async def test_nothing_is_written_after_the_answer_to_a_close_frame(there: Served) -> None:
    async with wired(there.port) as wire:
        await wire.introduced()
        await wire.write(text(wanted("1", "echo")), frame(9, b"there?"), frame(8, b"\x03\xe8bye"), text(wanted("2", "echo")))
        seen = []
        while (found := await wire.read()) is not None:
            seen.append(found)
        assert seen[-1] == (8, b"\x03\xe8bye")
        assert [each for each in seen if each[0] == 8] == seen[-1:]
        assert (10, b"there?") in seen
    await there.emptied()


async def test_messages_may_come_in_pieces_with_pings_between(there: Served) -> None:
    message = json.dumps(wanted("1", "echo", word="縁側")).encode()
    async with wired(there.port) as wire:
        await wire.introduced()
        for at in range(0, len(message), 7):
            await wire.write(frame(0 if at else 1, message[at : at + 7], fin=False), frame(9, str(at).encode()))
            assert await wire.read() == (10, str(at).encode())
        await wire.write(frame(0, b"", fin=True))
        opcode, answer = await wire.read() or (0, b"")
        assert (opcode, json.loads(answer)["payload"]) == (1, {"data": {"word": "縁側"}})


@pytest.mark.parametrize("plain", [False, True])
async def test_an_operation_that_breaks_is_told_under_a_number_and_the_others_go_on(plain: bool) -> None:
    async with served(plain=plain) as there, there.client() as found:
        await found.send(wanted("1", "endless"))
        await found.send(wanted("2", "broken"))
        refused = await found.receive()
        assert (refused["type"], refused["id"]) == ("error", "2")
        (error,) = refused["payload"]
        assert error["extensions"]["code"] == "UNEXPECTED"
        assert error["extensions"]["id"] in error["message"]
        assert "broken" not in json.dumps(refused)
        assert there.script.ended["endless"] == 0
        # Nothing comes after it, and its id is free.
        assert await found.silent()
        await found.send(wanted("2", "echo", again=True))
        assert await found.next("2") == {"again": True}
        assert await found.receive() == done("2")
        # Without its database a server is no use for a while: the client comes back.
        await found.send(wanted("3", "lost"))
        assert await code_of(found) == 1013
