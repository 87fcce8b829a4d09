"""A right that is taken closes the sockets of who had it, whatever they follow; what happens afterwards reaches none of them."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any, Final

import pytest
import websockets

from server.kit.bus import InProcessBus
from server.realtime import following, rights
from tests.realtime.test_sharing import WITH_AUTHOR
from tests.realtime.watching import INBOX, OPPORTUNITIES, QUEUE, Stage, subscriptions
from tests.schema.opportunities.asking import posted
from tests.support.running import Client, Socket

Act = Callable[[Stage], Awaitable[Any]]
OWN = "{ viewer { person { affiliations { id } } } }"


async def _signs_out(stage: Stage) -> None:
    await stage.friend.change("signOut", {})


async def _signs_out_everywhere(stage: Stage) -> None:
    await stage.friend.change("signOutEverywhere", {})


async def _ends_it_from_elsewhere(stage: Stage) -> None:
    elsewhere = await stage.app.as_member(stage.members["friend"])
    sessions = (await elsewhere.ask("{ viewer { sessions { id current } } }"))["viewer"]["sessions"]
    (other,) = [each["id"] for each in sessions if not each["current"]]
    assert (await elsewhere.change("endSession", {"session": other}))["__typename"] == "SessionEnded"


async def _leaves_the_group(stage: Stage) -> None:
    assert (await stage.friend.change("leaveGroup", {"group": stage.group}))["__typename"] == "GroupLeft"


async def _takes_the_tenure_back(stage: Stage) -> None:
    assert (await stage.friend.change("removeAffiliation", {"affiliation": await _tenure(stage)}))["__typename"] == "AffiliationRemoved"


async def _is_confirmed_no_longer(stage: Stage) -> None:
    given = {"affiliation": await _tenure(stage), "level": "OPERATOR", "reason": "確かめられませんでした。"}
    assert (await stage.steward.change("revokeConfirmation", given))["__typename"] == "ConfirmationRevoked"


async def _asks_to_depart(stage: Stage) -> None:
    assert (await stage.friend.change("askDeparture", {}))["__typename"] == "DepartureAsked"


async def _steps_down(stage: Stage) -> None:
    answer = await stage.operator.change("stepDown", {"group": stage.group, "reason": "忙しくなります。"})
    assert "code" not in answer, answer


async def _tenure(stage: Stage) -> str:
    return (await stage.friend.ask(OWN))["viewer"]["person"]["affiliations"][0]["id"]


# Who loses it, how, and whether their session is over with it.
WAYS: Final[dict[str, tuple[str, Act, bool]]] = {
    "signOut": ("friend", _signs_out, True),
    "signOutEverywhere": ("friend", _signs_out_everywhere, True),
    "endSession": ("friend", _ends_it_from_elsewhere, True),
    "leaveGroup": ("friend", _leaves_the_group, False),
    "removeAffiliation": ("friend", _takes_the_tenure_back, False),
    "revokeConfirmation": ("friend", _is_confirmed_no_longer, False),
    "askDeparture": ("friend", _asks_to_depart, False),
    "stepDown": ("operator", _steps_down, False),
}


@pytest.fixture
def only_hints(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is looked at for hints alone."""
    monkeypatch.setattr(following, "POLL_EVERY", 60)
    monkeypatch.setattr(rights, "LOOK_EVERY", 60)


@pytest.fixture
def no_hints(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every hint is lost; the database is looked at often, so that a test need not wait."""

    async def lose(_bus: InProcessBus, _stream: str, _head: int) -> None:
        return

    assert rights.LOOK_EVERY <= 5
    assert following.POLL_EVERY <= 5
    monkeypatch.setattr(InProcessBus, "publish", lose)
    monkeypatch.setattr(following, "POLL_EVERY", 0.2)
    monkeypatch.setattr(rights, "LOOK_EVERY", 0.2)


async def followed(stage: Stage, stack: AsyncExitStack, client: Client, who: str) -> list[Socket]:
    """Follow everything that the client may, each on a socket of its own."""
    asked: list[tuple[str, dict[str, Any]]] = [(OPPORTUNITIES, {}), (WITH_AUTHOR, {}), (INBOX, {})]
    if who == "operator":
        asked.append((QUEUE, {"group": stage.group}))
    sockets: list[Socket] = []
    for query, variables in asked:
        socket = await stack.enter_async_context(client.socket())
        await socket.subscribe("watch", query, variables)
        sockets.append(socket)
    # Everything is followed before anything is taken; the room reads once for those who stand in it.
    for _ in range(600):
        if subscriptions(stage.app) >= len(asked):
            return sockets
        await sockets[0].silent(0.05)
    raise AssertionError(subscriptions(stage.app))


async def closed(socket: Socket) -> tuple[list[str], int | None, str]:
    """What is still delivered, and with which code and reason the socket is closed then."""
    told: list[str] = []
    try:
        while True:
            message = await socket.receive()
            told.append(str(message["payload"]))
    except websockets.ConnectionClosed as error:
        received = error.rcvd
        return told, received.code if received else None, received.reason if received else ""


@pytest.mark.parametrize("way", WAYS)
async def test_every_socket_closes_at_once(only_hints: None, stage: Stage, way: str) -> None:
    await _ends(stage, way)


@pytest.mark.parametrize("way", ["signOut", "leaveGroup", "stepDown"])
async def test_every_socket_closes_soon_without_a_hint(no_hints: None, stage: Stage, way: str) -> None:
    await _ends(stage, way)


async def _ends(stage: Stage, way: str) -> None:
    who, act, over = WAYS[way]
    async with AsyncExitStack() as stack:
        sockets = await followed(stage, stack, stage.clients[who], who)
        await act(stage)
        await posted(stage.author, title="あとの募集", audience="VERIFIED")
        for socket in sockets:
            told, code, reason = await closed(socket)
            assert not any("あとの募集" in each for each in told), told
            assert (code, reason) == (4403, "Signed out" if over else "Rights changed")


async def test_who_gains_a_right_keeps_the_socket(only_hints: None, stage: Stage) -> None:
    async with stage.newcomer.socket() as socket:
        await socket.subscribe("watch", OPPORTUNITIES)
        await posted(stage.author, title="まだ見えない")
        assert await socket.silent()
        given = {"group": stage.group, "tenure": {"startedOn": "2001-04", "endedOn": "2004-03"}}
        found = await stage.newcomer.ask('{ companies(first: 1, text: "ひだまり電機") { edges { node { id } } } }')
        company = found["companies"]["edges"][0]["node"]["id"]
        declared = await stage.newcomer.change(
            "declareAffiliation",
            {"company": {"id": company}, "tenure": given["tenure"]},
            "... on AffiliationDeclared { affiliation { id } }",
        )
        await stage.operator.change("confirmAffiliation", {"affiliation": declared["affiliation"]["id"]})
        await posted(stage.author, title="もう見える")
        assert (await socket.next("watch"))["opportunities"]["event"]["opportunity"]["title"] == "もう見える"
