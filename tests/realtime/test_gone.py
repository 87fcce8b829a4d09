"""What leaves the sight of somebody is told to them once, also to who was away; and to nobody who could not see it."""

from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeAlias

import pytest

from tests.realtime.test_opportunities import PUBLIC, close, edit, moderate, nothing_but
from tests.realtime.test_queue import declared
from tests.realtime.watching import Stage, cursor_of, watching
from tests.schema.opportunities.asking import posted

Leave: TypeAlias = Callable[[Stage, str], Awaitable[Any]]
FILTER: Final = {"filter": {"text": "倉庫"}}


async def narrowed(stage: Stage, post: str) -> None:
    """To a group that the stranger is not in."""
    await edit(stage.author, post, title="倉庫", audience="CHOSEN_GROUPS", groups=[stage.group])


async def excluded(stage: Stage, post: str) -> None:
    """Away from the stranger by name."""
    await edit(stage.author, post, title="倉庫", exclusions={"companies": [], "members": [stage.person("stranger")]})


async def reworded(stage: Stage, post: str) -> None:
    """So that it does not meet the filter."""
    await edit(stage.author, post, title="庭", body="庭の話です。")


async def hidden(stage: Stage, post: str) -> None:
    """Everywhere."""
    await moderate(stage.steward, "hideOpportunity", post)


LEAVES: Final[dict[str, Leave]] = {"narrowed": narrowed, "excluded": excluded, "reworded": reworded, "hidden": hidden}


@pytest.mark.parametrize("leave", LEAVES.values(), ids=LEAVES)
async def test_a_post_that_left_is_gone_once_for_who_looked_and_for_who_was_away(stage: Stage, leave: Leave) -> None:
    post = await posted(stage.author, title="倉庫")
    away, shut = await cursor_of(stage.stranger), await cursor_of(stage.newcomer)
    async with watching(stage.stranger, **FILTER) as looking:
        await leave(stage, post)
        assert await looking.told() == ("Gone", post)
        await nothing_but(stage, looking, title="倉庫の別の話")
    async with watching(stage.stranger, after=away, **FILTER) as back:
        assert await back.told() == ("Gone", post)
        assert await back.told() == ("OpportunityPosted", "倉庫の別の話")
        last = back.last
    async with watching(stage.stranger, after=last, **FILTER) as again:
        await nothing_but(stage, again, title="倉庫のつづき")
    # Who is not verified saw none of it, and is told of none.
    async with watching(stage.newcomer, after=shut, **FILTER) as never:
        assert [await never.told() for _ in range(2)] == [("OpportunityPosted", title) for title in ("倉庫の別の話", "倉庫のつづき")]


async def test_a_post_that_was_hidden_in_its_group_is_gone_for_who_was_away(stage: Stage) -> None:
    post = await posted(stage.author, title="グループだけ", audience="CHOSEN_GROUPS", groups=[stage.group])
    friend, stranger = await cursor_of(stage.friend), await cursor_of(stage.stranger)
    await moderate(stage.operator, "hideOpportunity", post, stage.group)
    await posted(stage.author, title="みんなへ", **PUBLIC)
    async with watching(stage.friend, after=friend) as watch:
        assert await watch.told() == ("Gone", post)
        assert await watch.told() == ("OpportunityPosted", "みんなへ")
    async with watching(stage.stranger, after=stranger) as watch:
        assert await watch.told() == ("OpportunityPosted", "みんなへ")


async def test_who_was_away_is_told_how_things_stand_and_not_how_they_were(stage: Stage) -> None:
    """What came and left between is gone, what left and came back is there, and what was closed is told as closed."""
    cursor = await cursor_of(stage.stranger)
    between, back, closed = [await posted(stage.author, title=title) for title in ("間に", "戻った", "終わった")]
    await narrowed(stage, between)
    await hidden(stage, back)
    await moderate(stage.steward, "restoreOpportunity", back)
    await close(stage.author, closed)
    await posted(stage.author, title="今")
    async with watching(stage.stranger, after=cursor) as watch:
        told = [await watch.told()]
        while told[-1] != ("OpportunityPosted", "今"):
            told.append(await watch.told())
    assert told.count(("Gone", between)) == 1
    assert ("Gone", back) not in told
    assert ("OpportunityRestored", "戻った") in told
    assert ("OpportunityClosed", "終わった") in told
    assert not {("OpportunityPosted", title) for title in ("間に", "終わった")} & set(told)


async def test_what_was_taken_back_is_gone_from_a_queue_for_who_was_away(stage: Stage) -> None:
    """An application leaves with the tenure that it rests on; the stewards' own queue never had it."""
    cursors = [await cursor_of(stage.operator, "queue", stage.group), await cursor_of(stage.steward, "queue")]
    key = await declared(stage)
    await stage.newcomer.change("removeAffiliation", {"affiliation": key})
    async with watching(stage.operator, "queue", after=cursors[0], group=stage.group) as watch:
        gone: list[str] = []
        while key not in gone:
            event = await watch.next()
            assert watch.item is None
            gone += [event["goneId"]] if event["__typename"] == "Gone" else []
        # The application that it stood in, and the tenure itself.
        while len(gone) < 2:
            gone.append((await watch.next())["goneId"])
        await watch.socket.silent()
        assert len(set(gone)) == 2
        last = watch.last
    async with watching(stage.operator, "queue", after=last, group=stage.group) as watch:
        await watch.socket.silent()
    async with watching(stage.steward, "queue", after=cursors[1]) as watch:
        await watch.socket.silent()
