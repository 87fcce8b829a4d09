"""Companies that are accepted or merged: who proposed one, where a merged one went, and how large one is."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; the previous release goes on writing companies without a size."""
    op.add_column("company", sa.Column("size_band", sa.Text(), nullable=True))
    op.create_table(
        "company_proposal",
        sa.Column("company_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_company_proposal_company_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_company_proposal_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("company_id", name=op.f("pk_company_proposal")),
    )
    op.create_index(op.f("ix_company_proposal_member_id"), "company_proposal", ["member_id"])
    op.create_table(
        "company_merged",
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("into_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["into_id"], ["company.id"], name=op.f("fk_company_merged_into_id")),
        sa.PrimaryKeyConstraint("from_id", name=op.f("pk_company_merged")),
    )
    op.create_index(op.f("ix_company_merged_into_id"), "company_merged", ["into_id"])


def downgrade() -> None:
    """Undo."""
    op.drop_table("company_merged")
    op.drop_table("company_proposal")
    op.drop_column("company", "size_band")
