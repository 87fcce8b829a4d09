"""An import no longer tells how many of its people want no invitation: of a short list that would say who."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; they count as there already."""
    op.execute("UPDATE roster SET present = present + unwanted")
    op.drop_column("roster", "unwanted")


def downgrade() -> None:
    """Undo."""
    op.add_column("roster", sa.Column("unwanted", sa.Integer(), nullable=False, server_default="0"))
    op.alter_column("roster", "unwanted", server_default=None)
