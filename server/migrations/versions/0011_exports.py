"""Copies of one's own data: what was asked for, the pieces of the file, and who else stands in it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "export",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_export_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
        sa.UniqueConstraint("member_id", name=op.f("uq_export_member_id")),
    )
    op.create_index(op.f("ix_export_expires_at"), "export", ["expires_at"])
    op.create_table(
        "export_piece",
        sa.Column("export_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["export_id"], ["export.id"], name=op.f("fk_export_piece_export_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("export_id", "number", name=op.f("pk_export_piece")),
    )
    op.create_table(
        "export_person",
        sa.Column("export_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["export_id"], ["export.id"], name=op.f("fk_export_person_export_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_export_person_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("export_id", "member_id", name=op.f("pk_export_person")),
    )
    op.create_index(op.f("ix_export_person_member_id"), "export_person", ["member_id"])


def downgrade() -> None:
    """Undo."""
    op.drop_table("export_person")
    op.drop_table("export_piece")
    op.drop_table("export")
