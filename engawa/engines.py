"""Which search engine a deployment has."""

from typing import Final

from server.kit.settings import Settings
from server.search.engine import SearchEngine
from server.search.failing_over import FailingOverEngine
from server.search.meilisearch.connection import Connection
from server.search.meilisearch.engine import MeilisearchEngine
from server.search.postgresql.engine import PostgreSQLEngine

# With the time that PostgreSQL takes, whoever searches has their answer within a quarter of a second of a first failure.
DEADLINE_SECONDS: Final = 0.15


def mirror_of(settings: Settings) -> MeilisearchEngine | None:
    """Return the Meilisearch of the deployment, if it has one."""
    if settings.meilisearch_url is None:
        return None
    return MeilisearchEngine(Connection(settings.meilisearch_url, settings.meilisearch_key), deadline=DEADLINE_SECONDS)


def engine_of(mirror: MeilisearchEngine | None) -> SearchEngine:
    """Return what searches: PostgreSQL, and before it Meilisearch where there is one."""
    return PostgreSQLEngine() if mirror is None else FailingOverEngine(mirror, PostgreSQLEngine())
