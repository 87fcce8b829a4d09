"""How the database came to be: alembic's revisions, and the functions that apply them and tell where a database stands."""

from server.migrations.apply import current, head, migrate

__all__ = ["current", "head", "migrate"]
