"""Who asks for just what others are told already is let in without being executed, and is told what execution would have told."""

from contextlib import AsyncExitStack
from typing import Any

import pytest
import strawberry

from schema.sharing import SharedForm
from tests.realtime.test_sharing import following, made, standing, told
from tests.realtime.watching import OPPORTUNITIES, Stage, cursor_of
from tests.schema.opportunities.asking import posted
from tests.support.running import Answer

__all__ = ["made"]
MUST = OPPORTUNITIES.replace("$after: Cursor)", "$after: Cursor!)")
ELSE = OPPORTUNITIES.replace("$after: Cursor)", '$after: Cursor = "nowhere")')
NOWHERE = OPPORTUNITIES.replace("after: $after", 'after: "nowhere"').replace(", $after: Cursor", "")
NOW = OPPORTUNITIES.replace(", after: $after", "").replace(", $after: Cursor", "")
DEEP: Any = "x"
for _ in range(400):
    DEEP = [DEEP]
# What is asked, and with which variables; START stands for a cursor from before a post that everybody may see.
START = "START"
ASKED: dict[str, tuple[str, Answer]] = {
    "now": (OPPORTUNITIES, {}),
    "now, said": (OPPORTUNITIES, {"after": None}),
    "from a cursor": (OPPORTUNITIES, {"after": START}),
    "from no cursor": (OPPORTUNITIES, {"after": "nowhere"}),
    "from nothing": (OPPORTUNITIES, {"after": ""}),
    "from a number": (OPPORTUNITIES, {"after": 5}),
    "from a list": (OPPORTUNITIES, {"after": [START]}),
    "with more than is asked for": (OPPORTUNITIES, {"before": START, "": START}),
    "with a filter": (OPPORTUNITIES, {"filter": {"kinds": ["CONTRACT"]}, "after": START}),
    "with a filter that is none": (OPPORTUNITIES, {"filter": {"kinds": "NONE"}}),
    "with a filter that is too deep": (OPPORTUNITIES, {"filter": {"kinds": DEEP}}),
    "from where one must say": (MUST, {"after": START}),
    "from where one must say, unsaid": (MUST, {}),
    "from where one must say, said to be nowhere": (MUST, {"after": None}),
    "from elsewhere unless it is said": (ELSE, {}),
    "from elsewhere unless it is said, said": (ELSE, {"after": START}),
    "from a place in the document": (NOWHERE, {}),
    "never but now": (NOW, {}),
    "never but now, with a variable without a name": (NOW, {"": START}),
}
AT_ONCE = {"now", "now, said", "from a cursor", "from no cursor", "from nothing", "with a filter", "never but now"}
AT_ONCE |= {"with more than is asked for", "never but now, with a variable without a name"}


@pytest.fixture
def executed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that were executed over a socket."""
    texts: list[str] = []
    stream = strawberry.Schema.stream

    async def noting(self: strawberry.Schema, query: str, *given: Any, **more: Any) -> Any:
        texts.append(query)
        return await stream(self, query, *given, **more)

    monkeypatch.setattr(strawberry.Schema, "stream", noting)
    return texts


def plain(message: Answer) -> Answer:
    """Return what was told but for its places in the log."""
    delivery = (message["payload"]["data"] or {}).get("opportunities") if message["type"] == "next" else None
    if delivery is None:
        return message
    event = delivery["event"]
    return {"type": event["__typename"], "title": event.get("opportunity", {}).get("title"), "after": delivery["previous"]}


async def outcome(stage: Stage, query: str, variables: Answer) -> Answer:
    """Return the first answer to a guest who asks for this; where there is none, a post is made."""
    async with stage.guest.socket() as socket:
        await socket.subscribe("watch", query, variables)
        try:
            return plain(await socket.receive(0.5))
        except TimeoutError:
            await posted(stage.author, title="いまの", audience="ANYONE")
            return plain(await socket.receive())


@pytest.mark.parametrize("asked", ASKED)
async def test_it_is_as_if_it_was_executed(stage: Stage, executed: list[str], asked: str) -> None:
    start = await cursor_of(stage.guest)
    await posted(stage.author, title="まえの", audience="ANYONE")
    query, given = ASKED[asked]
    variables = {name: start if value == START else value for name, value in given.items()}
    alone = await outcome(stage, query, variables)
    assert executed == [query]
    await standing(stage, 0)
    # Somebody is told already just that, or as near to it as can be, wherever they began.
    same = {name: value for name, value in variables.items() if name != "after" and (name != "filter" or asked == "with a filter")}
    async with AsyncExitStack() as stack:
        await following(stage, stack, ["friend"], query, **same, **({"after": start} if query == MUST else {}))
        executed.clear()
        assert await outcome(stage, query, variables) == alone
        assert executed == ([] if asked in AT_ONCE else [query])


async def test_a_cursor_that_must_be_said_is_no_other_question(stage: Stage, made: list[SharedForm]) -> None:
    async with AsyncExitStack() as stack:
        cursors = [await cursor_of(stage.guest)]
        await posted(stage.author, title="まえの", audience="ANYONE")
        cursors.append(await cursor_of(stage.guest))
        sockets = [(await following(stage, stack, ["friend"], MUST, after=cursor))[0] for cursor in cursors]
        assert [each["event"]["opportunity"]["title"] for each in await told(sockets[:1])] == ["まえの"]
        made.clear()
        await posted(stage.author, title="いまの", audience="ANYONE")
        assert [each["event"]["opportunity"]["title"] for each in await told(sockets)] == ["いまの"] * 2
        assert len(made) == 1
