"""State before + events = a fresh read: whatever happens, in a seeded order, the open page is right without reading anew."""

import random
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from server.kit.limits import Limits
from server.kit.settings import Settings
from tests.realtime.conftest import staged
from tests.realtime.test_opportunities import close, edit, moderate
from tests.realtime.watching import Stage, Watch, watching
from tests.schema.opportunities.asking import posted
from tests.support.running import Client, running

LIST = "query L($filter: OpportunityFilter) { opportunities(first: 100, filter: $filter) { edges { near node { id title } } } }"
AUDIENCES = ("ANYONE", "SIGNED_IN", "VERIFIED", "CHOSEN_GROUPS")
WANTED = {"text": "倉庫", "kinds": ["CONTRACT"]}
CAPS = {"opportunity.post": "1000/day", "opportunity.edit": "1000/day"}

State = dict[str, str]


async def listed(client: Client, wanted: dict[str, Any] | None) -> State:
    """What a fresh read shows: titles by id. What is only near to the filter is no part of what it asks for."""
    found = (await client.ask(LIST, {"filter": wanted}))["opportunities"]["edges"]
    return {edge["node"]["id"]: edge["node"]["title"] for edge in found if not edge["near"]}


def applied(state: State, event: dict[str, Any]) -> None:
    """Do what a page does with an event."""
    match event["__typename"]:
        case "OpportunityPosted" | "OpportunityEdited" | "OpportunityRestored":
            state[event["opportunity"]["id"]] = event["opportunity"]["title"]
        case "OpportunityClosed":
            state.pop(event["opportunity"]["id"], None)
        case "Gone":
            state.pop(event["goneId"], None)
        case other:
            raise AssertionError(other)


class Acting:
    """Members who post, edit, close, and moderators who hide and restore: at random."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self.stage = stage
        self.chance = random.Random(seed)
        self.open: dict[str, str] = {}
        self.hidden: dict[str, str | None] = {}
        self.number = 0

    def words(self) -> dict[str, Any]:
        """What a post says, and to whom."""
        self.number += 1
        audience = self.chance.choice(AUDIENCES)
        groups = [self.stage.group] if audience == "CHOSEN_GROUPS" else []
        subject = self.chance.choice(("倉庫", "広報"))
        return {
            "title": f"{subject} {self.number:03d}",
            "body": "よろしくお願いします。",
            "skills": [],
            "audience": audience,
            "groups": groups,
        }

    async def act(self) -> None:
        """Do one thing."""
        acts: list[Callable[[], Awaitable[None]]] = [self.post]
        if self.open:
            acts += [self.edit, self.edit, self.close, self.hide]
        if self.hidden:
            acts += [self.restore]
        await self.chance.choice(acts)()

    async def post(self) -> None:
        """One of two members of the group posts."""
        author = self.chance.choice(("author", "friend"))
        self.open[await posted(self.stage.clients[author], **self.words())] = author

    async def edit(self) -> None:
        """The author changes the words and the audience."""
        post = self.chance.choice(sorted(self.open))
        await edit(self.stage.clients[self.open[post]], post, **self.words())

    async def close(self) -> None:
        """The author closes a post."""
        post = self.chance.choice(sorted(self.open))
        await close(self.stage.clients[self.open.pop(post)], post)
        self.hidden.pop(post, None)

    async def hide(self) -> None:
        """A steward hides a post everywhere, or in its group where it stands in one."""
        post = self.chance.choice(sorted(set(self.open) - set(self.hidden)) or sorted(self.open))
        if post in self.hidden:
            return
        asked = "query P($id: ID!) { opportunity(id: $id) { groups { id } } }"
        groups = (await self.stage.steward.ask(asked, {"id": post}))["opportunity"]["groups"]
        where = self.chance.choice([None, *(group["id"] for group in groups)])
        await moderate(self.stage.steward, "hideOpportunity", post, where)
        self.hidden[post] = where

    async def restore(self) -> None:
        """A steward brings a post back."""
        post = self.chance.choice(sorted(self.hidden))
        where = self.hidden.pop(post)
        answer = await self.stage.steward.change("restoreOpportunity", {"opportunity": post, "group": where, "reason": "見直しました。"})
        # An edit may have taken it out of the group where it was hidden.
        assert answer["__typename"] in {"OpportunityRestored", "NotFound", "Conflict"}, answer


async def settled(watch: Watch, state: State, marker: str) -> None:
    """Apply every event up to the marker's."""
    while True:
        event = await watch.next(10)
        applied(state, event)
        if event["__typename"] == "OpportunityPosted" and event["opportunity"]["title"] == marker:
            return


@pytest.mark.parametrize("seed", [1, 2])
async def test_opportunities(database_url: str, seed: int) -> None:
    async with running(database_url, Settings(_env_file=None), limits=Limits(CAPS)) as app:
        stage = await staged(app)
        acting = Acting(stage, seed)
        for _ in range(6):
            await acting.act()
        readers = [(name, None) for name in ("author", "friend", "stranger", "newcomer", "guest")] + [("stranger", WANTED)]
        for round_number in range(2):
            await app.drain()
            before = [await listed(stage.clients[name], wanted) for name, wanted in readers]
            starts = [await cursor(stage.clients[name]) for name, _ in readers]
            for _ in range(8):
                await acting.act()
            marker = f"倉庫 しるし {round_number}"
            await posted(stage.operator, title=marker, audience="ANYONE")
            for (name, wanted), state, start in zip(readers, before, starts, strict=True):
                async with watching(stage.clients[name], after=start, filter=wanted) as watch:
                    await settled(watch, state, marker)
                await app.drain()
                assert state == await listed(stage.clients[name], wanted), (name, seed, round_number)


async def cursor(client: Client) -> str:
    """Where the stream stands."""
    return (await client.ask("{ opportunities(first: 1) { liveCursor } }"))["opportunities"]["liveCursor"]
