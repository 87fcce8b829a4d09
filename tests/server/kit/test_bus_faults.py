"""Redis away at the start, killed, hanging, emptied, talking nonsense, and back: the process goes on, and hints come again."""

import asyncio
import random
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from structlog.testing import capture_logs

from server.kit.bus import RedisBus, over_redis
from server.kit.redis import RedisServer
from tests.server.kit.test_bus import PATIENT_SECONDS, Ear
from tests.support.recording import until
from tests.support.valkey import Valkey, channels, cluster, owner_of, until_channels, valkey

TAG = "engawa-faults"


@pytest.fixture
def server() -> Generator[Valkey]:
    """A server that this test may break."""
    with valkey() as found:
        yield found


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that nobody waits for what is tried again."""
    monkeypatch.setattr(over_redis, "LONGEST_PAUSE", 0.2)


@asynccontextmanager
async def bus_at(url: str, within: float = PATIENT_SECONDS, ping_every: float = 5.0, *, reached: bool = True) -> AsyncGenerator[RedisBus]:
    found = RedisBus(RedisServer(url, TAG), within=within, ping_every=ping_every)
    async with found.running():
        if reached:
            await until(lambda: found.reached, PATIENT_SECONDS)
        yield found


async def told(ear: Ear, stream: str, head: int) -> None:
    await until(lambda: (stream, head) in ear.heard, PATIENT_SECONDS)


def of_redis(logs: list[Any]) -> list[str]:
    return [line["event"] for line in logs if line["event"].startswith(("redis", "hints"))]


async def test_without_a_server_a_process_hears_of_itself_and_says_so_once() -> None:
    gone = Valkey(place=None)  # type: ignore[arg-type]
    ear = Ear()
    with capture_logs() as logs:
        async with bus_at(gone.url, reached=False) as bus:
            bus.listen("stream", ear)
            for head in range(2000):
                await bus.publish("stream", head)
            for head in range(2000):
                await bus.publish(f"stream {head}", head)
                bus.listen(f"stream {head}", ear)()
            await asyncio.sleep(1)
    assert [head for _, head in ear.heard] == list(range(2000))
    assert len(bus._waiting) <= over_redis.MOST_WAITING
    assert (bus._turned, bus._here.streams()) == (set(), {"stream"})
    assert of_redis(logs) == ["redis away"]


async def test_a_server_that_comes_later_is_found(server: Valkey) -> None:
    server.kill()
    async with bus_at(server.url, reached=False) as here, bus_at(server.url, reached=False) as there:
        ear = Ear()
        there.listen("stream", ear)
        await here.publish("stream", 1)
        await asyncio.to_thread(server.start)
        await until(lambda: ear.lost == 1 and here.reached, PATIENT_SECONDS)
        await here.publish("stream", 2)
        await told(ear, "stream", 2)


async def test_after_a_kill_everybody_is_woken_once_and_hints_come_again(server: Valkey) -> None:
    with capture_logs() as logs:
        async with bus_at(server.url) as here, bus_at(server.url) as there:
            ears = {name: Ear() for name in ("a", "b")}
            for name, ear in ears.items():
                there.listen(name, ear)
            await until(lambda: all(ear.lost == 1 for ear in ears.values()), PATIENT_SECONDS)
            server.kill()
            await until(lambda: not here.reached and not there.reached, PATIENT_SECONDS)
            # Nobody waits, nothing is raised, and what is said now is not lost on the way.
            await here.publish("a", 5)
            await asyncio.to_thread(server.start)
            await until(lambda: all(ear.lost == 2 for ear in ears.values()), PATIENT_SECONDS)
            await until(lambda: here.reached, PATIENT_SECONDS)
            await here.publish("b", 6)
            await told(ears["b"], "b", 6)
            await asyncio.sleep(0.3)
            assert [ear.lost for ear in ears.values()] == [2, 2]
    assert sorted(of_redis(logs)) == ["redis away"] * 2 + ["redis reached"] * 4


async def test_a_server_that_hangs_costs_a_publisher_nothing(server: Valkey) -> None:
    async with bus_at(server.url, within=0.3) as here, bus_at(server.url, within=0.3, ping_every=0.3) as there:
        ear = Ear()
        there.listen("stream", ear)
        await until(lambda: ear.lost == 1, PATIENT_SECONDS)
        server.hang()
        # It never suspends: in one turn of the event loop everything is said.
        turns: list[int] = []
        asyncio.get_running_loop().call_soon(turns.append, 1)
        for head in range(5000):
            await here.publish(f"stream {head}", head)
        assert turns == []
        # The publisher notices by what it sends, the other, which sends nothing, by asking.
        await until(lambda: not here.reached and not there.reached, PATIENT_SECONDS)
        server.go_on()
        await until(lambda: here.reached and there.reached and ear.lost >= 2, PATIENT_SECONDS)
        await here.publish("stream", 1)
        await told(ear, "stream", 1)


async def test_an_emptied_server_and_ended_connections_lose_no_listener(server: Valkey) -> None:
    async with bus_at(server.url) as here, bus_at(server.url) as there:
        ear = Ear()
        there.listen("stream", ear)
        await until(lambda: ear.lost == 1, PATIENT_SECONDS)
        server.ask("FLUSHALL")
        await here.publish("stream", 1)
        await told(ear, "stream", 1)
        server.ask("CLIENT", "KILL", "TYPE", "pubsub")
        await until(lambda: ear.lost == 2 and here.reached and there.reached, PATIENT_SECONDS)
        # A connection that only publishes is made anew when something is published.
        server.ask("CLIENT", "KILL", "TYPE", "normal")
        await here.publish("stream", 2)
        await told(ear, "stream", 2)


async def test_what_others_say_on_our_channels_is_no_hint(server: Valkey) -> None:
    chance, channel = random.Random(5), f"{{{TAG}}}:stream"
    with capture_logs() as logs:
        async with bus_at(server.url) as here, bus_at(server.url) as there:
            ear = Ear()
            there.listen("stream", ear)
            await until(lambda: ear.lost == 1, PATIENT_SECONDS)
            nonsense = ["", ":", "x", "x:", ":-5", "x:-1", "x:1e9", "x:" + "9" * 5000, "x:1:2", "x:１", "\x00\x00"]
            for said in [*nonsense, *("".join(map(chr, chance.choices(range(1, 255), k=30))).replace(":", "") for _ in range(50))]:
                server.ask("PUBLISH", channel, said)
            await here.publish("stream", 3)
            await told(ear, "stream", 3)
    assert (ear.heard, ear.lost) == ([("stream", 3)], 1)
    assert of_redis(logs) == ["redis reached"] * 2


async def test_what_nobody_listens_to_is_left(server: Valkey) -> None:
    """Also when many come and go; nothing of them stays, here or there."""
    async with bus_at(server.url) as bus:
        for _ in range(3):
            ear = Ear()
            ends = [bus.listen(f"stream {number}", ear) for number in range(1200)]
            await until(lambda ear=ear: ear.lost == 1200, PATIENT_SECONDS)
            assert len(await channels(server)) == 1201
            for end in ends:
                end()
            await until_channels(server, {f"{{{TAG}}}:here"})
        assert bus._here.streams() == set()
        assert (bus._turned, bus._waiting) == (set(), {})


async def test_a_refused_client_says_so_and_is_let_in_later(server: Valkey) -> None:
    server.ask("CONFIG", "SET", "requirepass", "another")
    with capture_logs() as logs:
        async with bus_at(server.url, reached=False) as bus:
            await until(lambda: bool(of_redis(logs)), PATIENT_SECONDS)
            assert not bus.reached
        async with bus_at(server.url.replace("//", "//:another@")) as bus:
            assert bus.reached
    assert of_redis(logs) == ["redis away", "redis reached"]
    assert "another" not in str(logs)


async def test_hints_follow_a_slot_that_moves_to_another_node() -> None:
    with cluster() as nodes:
        owner, other, slot = owner_of(nodes, f"{{{TAG}}}:here")
        async with bus_at(owner.url) as here, bus_at(other.url) as there:
            ear = Ear()
            there.listen("stream", ear)
            await until(lambda: ear.lost == 1, PATIENT_SECONDS)
            assert len(await channels(owner, sharded=True)) == 2
            target = other.ask("CLUSTER", "MYID")
            for node in (other, owner):
                node.ask("CLUSTER", "SETSLOT", slot, "NODE", target)
            await here.publish("stream", 1)
            await until(lambda: ear.lost == 2 and here.reached, PATIENT_SECONDS)
            await here.publish("stream", 2)
            await told(ear, "stream", 2)
            assert len(await channels(other, sharded=True)) == 2
