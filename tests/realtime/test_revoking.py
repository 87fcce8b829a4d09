"""A right that is taken closes the sockets of who had it, whatever they follow; what happens afterwards reaches none of them."""

import asyncio

import pytest

from server.kit.actor import Actor
from server.kit.bus import InProcessBus
from server.kit.log import rights_of
from server.realtime import following, rights
from tests.realtime.peopling import peopled
from tests.realtime.revoking import WAYS, Taking, ends
from tests.realtime.watching import OPPORTUNITIES, Stage
from tests.schema.opportunities.asking import posted
from tests.support.running import Application


@pytest.fixture
async def taking(app: Application) -> Taking:
    """Everything at one process."""
    async with app.house.db.transaction() as session:
        people = await peopled(session)
    clients = {name: await app.as_member(member) for name, member in people.members.items()}
    return Taking(app.house.db, people, clients, clients, app.as_member)


@pytest.fixture
def only_hints(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is looked at for hints alone."""
    monkeypatch.setattr(following, "POLL_EVERY", 60)
    monkeypatch.setattr(rights, "LOOK_EVERY", 60)


@pytest.fixture
def no_hints(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every hint is lost; the database is looked at often, so that a test need not wait."""

    async def lose(_bus: InProcessBus, _stream: str, _head: int) -> None:
        return

    assert rights.LOOK_EVERY <= 5
    assert following.POLL_EVERY <= 5
    monkeypatch.setattr(InProcessBus, "publish", lose)
    monkeypatch.setattr(following, "POLL_EVERY", 0.2)
    monkeypatch.setattr(rights, "LOOK_EVERY", 0.2)


@pytest.mark.parametrize("way", WAYS)
async def test_every_socket_closes_at_once(only_hints: None, taking: Taking, way: str) -> None:
    await ends(taking, way)


@pytest.mark.parametrize("way", ["signOut", "leaveGroup", "stepDown"])
async def test_every_socket_closes_soon_without_a_hint(no_hints: None, taking: Taking, way: str) -> None:
    await ends(taking, way)


async def test_who_gains_a_right_keeps_the_socket(only_hints: None, stage: Stage) -> None:
    async with stage.newcomer.socket() as socket:
        await socket.subscribe("watch", OPPORTUNITIES)
        await posted(stage.author, title="まだ見えない")
        assert await socket.silent()
        given = {"group": stage.group, "tenure": {"startedOn": "2001-04", "endedOn": "2004-03"}}
        found = await stage.newcomer.ask('{ companies(first: 1, text: "ひだまり電機") { edges { node { id } } } }')
        company = found["companies"]["edges"][0]["node"]["id"]
        declared = await stage.newcomer.change(
            "declareAffiliation",
            {"company": {"id": company}, "tenure": given["tenure"]},
            "... on AffiliationDeclared { affiliation { id } }",
        )
        await stage.operator.change("confirmAffiliation", {"affiliation": declared["affiliation"]["id"]})
        await posted(stage.author, title="もう見える")
        assert (await socket.next("watch"))["opportunities"]["event"]["opportunity"]["title"] == "もう見える"


@pytest.mark.parametrize("turns", range(4))
async def test_a_process_ends_although_a_right_is_taken_at_that_moment(app: Application, turns: int) -> None:
    async with app.house.db.transaction() as session:
        people = await peopled(session)
    actor = Actor(people.members["author"])
    bus, closed = InProcessBus(), list[str]()
    watching = rights.Rights(app.house.db, bus)
    async with asyncio.timeout(10) as within:
        async with watching.running():
            leave = watching.watch(actor, closed.append)
            await asyncio.sleep(0.01)
            await bus.publish(rights_of(people.members["author"]), 1)
            for _ in range(turns):
                await asyncio.sleep(0)
        leave()
    assert not within.expired()
    assert bus.streams() == set()
