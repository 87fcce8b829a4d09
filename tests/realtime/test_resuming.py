"""Resuming: exactly what was missed, in order, once; also over a restart; and what happens to cursors that cannot be served."""

import pytest
from sqlalchemy import text

from server.kit.bus import InProcessBus
from server.kit.log import OPPORTUNITIES, CursorKey, Position, heads
from server.kit.settings import Settings
from server.realtime import following
from tests.factories.people import make_member
from tests.realtime.watching import Stage, cursor_of, watching
from tests.schema.opportunities.asking import posted, responded
from tests.support.running import Application, Client, running


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is looked at often, so that a test need not wait."""
    monkeypatch.setattr(following, "POLL_EVERY", 0.2)


@pytest.fixture
def deaf(hasty: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every hint is lost."""

    async def lose(_bus: InProcessBus, _stream: str, _head: int) -> None:
        return

    monkeypatch.setattr(InProcessBus, "publish", lose)


async def test_after_a_reconnect_exactly_what_was_missed_comes_in_order(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with watching(stage.friend) as watch:
        await posted(stage.author, title="一")
        assert await watch.told() == ("OpportunityPosted", "一")
        last = watch.last
    # More than one batch is missed, and in between what the reader may not see.
    monkeypatch.setattr(following, "BATCH", 5)
    titles = [f"{number:03d}" for number in range(6)]
    for title in titles:
        await posted(stage.author, title=title)
        await posted(stage.stranger, title="見えない", audience="CHOSEN_GROUPS", groups=[stage.other_group])
    async with watching(stage.friend, after=last) as watch:
        assert [(await watch.told())[1] for _ in titles] == titles
        await posted(stage.author, title="生で")
        assert await watch.told() == ("OpportunityPosted", "生で")


async def test_after_a_restart_of_the_server_exactly_what_was_missed_comes(database_url: str) -> None:
    settings = Settings(_env_file=None)
    async with running(database_url, settings) as app:
        author, reader = await two_members(app)
        async with watching(reader) as watch:
            await posted(author, title="前")
            assert await watch.told() == ("OpportunityPosted", "前")
        await posted(author, title="間に一")
        cookies = [client.http.cookies.get("engawa") for client in (author, reader)]
    async with running(database_url, settings) as app:
        clients = [app.guest(), app.guest()]
        for client, token in zip(clients, cookies, strict=True):
            client.http.cookies.set("engawa", token or "")
        author, reader = clients
        await posted(author, title="間に二")
        async with watching(reader, after=watch.last) as resumed:
            assert [await resumed.told() for _ in range(2)] == [("OpportunityPosted", "間に一"), ("OpportunityPosted", "間に二")]
            await posted(author, title="後")
            assert await resumed.told() == ("OpportunityPosted", "後")


async def two_members(app: Application) -> list[Client]:
    """Two verified members, signed in."""
    async with app.house.db.transaction() as session:
        members = [await make_member(session, name) for name in ("髙橋 悠", "佐藤 凪")]
    return [await app.as_member(member) for member in members]


async def test_a_cursor_that_cannot_be_served_gets_one_resync_and_nothing_old(stage: Stage) -> None:
    await posted(stage.author, title="古いもの")
    db, cursors = stage.app.house.db, stage.app.house.graph.cursors
    here = cursors.open(await cursor_of(stage.friend))
    forged = CursorKey("another deployment's secret, of 32 characters").seal(here)
    ahead = cursors.seal(Position(here.epoch, here.stream_id, here.offset + 1000))
    other_epoch = cursors.seal(Position(stage.members["author"], here.stream_id, 0))
    of_an_inbox = await cursor_of(stage.friend, "inbox")
    for cursor in ("", "x", "あ", forged, ahead, other_epoch, of_an_inbox):
        async with watching(stage.friend, after=cursor) as watch:
            event = await watch.next()
            assert (event["__typename"], event["cursor"]) == ("ResyncRequired", watch.last)
            await posted(stage.author, title="新しいもの")
            assert await watch.told() == ("OpportunityPosted", "新しいもの")
    async with db.read() as session:
        assert (await heads(session, [OPPORTUNITIES]))[OPPORTUNITIES].offset == here.offset + 7


async def test_anothers_inbox_cannot_be_followed_by_its_cursor(stage: Stage) -> None:
    post = await posted(stage.author)
    theirs = await cursor_of(stage.author, "inbox")
    await responded(stage.stranger, post)
    async with watching(stage.friend, "inbox", after=theirs) as watch, watching(stage.author, "inbox", after=theirs) as own:
        assert (await watch.next())["__typename"] == "ResyncRequired"
        assert (await own.next())["__typename"] == "OpportunityResponded"
        await responded(stage.friend, post)
        assert (await watch.next())["__typename"] == "OpportunityResponded"


async def test_what_is_no_longer_kept_gets_one_resync(stage: Stage) -> None:
    start = await cursor_of(stage.friend)
    for number in range(3):
        await posted(stage.author, title=f"{number}")
    db = stage.app.house.db
    for forgotten in ('DELETE FROM event WHERE "offset" = 1', "DELETE FROM event"):
        async with db.transaction() as session:
            await session.execute(text(forgotten))
        async with watching(stage.friend, after=start) as watch:
            assert (await watch.next())["__typename"] == "ResyncRequired"
            await posted(stage.author, title="その後")
            assert await watch.told() == ("OpportunityPosted", "その後")


async def test_lost_hints_cost_a_moment_and_no_event(deaf: None, stage: Stage) -> None:
    async with watching(stage.friend) as watch:
        for title in ("一", "二"):
            await posted(stage.author, title=title)
            assert await watch.told() == ("OpportunityPosted", title)
