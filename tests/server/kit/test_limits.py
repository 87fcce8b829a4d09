"""Caps as data: what is counted, for whom, and when one may come back."""

import pytest
import time_machine

from server.kit.actor import Actor, Level
from server.kit.ids import MemberId, uuid7
from server.kit.limits import CAPS, Limits
from server.kit.refusal import TooMuchForNow, TooOften


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


async def test_newcomers_have_the_smaller_cap_where_there_is_one() -> None:
    """Each for themselves; a cap that a deployment replaces holds for both unless it says otherwise."""
    limits = Limits({"block": "2/day", "exclude": "3/day", "exclude.newcomer": "1/day"})
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


def test_things_are_counted_once_and_all_or_none() -> None:
    """The same one again is free; a batch that is too large counts nothing of it; later the window has moved on."""
    limits, who = Limits({"people.listed": "3/day"}), settled()
    with time_machine.travel("2026-11-01T00:00:00Z", tick=False) as clock:
        limits.spend_on("people.listed", who, ["a", "b"])
        limits.spend_on("people.listed", who, ["a", "b"])
        with pytest.raises(TooMuchForNow) as refused:
            limits.spend_on("people.listed", who, ["c", "d"])
        assert 86_000 <= refused.value.retry_after <= 86_400
        assert (refused.value.code, refused.value.params["hours"]) == ("TooOften", 24)
        limits.spend_on("people.listed", who, ["c"])
        limits.spend_on("people.listed", settled(), ["d"])
        clock.shift(86_401)
        limits.spend_on("people.listed", who, ["d", "e", "f"])
        with pytest.raises(TooOften):
            limits.spend_on("people.listed", who, ["g"])
