"""The engines that every contract test runs over."""

import os
from collections.abc import AsyncGenerator, Callable
from typing import TypeAlias

import pytest

from server.kit.ids import uuid7
from server.search.engine import SearchEngine
from server.search.japanese.analysis import Analyser
from server.search.meilisearch.connection import Connection
from server.search.meilisearch.engine import MeilisearchEngine
from server.search.postgresql.engine import PostgreSQLEngine
from tests.not_run import not_run

INDEXES = ("people", "posts", "places")
# The engine under test with an analyser of one's own, or the usual one.
Make: TypeAlias = Callable[[Analyser | None], SearchEngine]


@pytest.fixture(scope="session")
async def meilisearch() -> AsyncGenerator[MeilisearchEngine]:
    """A real server, with indexes that nobody else has; they are deleted in the end."""
    url = os.environ.get("ENGAWA_TEST_MEILISEARCH_URL")
    if not url:
        not_run("Meilisearch", "MEILISEARCH_URL is not set")
    connection = Connection(url, os.environ.get("ENGAWA_TEST_MEILISEARCH_KEY"))
    found = MeilisearchEngine(connection, prefix=f"test-{uuid7().hex}-")
    yield found
    for uid in sorted(await found.indexes.present()):
        await found.indexes.drop(uid)
    await found.close()


@pytest.fixture
async def empty_meilisearch(meilisearch: MeilisearchEngine) -> AsyncGenerator[MeilisearchEngine]:
    """The real server's engine, whose indexes are there and have no documents."""
    for index in INDEXES:
        await meilisearch.indexes.prepare(meilisearch.indexes.uid(index))
    yield meilisearch
    uids = sorted(await meilisearch.indexes.present())
    await meilisearch.connection.all_finished(lambda client: [client.index(uid).delete_all_documents() for uid in uids])


@pytest.fixture(params=["postgresql", "meilisearch"])
def make_engine(request: pytest.FixtureRequest) -> Make:
    """Make one engine after the other."""
    if request.param == "postgresql":
        return PostgreSQLEngine
    found: MeilisearchEngine = request.getfixturevalue("empty_meilisearch")
    return found.analysing_with


@pytest.fixture
def engine(make_engine: Make) -> SearchEngine:
    """Return one engine after the other."""
    return make_engine(None)
