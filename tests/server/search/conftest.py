"""The engines that every contract test runs over."""

import pytest

from server.search.engine import SearchEngine
from server.search.postgresql.engine import PostgreSQLEngine


@pytest.fixture(params=["postgresql"])
def engine(request: pytest.FixtureRequest) -> SearchEngine:
    """Return one engine after the other."""
    engines: dict[str, SearchEngine] = {"postgresql": PostgreSQLEngine()}
    return engines[request.param]
