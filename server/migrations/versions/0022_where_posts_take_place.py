"""Where posts take place, as codes by which a list is narrowed; which of them nobody has read yet, the rows say."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; the worker, which knows the places, reads them some at a time (opportunities.commands.read_places)."""
    op.add_column("opportunity", sa.Column("places", postgresql.ARRAY(sa.Text()), nullable=True))


def downgrade() -> None:
    """Undo; the line that they were read from stays."""
    op.drop_column("opportunity", "places")
