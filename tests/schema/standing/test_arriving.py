"""A post meets what somebody saved: told at once, once, on their page and in their inbox, saying why; and nobody else is told."""

from typing import Any

import pytest
from sqlalchemy import select

from server.companies.model import Company
from server.kit.ids import CompanyId, MemberId, global_id
from server.moderation.commands.companies import merge_on_the_command_line
from tests.factories.companies import make_company
from tests.factories.people import make_block, make_exclusion
from tests.schema.opportunities.asking import Stage, an_edit, posted
from tests.schema.standing.saving import kept, saved, told

INBOX = """subscription ($after: Cursor) { inbox(after: $after) { cursor event { __typename
  ... on StandingQueryMatched { standingQuery { name } opportunity { title } } } } }"""
TITLE = "配送計画の見直しを手伝ってください"


async def test_a_match_is_told_live_and_once(stage: Stage) -> None:
    """Over the socket, and as a notice; edited, hidden by nobody and met by a second search, it is still one."""
    await saved(stage.other)
    await saved(stage.other, name="業務委託", filter={"kinds": ["CONTRACT"]})
    cursor = (await stage.other.ask("{ viewer { inboxCursor } }"))["viewer"]["inboxCursor"]
    async with stage.other.socket() as socket:
        await socket.subscribe("1", INBOX, {"after": cursor})
        post = await posted(stage.author)
        await stage.app.drain()
        event = (await socket.next("1"))["inbox"]["event"]
        assert event == {
            "__typename": "StandingQueryMatched",
            "standingQuery": {"name": "物流の相談"},
            "opportunity": {"title": TITLE},
        }
        await stage.author.change("editOpportunity", an_edit(post, body="配送の回数を減らしたいです。"))
        await stage.app.drain()
        assert await socket.silent()
    assert await told(stage.other) == [("物流の相談", TITLE)]
    assert (await stage.other.ask("{ viewer { unread { notices } } }"))["viewer"]["unread"] == {"notices": 1}


async def test_a_search_by_place_is_told_of_what_is_there_or_anywhere(stage: Stage) -> None:
    """It is kept, shown and edited as the list holds it; each tells of exactly what that would find."""
    row = await saved(stage.other, name="福岡", filter={"places": ["JP-40", "JP-41"]})
    await saved(stage.other, name="福岡かどこからでも", filter={"places": ["JP-40"], "remote": True})
    for title, place, remote in (("東京の話", "東京", False), ("福岡の話", "天神（福岡市）", False), ("どこでも", None, True)):
        await posted(stage.author, title=title, place=place, remote=remote)
    await stage.app.drain()
    assert await told(stage.other) == [("福岡かどこからでも", "どこでも"), ("福岡", "福岡の話")]
    changed = {"standingQuery": row["id"], "name": "東京", "channel": "LIVE", "filter": {"places": ["JP-13"], "remote": False}}
    fields = "standingQuery { filter { remote places { code name } } }"
    answer = await stage.other.change("editStandingQuery", changed, f"... on StandingQueryEdited {{ {fields} }}")
    assert answer["standingQuery"]["filter"] == {"remote": False, "places": [{"code": "JP-13", "name": "東京都"}]}
    await posted(stage.author, title="東京とどこでも", place="東京", remote=True)
    await posted(stage.author, title="東京の別の話", place="渋谷", remote=False)
    await stage.app.drain()
    assert await told(stage.other) == [
        ("東京", "東京の別の話"),
        ("福岡かどこからでも", "東京とどこでも"),
        ("福岡かどこからでも", "どこでも"),
        ("東京", "福岡の話"),
    ]


async def test_neither_ones_own_nor_what_was_there_already(stage: Stage) -> None:
    """An edit of what one saw when one saved is no news; an edit that makes a post meet the search is."""
    known = await posted(stage.author)
    other = await posted(stage.author, title="会計の相談", body="決算について。", skills=[])
    await stage.app.drain()
    await saved(stage.other, filter={"text": "配送"})
    await saved(stage.author, filter={"text": "配送"})
    await posted(stage.author)
    await stage.app.drain()
    assert [title for _, title in await told(stage.other)] == [TITLE]
    await stage.author.change("editOpportunity", an_edit(known, title="配送のこと"))
    await stage.app.drain()
    assert len(await told(stage.other)) == 1
    await stage.author.change("editOpportunity", an_edit(other, title="会計と配送の相談"))
    await stage.app.drain()
    assert [title for _, title in await told(stage.other)] == ["会計と配送の相談", TITLE]
    assert await told(stage.author) == []


@pytest.mark.parametrize("how", ["audience", "post", "exclusion", "block", "blocked"])
async def test_what_one_may_not_see_is_not_told(stage: Stage, how: str) -> None:
    """For other groups, kept from the reader by the post or by its author, or with a block between the two."""
    await saved(stage.other)
    given: dict[str, Any] = {}
    async with stage.app.house.db.transaction() as session:
        if how == "exclusion":
            await make_exclusion(session, stage.author_id, other=stage.other_id)
        if how in ("block", "blocked"):
            pair = (stage.author_id, stage.other_id) if how == "block" else (stage.other_id, stage.author_id)
            await make_block(session, *pair)
    if how == "audience":
        given = {"audience": "CHOSEN_GROUPS", "groups": [global_id("AlumniGroup", stage.group)]}
    if how == "post":
        given = {"exclusions": {"companies": [], "members": [global_id("Person", MemberId(stage.other_id))]}}
    await posted(stage.author, **given)
    await stage.app.drain()
    assert await told(stage.other) == []


async def test_paused_and_gathered_ones_tell_nothing_at_once(stage: Stage) -> None:
    """Nor does one that asks for something else; resumed, what came meanwhile is no news."""
    row = await saved(stage.other)
    for channel in ("DAILY", "WEEKLY"):
        await saved(stage.other, channel=channel)
    await saved(stage.other, filter={"text": "宇宙"})
    await stage.other.change("pauseStandingQuery", {"standingQuery": row["id"]})
    post = await posted(stage.author)
    await stage.app.drain()
    await stage.other.change("resumeStandingQuery", {"standingQuery": row["id"]})
    await stage.author.change("editOpportunity", an_edit(post, title="配送のこと"))
    await stage.app.drain()
    assert await told(stage.other) == []


@pytest.mark.parametrize("how", ["closed", "narrowed", "kept from", "removed"])
async def test_a_notice_ends_with_what_it_tells_of(stage: Stage, how: str) -> None:
    """No unread number is left behind without a notice that one could read."""
    row = await saved(stage.other)
    post = await posted(stage.author)
    await stage.app.drain()
    assert len(await told(stage.other)) == 1
    if how == "closed":
        await stage.author.change("closeOpportunity", {"opportunity": post, "reason": "FOUND"})
    if how == "narrowed":
        given = {"audience": "CHOSEN_GROUPS", "groups": [global_id("AlumniGroup", stage.group)]}
        await stage.author.change("editOpportunity", an_edit(post, **given))
    if how == "kept from":
        given = {"exclusions": {"companies": [], "members": [global_id("Person", MemberId(stage.other_id))]}}
        await stage.author.change("editOpportunity", an_edit(post, **given))
    if how == "removed":
        await stage.other.change("removeStandingQuery", {"standingQuery": row["id"]})
    await stage.app.drain()
    assert await told(stage.other) == []


async def test_a_search_by_company_follows_a_merge(stage: Stage) -> None:
    """Saved by the one, it is met by who was at the other, once the two are one."""
    async with stage.app.house.db.transaction() as session:
        before = CompanyId((await make_company(session, "ひだまり電器")).id)
    row = await saved(stage.other, filter={"companies": [global_id("Company", before)]})
    assert row["filter"]["companies"] == [{"name": "ひだまり電器"}]
    async with stage.app.house.db.transaction() as session:
        (into,) = [company.id for company in await session.scalars(select(Company).where(Company.name == "ひだまり電機"))]
        await merge_on_the_command_line(session, before, CompanyId(into))
    assert [each["filter"]["companies"] for each in await kept(stage.other)] == [[{"name": "ひだまり電機"}]]
    await posted(stage.author)
    await stage.app.drain()
    assert await told(stage.other) == [("物流の相談", TITLE)]
