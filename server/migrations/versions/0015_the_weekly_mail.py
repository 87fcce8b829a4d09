"""Whether the weekly mail of the queue may go to a member; it may until they say otherwise."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; the previous release writes no value, and gets the mail as before."""
    op.add_column("member", sa.Column("queue_mail", sa.Boolean(), server_default=sa.text("true"), nullable=False))


def downgrade() -> None:
    """Undo."""
    op.drop_column("member", "queue_mail")
