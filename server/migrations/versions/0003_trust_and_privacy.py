"""What a predicate of people looks at: exclusions, connections, chosen circles, kin of companies, and more fields of a profile."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_LEVELS = ("languages_level", "links_level", "availability_level", "photo_level")


def upgrade() -> None:
    """Apply; the new columns have defaults in the database, since the previous release still writes profiles."""
    _companies()
    _profile()
    _exclusions()
    _connections()


def downgrade() -> None:
    """Undo."""
    for table in ("opportunity_exclusion", "connection_request", "connection", "exclusion", "profile_circle", "present_employer"):
        op.drop_table(table)
    for column in (*_LEVELS, "photo", "availability_to_employer", "availability", "links", "languages"):
        op.drop_column("profile", column)
    op.drop_table("company_kin")
    op.drop_table("company_succession")


def _companies() -> None:
    op.create_table(
        "company_succession",
        sa.Column("predecessor_id", sa.Uuid(), nullable=False),
        sa.Column("successor_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("predecessor_id <> successor_id", name=op.f("ck_company_succession_two")),
        _belongs("company_succession", "predecessor_id", "company"),
        _belongs("company_succession", "successor_id", "company"),
        sa.PrimaryKeyConstraint("predecessor_id", "successor_id", name=op.f("pk_company_succession")),
    )
    op.create_index(op.f("ix_company_succession_successor_id"), "company_succession", ["successor_id"])
    op.create_table(
        "company_kin",
        sa.Column("company_id", sa.Uuid(), nullable=False),
        sa.Column("kin_id", sa.Uuid(), nullable=False),
        _belongs("company_kin", "company_id", "company"),
        _belongs("company_kin", "kin_id", "company"),
        sa.PrimaryKeyConstraint("company_id", "kin_id", name=op.f("pk_company_kin")),
    )
    op.create_index(op.f("ix_company_kin_kin_id"), "company_kin", ["kin_id"])


def _profile() -> None:
    for column in ("languages", "links"):
        op.add_column("profile", sa.Column(column, sa.ARRAY(sa.Text()), server_default="{}", nullable=False))
    op.add_column("profile", sa.Column("availability", sa.Text(), nullable=True))
    op.add_column("profile", sa.Column("availability_to_employer", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("profile", sa.Column("photo", sa.Text(), nullable=True))
    for column in _LEVELS:
        op.add_column("profile", sa.Column(column, sa.SmallInteger(), server_default="20", nullable=False))
    op.create_table(
        "present_employer",
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("company_id", sa.Uuid(), nullable=False),
        _belongs("present_employer", "member_id", "member"),
        _belongs("present_employer", "company_id", "company"),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_present_employer")),
    )
    op.create_index(op.f("ix_present_employer_company_id"), "present_employer", ["company_id"])
    op.create_table(
        "profile_circle",
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("circle_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        _belongs("profile_circle", "member_id", "member"),
        sa.PrimaryKeyConstraint("member_id", "circle_id", name=op.f("pk_profile_circle")),
    )


def _exclusions() -> None:
    for table, owner, owned in (("exclusion", "member_id", "member"), ("opportunity_exclusion", "opportunity_id", "opportunity")):
        at = (sa.Column("at", sa.DateTime(timezone=True), nullable=False),) if table == "exclusion" else ()
        op.create_table(
            table,
            sa.Column("id", sa.Uuid(), nullable=False),
            sa.Column(owner, sa.Uuid(), nullable=False),
            sa.Column("company_id", sa.Uuid(), nullable=True),
            sa.Column("other_id", sa.Uuid(), nullable=True),
            *at,
            sa.CheckConstraint("num_nonnulls(company_id, other_id) = 1", name=op.f(f"ck_{table}_one")),
            _belongs(table, owner, owned),
            _belongs(table, "company_id", "company"),
            _belongs(table, "other_id", "member"),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
            sa.UniqueConstraint(owner, "company_id", name=op.f(f"uq_{table}_{owner}_company_id")),
            sa.UniqueConstraint(owner, "other_id", name=op.f(f"uq_{table}_{owner}_other_id")),
        )
        op.create_index(op.f(f"ix_{table}_company_id"), table, ["company_id"])
        op.create_index(op.f(f"ix_{table}_other_id"), table, ["other_id"])


def _connections() -> None:
    op.create_table(
        "connection",
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        _belongs("connection", "member_id", "member"),
        _belongs("connection", "other_id", "member"),
        sa.PrimaryKeyConstraint("member_id", "other_id", name=op.f("pk_connection")),
    )
    op.create_index(op.f("ix_connection_other_id"), "connection", ["other_id"])
    op.create_table(
        "connection_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        _belongs("connection_request", "from_id", "member"),
        _belongs("connection_request", "to_id", "member"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_connection_request")),
        sa.UniqueConstraint("from_id", "to_id", name=op.f("uq_connection_request_from_id_to_id")),
    )
    op.create_index(op.f("ix_connection_request_to_id"), "connection_request", ["to_id"])


def _belongs(table: str, column: str, owner: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{owner}.id"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE")
