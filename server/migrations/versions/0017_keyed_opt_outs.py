"""Hashes of addresses that want no invitation are made with the deployment's secret; which of them are not yet, the rows say."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; the worker, which knows the secret, makes the hashes anew (rosters.commands.key_opt_outs)."""
    op.add_column("invitation_opt_out", sa.Column("keyed", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Undo; what was keyed meanwhile is met by no address any more."""
    op.drop_column("invitation_opt_out", "keyed")
