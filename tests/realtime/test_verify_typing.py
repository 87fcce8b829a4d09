"""Whatever the other does, in a seeded order, who follows the talk is told what is so, what is so only for a moment included.

Nothing of it is kept, so there is no fresh read to compare with: what is told is held beside what was done.
"""

import random
from contextlib import AsyncExitStack

import pytest

from server.kit.ids import ConversationId, global_id
from tests.factories.conversations import make_conversation
from tests.realtime.test_typing import ALONE, HERE, PATIENT_SECONDS, WRITES, beside, lasting, note
from tests.realtime.watching import Stage
from tests.support.running import Socket

State = tuple[bool, bool]
ACTS = ("open", "open", "close", "write", "write", "say", "block", "unblock")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what is over by itself is over soon."""
    lasting(monkeypatch, here=3.0, typing=1.5)


class Acting:
    """The author opens the talk and closes it, writes and says something; one of the two blocks the other."""

    def __init__(self, stage: Stage, talk: ConversationId, seed: int) -> None:
        self.stage = stage
        self.talk = talk
        self.chance = random.Random(seed)
        self.tabs: list[AsyncExitStack] = []
        self.blocked_by: tuple[str, str] | None = None

    async def act(self) -> str:
        """Do one thing, and name it."""
        name = self.chance.choice(ACTS)
        match name:
            case "open":
                tab = AsyncExitStack()
                await tab.enter_async_context(beside(self.stage.author, self.talk))
                self.tabs.append(tab)
            case "close" if self.tabs:
                await self.tabs.pop(self.chance.randrange(len(self.tabs))).aclose()
            case "write":
                assert await note(self.stage.author, self.talk) == "TypingNoted"
            case "say":
                await self.stage.author.change("sendMessage", {"conversation": global_id("Conversation", self.talk), "body": "では。"})
            case "block" if self.blocked_by is None:
                by, other = self.chance.sample(("author", "friend"), 2)
                await self._change("blockMember", by, other)
                self.blocked_by = by, other
            case "unblock" if self.blocked_by is not None:
                await self._change("unblockMember", *self.blocked_by)
                self.blocked_by = None
            case _:
                pass
        return name

    async def close(self) -> None:
        """Close everything."""
        for tab in self.tabs:
            await tab.aclose()

    async def _change(self, mutation: str, by: str, other: str) -> None:
        answer = await self.stage.clients[by].change(mutation, {"member": self.stage.person(other)})
        assert "code" not in answer, answer


async def seen(friend: Socket, last: State, *wanted: State) -> list[State]:
    """Return what is told, until these were told one after the other and for a while nothing more comes; nothing is told twice."""
    told, due = [last], list(wanted)
    while True:
        if due and told[-1] == due[0]:
            due.pop(0)
        try:
            message = await friend.receive(PATIENT_SECONDS if due else 0.3)
        except TimeoutError:
            assert not due, told
            return told[1:]
        now = message["payload"]["data"]["typing"]
        told.append((now["here"], now["typing"]))
        assert told[-1] != told[-2]


@pytest.mark.parametrize("seed", [1, 2])
async def test_who_follows_is_told_what_is_so(stage: Stage, seed: int) -> None:
    async with stage.app.house.db.transaction() as session:
        talk = await make_conversation(session, stage.members["author"], stage.members["friend"])
    acting = Acting(stage, talk, seed)
    async with beside(stage.friend, talk) as friend, AsyncExitStack() as stack:
        stack.push_async_callback(acting.close)
        last = (await friend.next("typing", PATIENT_SECONDS))["typing"]
        assert (last["here"], last["typing"]) == ALONE
        state = ALONE
        for _ in range(12):
            name = await acting.act()
            is_so = HERE if acting.tabs and acting.blocked_by is None else ALONE
            writes = [WRITES] if name == "write" and acting.blocked_by is None else []
            told = await seen(friend, state, *writes, is_so)
            assert told.count(WRITES) == len(writes), (name, told)
            assert not told or told[-1] == is_so, (name, told)
            state = is_so
