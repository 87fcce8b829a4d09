"""Standing queries: what members saved, by which terms it is looked up, and what met it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; the previous release knows nothing of them."""
    op.create_table(
        "standing_query",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kinds", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("directions", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("skills", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("companies", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("groups", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("remote", sa.Boolean(), nullable=True),
        sa.Column("verification", sa.SmallInteger(), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_standing_query_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing_query")),
    )
    op.create_index(op.f("ix_standing_query_member_id"), "standing_query", ["member_id"])
    op.create_table(
        "standing_term",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("query_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["query_id"], ["standing_query.id"], name=op.f("fk_standing_term_query_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("term", "query_id", name=op.f("pk_standing_term")),
    )
    op.create_index(op.f("ix_standing_term_query_id"), "standing_term", ["query_id"])
    op.create_table(
        "standing_match",
        sa.Column("query_id", sa.Uuid(), nullable=False),
        sa.Column("opportunity_id", sa.Uuid(), nullable=False),
        sa.Column("matched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["query_id"], ["standing_query.id"], name=op.f("fk_standing_match_query_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["opportunity_id"], ["opportunity.id"], name=op.f("fk_standing_match_opportunity_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("query_id", "opportunity_id", name=op.f("pk_standing_match")),
    )
    op.create_index(op.f("ix_standing_match_opportunity_id"), "standing_match", ["opportunity_id"])
    op.create_index("ix_standing_match_waiting", "standing_match", ["query_id"], postgresql_where=sa.text("told_at IS NULL"))


def downgrade() -> None:
    """Undo."""
    for table in ("standing_match", "standing_term", "standing_query"):
        op.drop_table(table)
