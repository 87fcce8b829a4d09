"""Fixtures that every test may ask for: a database, a rolled-back session, the running application, a real mail server."""

import asyncio
import os
from collections.abc import AsyncGenerator, Generator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import anyio
import pytest
import structlog
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler
from aiosmtpd.smtp import SMTP
from sqlalchemy.ext.asyncio import AsyncSession

from engawa import words
from engawa.serving import collect_seldom
from server.kit.bus import InProcessBus
from server.kit.db import Database
from server.kit.log import flush
from server.kit.settings import OIDC, REAL, Settings
from tests.support.compiled import compiled_once
from tests.support.databases import cloned, execute, make_template, postgres
from tests.support.running import Application, running

# The suite alone uses DATABASE_URL, to make its own databases there; the application under test is configured by each test.
if os.environ.get("DATABASE_URL"):
    os.environ["ENGAWA_TEST_DATABASE_URL"] = os.environ["DATABASE_URL"]
    # A connect that asks for TLS and is cancelled leaves a future in asyncpg that nobody reads; a server beside us needs none.
    if urlsplit(os.environ["DATABASE_URL"]).hostname in {"localhost", "127.0.0.1", "::1"}:
        os.environ.setdefault("PGSSLMODE", "disable")
# A Meilisearch is used by the tests of the engines alone, in indexes of their own.
for variable in ("MEILISEARCH_URL", "MEILISEARCH_KEY"):
    if os.environ.get(variable):
        os.environ[f"ENGAWA_TEST_{variable}"] = os.environ.pop(variable)
for variable in (
    *REAL,
    *OIDC,
    "MEILISEARCH_URL",
    "MEILISEARCH_KEY",
    "REDIS_URL",
    "REDIS_SHARDED",
    "WEB_CONCURRENCY",
    "HOST",
    "PORT",
    "DATA_DIR",
    "FILES_URL",
    "MAIL_FROM",
    "DEMO_MEMBERS",
    "DEMO_SEED",
    "GRAPHQL_DOCUMENTS",
):
    os.environ.pop(variable, None)


# What takes longest by itself comes first, so that at the end nobody waits for one worker.
LONGEST = ("matrix/test_matrix.py", "schema/test_non_interference.py", "web/", "engawa/", "server/embedded/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest first; everything is imported now, so that the collector need not look at it again."""
    collect_seldom()
    here = Path(__file__).parent
    items.sort(key=lambda item: not item.path.relative_to(here).as_posix().startswith(LONGEST))


@pytest.fixture(scope="session")
def anyio_backend() -> tuple[str, dict[str, bool]]:
    """Everything runs on asyncio, on the loop that serves."""
    return "asyncio", {"use_uvloop": True}


@pytest.fixture(autouse=True)
def logs_as_before() -> Generator[None]:
    """Take back what a command of the command line does to the logs of its process: it writes to a stream that ends with the test."""
    before: dict[str, Any] = structlog.get_config()
    yield
    structlog.configure(**before)


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Generator[None]:
    """Each test has a database of its own, and none compiles what another one did."""
    with compiled_once():
        yield


@pytest.fixture(scope="session", autouse=True)
def words_are_told_of() -> None:
    """A process of the tests hears of other words by hints; it looks by itself where that is tested, and elsewhere no statement is its."""
    words.LOOK_EVERY = 3600.0


@pytest.fixture(scope="session")
def server_url() -> Generator[str]:
    """The URL of a PostgreSQL on which databases may be made."""
    with postgres() as url:
        yield url


@pytest.fixture(scope="session")
def template(server_url: str) -> Generator[str]:
    """The name of a migrated database with the facts in it; it is dropped in the end, as every clone is."""
    name = anyio.run(make_template, server_url)
    yield name
    anyio.run(execute, server_url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture
async def database_url(server_url: str, template: str) -> AsyncGenerator[str]:
    """The URL of a database for this test alone."""
    async with cloned(server_url, template) as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncGenerator[Database]:
    """A database for this test alone; what it records enters the log and the queue."""
    bus = InProcessBus()

    async def announce(heads: dict[str, int]) -> None:
        for stream, head in heads.items():
            await bus.publish(stream, head)

    found = Database(database_url, flush=flush, announce=announce)
    yield found
    await found.close()


@pytest.fixture(scope="session")
async def shared_database(server_url: str, template: str) -> AsyncGenerator[Database]:
    """A database that nobody commits to, for tests that roll back."""
    async with cloned(server_url, template) as url:
        found = Database(url, flush=flush)
        yield found
        await found.close()


@pytest.fixture
async def session(shared_database: Database) -> AsyncGenerator[AsyncSession]:
    """A session that is rolled back: for tests of rules, policy and reads."""
    async with AsyncSession(shared_database.engine, expire_on_commit=False) as found:
        yield found


@pytest.fixture
async def app(database_url: str, tmp_path: Path) -> AsyncGenerator[Application]:
    """The application, served on a free port over a database and a directory of its own; `app.drain()` runs the jobs."""
    async with running(database_url, Settings(_env_file=None, data_dir=tmp_path)) as application:
        yield application


class Letters(MessageHandler):
    """What the mail server was given."""

    def __init__(self) -> None:
        super().__init__()
        self.received: list[object] = []

    def handle_message(self, message: object) -> None:
        """Keep one mail."""
        self.received.append(message)


class OnAnyPort(Controller):
    """A controller that asks for a free port, greets itself there, and hangs up on whoever is still connected when it stops."""

    def __init__(self, handler: MessageHandler) -> None:
        super().__init__(handler, hostname="127.0.0.1", port=0)
        self._answering: list[SMTP] = []

    def factory(self) -> SMTP:
        """Remember who answers a connection."""
        answering = super().factory()
        self._answering.append(answering)
        return answering

    def stop(self, no_assert: bool = False) -> None:
        """Close what the loop would leave open, in the loop's own thread, and let it go through."""
        asyncio.run_coroutine_threadsafe(self._hang_up(), self.loop).result(5)
        super().stop(no_assert)

    async def _hang_up(self) -> None:
        for answering in self._answering:
            if answering.transport is not None:
                answering.transport.close()
        # What is closed lets go of its socket one turn of the loop later.
        await asyncio.sleep(0.01)

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def mail_server() -> Generator[tuple[str, Letters]]:
    """A real SMTP server on a free port: its URL, and what it received."""
    letters = Letters()
    controller = OnAnyPort(letters)
    controller.start()
    yield f"smtp://127.0.0.1:{controller.port}", letters
    controller.stop()
