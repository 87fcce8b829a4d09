"""The tables of the PostgreSQL engine."""

from uuid import UUID

from sqlalchemy import ARRAY, Index, Text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.db import Base


class SearchDocument(Base):
    """A document as it is searched. Every lexeme and every facet value carries the tag of an audience (tags.py)."""

    __tablename__ = "search_documents"

    index: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    owner: Mapped[UUID | None]
    listed: Mapped[list[str]]
    hidden_from: Mapped[list[UUID]]
    facets: Mapped[list[str]]
    tokens: Mapped[str] = mapped_column(TSVECTOR)
    # The same lexemes once more, field by field, to say on a page where the words were found.
    field_names: Mapped[list[str]]
    field_tokens: Mapped[list[str]] = mapped_column(ARRAY(TSVECTOR))
    analysis: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        # A pending list would make the searches after a large change pay for it.
        Index("ix_search_documents_tokens", "tokens", postgresql_using="gin", postgresql_with={"fastupdate": "off"}),
        Index("ix_search_documents_facets", "facets", postgresql_using="gin", postgresql_with={"fastupdate": "off"}),
        Index("ix_search_documents_owner", "owner"),
    )


class SearchWord(Base):
    """A word that at least one document has, with the tag of its audience: where mistyped words look for what was meant."""

    __tablename__ = "search_words"

    index: Mapped[str] = mapped_column(primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(primary_key=True)

    __table_args__ = (
        Index(
            "ix_search_words_word",
            "word",
            postgresql_using="gin",
            postgresql_ops={"word": "gin_trgm_ops"},
            postgresql_with={"fastupdate": "off"},
        ),
    )
