"""One sweep over the whole matrix: the world is made once, and cloned for whoever changes it."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from server.kit.actor import Level
from server.kit.db import Database
from server.kit.log import flush
from tests.factories.accounts import make_session
from tests.matrix.acting import mutations
from tests.matrix.belongings import make_belongings
from tests.matrix.cells import Tally
from tests.matrix.following import subscriptions
from tests.matrix.house import Desk, desk
from tests.matrix.kinds import KINDS, Tie
from tests.matrix.reading import queries, things_by_id
from tests.matrix.rows import read_rows
from tests.matrix.states import State, posts, states
from tests.matrix.world import LEVELLED, World, enter, make_people
from tests.support.databases import cloned
from workers.drain import drain

PERSON, PEOPLE = frozenset({"Person"}), frozenset({"Person", "Affiliation", "post VERIFIED live"})
REST = frozenset(
    {
        "Response",
        "Conversation",
        "Message",
        "Report",
        "Notice",
        "Company",
        "AlumniGroup",
        "GroupApplication",
        "JoinLink",
        "Skill",
        "StandingQuery",
    }
)
# What a small sweep asks of posts: every standing of those in a group, every audience of those that are live.
SOME_POSTS = frozenset(
    f"post {audience.name} {standing}" for audience, standing in posts() if audience is Level.CHOSEN_GROUPS or standing == "live"
)
# Who acts in a small sweep; in a whole one everybody does.
ACTING = frozenset(
    {
        "guest",
        "newcomer",
        "declined newcomer",
        "stranger",
        "member of S's group",
        "alum of S's company without its group",
        "connection",
        "blocked by S",
        "has blocked S",
        "excluded by name",
        "operator of S's group",
        "operator elsewhere",
        "operator for whom S waits",
        "company contact",
        "steward",
        "steward blocked by S",
        "steward by mail alone",
        "responder",
        "connection who is leaving",
        "S",
    }
)


@dataclass(slots=True)
class Made:
    """The world on its database, from which clones are made: nobody is connected to it."""

    server: str
    name: str
    world: World
    tokens: dict[str, str]

    @asynccontextmanager
    async def opened(self) -> AsyncGenerator[Desk]:
        """A desk over a clone."""
        async with cloned(self.server, self.name) as url, desk(url, self.tokens) as found:
            yield found


@asynccontextmanager
async def made(server: str, template: str) -> AsyncGenerator[Made]:
    """Make the world, and sign everybody in."""
    async with cloned(server, template) as url:
        db = Database(url, flush=flush)
        async with db.transaction() as session:
            world = await make_people(session)
            await make_belongings(session, world)
            tokens: dict[str, str] = {}
            for kind in KINDS:
                if kind.signed_in:
                    method = "mail" if Tie.WEAK in kind.ties else "passkey"
                    opened = await make_session(session, world.members[kind.name], method=method)
                    tokens[kind.name] = opened.token
        await db.close()
        yield Made(server, url.partition("?")[0].rpartition("/")[2], world, tokens)


async def sweep(server: str, template: str, *, whole: bool) -> Tally:
    """Compare the cells: all of them, or, for every day, every field by every kind in the states that its law asks about."""
    async with made(server, template) as found:
        tally = Tally(read_rows(), found.world.things)
        every = states(LEVELLED)
        opened = next(state for state in every if state.name == OPENED)
        async with found.opened() as desk:
            for state in every:
                await enter_state(desk, found.world, state)
                await _read(desk, found.world, tally, state, whole=whole)
        async with found.opened() as desk:
            await subscriptions(desk, found.world, tally, opened)
        for kind in KINDS:
            if whole or kind.name in ACTING:
                async with found.opened() as desk:
                    await mutations(desk, found.world, tally, opened, kind)
        return tally


# The state in which the world is made: everything for verified members.
OPENED = "listed VERIFIED"


async def enter_state(desk: Desk, world: World, state: State) -> None:
    """S chooses the levels, and the index follows."""
    async with desk.house.db.transaction() as session:
        await enter(session, world, state)
    await drain(desk.house.worker)


async def _read(desk: Desk, world: World, tally: Tally, state: State, *, whole: bool) -> None:
    if state.name == OPENED:
        await things_by_id(desk, world, tally, state, of=PEOPLE | REST | (frozenset({"Opportunity"}) if whole else SOME_POSTS))
        await queries(desk, world, tally, state)
    elif whole:
        await things_by_id(desk, world, tally, state, of=PEOPLE | REST)
        await queries(desk, world, tally, state)
    else:
        await things_by_id(desk, world, tally, state, of=PEOPLE if state.name.startswith("listed") else PERSON)
