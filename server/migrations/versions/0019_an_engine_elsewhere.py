"""What the search engine that stands elsewhere has still to be given, and how far an index is that is built for it."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; without such an engine both tables stay empty."""
    op.create_table(
        "search_notes",
        sa.Column("index", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("mark", sa.Uuid(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("index", "id", name=op.f("pk_search_notes")),
    )
    op.create_table(
        "search_builds",
        sa.Column("index", sa.Text(), nullable=False),
        sa.Column("analysis", sa.Text(), nullable=False),
        sa.Column("after", sa.Uuid(), nullable=True),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("index", name=op.f("pk_search_builds")),
    )


def downgrade() -> None:
    """Undo; an engine elsewhere is then built anew as a whole."""
    op.drop_table("search_builds")
    op.drop_table("search_notes")
