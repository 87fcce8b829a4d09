"""The subscription to opportunities: who is told what, under the eyes of that moment."""

from contextlib import suppress

from tests.factories.people import make_block
from tests.realtime.watching import Stage, Watch, watching
from tests.schema.opportunities.asking import an_edit, posted
from tests.support.running import Client

PUBLIC = {"audience": "ANYONE"}


async def close(client: Client, post: str, reason: str = "FOUND") -> None:
    """Close a post."""
    answer = await client.change("closeOpportunity", {"opportunity": post, "reason": reason})
    assert answer["__typename"] == "OpportunityClosed", answer


async def edit(client: Client, post: str, **changes: object) -> None:
    """Edit a post."""
    answer = await client.change("editOpportunity", an_edit(post, **changes))
    assert answer["__typename"] == "OpportunityEdited", answer


async def moderate(client: Client, mutation: str, post: str, group: str | None = None) -> None:
    """Hide or restore a post."""
    answer = await client.change(mutation, {"opportunity": post, "group": group, "reason": "確認のためです。"})
    assert answer["__typename"] in {"OpportunityHidden", "OpportunityRestored"}, answer


async def nothing_but(stage: Stage, *watches: Watch, title: str = "みんなへ") -> None:
    """Post for everyone, and assert that nothing was delivered before it."""
    await posted(stage.author, title=title, **PUBLIC)
    for watch in watches:
        assert await watch.told() == ("OpportunityPosted", title)


async def test_a_post_arrives_with_whom_it_is_meant_for_and_nobody_else(stage: Stage) -> None:
    async with (
        watching(stage.friend) as friend,
        watching(stage.stranger) as stranger,
        watching(stage.newcomer) as newcomer,
        watching(stage.guest) as guest,
    ):
        await posted(stage.author, title="グループへ", audience="CHOSEN_GROUPS", groups=[stage.group])
        await posted(stage.author, title="確認済みへ")
        await posted(stage.author, title="ログインした人へ", audience="SIGNED_IN")
        assert await friend.told() == ("OpportunityPosted", "グループへ")
        for watch in (friend, stranger):
            assert await watch.told() == ("OpportunityPosted", "確認済みへ")
        for watch in (friend, stranger, newcomer):
            assert await watch.told() == ("OpportunityPosted", "ログインした人へ")
        await nothing_but(stage, friend, stranger, newcomer, guest)


async def test_a_newcomer_is_not_told_who_wrote_it(stage: Stage) -> None:
    query = "subscription { opportunities { event { ... on OpportunityPosted { opportunity { title author { name } } } } } }"
    async with stage.newcomer.socket() as newcomer, stage.friend.socket() as friend:
        for socket in (newcomer, friend):
            await socket.subscribe("1", query)
            # An answer to a later operation says that the earlier one has begun.
            await socket.subscribe("2", "{ opportunities(first: 1) { liveCursor } }")
            await socket.next("2")
            assert (await socket.receive())["type"] == "complete"
        await posted(stage.author, title="ログインした人へ", audience="SIGNED_IN")
        seen = [(await socket.next("1"))["opportunities"]["event"]["opportunity"] for socket in (newcomer, friend)]
    assert [post["author"] for post in seen] == [None, {"name": "髙橋 悠"}]


async def test_nothing_of_somebody_blocked_arrives_in_either_direction(stage: Stage) -> None:
    old = await posted(stage.author, title="前から")
    async with stage.app.house.db.transaction() as session:
        await make_block(session, stage.members["author"], stage.members["friend"])
        await make_block(session, stage.members["stranger"], stage.members["author"])
    async with watching(stage.friend) as friend, watching(stage.stranger) as stranger:
        await posted(stage.author, title="会わない人には届かない", **PUBLIC)
        await edit(stage.author, old, audience="CHOSEN_GROUPS", groups=[stage.group])
        await moderate(stage.steward, "hideOpportunity", old)
        await posted(stage.operator, title="別の人から")
        for watch in (friend, stranger):
            assert await watch.told() == ("OpportunityPosted", "別の人から")


async def test_a_filter_lets_through_what_meets_it(stage: Stage) -> None:
    async with watching(stage.friend, filter={"kinds": ["CONTRACT"], "text": "倉庫", "remote": True}) as watch:
        await posted(stage.author, title="配送", body="便を減らしたいです。")
        await posted(stage.author, title="倉庫で", remote=False)
        meeting = await posted(stage.author, title="倉庫の便")
        assert await watch.told() == ("OpportunityPosted", "倉庫の便")
        await edit(stage.author, meeting, title="庭の便", body="庭の話です。")
        assert await watch.told() == ("Gone", meeting)
        await edit(stage.author, meeting, title="倉庫の便ふたたび")
        assert await watch.told() == ("OpportunityEdited", "倉庫の便ふたたび")
        await close(stage.author, meeting)
        assert await watch.told() == ("OpportunityClosed", "倉庫の便ふたたび")


async def test_who_may_no_longer_see_a_post_is_told_that_it_is_gone(stage: Stage) -> None:
    post = await posted(stage.author, title="はじめは広く", **PUBLIC)
    names = ("author", "friend", "stranger", "newcomer", "guest")
    async with (
        watching(stage.author) as author,
        watching(stage.friend) as friend,
        watching(stage.stranger) as stranger,
        watching(stage.newcomer) as newcomer,
        watching(stage.guest) as guest,
    ):
        watches = dict(zip(names, (author, friend, stranger, newcomer, guest), strict=True))
        await edit(stage.author, post, title="確認済みへ")
        told = {name: await watch.told() for name, watch in watches.items()}
        gone, edited = ("Gone", post), ("OpportunityEdited", "確認済みへ")
        assert told == {"author": edited, "friend": edited, "stranger": edited, "newcomer": gone, "guest": gone}
        await edit(stage.author, post, title="グループへ", audience="CHOSEN_GROUPS", groups=[stage.group])
        told = {name: await watches[name].told() for name in ("author", "friend", "stranger")}
        edited = ("OpportunityEdited", "グループへ")
        assert told == {"author": edited, "friend": edited, "stranger": gone}
        await edit(stage.author, post, title="また広く", **PUBLIC)
        assert {await watch.told() for watch in watches.values()} == {("OpportunityEdited", "また広く")}


async def test_from_whom_a_post_is_hidden_it_is_gone(stage: Stage) -> None:
    """Once; whoever it was hidden from before is told nothing, also when it leaves others' sight by the same edit."""
    post = await posted(stage.author, title="はじめは広く")
    away = {"companies": [], "members": [stage.person("stranger")]}
    async with watching(stage.author) as author, watching(stage.friend) as friend, watching(stage.stranger) as stranger:
        await edit(stage.author, post, title="隠して", exclusions=away)
        assert [await watch.told() for watch in (author, friend)] == [("OpportunityEdited", "隠して")] * 2
        assert await stranger.told() == ("Gone", post)
        await edit(stage.author, post, title="隠したまま", audience="CHOSEN_GROUPS", groups=[stage.group])
        await edit(stage.author, post, title="隠すのをやめて", exclusions={"companies": [], "members": []})
        assert await stranger.told() == ("OpportunityEdited", "隠すのをやめて")
        await edit(stage.author, post, title="また隠して", exclusions=away)
        assert await stranger.told() == ("Gone", post)
        nobody = {"companies": [], "members": []}
        await edit(stage.author, post, title="ほかの理由で", audience="CHOSEN_GROUPS", groups=[stage.group], exclusions=nobody)
        await nothing_but(stage, stranger)


async def test_a_post_that_was_closed_is_told_to_its_readers(stage: Stage) -> None:
    post = await posted(stage.author, title="見つかりました")
    async with watching(stage.stranger) as stranger, watching(stage.newcomer) as newcomer:
        await close(stage.author, post)
        event = await stranger.next()
        assert (event["__typename"], event["opportunity"]) == (
            "OpportunityClosed",
            {"id": post, "title": "見つかりました", "live": False},
        )
        await nothing_but(stage, stranger, newcomer)


async def test_a_post_that_is_hidden_is_gone_and_comes_back(stage: Stage) -> None:
    post = await posted(stage.author, title="通報されたもの")
    async with (
        watching(stage.author) as author,
        watching(stage.friend) as friend,
        watching(stage.newcomer) as newcomer,
    ):
        await moderate(stage.steward, "hideOpportunity", post)
        for watch in (author, friend):
            assert await watch.told() == ("Gone", post)
        await moderate(stage.steward, "restoreOpportunity", post)
        for watch in (author, friend):
            assert await watch.told() == ("OpportunityRestored", "通報されたもの")
        await nothing_but(stage, newcomer)


async def test_a_post_hidden_in_a_group_is_gone_for_that_group_only(stage: Stage) -> None:
    post = await posted(stage.author, title="グループだけ", audience="CHOSEN_GROUPS", groups=[stage.group])
    async with watching(stage.author) as author, watching(stage.friend) as friend, watching(stage.stranger) as stranger:
        await moderate(stage.operator, "hideOpportunity", post, stage.group)
        assert await friend.told() == ("Gone", post)
        await moderate(stage.operator, "restoreOpportunity", post, stage.group)
        assert await friend.told() == ("OpportunityRestored", "グループだけ")
        assert await author.told() == ("OpportunityRestored", "グループだけ")
        await nothing_but(stage, stranger)


async def test_a_refused_change_delivers_nothing(stage: Stage) -> None:
    post = await posted(stage.author, title="そのまま")
    async with watching(stage.friend) as friend:
        refused = await stage.author.change("editOpportunity", an_edit(post, title=""))
        assert refused["__typename"] == "Invalid"
        await nothing_but(stage, friend)


async def test_without_a_cursor_only_what_happens_from_now_on_is_told(stage: Stage) -> None:
    await posted(stage.author, title="前のもの")
    async with watching(stage.friend, after=None) as friend:
        # From now on is from when the server has come to it, and nothing but a delivery tells that.
        event = None
        for at in range(20):
            await posted(stage.author, title=f"今のもの {at}", **PUBLIC)
            with suppress(TimeoutError):
                event = await friend.next(within=0.5)
                break
        assert event is not None
        assert event["opportunity"]["title"].startswith("今のもの")
