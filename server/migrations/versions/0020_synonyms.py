"""Synonyms: what stewards decided beside the shipped entries, and the one row that says which version of them stands."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; the previous release reads its own file."""
    op.create_table(
        "synonym",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("words", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("near", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("off", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_synonym")),
    )
    state = op.create_table(
        "synonym_state",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("kept", sa.BigInteger(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("shipped", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_synonym_state")),
    )
    op.bulk_insert(state, [{"id": 1, "version": 0, "kept": 0, "since": None, "shipped": None}])


def downgrade() -> None:
    """Undo."""
    for table in ("synonym_state", "synonym"):
        op.drop_table(table)
