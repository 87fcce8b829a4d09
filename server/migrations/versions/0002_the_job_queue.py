"""The job queue: pgqueuer's own tables, frozen as single statements."""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_FROZEN = Path(__file__).parent.parent / "frozen" / "0002_jobs.sql"


def upgrade() -> None:
    """Apply."""
    connection = op.get_bind()
    for statement in _FROZEN.read_text(encoding="utf-8").split("\n----\n"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Undo."""
    for table in ("pgqueuer", "pgqueuer_log", "pgqueuer_schedules", "pgqueuer_statistics"):
        op.execute(f"DROP TABLE IF EXISTS {table} CASCADE")
    op.execute("DROP TYPE IF EXISTS pgqueuer_status CASCADE")
    op.execute("DROP FUNCTION IF EXISTS fn_pgqueuer_changed CASCADE")
