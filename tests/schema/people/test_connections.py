"""Connections through the front door: both want it, a decline is never learnt, blocks end it, and what is closed opens and closes again."""

import asyncio

import pytest
from sqlalchemy import func, select

from server.kit.actor import Level
from server.kit.ids import global_id, uuid7
from server.people.model import Connection, ConnectionRequest, Profile
from tests.factories.companies import make_company
from tests.factories.people import make_block, make_exclusion, settle
from tests.schema.people.connecting import STEPS, Side, Two, make_two, side
from tests.support.running import Application
from tests.support.unchanged import unchanged

NOTHING = ("NOTHING", None)
FACES = """query Faces($after: String) { viewer { newFaces(first: 1, after: $after) { pageInfo { endCursor }
  edges { node { id headline } } } } }"""


@pytest.fixture
async def two(app: Application) -> Two:
    """Two who could be connected."""
    return await make_two(app)


async def rows(two: Two) -> tuple[int, list[str]]:
    """How many rows of connections there are, and the states of all requests."""
    async with two.app.house.db.read() as session:
        connected = (await session.scalars(select(func.count()).select_from(Connection))).one()
        return connected, list(await session.scalars(select(ConnectionRequest.state)))


async def test_both_want_it(two: Two) -> None:
    """Asked with a word, told, accepted, told again, ended without a word; every step repeated changes nothing."""
    one, other = two.one, two.other
    assert (await one.stands(other), await other.stands(one), await one.stands(one)) == (NOTHING, NOTHING, None)
    answer = await one.ask(other, " はじめまして ")
    assert answer["person"] == {"id": other.id, "viewerConnection": {"state": "ASKED", "note": "はじめまして"}}
    async with unchanged(two.app.house.db):
        assert (await one.ask(other, "もう一度"))["person"]["viewerConnection"]["note"] == "はじめまして"
    await two.app.drain()
    assert (await other.stands(one), await other.lists()) == (("ASKS_VIEWER", "はじめまして"), ([], ["高橋 悠"]))
    assert (await other.told(), await one.told()) == ([("ConnectionAsked", "高橋 悠", False)], [])
    assert (await other.step("accept", one))["__typename"] == "ConnectionAccepted"
    await two.app.drain()
    async with unchanged(two.app.house.db):
        assert (await other.step("accept", one))["__typename"] == "ConnectionAccepted"
        assert (await one.ask(other))["person"]["viewerConnection"]["state"] == "CONNECTED"
    assert (await one.stands(other), await other.stands(one)) == (("CONNECTED", None), ("CONNECTED", None))
    assert (await one.lists(), await other.lists()) == ((["佐藤 花"], []), (["高橋 悠"], []))
    # What waited is answered, and no longer unread.
    assert (await one.told(), await other.told()) == ([("ConnectionAccepted", "佐藤 花", False)], [(None, None, True)])
    assert (await one.step("end", other))["__typename"] == "ConnectionEnded"
    await two.app.drain()
    async with unchanged(two.app.house.db):
        assert (await other.step("end", one))["__typename"] == "ConnectionEnded"
    assert (await rows(two), await other.stands(one), await other.lists()) == ((0, []), NOTHING, ([], []))
    # Who had not read yet that they were connected has nothing left to read.
    assert (await one.told(), await other.told()) == ([(None, None, True)], [(None, None, True)])


async def test_a_decline_looks_as_if_nobody_had_answered(two: Two) -> None:
    """To who asked, answer for answer, through withdrawing and asking again; to who declined nothing comes for half a year."""
    one, other, quiet = two.one, two.other, await side(two.app, "森 楓")
    for asked in (other, quiet):
        await one.ask(asked, "お話ししたいです")
    await two.app.drain()
    await other.step("decline", one)
    async with unchanged(two.app.house.db):
        await other.step("decline", one)
    await two.app.drain()
    assert (await other.stands(one), (await other.lists())[1], await other.told()) == (NOTHING, [], [(None, None, True)])

    async def alike() -> tuple[str, str | None] | None:
        stands = [await one.stands(asked) for asked in (other, quiet)]
        assert stands[0] == stands[1]
        return stands[0]

    assert await alike() == ("ASKED", "お話ししたいです")
    for step in ("withdraw", "ask"):
        answers = [await (one.ask(asked, "もう一度") if step == "ask" else one.step(step, asked)) for asked in (other, quiet)]
        assert answers[0]["__typename"] == answers[1]["__typename"]
        assert await alike() == (NOTHING if step == "withdraw" else ("ASKED", "もう一度"))
    await two.app.drain()
    assert await one.told() == []
    assert ((await other.lists())[1], await other.stands(one), (await quiet.lists())[1]) == ([], NOTHING, ["高橋 悠"])
    await two.later(181)
    assert await alike() == NOTHING
    assert (await quiet.lists())[1] == []
    await one.ask(other)
    await two.app.drain()
    assert ((await other.lists())[1], (await other.told())[0]) == (["高橋 悠"], ("ConnectionAsked", "高橋 悠", False))


async def test_who_declined_can_want_it_after_all(two: Two) -> None:
    """Who asked does not know, and still asks: so both want it."""
    await two.one.ask(two.other)
    await two.other.step("decline", two.one)
    assert (await two.other.ask(two.one))["person"]["viewerConnection"]["state"] == "CONNECTED"
    await two.app.drain()
    assert await two.one.told() == [("ConnectionAccepted", "佐藤 花", False)]


async def test_asking_again_and_again_tells_once(two: Two) -> None:
    """A request that is withdrawn and made again is no way to ring somebody's bell."""
    for _ in range(3):
        await two.one.ask(two.other)
        await two.app.drain()
        await two.one.step("withdraw", two.other)
        await two.app.drain()
    await two.one.ask(two.other)
    await two.app.drain()
    assert (await two.other.lists())[1] == ["高橋 悠"]
    assert len(await two.other.told()) == 1
    await two.one.step("withdraw", two.other)
    await two.later(31)
    await two.one.ask(two.other)
    await two.app.drain()
    assert len(await two.other.told()) == 2
    assert await two.refused(two.one, "acceptConnection", two.other.id) == "NotAsked"


async def test_both_at_once_are_connected_once(two: Two) -> None:
    """Nobody waits for an answer that was given."""
    await asyncio.gather(*(who.ask(whom) for who, whom in ((two.one, two.other), (two.other, two.one)) for _ in range(2)))
    assert await rows(two) == (2, [])
    await two.app.drain()
    accepted = [told for who in (two.one, two.other) for told in await who.told() if told[0] == "ConnectionAccepted"]
    assert len(accepted) == 1


@pytest.mark.parametrize("kept", ["blocks", "blocked", "hides"])
async def test_who_does_not_want_to_meet_is_as_if_unseen(two: Two, kept: str) -> None:
    """A block in either direction, and hiding from somebody, ends all at once; asking answers like an id of nobody."""
    one, other = (two.other, two.one) if kept == "blocked" else (two.one, two.other)
    third = await side(two.app, "森 楓")
    for asked in (two.other, third):
        await two.one.ask(asked)
    await two.other.step("accept", two.one)
    mutation = "blockMember" if "block" in kept else "excludeMember"
    await one.client.change(mutation, {"member": other.id})
    await third.client.change(mutation, {"member": two.one.id})
    await two.app.drain()
    # To who asked it looks as if nobody had answered yet, also when the other takes it back.
    assert await rows(two) == (0, ["declined"])
    assert (await one.lists(), await other.lists(), await third.lists()) == (([], []),) * 3
    if kept == "hides":
        assert await two.refused(one, "askForConnection", other.id) == "HiddenFromThem"
    async with unchanged(two.app.house.db):
        given, steps = {"member": one.id}, ("askForConnection", STEPS["accept"], STEPS["decline"])
        codes = [(await other.client.change(name, given))["code"] for name in steps]
        # Ending says the same as to somebody who only went out of sight.
        assert (await other.client.change(STEPS["end"], given))["__typename"] == "ConnectionEnded"
    assert codes == ["NotThere"] * 3
    # Undone, nothing of it comes back.
    undo = {"blockMember": "unblockMember", "excludeMember": "includeMember"}[mutation]
    await one.client.change(undo, {"member": other.id})
    assert (await one.stands(other), await other.stands(one)) == (NOTHING, NOTHING)
    await third.client.change(undo, {"member": two.one.id})
    assert await two.one.stands(third) == ("ASKED", None)


async def test_who_cannot_be_asked_and_who_cannot_ask(two: Two) -> None:
    """Oneself, whom one does not see, a newcomer; by newcomers, guests and who is leaving; too long a word, and too many a day."""
    one, waiting = two.one, await side(two.app, "新井 新", verified=False)
    async with two.app.house.db.transaction() as session:
        await settle(session, one.member)
    assert await two.refused(one, "askForConnection", one.id) == "OneselfConnected"
    for member in (waiting.id, global_id("Person", uuid7()), "nonsense"):
        assert await two.refused(one, "askForConnection", member) == "NotThere"
    assert await two.refused(one, "askForConnection", two.other.id, note="あ" * 201) == "TooLong"
    assert await two.refused(waiting, "askForConnection", one.id) == "NotVerified"
    guest = Side(one.member, two.app.guest())
    assert await two.refused(guest, "askForConnection", two.other.id) == "NotSignedIn"
    await one.client.change("changeListing", {"level": "CONNECTIONS"})
    assert await two.refused(one, "askForConnection", two.other.id) == "HiddenFromThem"
    steward = await side(two.app, "来栖 文", is_steward=True)
    assert (await steward.stands(waiting), await steward.stands(one)) == (None, None)
    async with two.app.house.db.transaction() as session:
        await make_block(session, two.other.member, steward.member)
    assert await steward.stands(two.other) is None
    assert await two.refused(steward, "askForConnection", two.other.id) == "NotThere"
    nobody = {"member": global_id("Person", uuid7())}
    codes = [(await two.other.client.change("askForConnection", nobody))["code"] for _ in range(6)]
    assert codes == ["NotThere"] * 5 + ["TooOften"]


async def test_who_hides_by_a_company_asks_in_vain(two: Two) -> None:
    """Their own answer tells nothing of who has to do with the company; who would be asked learns nothing at all."""
    async with two.app.house.db.transaction() as session:
        company = await make_company(session, "こもれび製作所")
    hidden = await side(two.app, "岡 蓮", company="こもれび製作所")
    async with two.app.house.db.transaction() as session:
        await make_exclusion(session, two.one.member, company=company)
    assert [(await two.one.ask(asked))["person"]["viewerConnection"]["state"] for asked in (hidden, two.other)] == ["ASKED", "ASKED"]
    await two.app.drain()
    assert (await hidden.lists(), await hidden.told()) == (([], []), [])
    assert await two.refused(hidden, "acceptConnection", two.one.id) == "NotThere"


async def test_what_is_for_connections_opens_and_closes(two: Two) -> None:
    """A field on the page, in a list that was opened before, and on a second page of a search; it closes with the end."""
    one, other = two.one, two.other
    async with two.app.house.db.transaction() as session:
        profile = await session.get_one(Profile, one.member)
        profile.headline, profile.headline_level = "聞こえの研究をしています", int(Level.CONNECTIONS)
    await side(two.app, "森 楓")
    await two.app.drain()
    opened = (await other.client.ask(FACES))["viewer"]["newFaces"]["pageInfo"]["endCursor"]

    async def read() -> list[str | None]:
        page = (await other.client.ask(f'{{ person(id: "{one.id}") {{ headline }} }}'))["person"]["headline"]
        edges = (await other.client.ask(FACES, {"after": opened}))["viewer"]["newFaces"]["edges"]
        return [page, *(edge["node"]["headline"] for edge in edges if edge["node"]["id"] == one.id)]

    assert await read() == [None, None]
    await one.ask(other)
    assert await read() == [None, None]
    await other.step("accept", one)
    assert await read() == ["聞こえの研究をしています"] * 2
    await one.step("end", other)
    assert await read() == [None, None]
