"""The tables of synonyms: what stewards decided beside the shipped entries, and which version of all of it stands."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.db import Base
from server.kit.ids import uuid7


class Synonym(Base):
    """An entry that stewards added, or what they decided on a shipped one, whose id it then has (rules.shipped_id).

    `words` null: the words are the shipped ones. One that is `off` says nothing.
    """

    __tablename__ = "synonym"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    words: Mapped[list[str] | None]
    near: Mapped[list[str]]
    off: Mapped[bool] = mapped_column(default=False)


class SynonymState(Base):
    """The one row of the state of all entries. Whoever changes one holds it; whoever keeps what queries meant shares it.

    What is kept of queries was brought up to version `kept`; `since` is when the first change after that one was made.
    `shipped` is a digest of the shipped entries, so that a release that changes them is noticed.
    """

    __tablename__ = "synonym_state"

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(BigInteger, default=0)
    kept: Mapped[int] = mapped_column(BigInteger, default=0)
    since: Mapped[datetime | None]
    shipped: Mapped[str | None]
