"""The application as tests reach it: served by uvicorn on a free port, over HTTP and WebSocket, as whoever is signed in."""

import asyncio
import json
import socket
import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx
import uvicorn
import websockets
from websockets.typing import Origin, Subprotocol

from engawa.parts import House, opened
from engawa.serving import Server, uvicorn_config
from server.accounts.commands.sessions import open_session
from server.accounts.rules import Method
from server.kit.ids import MemberId
from server.kit.limits import Limits
from server.kit.settings import Settings
from workers.drain import drain

Answer = dict[str, Any]
# In seconds: what is to come comes; on a busy machine later.
PATIENCE = 20.0
# Nothing is asked over TLS; httpx would read every authority of the world for each browser.
NO_AUTHORITIES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Unanswered(AssertionError):
    """An operation that was expected to go through had errors."""


@dataclass(slots=True)
class Client:
    """One browser, so to speak: a cookie jar and a language."""

    base: str
    http: httpx.AsyncClient
    language: str = "ja"

    async def raw(self, query: str, variables: Answer | None = None, **headers: str) -> httpx.Response:
        """Send one operation; return the HTTP response as it is."""
        sent = {"origin": self.base, "x-engawa-language": self.language} | headers
        return await self.http.post("/graphql", json={"query": query, "variables": variables or {}}, headers=sent)

    async def answer(self, query: str, variables: Answer | None = None) -> Answer:
        """Send one operation; return the whole answer, errors and all."""
        return (await self.raw(query, variables)).json()

    async def ask(self, query: str, variables: Answer | None = None) -> Answer:
        """Send one operation that must go through; return its data."""
        answer = await self.answer(query, variables)
        if "errors" in answer:
            raise Unanswered(json.dumps(answer["errors"], ensure_ascii=False))
        return answer["data"]

    async def change(self, mutation: str, given: Answer, fields: str = "") -> Answer:
        """Send the mutation `mutation(input: given)`; return its result: `__typename`, a problem's parts, and `fields`."""
        kind = mutation[0].upper() + mutation[1:] + "Input"
        if mutation == "followLink":
            kind = "FollowLinkInput"
        problems = "... on Problem { message code } ... on Invalid { field } ... on TooMany { retryAfterSeconds }"
        query = f"mutation M($input: {kind}!) {{ {mutation}(input: $input) {{ __typename {problems} {fields} }} }}"
        return (await self.ask(query, {"input": given}))[mutation]

    @asynccontextmanager
    async def socket(self, *, initialise: bool = True) -> AsyncGenerator["Socket"]:
        """Open a graphql-transport-ws socket with this client's cookies."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())
        address = f"{self.base.replace('http', 'ws', 1)}/graphql?language={self.language}"
        async with websockets.connect(
            address,
            subprotocols=[Subprotocol("graphql-transport-ws")],
            origin=Origin(self.base),
            additional_headers={"Cookie": cookies} if cookies else None,
            proxy=None,
        ) as connection:
            found = Socket(connection)
            if initialise:
                await found.send({"type": "connection_init"})
                assert (await found.receive())["type"] == "connection_ack"
            yield found


@dataclass(slots=True)
class Socket:
    """An open socket."""

    connection: websockets.ClientConnection

    async def send(self, message: Answer | str) -> None:
        """Send one message."""
        await self.connection.send(message if isinstance(message, str) else json.dumps(message))

    async def receive(self, within: float = PATIENCE) -> Answer:
        """Return the next message that is no ping."""
        while True:
            async with asyncio.timeout(within):
                message: Answer = json.loads(await self.connection.recv())
            if message["type"] != "ping":
                return message

    async def subscribe(self, key: str, query: str, variables: Answer | None = None) -> None:
        """Start an operation."""
        await self.send({"type": "subscribe", "id": key, "payload": {"query": query, "variables": variables or {}}})

    async def next(self, key: str, within: float = PATIENCE) -> Answer:
        """Return the data of the operation's next answer, which must have no errors."""
        message = await self.receive(within)
        assert (message["type"], message["id"]) == ("next", key), message
        assert "errors" not in message["payload"], message
        return message["payload"]["data"]

    async def silent(self, for_seconds: float = 0.3) -> bool:
        """Return whether nothing arrives for a while."""
        try:
            message = await self.receive(for_seconds)
        except TimeoutError:
            return True
        raise AssertionError(message)


@dataclass(slots=True)
class Application:
    """The running application and its parts."""

    house: House
    base: str
    _clients: list[httpx.AsyncClient] = field(default_factory=list)

    def guest(self, language: str = "ja") -> Client:
        """Return a browser that nobody signed in on."""
        http = httpx.AsyncClient(base_url=self.base, timeout=60, trust_env=False, verify=NO_AUTHORITIES)
        self._clients.append(http)
        return Client(self.base, http, language)

    async def as_member(self, member: UUID, language: str = "ja", *, method: Method = "passkey") -> Client:
        """Return a browser on which the member is signed in: by a passkey, so that an operator may act, unless told."""
        async with self.house.db.transaction() as session:
            opened_session = await open_session(session, MemberId(member), "tests", method)
        client = self.guest(language)
        client.http.cookies.set("engawa", opened_session.token)
        return client

    async def drain(self) -> int:
        """Run every waiting job through the real handlers; return how many there were."""
        return await drain(self.house.worker)

    async def close(self) -> None:
        """Close every browser."""
        for http in self._clients:
            await http.aclose()


Start = Callable[..., Awaitable[Application]]


class PromptServer(Server):
    """The server, stopping as soon as it is told to and all has been said; uvicorn itself looks ten times a second."""

    def __init__(self, config: uvicorn.Config, *, ready: Callable[[], None]) -> None:
        """`ready` is called once it answers; `stop()` ends it."""
        super().__init__(config, ready=ready)
        self._told = asyncio.Event()

    def stop(self) -> None:
        """Let `serve` return once every connection has closed."""
        self.should_exit = True
        self._told.set()

    async def main_loop(self) -> None:
        """Renew the Date header every second, as uvicorn does, until told."""
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await self._told.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close what listens, ask who is connected to end, and wait for them as long as uvicorn is configured to."""
        for listening in (*self.servers, *(sockets or [])):
            listening.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        with suppress(TimeoutError):
            async with asyncio.timeout(self.config.timeout_graceful_shutdown):
                # uvicorn tells nobody when the last one has gone.
                while self.server_state.connections or self.server_state.tasks:  # noqa: ASYNC110
                    await asyncio.sleep(0.002)
        for task in self.server_state.tasks:
            task.cancel()


@asynccontextmanager
async def running(url: str, settings: Settings, *, limits: Limits | None = None, port: int = 0) -> AsyncGenerator[Application]:
    """Serve the application over the database at `url` until the block ends."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", port))
    settings = settings.model_copy(update={"port": listening.getsockname()[1]})
    async with opened(settings, url, limits=limits) as house:
        started = asyncio.Event()
        server = PromptServer(uvicorn_config(house), ready=started.set)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        await started.wait()
        application = Application(house, f"http://127.0.0.1:{settings.port}")
        try:
            yield application
        finally:
            await application.close()
            server.stop()
            await serving
