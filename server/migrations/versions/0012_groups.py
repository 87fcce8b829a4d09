"""Groups that are proposed, ask questions and have guidelines; applications with their answers, and the links by which people come."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; memberships that the previous release goes on writing have no application, and their affiliations wait as before."""
    op.add_column("alumni_group", sa.Column("state", sa.Text(), server_default="admitted", nullable=False))
    op.add_column("alumni_group", sa.Column("guidelines", sa.Text(), nullable=True))
    op.add_column("alumni_group", sa.Column("questions", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False))
    op.add_column("alumni_group", sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("alumni_group", sa.Column("closing_reason", sa.Text(), nullable=True))
    op.create_table(
        "group_proposal",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["alumni_group.id"], name=op.f("fk_group_proposal_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_group_proposal_member_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_group_proposal")),
    )
    op.create_index(op.f("ix_group_proposal_member_id"), "group_proposal", ["member_id"])
    _links()
    _applications()


def _links() -> None:
    op.create_table(
        "join_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("questions", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("most_uses", sa.Integer(), nullable=True),
        sa.Column("used", sa.Integer(), server_default="0", nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["alumni_group.id"], name=op.f("fk_join_link_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["made_by"], ["member.id"], name=op.f("fk_join_link_made_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join_link")),
        sa.UniqueConstraint("token", name=op.f("uq_join_link_token")),
    )
    op.create_index(op.f("ix_join_link_group_id"), "join_link", ["group_id"])
    op.create_index(op.f("ix_join_link_made_by"), "join_link", ["made_by"])


def _applications() -> None:
    waiting = sa.text("state = 'waiting'")
    op.create_table(
        "group_application",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("link_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answers", postgresql.JSONB(), server_default="[]", nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["alumni_group.id"], name=op.f("fk_group_application_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_group_application_member_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["link_id"], ["join_link.id"], name=op.f("fk_group_application_link_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_application")),
    )
    for column in ("group_id", "member_id", "link_id"):
        op.create_index(op.f(f"ix_group_application_{column}"), "group_application", [column])
    op.create_index("uq_group_application_waiting", "group_application", ["group_id", "member_id"], unique=True, postgresql_where=waiting)
    op.create_index("ix_group_application_waiting_since", "group_application", ["group_id", "applied_at"], postgresql_where=waiting)
    op.create_table(
        "application_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("from_group", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["group_application.id"], name=op.f("fk_application_message_application_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_message")),
    )
    op.create_index(op.f("ix_application_message_application_id"), "application_message", ["application_id"])
    # Who waits already goes on waiting, with an application of their own.
    op.execute(
        "INSERT INTO group_application (id, group_id, member_id, state, applied_at)"
        " SELECT gen_random_uuid(), group_id, member_id, 'waiting', since FROM group_membership WHERE state = 'applied'"
    )


def downgrade() -> None:
    """Undo."""
    for table in ("application_message", "group_application", "join_link", "group_proposal"):
        op.drop_table(table)
    for column in ("closing_reason", "closed_at", "questions", "guidelines", "state"):
        op.drop_column("alumni_group", column)
