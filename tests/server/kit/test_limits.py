"""Caps as data: what is counted, for whom, and when one may come back."""

from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import AsyncExitStack
from typing import TypeAlias

import pytest
import time_machine

from server.kit.actor import Actor, Level
from server.kit.ids import MemberId, uuid7
from server.kit.keyed import KeyedHash
from server.kit.limits import CAPS, Limits, OwnWindows, SharedWindows, Windows
from server.kit.redis import RedisServer
from server.kit.refusal import TooMuchForNow, TooOften
from tests.support.valkey import valkey

# Limits of two processes, with these caps.
Two: TypeAlias = Callable[[dict[str, str]], tuple[Limits, Limits]]
KEYED = KeyedHash("nobody-knows-these-40-characters-but-us!")
PATIENT_SECONDS = 20


@pytest.fixture(scope="module")
def server_url() -> Generator[str]:
    """One server for all tests of this module."""
    with valkey() as found:
        yield found.url


@pytest.fixture(params=["own", "shared"])
async def two(request: pytest.FixtureRequest) -> AsyncGenerator[Two]:
    """The limits of two processes over one Redis; in the twin, of one process."""
    windows: list[Windows]
    if request.param == "own":
        windows = [OwnWindows()] * 2
        yield lambda caps: (Limits(caps, windows[0]), Limits(caps, windows[1]))
        return
    server = RedisServer(request.getfixturevalue("server_url"), f"engawa-{uuid7().hex}")
    async with AsyncExitStack() as stack:
        shared = [SharedWindows(server, KEYED, within=PATIENT_SECONDS) for _ in range(2)]
        for each in shared:
            await stack.enter_async_context(each.running())
        yield lambda caps: (Limits(caps, shared[0]), Limits(caps, shared[1]))


def newcomer() -> Actor:
    """Somebody who was verified today."""
    return Actor(member_id=MemberId(uuid7()), level=Level.VERIFIED)


def settled() -> Actor:
    """Somebody who has been here for a while."""
    return Actor(member_id=MemberId(uuid7()), level=Level.VERIFIED, settled=True)


async def refusal(limits: Limits, cap: str, actor: Actor) -> TooOften | None:
    """Spend once; return the refusal, if any."""
    try:
        await limits.spend_as(cap, actor)
    except TooOften as refused:
        return refused
    return None


async def test_newcomers_have_the_smaller_cap_where_there_is_one(two: Two) -> None:
    """Each for themselves; a cap that a deployment replaces holds for both unless it says otherwise."""
    limits, _ = two({"block": "2/day", "exclude": "3/day", "exclude.newcomer": "1/day"})
    one, other, fresh = settled(), settled(), newcomer()
    assert [await refusal(limits, "exclude", who) is None for who in (one, one, one, one, other, fresh, fresh)] == [
        True,
        True,
        True,
        False,
        True,
        True,
        False,
    ]
    assert [await refusal(limits, "block", who) is None for who in (fresh, fresh, fresh)] == [True, True, False]


def test_every_newcomers_cap_is_smaller_than_the_one_beside_it() -> None:
    """And has one beside it."""
    for name, rate in CAPS.items():
        usual = CAPS.get(name.removesuffix(".newcomer"), "0/day")
        assert not name.endswith(".newcomer") or int(rate.split("/")[0]) < int(usual.split("/")[0]), name


async def test_things_are_counted_once_and_all_or_none(two: Two) -> None:
    """The same one again is free; a batch that is too large counts nothing of it; later the window has moved on."""
    (limits, elsewhere), who = two({"people.listed": "3/day"}), settled()
    with time_machine.travel("2026-11-01T00:00:00Z", tick=False) as clock:
        await limits.spend_on("people.listed", who, ["a", "b"])
        await elsewhere.spend_on("people.listed", who, ["b", "a"])
        with pytest.raises(TooMuchForNow) as refused:
            await limits.spend_on("people.listed", who, ["c", "d"])
        assert 86_000 <= refused.value.retry_after <= 86_400
        assert (refused.value.code, refused.value.params["hours"]) == ("TooOften", 24)
        await elsewhere.spend_on("people.listed", who, ["c"])
        await limits.spend_on("people.listed", settled(), ["d"])
        for counted in (limits, elsewhere):
            with pytest.raises(TooMuchForNow):
                await counted.spend_on("people.listed", who, [f"{number}" for number in range(4)])
        clock.shift(86_401)
        await limits.spend_on("people.listed", who, ["d", "e", "f"])
        with pytest.raises(TooOften):
            await limits.spend_on("people.listed", who, ["g"])


async def test_what_one_process_counts_the_other_knows(two: Two) -> None:
    """What is refused is not counted: who keeps knocking waits no longer. Later the window has moved on."""
    (here, there), who, other = two({"block": "3/hour"}), settled(), settled()
    with time_machine.travel("2026-11-01T00:00:00Z", tick=False) as clock:
        for limits in (here, there, here):
            assert await refusal(limits, "block", who) is None
        for limits in (here, there) * 5:
            clock.shift(60)
            assert await refusal(limits, "block", who) is not None
            assert await refusal(limits, "exclude", who) is None
        assert await refusal(there, "block", other) is None
        refused = await refusal(there, "block", who)
        assert refused is not None
        assert 2990 <= refused.retry_after <= 3000
        clock.shift(3002)
        assert await refusal(there, "block", who) is None


async def test_no_thing_is_no_use(two: Two) -> None:
    """An empty list costs nothing, also when there is nothing left."""
    (limits, _), who = two({"people.listed": "1/day"}), settled()
    await limits.spend_on("people.listed", who, ["a"])
    await limits.spend_on("people.listed", who, [])
    with pytest.raises(TooOften):
        await limits.spend_on("people.listed", who, ["b"])
