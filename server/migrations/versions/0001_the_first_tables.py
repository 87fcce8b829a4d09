"""The first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    op.create_table(
        "alumni_group",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("description_en", sa.Text(), nullable=True),
        sa.Column("run_by", sa.Text(), nullable=False),
        sa.Column("recognition", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("usual_days", sa.SmallInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alumni_group")),
        sa.UniqueConstraint("slug", name=op.f("uq_alumni_group_slug")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("right", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("subject_member", sa.Text(), nullable=True),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_index(op.f("ix_audit_entry_actor"), "audit_entry", ["actor"], unique=False)
    op.create_index(op.f("ix_audit_entry_at"), "audit_entry", ["at"], unique=False)
    op.create_index(op.f("ix_audit_entry_group_id"), "audit_entry", ["group_id"], unique=False)
    op.create_index(op.f("ix_audit_entry_subject_member"), "audit_entry", ["subject_member"], unique=False)
    op.create_table(
        "company",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("industry", sa.Text(), nullable=True),
        sa.Column("proposed", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_company")),
    )
    op.create_table(
        "conversation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("last_message_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
    )
    op.create_table(
        "event",
        sa.Column("stream_id", sa.BigInteger(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("ref", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("stream_id", "offset", "created_at", name=op.f("pk_event")),
        postgresql_partition_by="RANGE (created_at)",
    )
    op.create_table(
        "member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("is_steward", sa.Boolean(), nullable=False),
        sa.Column("authz_version", sa.Integer(), nullable=False),
        sa.Column("terms_version", sa.Text(), nullable=False),
        sa.Column("terms_accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
    )
    op.create_index("uq_member_email_folded", "member", [sa.literal_column("lower(email)")], unique=True)
    op.create_table(
        "mutation_outcome",
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("mutation", sa.Text(), nullable=False),
        sa.Column("client_mutation_id", sa.Text(), nullable=False),
        sa.Column("outcome_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "mutation", "client_mutation_id", name=op.f("pk_mutation_outcome")),
    )
    op.create_index(op.f("ix_mutation_outcome_created_at"), "mutation_outcome", ["created_at"], unique=False)
    op.create_table(
        "outbox_mail",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_mail")),
    )
    op.create_index(op.f("ix_outbox_mail_recipient"), "outbox_mail", ["recipient"], unique=False)
    op.create_table(
        "search_documents",
        sa.Column("index", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("owner", sa.Uuid(), nullable=True),
        sa.Column("listed", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("hidden_from", sa.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("facets", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("tokens", postgresql.TSVECTOR(), nullable=False),
        sa.Column("field_names", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("field_tokens", sa.ARRAY(postgresql.TSVECTOR()), nullable=False),
        sa.Column("analysis", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("index", "id", name=op.f("pk_search_documents")),
    )
    op.create_index(
        "ix_search_documents_facets",
        "search_documents",
        ["facets"],
        unique=False,
        postgresql_using="gin",
        postgresql_with={"fastupdate": "off"},
    )
    op.create_index("ix_search_documents_owner", "search_documents", ["owner"], unique=False)
    op.create_index(
        "ix_search_documents_tokens",
        "search_documents",
        ["tokens"],
        unique=False,
        postgresql_using="gin",
        postgresql_with={"fastupdate": "off"},
    )
    op.create_table(
        "search_words",
        sa.Column("index", sa.Text(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("index", "tag", "word", name=op.f("pk_search_words")),
    )
    op.create_index(
        "ix_search_words_word",
        "search_words",
        ["word"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"word": "gin_trgm_ops"},
        postgresql_with={"fastupdate": "off"},
    )
    op.create_table(
        "sent_mail",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_sent_mail")),
    )
    op.create_index(op.f("ix_sent_mail_sent_at"), "sent_mail", ["sent_at"], unique=False)
    op.create_table(
        "sign_in_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("registration", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("token_hash", sa.LargeBinary(), nullable=True),
        sa.Column("code_hash", sa.LargeBinary(), nullable=True),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_request")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_request_token_hash")),
    )
    op.create_index(op.f("ix_sign_in_request_email"), "sign_in_request", ["email"], unique=False)
    op.create_table(
        "skill",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skill")),
        sa.UniqueConstraint("folded", name=op.f("uq_skill_folded")),
    )
    op.create_table(
        "stream",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Uuid(), nullable=False),
        sa.Column("head", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stream")),
        sa.UniqueConstraint("name", name=op.f("uq_stream_name")),
    )
    op.create_table(
        "affiliation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("company_id", sa.Uuid(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("verification", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name=op.f("ck_affiliation_tenure")),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_affiliation_company_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_affiliation_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_affiliation")),
    )
    op.create_index(op.f("ix_affiliation_company_id"), "affiliation", ["company_id"], unique=False)
    op.create_index(op.f("ix_affiliation_member_id"), "affiliation", ["member_id"], unique=False)
    op.create_index(op.f("ix_affiliation_state"), "affiliation", ["state"], unique=False)
    op.create_table(
        "audit_pseudonym",
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("pseudonym", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_audit_pseudonym_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_audit_pseudonym")),
        sa.UniqueConstraint("pseudonym", name=op.f("uq_audit_pseudonym_pseudonym")),
    )
    op.create_table(
        "block",
        sa.Column("blocker_id", sa.Uuid(), nullable=False),
        sa.Column("blocked_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["blocked_id"], ["member.id"], name=op.f("fk_block_blocked_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["blocker_id"], ["member.id"], name=op.f("fk_block_blocker_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("blocker_id", "blocked_id", name=op.f("pk_block")),
    )
    op.create_index(op.f("ix_block_blocked_id"), "block", ["blocked_id"], unique=False)
    op.create_table(
        "company_name",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("company_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_company_name_company_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_company_name")),
        sa.UniqueConstraint("company_id", "folded", name=op.f("uq_company_name_company_id_folded")),
    )
    op.create_index(op.f("ix_company_name_folded"), "company_name", ["folded"], unique=False)
    op.create_table(
        "group_company",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("company_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_group_company_company_id")),
        sa.ForeignKeyConstraint(["group_id"], ["alumni_group.id"], name=op.f("fk_group_company_group_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("group_id", "company_id", name=op.f("pk_group_company")),
    )
    op.create_index(op.f("ix_group_company_company_id"), "group_company", ["company_id"], unique=False)
    op.create_table(
        "group_membership",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["alumni_group.id"], name=op.f("fk_group_membership_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_group_membership_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("group_id", "member_id", name=op.f("pk_group_membership")),
    )
    op.create_index(op.f("ix_group_membership_member_id"), "group_membership", ["member_id"], unique=False)
    op.create_table(
        "group_role",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["alumni_group.id"], name=op.f("fk_group_role_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_group_role_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("group_id", "member_id", name=op.f("pk_group_role")),
    )
    op.create_index(op.f("ix_group_role_member_id"), "group_role", ["member_id"], unique=False)
    op.create_table(
        "member_skill",
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("skill_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_member_skill_member_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["skill_id"], ["skill.id"], name=op.f("fk_member_skill_skill_id")),
        sa.PrimaryKeyConstraint("member_id", "skill_id", name=op.f("pk_member_skill")),
    )
    op.create_index(op.f("ix_member_skill_skill_id"), "member_skill", ["skill_id"], unique=False)
    op.create_table(
        "message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("client_mutation_id", sa.Text(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["member.id"], name=op.f("fk_message_author_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_message_conversation_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint("conversation_id", "number", name=op.f("uq_message_conversation_id_number")),
    )
    op.create_index(op.f("ix_message_author_id"), "message", ["author_id"], unique=False)
    op.create_table(
        "notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("ref", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_notice_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("member_id", "key", name=op.f("uq_notice_member_id_key")),
    )
    op.create_index("ix_notice_member_id_id", "notice", ["member_id", "id"], unique=False)
    op.create_table(
        "opportunity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("remote", sa.Boolean(), nullable=False),
        sa.Column("audience", sa.SmallInteger(), nullable=False),
        sa.Column("on_behalf_of", sa.Text(), nullable=True),
        sa.Column("terms_version", sa.Integer(), nullable=False),
        sa.Column("terms_changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("close_reason", sa.Text(), nullable=True),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["member.id"], name=op.f("fk_opportunity_author_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opportunity")),
    )
    op.create_index(op.f("ix_opportunity_author_id"), "opportunity", ["author_id"], unique=False)
    op.create_index(op.f("ix_opportunity_last_day"), "opportunity", ["last_day"], unique=False)
    op.create_index("ix_opportunity_posted_at_id", "opportunity", ["posted_at", "id"], unique=False)
    op.create_table(
        "participant",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("read_number", sa.Integer(), nullable=False),
        sa.Column("mailed_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_participant_conversation_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_participant_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("conversation_id", "member_id", name=op.f("pk_participant")),
    )
    op.create_index(op.f("ix_participant_member_id"), "participant", ["member_id"], unique=False)
    op.create_table(
        "profile",
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=True),
        sa.Column("romanised", sa.Text(), nullable=True),
        sa.Column("former_name", sa.Text(), nullable=True),
        sa.Column("present_position", sa.Text(), nullable=True),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("bio", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("gives", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("asks", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("listed_level", sa.SmallInteger(), nullable=False),
        sa.Column("former_name_level", sa.SmallInteger(), nullable=False),
        sa.Column("present_position_level", sa.SmallInteger(), nullable=False),
        sa.Column("headline_level", sa.SmallInteger(), nullable=False),
        sa.Column("bio_level", sa.SmallInteger(), nullable=False),
        sa.Column("place_level", sa.SmallInteger(), nullable=False),
        sa.Column("gives_level", sa.SmallInteger(), nullable=False),
        sa.Column("asks_level", sa.SmallInteger(), nullable=False),
        sa.Column("skills_level", sa.SmallInteger(), nullable=False),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_profile_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_profile")),
    )
    op.create_index(op.f("ix_profile_verified_at"), "profile", ["verified_at"], unique=False)
    op.create_table(
        "report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reporter_id", sa.Uuid(), nullable=True),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("about_member_id", sa.Uuid(), nullable=True),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("excerpt", sa.Text(), nullable=True),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("decision_reason", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["about_member_id"], ["member.id"], name=op.f("fk_report_about_member_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["decided_by"], ["member.id"], name=op.f("fk_report_decided_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["group_id"], ["alumni_group.id"], name=op.f("fk_report_group_id")),
        sa.ForeignKeyConstraint(["reporter_id"], ["member.id"], name=op.f("fk_report_reporter_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    op.create_index(op.f("ix_report_about_member_id"), "report", ["about_member_id"], unique=False)
    op.create_index(op.f("ix_report_decided_at"), "report", ["decided_at"], unique=False)
    op.create_index(op.f("ix_report_decided_by"), "report", ["decided_by"], unique=False)
    op.create_index(op.f("ix_report_group_id"), "report", ["group_id"], unique=False)
    op.create_index(op.f("ix_report_reporter_id"), "report", ["reporter_id"], unique=False)
    op.create_index(op.f("ix_report_subject_id"), "report", ["subject_id"], unique=False)
    op.create_index(
        "uq_report_open",
        "report",
        ["reporter_id", "subject_kind", "subject_id"],
        unique=True,
        postgresql_where=sa.text("decided_at IS NULL"),
    )
    op.create_table(
        "session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_session_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_session_token_hash")),
    )
    op.create_index(op.f("ix_session_member_id"), "session", ["member_id"], unique=False)
    op.create_table(
        "affiliation_review",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("affiliation_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("level", sa.SmallInteger(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["affiliation_id"], ["affiliation.id"], name=op.f("fk_affiliation_review_affiliation_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["decided_by"], ["member.id"], name=op.f("fk_affiliation_review_decided_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["group_id"], ["alumni_group.id"], name=op.f("fk_affiliation_review_group_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_affiliation_review")),
    )
    op.create_index(op.f("ix_affiliation_review_affiliation_id"), "affiliation_review", ["affiliation_id"], unique=False)
    op.create_index(op.f("ix_affiliation_review_decided_by"), "affiliation_review", ["decided_by"], unique=False)
    op.create_index(op.f("ix_affiliation_review_group_id"), "affiliation_review", ["group_id"], unique=False)
    op.create_table(
        "opportunity_group",
        sa.Column("opportunity_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["alumni_group.id"], name=op.f("fk_opportunity_group_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["opportunity_id"], ["opportunity.id"], name=op.f("fk_opportunity_group_opportunity_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("opportunity_id", "group_id", name=op.f("pk_opportunity_group")),
    )
    op.create_index(op.f("ix_opportunity_group_group_id"), "opportunity_group", ["group_id"], unique=False)
    op.create_table(
        "opportunity_skill",
        sa.Column("opportunity_id", sa.Uuid(), nullable=False),
        sa.Column("skill_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opportunity_id"], ["opportunity.id"], name=op.f("fk_opportunity_skill_opportunity_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["skill_id"], ["skill.id"], name=op.f("fk_opportunity_skill_skill_id")),
        sa.PrimaryKeyConstraint("opportunity_id", "skill_id", name=op.f("pk_opportunity_skill")),
    )
    op.create_index(op.f("ix_opportunity_skill_skill_id"), "opportunity_skill", ["skill_id"], unique=False)
    op.create_table(
        "opportunity_terms",
        sa.Column("opportunity_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("terms", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["opportunity_id"], ["opportunity.id"], name=op.f("fk_opportunity_terms_opportunity_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("opportunity_id", "version", name=op.f("pk_opportunity_terms")),
    )
    op.create_table(
        "response",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("opportunity_id", sa.Uuid(), nullable=False),
        sa.Column("responder_id", sa.Uuid(), nullable=False),
        sa.Column("terms_version", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("author_agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("responder_agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("responded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_activity_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_response_conversation_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["opportunity_id"], ["opportunity.id"], name=op.f("fk_response_opportunity_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["responder_id"], ["member.id"], name=op.f("fk_response_responder_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("conversation_id", name=op.f("uq_response_conversation_id")),
        sa.UniqueConstraint("opportunity_id", "responder_id", name=op.f("uq_response_opportunity_id_responder_id")),
    )
    op.create_index(op.f("ix_response_last_activity_at"), "response", ["last_activity_at"], unique=False)
    op.create_index(op.f("ix_response_responder_id"), "response", ["responder_id"], unique=False)
    op.execute("CREATE TABLE event_default PARTITION OF event DEFAULT")


def downgrade() -> None:
    """Undo."""
    op.drop_index(op.f("ix_response_responder_id"), table_name="response")
    op.drop_index(op.f("ix_response_last_activity_at"), table_name="response")
    op.drop_table("response")
    op.drop_table("opportunity_terms")
    op.drop_index(op.f("ix_opportunity_skill_skill_id"), table_name="opportunity_skill")
    op.drop_table("opportunity_skill")
    op.drop_index(op.f("ix_opportunity_group_group_id"), table_name="opportunity_group")
    op.drop_table("opportunity_group")
    op.drop_index(op.f("ix_affiliation_review_group_id"), table_name="affiliation_review")
    op.drop_index(op.f("ix_affiliation_review_decided_by"), table_name="affiliation_review")
    op.drop_index(op.f("ix_affiliation_review_affiliation_id"), table_name="affiliation_review")
    op.drop_table("affiliation_review")
    op.drop_index(op.f("ix_session_member_id"), table_name="session")
    op.drop_table("session")
    op.drop_index("uq_report_open", table_name="report", postgresql_where=sa.text("decided_at IS NULL"))
    op.drop_index(op.f("ix_report_subject_id"), table_name="report")
    op.drop_index(op.f("ix_report_reporter_id"), table_name="report")
    op.drop_index(op.f("ix_report_group_id"), table_name="report")
    op.drop_index(op.f("ix_report_decided_by"), table_name="report")
    op.drop_index(op.f("ix_report_decided_at"), table_name="report")
    op.drop_index(op.f("ix_report_about_member_id"), table_name="report")
    op.drop_table("report")
    op.drop_index(op.f("ix_profile_verified_at"), table_name="profile")
    op.drop_table("profile")
    op.drop_index(op.f("ix_participant_member_id"), table_name="participant")
    op.drop_table("participant")
    op.drop_index("ix_opportunity_posted_at_id", table_name="opportunity")
    op.drop_index(op.f("ix_opportunity_last_day"), table_name="opportunity")
    op.drop_index(op.f("ix_opportunity_author_id"), table_name="opportunity")
    op.drop_table("opportunity")
    op.drop_index("ix_notice_member_id_id", table_name="notice")
    op.drop_table("notice")
    op.drop_index(op.f("ix_message_author_id"), table_name="message")
    op.drop_table("message")
    op.drop_index(op.f("ix_member_skill_skill_id"), table_name="member_skill")
    op.drop_table("member_skill")
    op.drop_index(op.f("ix_group_role_member_id"), table_name="group_role")
    op.drop_table("group_role")
    op.drop_index(op.f("ix_group_membership_member_id"), table_name="group_membership")
    op.drop_table("group_membership")
    op.drop_index(op.f("ix_group_company_company_id"), table_name="group_company")
    op.drop_table("group_company")
    op.drop_index(op.f("ix_company_name_folded"), table_name="company_name")
    op.drop_table("company_name")
    op.drop_index(op.f("ix_block_blocked_id"), table_name="block")
    op.drop_table("block")
    op.drop_table("audit_pseudonym")
    op.drop_index(op.f("ix_affiliation_state"), table_name="affiliation")
    op.drop_index(op.f("ix_affiliation_member_id"), table_name="affiliation")
    op.drop_index(op.f("ix_affiliation_company_id"), table_name="affiliation")
    op.drop_table("affiliation")
    op.drop_table("stream")
    op.drop_table("skill")
    op.drop_index(op.f("ix_sign_in_request_email"), table_name="sign_in_request")
    op.drop_table("sign_in_request")
    op.drop_index(op.f("ix_sent_mail_sent_at"), table_name="sent_mail")
    op.drop_table("sent_mail")
    op.drop_index(
        "ix_search_words_word",
        table_name="search_words",
        postgresql_using="gin",
        postgresql_ops={"word": "gin_trgm_ops"},
        postgresql_with={"fastupdate": "off"},
    )
    op.drop_table("search_words")
    op.drop_index(
        "ix_search_documents_tokens", table_name="search_documents", postgresql_using="gin", postgresql_with={"fastupdate": "off"}
    )
    op.drop_index("ix_search_documents_owner", table_name="search_documents")
    op.drop_index(
        "ix_search_documents_facets", table_name="search_documents", postgresql_using="gin", postgresql_with={"fastupdate": "off"}
    )
    op.drop_table("search_documents")
    op.drop_index(op.f("ix_outbox_mail_recipient"), table_name="outbox_mail")
    op.drop_table("outbox_mail")
    op.drop_index(op.f("ix_mutation_outcome_created_at"), table_name="mutation_outcome")
    op.drop_table("mutation_outcome")
    op.drop_index("uq_member_email_folded", table_name="member")
    op.drop_table("member")
    op.drop_table("event")
    op.drop_table("conversation")
    op.drop_table("company")
    op.drop_index(op.f("ix_audit_entry_subject_member"), table_name="audit_entry")
    op.drop_index(op.f("ix_audit_entry_group_id"), table_name="audit_entry")
    op.drop_index(op.f("ix_audit_entry_at"), table_name="audit_entry")
    op.drop_index(op.f("ix_audit_entry_actor"), table_name="audit_entry")
    op.drop_table("audit_entry")
    op.drop_table("alumni_group")
