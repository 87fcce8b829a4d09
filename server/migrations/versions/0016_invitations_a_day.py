"""How many people of its lists a group wrote to within a day, so that a restart forgets nothing of it."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; what was sent before it is not counted."""
    op.create_table(
        "invitation_batch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["alumni_group.id"], name=op.f("fk_invitation_batch_group_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation_batch")),
    )
    op.create_index(op.f("ix_invitation_batch_group_id_sent_at"), "invitation_batch", ["group_id", "sent_at"])
    op.create_index(op.f("ix_invitation_batch_sent_at"), "invitation_batch", ["sent_at"])


def downgrade() -> None:
    """Undo."""
    op.drop_table("invitation_batch")
