"""A session that ends takes its sockets with it: with the next event, and soon also without one."""

import asyncio

import pytest
import websockets

from server.realtime import following, rights
from tests.realtime.watching import Stage, Watch, subscriptions, watching
from tests.schema.opportunities.asking import posted


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is not looked at during the test but for hints."""
    monkeypatch.setattr(following, "POLL_EVERY", 60)
    monkeypatch.setattr(rights, "LOOK_EVERY", 60)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is looked at often, so that a test need not wait."""
    monkeypatch.setattr(following, "POLL_EVERY", 0.2)
    monkeypatch.setattr(rights, "LOOK_EVERY", 0.2)


async def closed_with(watch: Watch) -> int | None:
    """The code with which the socket is closed, before anything else is delivered."""
    with pytest.raises(websockets.ConnectionClosed):
        await watch.socket.receive()
    return watch.socket.connection.close_code


async def begun(watch: Watch, stage: Stage) -> None:
    """See one post arrive."""
    await posted(stage.author, title="はじめに")
    assert await watch.told() == ("OpportunityPosted", "はじめに")


async def test_with_the_next_event_the_socket_closes_and_tells_nothing(patient: None, stage: Stage) -> None:
    async with watching(stage.friend) as watch, watching(stage.stranger) as other:
        await begun(watch, stage)
        await stage.friend.change("signOut", {})
        await posted(stage.author, title="もう届かない")
        assert await closed_with(watch) == 4403
        assert (await other.told())[1] == "はじめに"
        assert (await other.told())[1] == "もう届かない"


async def test_without_an_event_the_socket_closes_soon(hasty: None, stage: Stage) -> None:
    assert subscriptions(stage.app) == 0
    async with watching(stage.friend) as here, watching(stage.friend, "inbox") as inbox, watching(stage.stranger) as other:
        await begun(here, stage)
        await stage.friend.change("signOutEverywhere", {})
        assert await closed_with(here) == 4403
        assert await closed_with(inbox) == 4403
        assert (await other.told())[1] == "はじめに"
        await posted(stage.author, title="ほかの人には届く")
        assert (await other.told())[1] == "ほかの人には届く"


async def test_another_session_of_the_member_goes_on(hasty: None, stage: Stage) -> None:
    second = await stage.app.as_member(stage.members["friend"])
    async with watching(stage.friend) as ending, watching(second) as staying:
        await begun(ending, stage)
        await stage.friend.change("signOut", {})
        assert await closed_with(ending) == 4403
        assert (await staying.told())[1] == "はじめに"
        # Their rights were looked at anew, and nothing was delivered for that.
        await asyncio.sleep(0.4)
        await posted(stage.author, title="まだ届く")
        assert await staying.told() == ("OpportunityPosted", "まだ届く")
