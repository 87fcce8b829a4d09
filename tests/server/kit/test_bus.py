"""What every bus of hints keeps: the one of a process and the one over Redis, on one server, sharded, and in a cluster."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from contextlib import AsyncExitStack
from dataclasses import dataclass

import pytest

from server.kit.bus import LOST, Bus, InProcessBus, RedisBus
from server.kit.ids import uuid7
from server.kit.redis import RedisServer
from tests.support.recording import until
from tests.support.valkey import cluster, owner_of, valkey

# A busy machine is no server that is away.
PATIENT_SECONDS = 20


@pytest.fixture(scope="module")
def server_url() -> Generator[str]:
    """One server for all tests of this module."""
    with valkey() as found:
        yield found.url


@pytest.fixture(scope="module")
def cluster_url() -> Generator[str]:
    """A cluster of two, entered by the node that holds nothing of ours."""
    with cluster() as nodes:
        _, other, _ = owner_of(nodes, "{engawa-cluster}:here")
        yield other.url


class Ear:
    """What a listener was told; that something may have been missed is no hint."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, int]] = []
        self.lost = 0

    def __call__(self, stream: str, head: int) -> None:
        """Be told."""
        if head == LOST:
            self.lost += 1
        else:
            self.heard.append((stream, head))


@dataclass(slots=True)
class Two:
    """The buses of two processes; in the twin, of one."""

    here: Bus
    there: Bus

    async def ear(self, *streams: str) -> Ear:
        """Listen over there, from now on."""
        ear = Ear()
        for stream in streams:
            self.there.listen(stream, ear)
        if isinstance(self.there, RedisBus):
            await until(lambda: ear.lost == len(streams), PATIENT_SECONDS)
        return ear


@pytest.fixture(params=["in process", "redis", "sharded", "cluster"])
async def two(request: pytest.FixtureRequest) -> AsyncGenerator[Two]:
    """Two buses, one kind after the other."""
    if request.param == "in process":
        alone = InProcessBus()
        yield Two(alone, alone)
        return
    if request.param == "cluster":
        server = RedisServer(request.getfixturevalue("cluster_url"), "engawa-cluster")
    else:
        server = RedisServer(request.getfixturevalue("server_url"), f"engawa-{uuid7().hex}", sharded=request.param == "sharded")
    async with AsyncExitStack() as stack:
        buses = [RedisBus(server, within=PATIENT_SECONDS) for _ in range(2)]
        for bus in buses:
            await stack.enter_async_context(bus.running())
        await until(lambda: all(bus.reached for bus in buses), PATIENT_SECONDS)
        yield Two(*buses)


async def test_who_listens_is_told_wherever_they_are(two: Two) -> None:
    """Each stream by itself, here and there, and nobody twice."""
    mine, ear = Ear(), await two.ear("one", "two")
    two.here.listen("one", mine)
    await two.here.publish("one", 7)
    await two.here.publish("nobody's", 8)
    await two.here.publish("two", 9)
    await until(lambda: len(ear.heard) == 2, PATIENT_SECONDS)
    await until(lambda: bool(mine.heard), PATIENT_SECONDS)
    await two.here.publish("one", 10)
    await until(lambda: len(ear.heard) == 3 and len(mine.heard) == 2, PATIENT_SECONDS)
    assert sorted(ear.heard) == [("one", 7), ("one", 10), ("two", 9)]
    assert mine.heard == [("one", 7), ("one", 10)]


async def test_who_has_ended_hears_nothing_and_the_others_go_on(two: Two) -> None:
    """Ending twice is harmless, and listening again begins anew."""
    stays, leaves = await two.ear("stream"), Ear()
    end = two.there.listen("stream", leaves)
    end()
    end()
    await two.here.publish("stream", 1)
    await until(lambda: bool(stays.heard), PATIENT_SECONDS)
    again = await two.ear("other")
    await two.here.publish("other", 2)
    await until(lambda: bool(again.heard), PATIENT_SECONDS)
    assert (stays.heard, leaves.heard, again.heard) == ([("stream", 1)], [], [("other", 2)])


async def test_a_listener_that_fails_fails_nobody_else(two: Two) -> None:
    """Its error is the event loop's to report."""
    reported: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: reported.append(context["exception"]))

    def broken(_stream: str, head: int) -> None:
        if head != LOST:
            raise ValueError("a defect")

    two.there.listen("stream", broken)
    ear = await two.ear("stream") if isinstance(two.there, InProcessBus) else await two.ear("stream", "beside")
    for head in (1, 2):
        await two.here.publish("stream", head)
        await until(lambda head=head: ("stream", head) in ear.heard, PATIENT_SECONDS)
    asyncio.get_running_loop().set_exception_handler(None)
    assert [type(each) for each in reported] == [ValueError, ValueError]


async def test_the_highest_of_many_hints_arrives(two: Two) -> None:
    """Also of more streams than are subscribed to or told of at once."""
    streams = [f"stream {number}" for number in range(900)]
    ear = await two.ear(*streams)
    for head in (1, 3, 2):
        await asyncio.gather(*(two.here.publish(stream, head) for stream in streams))
    await until(lambda: len({stream for stream, head in ear.heard if head == 3}) == len(streams), PATIENT_SECONDS)
    assert {head for _, head in ear.heard} <= {1, 2, 3}
