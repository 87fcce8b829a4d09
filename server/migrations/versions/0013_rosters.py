"""Lists that operators bring: their imports, who stands on them, and who wants no invitation any more."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; the previous release knows nothing of these tables."""
    op.create_table(
        "roster",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("imported_by", sa.Uuid(), nullable=True),
        sa.Column("consent", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("added", "corrected", "present", "unwanted", "refused")),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lapses_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["alumni_group.id"], name=op.f("fk_roster_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["imported_by"], ["member.id"], name=op.f("fk_roster_imported_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster")),
    )
    for column in ("group_id", "imported_by", "lapses_at"):
        op.create_index(op.f(f"ix_roster_{column}"), "roster", [column])
    _entries()
    op.create_table(
        "invitation_opt_out",
        sa.Column("email_hash", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("email_hash", name=op.f("pk_invitation_opt_out")),
    )


def _entries() -> None:
    op.create_table(
        "roster_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("roster_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("name", "reading", "former_name")),
        sa.Column("company_id", sa.Uuid(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        *(sa.Column(name, sa.LargeBinary(), nullable=True) for name in ("token_hash", "refusal_hash")),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["roster_id"], ["roster.id"], name=op.f("fk_roster_entry_roster_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["group_id"], ["alumni_group.id"], name=op.f("fk_roster_entry_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_roster_entry_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_entry")),
        sa.UniqueConstraint("group_id", "email", name=op.f("uq_roster_entry_group_id_email")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_roster_entry_token_hash")),
        sa.UniqueConstraint("refusal_hash", name=op.f("uq_roster_entry_refusal_hash")),
    )
    for column in ("roster_id", "email", "member_id"):
        op.create_index(op.f(f"ix_roster_entry_{column}"), "roster_entry", [column])
    op.create_index(op.f("ix_roster_entry_group_id_id"), "roster_entry", ["group_id", "id"])


def downgrade() -> None:
    """Undo."""
    for table in ("invitation_opt_out", "roster_entry", "roster"):
        op.drop_table(table)
