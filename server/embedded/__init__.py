"""The PostgreSQL that starts by itself when no `DATABASE_URL` is configured.

    with EmbeddedPostgres(data_dir) as postgres:
        engine = create_async_engine(postgres.url())

`throwaway()` gives a short-lived one to tests and tools. The one way in which these refuse is `EmbeddedPostgresRefused`, whose text is
one sentence for the person at the terminal.
"""

from server.embedded.postgres import EmbeddedPostgres, throwaway
from server.embedded.refused import EmbeddedPostgresRefused

__all__ = ["EmbeddedPostgres", "EmbeddedPostgresRefused", "throwaway"]
