"""Wire: every table says what erasing a member does to it; a new one without a line fails."""

from collections.abc import Mapping

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table

from server.departures.rules import INVENTORY, Fate, Kept
from server.kit.db import Base
from tests.house.modules import import_all

# The queue's own tables, which SQLAlchemy does not know (server/migrations/frozen/0002_jobs.sql).
QUEUE = {"pgqueuer", "pgqueuer_log", "pgqueuer_schedules", "pgqueuer_statistics"}


def unsaid(metadata: MetaData, inventory: Mapping[str, Kept]) -> list[str]:
    """Tables without a line, lines without a table, and references to a member that a line does not name."""
    faults = sorted((set(metadata.tables) | QUEUE) ^ set(inventory))
    for name, kept in inventory.items():
        if name in metadata.tables:
            refers = {column.name for column in metadata.tables[name].columns if _refers(column)}
            faults += [f"{name}.{column}" for column in sorted(refers ^ set(kept.member))]
    return faults


def untrue(metadata: MetaData, inventory: Mapping[str, Kept]) -> list[str]:
    """Lines whose fate is not what the foreign keys do."""
    fates = {Fate.GOES: {"CASCADE"}, Fate.UNNAMED: {"SET NULL"}}
    faults: list[str] = []
    for name, kept in inventory.items():
        table = metadata.tables.get(name)
        keys = [] if table is None else [key for column in kept.member for key in table.c[column].foreign_keys]
        faults += [f"{name}.{key.parent.name}" for key in keys if key.ondelete not in fates.get(kept.fate, {"CASCADE", "SET NULL"})]
        if kept.fate is Fate.NOBODY and kept.member:
            faults.append(name)
        if kept.fate is Fate.NOBODY and not kept.because:
            faults.append(f"{name}: no reason")
    return faults


def _refers(column: Column[object]) -> bool:
    return any(key.target_fullname == "member.id" for key in column.foreign_keys)


def test_every_table_says_what_becomes_of_it() -> None:
    """Over all tables of all slices, of the kit and of the queue."""
    import_all("model")
    assert unsaid(Base.metadata, INVENTORY) == []


def test_the_lines_are_true() -> None:
    """What is said to go with the account is deleted by its foreign key; what is said to stay unnamed is set to null by it."""
    import_all("model")
    assert untrue(Base.metadata, INVENTORY) == []


def test_a_table_without_a_line_and_a_line_that_lies_are_caught() -> None:
    """Planted: a diary that nobody thought of, and a key that would not go."""
    metadata = MetaData()
    Table("member", metadata, Column("id", Integer, primary_key=True))
    Table("diary", metadata, Column("id", Integer, primary_key=True), Column("member_id", ForeignKey("member.id")))
    queue = {name: INVENTORY[name] for name in QUEUE}
    assert unsaid(metadata, {"member": INVENTORY["member"], **queue}) == ["diary"]
    forgetful = {"diary": Kept(fate=Fate.GOES), "member": INVENTORY["member"], **queue}
    assert unsaid(metadata, forgetful) == ["diary.member_id"]
    assert untrue(metadata, {"diary": Kept(fate=Fate.GOES, member=("member_id",))}) == ["diary.member_id"]
    assert untrue(metadata, {"diary": Kept(fate=Fate.NOBODY)}) == ["diary: no reason"]
