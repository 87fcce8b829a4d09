"""What the list says of what it found: what is only near, what words were taken for, and how many there are of what."""

from typing import Any

import pytest

from server.kit.ids import global_id
from tests.factories.people import make_block, make_member
from tests.schema.opportunities.asking import Stage, an_edit, posted

LIST = """
query List($filter: OpportunityFilter, $order: OpportunityOrder, $first: Int!, $after: String) {
  opportunities(filter: $filter, order: $order, first: $first, after: $after) {
    totalCount exactCount dropped readAs { typed meant } pageInfo { hasNextPage endCursor } edges { near node { title } }
    facets { directions { direction count } remote places { place { code name } count }
      companies { company { name } count } groups { group { name } count } }
  }
}"""


async def listing(client: Any, first: int = 20, after: str | None = None, order: str | None = None, **wanted: Any) -> dict[str, Any]:
    """A page of the list."""
    found = await client.ask(LIST, {"first": first, "after": after, "order": order, "filter": wanted or None})
    return found["opportunities"]


def marked(*pages: dict[str, Any]) -> list[tuple[str, bool]]:
    """The titles, each with whether it is only near."""
    return [(edge["node"]["title"], edge["near"]) for page in pages for edge in page["edges"]]


async def test_where_those_begin_that_are_only_near(stage: Stage) -> None:
    """On whichever page it is, those behind the last exact one are said to be near; without words nothing is."""
    for title in ("人事の話", "人事のこと", "採用の話", "労務の話"):
        await posted(stage.author, title=title, body="お話ししたいです。", skills=[])
    await stage.app.drain()
    whole = await listing(stage.other, text="人事")
    exact = whole["exactCount"]
    assert 0 < exact < whole["totalCount"] == 4
    assert [near for _, near in marked(whole)] == [at >= exact for at in range(4)]
    for first in (1, 2, 3):
        pages = [await listing(stage.other, first, text="人事")]
        while pages[-1]["pageInfo"]["hasNextPage"]:
            pages.append(await listing(stage.other, first, pages[-1]["pageInfo"]["endCursor"], text="人事"))
        assert marked(*pages) == marked(whole)
        assert {page["exactCount"] for page in pages} == {exact}
    plain = await listing(stage.other)
    assert (plain["exactCount"], [near for _, near in marked(plain)]) == (None, [False] * 4)
    wordless = await listing(stage.other, text="…😀")
    assert (wordless["exactCount"], marked(wordless)) == (None, marked(plain))
    none = await listing(stage.other, text="人事 ありえないことば")
    assert (none["exactCount"], none["dropped"]) == (0, ["ありえないことば"])
    assert none["edges"][0]["near"]


async def test_a_cursor_leads_on_in_its_own_query_alone(stage: Stage) -> None:
    """In another order, with other words or another filter it is refused."""
    for number in range(3):
        await posted(stage.author, title=f"配送{number}")
    await stage.app.drain()
    asked: list[dict[str, Any]] = [
        {},
        {"order": "CLOSING_SOON"},
        {"remote": True},
        {"kinds": ["CONTRACT"]},
        {"text": "配送"},
        {"text": "配送", "remote": True},
    ]
    cursors = [(await listing(stage.other, 1, **each))["pageInfo"]["endCursor"] for each in asked]
    for at, given in enumerate(cursors):
        for other, each in enumerate(asked):
            wanted = {key: value for key, value in each.items() if key != "order"}
            answer = await stage.other.answer(LIST, {"first": 1, "after": given, "order": each.get("order"), "filter": wanted or None})
            if at == other:
                assert answer["data"]["opportunities"]["edges"]
            else:
                assert (answer["data"], answer["errors"][0]["extensions"]["code"]) == (None, "BadPage")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pythom", ["Python"]),
        ("プロダグト", ["プロダクト"]),
        ("たかはい", ["たかはし"]),
        ("takahashu", ["たかはし"]),
    ],
)
async def test_what_a_word_was_taken_for(stage: Stage, typed: str, meant: list[str]) -> None:
    """As the posts found and their authors write it."""
    async with stage.app.house.db.transaction() as session:
        author = await make_member(session, "髙橋 龍之介", reading="たかはし りゅうのすけ")
    client = await stage.app.as_member(author)
    await posted(client, title="Pythonで音声認識のプロダクトを作る", body="手伝ってください。")
    await stage.app.drain()
    found = await listing(stage.other, text=typed)
    assert (found["totalCount"], found["exactCount"], found["dropped"]) == (1, 0, [])
    [told] = found["readAs"]
    assert told["typed"] == typed
    assert told["meant"] == meant
    assert (await listing(stage.other, text="プロダクト"))["readAs"] == []


async def test_no_word_is_taken_for_what_one_may_not_see(stage: Stage) -> None:
    """Neither for a word of a post that is kept from the viewer, nor for the name of an author who is; both look like nonsense."""
    await posted(stage.author, title="量子計算の相談", audience="CHOSEN_GROUPS", groups=[global_id("AlumniGroup", stage.group)])
    async with stage.app.house.db.transaction() as session:
        hidden = await make_member(session, "伊集院 光", "たそがれ商会", reading="いじゅういん ひかる")
        await make_block(session, hidden, stage.other_id)
    client = await stage.app.as_member(hidden)
    await posted(client, title="配送の相談")
    await posted(client, title="みんなの公開の相談", audience="ANYONE")
    await stage.app.drain()
    for reader, words in ((stage.other, ("量子計草", "いじゅういう")), (stage.app.guest(), ("いじゅういう", "たそがれ商解"))):
        for typed in words:
            found = await listing(reader, text=typed)
            assert (found["totalCount"], found["readAs"], found["edges"]) == (0, [], []), typed
    assert (await listing(stage.author, text="いじゅういう"))["readAs"] == [{"typed": "いじゅういう", "meant": ["いじゅういん"]}]
    assert (await listing(stage.author, text="量子計草"))["totalCount"] == 1


async def test_how_many_there_are_of_what(stage: Stage) -> None:
    """With the viewer's eyes, each facet without its own filter; the same with words and without. Guests learn nothing of authors."""
    group = global_id("AlumniGroup", stage.group)
    await posted(stage.author, title="配送の相談", remote=True, audience="ANYONE")
    await posted(stage.author, title="配送を手伝います", remote=False, direction="OFFERING")
    await posted(stage.author, title="配送の仲間", remote=True, audience="CHOSEN_GROUPS", groups=[group])
    await stage.app.drain()
    directions = {"SEEKING": 2, "OFFERING": 1}
    for client, count in ((stage.author, 3), (stage.other, 2), (stage.app.guest(), 1)):
        for wanted in ({}, {"text": "配送"}):
            facets = (await listing(client, **wanted))["facets"]
            expected = {"SEEKING": directions["SEEKING"] - (count < 3), "OFFERING": 1} if count > 1 else {"SEEKING": 1}
            assert {each["direction"]: each["count"] for each in facets["directions"]} == expected
            assert facets["remote"] == (2 if count == 3 else 1)
            companies = [] if count == 1 else [{"company": {"name": "ひだまり電機"}, "count": count}]
            assert facets["companies"] == companies
            assert facets["groups"] == ([{"group": {"name": "ひだまり電機アルムナイ"}, "count": 1}] if count == 3 else [])
            narrowed = (await listing(client, **wanted, directions=["OFFERING"], remote=True))["facets"]
            assert {each["direction"]: each["count"] for each in narrowed["directions"]} == {"SEEKING": expected["SEEKING"]}
            assert narrowed["remote"] == 0


async def test_posts_are_narrowed_by_where_they_take_place(stage: Stage) -> None:
    """As their line or their terms say it, also after an edit; from anywhere joins the places. A code of no list finds nothing."""
    there = await posted(stage.author, title="配送の相談", place="福岡市", remote=False, audience="ANYONE")
    await posted(stage.author, title="配送の仲間", place="東京", remote=True)
    await stage.app.drain()
    for text in ({}, {"text": "配送"}):
        for client, places, titles in (
            (stage.other, ["JP-40"], {"配送の相談"}),
            (stage.other, ["JP-40", "JP-13"], {"配送の相談", "配送の仲間"}),
            (stage.app.guest(), ["JP-40", "JP-13"], {"配送の相談"}),
            (stage.other, ["JP-47"], set[str]()),
            (stage.other, ["'; DROP", "\x00", "福岡", "anywhere"], set[str]()),
        ):
            assert {title for title, near in marked(await listing(client, **text, places=places)) if not near} == titles
        either = await listing(stage.other, **text, places=["JP-40"], remote=True)
        assert {title for title, _ in marked(either)} == {"配送の相談", "配送の仲間"}
        counted = [{"place": {"code": code, "name": name}, "count": 1} for code, name in (("JP-13", "東京都"), ("JP-40", "福岡県"))]
        assert (either["facets"]["places"], either["facets"]["remote"]) == (counted, 1)
        assert (await listing(stage.app.guest(), **text))["facets"]["places"] == counted[1:]
    await stage.author.change("editOpportunity", an_edit(there, title="配送の相談", place="那覇", remote=False, audience="ANYONE"))
    await stage.app.drain()
    for text in ({}, {"text": "配送"}):
        assert marked(await listing(stage.app.guest(), **text, places=["JP-40"])) == []
        assert marked(await listing(stage.app.guest(), **text, places=["JP-47"])) == [("配送の相談", False)]
