"""Wire: no table without a key, no reference without an index, no relationship that loads by itself, no fact without a handler."""

import re
import sys
from collections.abc import Iterable

import sqlalchemy
from alembic.script import ScriptDirectory
from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, configure_mappers, mapped_column, relationship

from server.kit.db import Base
from server.kit.log import Event
from server.migrations.tables import MODELS
from tests.house.modules import facts, import_all
from tests.house.tree import ROOT

PAST = re.compile(r"(ed|Hidden|Sent|Read|Up|Withdrawn|Begun|Left|Met|Gone)$")
# References without an index of their own, and why.
UNINDEXED: dict[str, str] = {}


def keyless(metadata: MetaData) -> list[str]:
    """Tables without a primary key."""
    return [name for name, table in metadata.tables.items() if not table.primary_key.columns]


def unindexed(metadata: MetaData) -> list[str]:
    """Foreign keys that no index, key or unique constraint begins with: a deletion or a join would read the whole table."""
    return [
        f"{table.name}.{'+'.join(names)}"
        for table in metadata.tables.values()
        for names in ([column.name for column in constraint.columns] for constraint in table.foreign_key_constraints)
        if not any(set(names) == set(leading[: len(names)]) for leading in _leading(table))
    ]


def _leading(table: Table) -> Iterable[list[str]]:
    yield [column.name for column in table.primary_key.columns]
    for index in table.indexes:
        yield [column.name for column in index.columns]
    for constraint in table.constraints:
        if isinstance(constraint, sqlalchemy.UniqueConstraint):
            yield [column.name for column in constraint.columns]


def eager(mappers: Iterable[Mapper[object]]) -> list[str]:
    """Relationships that may ask the database behind a reader's back."""
    return [f"{mapper.class_.__name__}.{link.key}" for mapper in mappers for link in mapper.relationships if link.lazy != "raise"]


def test_every_table_has_a_key_and_every_reference_an_index() -> None:
    """Over all tables of all slices and of the kit."""
    import_all("model")
    assert len(Base.metadata.tables) > 0
    assert keyless(Base.metadata) == []
    assert [name for name in unindexed(Base.metadata) if name not in UNINDEXED] == []


def test_the_migrations_know_every_table() -> None:
    """A table that alembic does not see is never compared."""
    known = {module.__name__ for module in MODELS}
    models = [name for name in import_all("model") if name.split(".")[0] == "server"]
    assert [name for name in models if name not in known and name.rpartition(".")[0] not in known] == []


def test_there_is_one_head() -> None:
    """Two heads are two histories."""
    assert len(ScriptDirectory(str(ROOT / "server/migrations")).get_heads()) == 1


def test_no_relationship_loads_by_itself() -> None:
    """Over all mapped classes."""
    import_all("model")
    configure_mappers()
    assert eager(Base.registry.mappers) == []


def test_every_event_is_named_in_the_past_tense() -> None:
    """A fact has happened."""
    import_all("events")
    assert [name for name in facts() if not PAST.search(name)] == []


def test_an_event_is_read_back_as_the_class_that_its_slice_knows() -> None:
    """And its name names one fact only, since jobs are named by it."""
    modules = [sys.modules[name] for name in import_all("events")]
    written = [(name, kind) for module in modules for name, kind in vars(module).items() if _is_fact(kind, module.__name__)]
    assert len({name for name, _ in written}) == len(written)
    assert [name for name, kind in written if facts()[name] is not kind] == []


def _is_fact(kind: object, module: str) -> bool:
    return isinstance(kind, type) and issubclass(kind, Event) and kind is not Event and kind.__module__ == module


def test_missing_keys_and_indexes_are_caught() -> None:
    """Planted: a table without a key, a reference without an index, one with."""
    metadata = MetaData()
    Table("member", metadata, Column("id", Integer, primary_key=True))
    Table("note", metadata, Column("text", Integer))
    Table("post", metadata, Column("id", Integer, primary_key=True), Column("author_id", Integer, ForeignKey("member.id")))
    reply = Table("reply", metadata, Column("id", Integer, primary_key=True), Column("author_id", Integer, ForeignKey("member.id")))
    Index("ix_reply_author_id", reply.c.author_id)
    assert keyless(metadata) == ["note"]
    assert unindexed(metadata) == ["post.author_id"]


def test_an_eager_relationship_is_caught() -> None:
    """Planted: one that loads when it is looked at."""

    class Root(DeclarativeBase):
        pass

    class Member(Root):
        __tablename__ = "member"
        id: Mapped[int] = mapped_column(primary_key=True)
        posts: Mapped[list["Post"]] = relationship(lazy="select")

    class Post(Root):
        __tablename__ = "post"
        id: Mapped[int] = mapped_column(primary_key=True)
        author_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
        author: Mapped[Member] = relationship(lazy="raise", overlaps="posts")

    Root.registry.configure()
    assert eager(Root.registry.mappers) == ["Member.posts"]


def test_an_event_in_the_present_tense_is_caught() -> None:
    """Planted: a command's name on an event."""
    assert PAST.search("OpportunityPosted")
    assert PAST.search("MessageSent")
    assert not PAST.search("PostOpportunity")
