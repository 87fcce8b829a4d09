"""What profiles need: other names of skills, and the next steps that a member put away."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "skill_synonym",
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("skill_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["skill_id"], ["skill.id"], name=op.f("fk_skill_synonym_skill_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("folded", name=op.f("pk_skill_synonym")),
    )
    op.create_index(op.f("ix_skill_synonym_skill_id"), "skill_synonym", ["skill_id"])
    op.create_table(
        "dismissed_step",
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_dismissed_step_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("member_id", "step", name=op.f("pk_dismissed_step")),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("dismissed_step")
    op.drop_table("skill_synonym")
