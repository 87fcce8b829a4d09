"""What a saved search over people may ask for besides: places, languages, availability, and a time with its member."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_LISTS = ("places", "languages", "availability")


def upgrade() -> None:
    """Apply; the previous release asks for none of them."""
    for name in _LISTS:
        op.add_column("standing_query", sa.Column(name, postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False))
    op.add_column("standing_query", sa.Column("with_me", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    """Undo."""
    for name in ("with_me", *_LISTS):
        op.drop_column("standing_query", name)
