"""Two web processes over one database and one Redis, as on two machines, and the people who use them."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from server.accounts.commands.sessions import open_session
from server.kit.db import Database
from server.kit.ids import ConversationId, MemberId
from server.kit.log import flush
from tests.engawa.deploying import DEPLOYMENT, environment
from tests.factories.companies import make_company
from tests.factories.conversations import make_conversation
from tests.factories.people import make_member
from tests.realtime.peopling import peopled
from tests.realtime.revoking import Taking
from tests.support.running import NO_AUTHORITIES, Client
from tests.support.valkey import Valkey, free_port

ROOT = Path(__file__).parent.parent.parent
# A busy machine is no process that does not hear. The database is looked at once in LONG seconds, so that a hint it was.
PATIENT_SECONDS = 30
LONG = 600


@dataclass(slots=True)
class Pair:
    """The processes, by the addresses of each."""

    valkey: Valkey
    bases: tuple[str, str]
    db: Database
    members: dict[str, MemberId]
    talk: ConversationId
    _stack: AsyncExitStack

    async def at(self, place: int, name: str | None = None) -> Client:
        """Return a browser at one of the two, of a member who is signed in, or of nobody."""
        return await self.browser(place, await self._signed_in(self.members[name]) if name is not None else None)

    async def taking(self, company_name: str) -> Taking:
        """People of a company of their own, who do things at the first and follow, in the same sessions, at the second."""
        async with self.db.transaction() as session:
            people = await peopled(session, company_name)
        tokens = {name: await self._signed_in(member) for name, member in people.members.items()}
        here, there = [{name: await self.browser(place, token) for name, token in tokens.items()} for place in (0, 1)]

        async def another(member: MemberId) -> Client:
            return await self.browser(0, await self._signed_in(member))

        return Taking(self.db, people, here, there, another)

    async def browser(self, place: int, token: str | None) -> Client:
        """Return a browser at one of the two, in a session or in none."""
        http = httpx.AsyncClient(base_url=self.bases[place], timeout=60, trust_env=False, verify=NO_AUTHORITIES)
        await self._stack.enter_async_context(http)
        if token is not None:
            http.cookies.set("engawa", token)
        return Client(self.bases[place], http)

    async def _signed_in(self, member: MemberId) -> str:
        async with self.db.transaction() as session:
            return (await open_session(session, member, "tests", "passkey")).token


@asynccontextmanager
async def pair(database_url: str, valkey: Valkey, poll_every: float, **of_the_first: str) -> AsyncGenerator[Pair]:
    """Start both, each looking at the database once in so many seconds, the first with more variables; end them."""
    db = Database(database_url, flush=flush)
    async with db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        members = {name: await make_member(session, name, company) for name in ("author", "friend")}
        talk = await make_conversation(session, members["author"], members["friend"])
    ports = free_port(), free_port()
    async with AsyncExitStack() as stack:
        stack.push_async_callback(db.close)
        processes: list[subprocess.Popen[str]] = []
        for port, more in zip(ports, (of_the_first, {}), strict=True):
            processes.append(stack.enter_context(_started(database_url, valkey, port, POLL_EVERY=str(poll_every), **more)))
            stack.callback(processes[-1].kill)
        for process in processes:
            assert process.stdout is not None
            async with asyncio.timeout(90):
                line = await asyncio.to_thread(process.stdout.readline)
            assert line == "READY\n"
        yield Pair(valkey, (f"http://127.0.0.1:{ports[0]}", f"http://127.0.0.1:{ports[1]}"), db, members, talk, stack)


def _started(database_url: str, valkey: Valkey, port: int, **more: str) -> subprocess.Popen[str]:
    variables = DEPLOYMENT | {"DATABASE_URL": database_url, "PORT": str(port), "PUBLIC_URL": f"http://localhost:{port}"}
    variables |= {"REDIS_URL": valkey.url} | more
    command = [sys.executable, "-m", "tests.realtime.serving"]
    return subprocess.Popen(command, cwd=ROOT, env=environment(**variables), stdout=subprocess.PIPE, text=True, start_new_session=True)
