"""Who is writing, and who has the talk open: told to the other alone, for a moment, and kept nowhere."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import websockets

from server.kit.bus import LOST
from server.kit.ids import ConversationId, global_id
from server.kit.limits import Limits
from server.kit.settings import Settings
from server.realtime import presence
from tests.factories.conversations import make_conversation
from tests.factories.people import make_block
from tests.realtime.conftest import staged
from tests.realtime.watching import Stage
from tests.support.running import Client, Socket, running
from tests.support.unchanged import unchanged

FOLLOW = "subscription Typing($talk: ID!) { typing(conversation: $talk) { here typing conversation { id } } }"
ALONE, HERE, WRITES = (False, False), (True, False), (True, True)
PATIENT_SECONDS = 20


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a test need not wait; what was told holds long enough for a busy machine, unless the test says otherwise."""
    lasting(monkeypatch, here=3.0, typing=3.0)


def lasting(monkeypatch: pytest.MonkeyPatch, *, here: float, typing: float) -> None:
    """Let what is told hold for so many seconds, and be told anew in a moment."""
    monkeypatch.setattr(presence, "GAP", 0.02)
    monkeypatch.setattr(presence, "BEAT_EVERY", 0.3)
    monkeypatch.setattr(presence, "HERE_LASTS", here)
    monkeypatch.setattr(presence, "TYPING_LASTS", typing)


@pytest.fixture
async def talk(stage: Stage) -> ConversationId:
    """A talk of the author and the friend."""
    async with stage.app.house.db.transaction() as session:
        members = stage.members["author"], stage.members["friend"]
        return await make_conversation(session, *members, [(members[0], "はじめまして")])


@asynccontextmanager
async def beside(client: Client, talk: ConversationId) -> AsyncGenerator[Socket]:
    """Have the talk open."""
    async with client.socket() as socket:
        await socket.subscribe("typing", FOLLOW, {"talk": global_id("Conversation", talk)})
        yield socket


async def told(socket: Socket, *wanted: tuple[bool, bool]) -> None:
    """See the other do these things, and nothing else."""
    for each in wanted:
        now = (await socket.next("typing", PATIENT_SECONDS))["typing"]
        assert (now["here"], now["typing"]) == each


async def note(client: Client, talk: ConversationId) -> Any:
    return (await client.change("noteTyping", {"conversation": global_id("Conversation", talk)}))["__typename"]


@asynccontextmanager
async def unheard(stage: Stage, talk: ConversationId, *names: str) -> AsyncGenerator[None]:
    """Nothing is told of these people within the block."""
    heard: list[str] = []
    streams = [f"{kind}:{talk}:{stage.members[name]}" for kind in ("typing", "here") for name in names]
    ends = [stage.app.house.graph.bus.listen(stream, lambda stream, head: head != LOST and heard.append(stream)) for stream in streams]
    yield
    await asyncio.sleep(0.1)
    assert heard == []
    for end in ends:
        end()


async def test_the_other_sees_that_one_writes_until_it_is_said(stage: Stage, talk: ConversationId) -> None:
    """Both see that the other is there; of oneself one is told nothing, and nothing of it is written down."""
    async with beside(stage.author, talk) as author, beside(stage.friend, talk) as friend:
        await told(author, ALONE, HERE)
        await told(friend, ALONE, HERE)
        async with unchanged(stage.app.house.db):
            assert await note(stage.author, talk) == "TypingNoted"
            await told(friend, WRITES)
        await stage.author.change("sendMessage", {"conversation": global_id("Conversation", talk), "body": "こんにちは"})
        await told(friend, HERE)
        await author.silent(0.2)


async def test_it_is_over_by_itself(stage: Stage, talk: ConversationId, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stops writing, and who closes the talk, need not say so."""
    lasting(monkeypatch, here=4.0, typing=2.0)
    async with beside(stage.friend, talk) as friend:
        await told(friend, ALONE)
        assert await note(stage.author, talk) == "TypingNoted"
        await told(friend, WRITES, HERE, ALONE)
        async with beside(stage.author, talk) as author:
            await told(author, ALONE, HERE)
            await told(friend, HERE)
            # They are still there after what was told first is over.
            await friend.silent(4.5)
        await told(friend, ALONE)


@pytest.mark.parametrize("name", ["stranger", "newcomer", "operator", "steward"])
async def test_nobody_else_is_told_or_can_tell(stage: Stage, talk: ConversationId, name: str) -> None:
    """Whatever their role: for them there is no such talk."""
    client = stage.clients[name]
    async with unchanged(stage.app.house.db), unheard(stage, talk, name), beside(stage.friend, talk) as friend:
        await told(friend, ALONE)
        assert await note(client, talk) == "NotFound"
        async with beside(client, talk) as third:
            message = await third.receive(PATIENT_SECONDS)
            assert message["type"] == "error"
            assert [error["extensions"]["code"] for error in message["payload"]] == ["NotThere"]
            assert await note(stage.author, talk) == "TypingNoted"
            await told(friend, WRITES)
            await third.silent(0.2)


async def test_a_guest_is_asked_to_sign_in(stage: Stage, talk: ConversationId) -> None:
    async with unchanged(stage.app.house.db):
        assert await note(stage.guest, talk) == "NotAllowed"
        async with beside(stage.guest, talk) as guest:
            message = await guest.receive(PATIENT_SECONDS)
            assert "NotSignedIn" in str(message)


@pytest.mark.parametrize("blocker", ["author", "friend"])
async def test_a_block_looks_as_if_the_other_had_gone(stage: Stage, talk: ConversationId, blocker: str) -> None:
    """In both directions and from that moment on; who is blocked is told nothing of it, also when they look anew."""
    async with beside(stage.author, talk) as author, beside(stage.friend, talk) as friend:
        await told(author, ALONE, HERE)
        await told(friend, ALONE, HERE)
        async with stage.app.house.db.transaction() as session:
            await make_block(session, stage.members[blocker], stage.members["friend" if blocker == "author" else "author"])
        await told(author, ALONE)
        await told(friend, ALONE)
        async with unheard(stage, talk, "author", "friend"):
            assert await note(stage.author, talk) == "TypingNoted"
            assert await note(stage.friend, talk) == "TypingNoted"
            async with beside(stage.author, talk) as again:
                await told(again, ALONE)
                await again.silent(0.4)
        await author.silent(0.1)
        await friend.silent(0.1)


async def test_who_has_signed_out_is_told_nothing_more(stage: Stage, talk: ConversationId) -> None:
    async with beside(stage.friend, talk) as friend:
        await told(friend, ALONE)
        assert await note(stage.author, talk) == "TypingNoted"
        await told(friend, WRITES)
        assert (await stage.friend.change("signOutEverywhere", {}))["__typename"] == "SignedOutEverywhere"
        with pytest.raises(websockets.ConnectionClosed):
            await told(friend, WRITES)
        assert friend.connection.close_code == 4403


async def test_it_is_told_so_many_times_at_most(database_url: str) -> None:
    """Then the other is told nothing, and the one who writes when to come back."""
    async with running(database_url, Settings(_env_file=None), limits=Limits({"conversation.typing": "2/hour"})) as app:
        stage = await staged(app)
        async with app.house.db.transaction() as session:
            talk = await make_conversation(session, stage.members["author"], stage.members["friend"], [])
        assert [await note(stage.author, talk) for _ in range(2)] == ["TypingNoted"] * 2
        async with unchanged(app.house.db), unheard(stage, talk, "author"):
            assert await note(stage.author, talk) == "TooMany"
