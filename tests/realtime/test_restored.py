"""A backup is restored under those who follow: they are let go of, and whoever comes back is told to read anew."""

from collections.abc import Awaitable, Callable
from typing import Final

import pytest
from sqlalchemy import text

from server.kit.db import Database
from server.kit.log import renew_epochs
from server.realtime import following
from tests.realtime.revoking import closed
from tests.realtime.test_cursors import STREAMS, followers, happens
from tests.realtime.test_sharing import WITH_AUTHOR
from tests.realtime.watching import FOLLOWED, Stage, watching


async def _renewed(db: Database) -> None:
    async with db.transaction() as session:
        await renew_epochs(session)


async def _set_back(db: Database) -> None:
    """What happened is no more."""
    async with db.transaction() as session:
        await session.execute(text("DELETE FROM event"))
        await session.execute(text("UPDATE stream SET head = 0"))


WAYS: Final[dict[str, Callable[[Database], Awaitable[None]]]] = {"renewed": _renewed, "set back": _set_back}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("stream", [*STREAMS, "opportunities with their authors"])
async def test_who_follows_comes_back_and_reads_anew(stage: Stage, monkeypatch: pytest.MonkeyPatch, stream: str, way: str) -> None:
    monkeypatch.setattr(following, "POLL_EVERY", 0.2)
    if stream not in STREAMS:
        stream = "opportunities"
        monkeypatch.setitem(FOLLOWED, stream, WITH_AUTHOR)
    client, variables = followers(stage, stream)
    async with watching(client, stream, **variables) as watch:
        await happens(stage, stream)
        await watch.next()
        await WAYS[way](stage.app.house.db)
        _, code, _ = await closed(watch.socket)
        assert code == 1013
    async with watching(client, stream, after=watch.last, **variables) as again:
        assert (await again.next())["__typename"] == "ResyncRequired"
