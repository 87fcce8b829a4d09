"""The affiliations that wait are found by their company, without reading everything that was ever confirmed there."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply, beside everybody who is writing; one that was broken off is made anew."""
    with op.get_context().autocommit_block():
        op.drop_index("ix_affiliation_waiting", "affiliation", postgresql_concurrently=True, if_exists=True)
        op.create_index(
            "ix_affiliation_waiting",
            "affiliation",
            ["company_id"],
            postgresql_where=sa.text("state = 'awaiting'"),
            postgresql_concurrently=True,
        )


def downgrade() -> None:
    """Undo."""
    with op.get_context().autocommit_block():
        op.drop_index("ix_affiliation_waiting", "affiliation", postgresql_concurrently=True)
