"""How the embedded PostgreSQL says that it cannot run: one sentence, for whoever started it."""


class EmbeddedPostgresRefused(Exception):
    """The text says what is wrong and which setting changes it."""
