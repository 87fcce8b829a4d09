"""What is kept about an engine that stands elsewhere: which documents it has still to be given, and which index is being built."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from server.kit.db import Base


class SearchNote(Base):
    """A document that changed since the other engine was given it. `mark` tells this change from a later one of the same document."""

    __tablename__ = "search_notes"

    index: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    mark: Mapped[UUID]
    noted_at: Mapped[datetime]


class SearchBuild(Base):
    """An index that is built anew beside the one that is searched; `after` is the last id that is in it for good."""

    __tablename__ = "search_builds"

    index: Mapped[str] = mapped_column(primary_key=True)
    analysis: Mapped[str]
    after: Mapped[UUID | None]
    documents: Mapped[int]
    begun_at: Mapped[datetime]
