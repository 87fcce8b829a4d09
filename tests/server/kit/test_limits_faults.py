"""Limits while Redis is emptied, killed, hangs or is full: nobody gets more than a cap from a process, and nobody is locked out."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
from structlog.testing import capture_logs

from server.kit.ids import uuid7
from server.kit.limits import Limits, SharedWindows
from server.kit.redis import RedisServer
from server.kit.refusal import TooOften
from tests.server.kit.test_limits import KEYED, PATIENT_SECONDS, refusal, settled
from tests.support.recording import until
from tests.support.valkey import Valkey, cluster, owner_of, valkey

CAPS = {"block": "3/hour", "people.listed": "3/day"}


@pytest.fixture
def server() -> Generator[Valkey]:
    """A server that this test may break."""
    with valkey() as found:
        yield found


@asynccontextmanager
async def counting(*urls: str, within: float = PATIENT_SECONDS) -> AsyncGenerator[tuple[list[Limits], list[SharedWindows]]]:
    async with AsyncExitStack() as stack:
        windows = [SharedWindows(RedisServer(url, "engawa-limits"), KEYED, within=within, first_pause=0.05) for url in urls]
        for each in windows:
            await stack.enter_async_context(each.running())
        yield [Limits(CAPS, each) for each in windows], windows


async def back(windows: list[SharedWindows]) -> None:
    """Asking is what has a probe sent."""
    await until(lambda: all([each.shared for each in windows]), PATIENT_SECONDS)  # noqa: C419


async def test_an_emptied_server_gives_nobody_a_process_over_again(server: Valkey) -> None:
    async with counting(server.url, server.url) as ((here, there), _):
        who, listed = settled(), settled()
        for _ in range(3):
            assert await refusal(here, "block", who) is None
        await here.spend_on("people.listed", listed, ["a", "b", "c"])
        server.ask("FLUSHALL")
        server.ask("SCRIPT", "FLUSH")
        assert await refusal(here, "block", who) is not None
        with pytest.raises(TooOften):
            await here.spend_on("people.listed", listed, ["d"])
        # What was only there is forgotten, and counted anew from here on.
        assert await refusal(there, "block", who) is None
        await there.spend_on("people.listed", listed, ["d"])
        with pytest.raises(TooOften):
            await here.spend_on("people.listed", listed, ["a", "b", "c", "e"])


async def test_without_a_server_each_process_goes_on_with_its_own_count_and_says_so_once(server: Valkey) -> None:
    with capture_logs() as logs:
        async with counting(server.url, server.url) as ((here, there), windows):
            who, listed = settled(), settled()
            assert [await refusal(limits, "block", who) for limits in (here, here, there)] == [None] * 3
            await here.spend_on("people.listed", listed, ["a", "b"])
            server.kill()
            assert [await refusal(here, "block", who) is None for _ in range(3)] == [True, False, False]
            assert [await refusal(there, "block", who) is None for _ in range(4)] == [True, True, False, False]
            assert await refusal(there, "block", settled()) is None
            await here.spend_on("people.listed", listed, ["a", "c"])
            with pytest.raises(TooOften):
                await here.spend_on("people.listed", listed, ["d"])
            await asyncio.to_thread(server.start)
            await back(windows)
            # The new server knows of nothing; each process still knows what it has counted.
            assert [await refusal(limits, "block", who) is None for limits in (here, there)] == [False, False]
            newcomer = settled()
            assert [await refusal(limits, "block", newcomer) is None for limits in (here, there, here, there)] == [True, True, True, False]
    events = [line["event"] for line in logs]
    assert sorted(events) == ["limits.redis_back"] * 2 + ["limits.redis_left"] * 2


async def test_a_server_that_hangs_is_waited_for_once(server: Valkey) -> None:
    async with counting(server.url, within=0.3) as ((here,), windows):
        who = settled()
        server.hang()
        # Each of these would hang for good.
        assert [await refusal(here, "block", who) is None for _ in range(5)] == [True, True, True, False, False]
        assert not windows[0].shared
        server.go_on()
        await back(windows)
        assert await refusal(here, "block", settled()) is None


async def test_a_server_that_is_not_there_at_the_start_is_found_later(server: Valkey) -> None:
    server.kill()
    async with counting(server.url, server.url) as ((here, there), windows):
        assert await refusal(here, "block", settled()) is None
        await asyncio.to_thread(server.start)
        await back(windows)
        who = settled()
        assert [await refusal(limits, "block", who) is None for limits in (here, there, here, there)] == [True, True, True, False]


async def test_a_server_that_is_full_or_refuses_us_counts_as_away(server: Valkey) -> None:
    async with counting(server.url) as ((here,), windows):
        server.ask("CONFIG", "SET", "maxmemory", 1)
        who = settled()
        assert [await refusal(here, "block", who) is None for _ in range(4)] == [True, True, True, False]
        server.ask("CONFIG", "SET", "maxmemory", 0)
        await back(windows)
        assert await refusal(here, "block", settled()) is None
    server.ask("CONFIG", "SET", "requirepass", "another")
    async with counting(server.url) as ((here,), windows):
        assert [await refusal(here, "block", who) is None for _ in range(4)] == [True, True, True, False]
        assert not windows[0].shared


async def test_who_and_what_is_counted_cannot_be_read_there(server: Valkey) -> None:
    async with counting(server.url) as ((here,), _):
        member, thing = settled(), uuid7()
        await here.spend("sign_in.address", "somebody@example.org")
        await here.spend_on("people.listed", member, [thing])
        keys = server.ask("KEYS", "*")
        assert len(keys) == 2
        assert all(int(server.ask("TTL", key)) > 0 for key in keys)
        (things,) = [key for key in keys if "things" in key]
        told = str(keys) + str(server.ask("ZRANGE", things, 0, -1))
        for hidden in ("somebody", "example.org", str(member.member_id), str(thing)):
            assert hidden not in told


async def test_counts_are_found_in_a_cluster_from_any_node_and_where_a_slot_moved() -> None:
    with cluster() as nodes:
        owner, other, slot = owner_of(nodes, "{engawa-limits}:here")
        async with counting(owner.url, other.url) as ((here, there), windows):
            who = settled()
            assert [await refusal(limits, "block", who) is None for limits in (here, there, here, there)] == [True, True, True, False]
            owner.ask("FLUSHALL")
            target = other.ask("CLUSTER", "MYID")
            for node in (other, owner):
                node.ask("CLUSTER", "SETSLOT", slot, "NODE", target)
            assert await refusal(here, "block", settled()) is None
            await refusal(there, "block", settled())
            await back(windows)
            who = settled()
            assert [await refusal(limits, "block", who) is None for limits in (here, there, here, there)] == [True, True, True, False]
