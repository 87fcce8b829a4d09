"""Former colleagues confirm: their words, and who was asked for one; decisions of before become rows wherever one is missing."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; from now on a level is computed from what stands, so that each level of before needs the decision behind it."""
    _vouches()
    _requests()
    op.execute(
        "INSERT INTO affiliation_review (id, affiliation_id, outcome, level, decided_at) "
        "SELECT gen_random_uuid(), id, 'confirmed', verification, declared_at FROM affiliation "
        "WHERE state = 'confirmed' AND NOT EXISTS "
        "(SELECT FROM affiliation_review AS made WHERE made.affiliation_id = affiliation.id AND made.outcome = 'confirmed')"
    )
    op.execute(
        "INSERT INTO affiliation_review (id, affiliation_id, outcome, level, decided_by, decided_at) "
        "SELECT gen_random_uuid(), id, 'lapsed', 0, member_id, now() FROM affiliation "
        "WHERE state = 'awaiting' AND EXISTS "
        "(SELECT FROM affiliation_review AS made WHERE made.affiliation_id = affiliation.id AND made.outcome = 'confirmed')"
    )


def downgrade() -> None:
    """Undo; decisions stay."""
    op.execute("DELETE FROM affiliation_review WHERE outcome IN ('lapsed', 'revoked')")
    op.drop_table("confirmation_request")
    op.drop_table("vouch")


def _vouches() -> None:
    op.create_table(
        "vouch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("affiliation_id", sa.Uuid(), nullable=False),
        sa.Column("voucher_id", sa.Uuid(), nullable=True),
        sa.Column("rests_on_id", sa.Uuid(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("held_because", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["affiliation_id"], ["affiliation.id"], name=op.f("fk_vouch_affiliation_id_affiliation"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["voucher_id"], ["member.id"], name=op.f("fk_vouch_voucher_id_member"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["rests_on_id"], ["affiliation.id"], name=op.f("fk_vouch_rests_on_id_affiliation"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vouch")),
        sa.UniqueConstraint("affiliation_id", "voucher_id", name=op.f("uq_vouch_affiliation_id_voucher_id")),
    )
    op.create_index(op.f("ix_vouch_voucher_id"), "vouch", ["voucher_id"])
    op.create_index(op.f("ix_vouch_rests_on_id"), "vouch", ["rests_on_id"])


def _requests() -> None:
    op.create_table(
        "confirmation_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("affiliation_id", sa.Uuid(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["affiliation_id"], ["affiliation.id"], name=op.f("fk_confirmation_request_affiliation_id_affiliation"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation_request")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_confirmation_request_token_hash")),
    )
    op.create_index(op.f("ix_confirmation_request_affiliation_id"), "confirmation_request", ["affiliation_id"])
