"""What a response without a name says instead, and among whom it keeps who sent it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; a response that the previous release writes has no label, and so bears its name as before."""
    op.create_table(
        "response_label",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("breadth", sa.Text(), nullable=False),
        sa.Column("industry", sa.Text(), nullable=True),
        sa.Column("band", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name=op.f("fk_response_label_response_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("response_id", name=op.f("pk_response_label")),
    )
    op.create_table(
        "response_circle",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("breadth", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response_label.response_id"], name=op.f("fk_response_circle_response_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_response_circle_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("response_id", "breadth", "member_id", name=op.f("pk_response_circle")),
    )
    op.create_index(op.f("ix_response_circle_member_id"), "response_circle", ["member_id"])


def downgrade() -> None:
    """Undo."""
    op.drop_table("response_circle")
    op.drop_table("response_label")
